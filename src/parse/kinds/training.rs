//! 培养项目: the fields of a training, a coaching or a rotation.

use crate::parse::fields::{Field, Shape, fields};
use crate::parse::kinds::shapes::{DEPARTMENT, FORMS, MODES, PEOPLE, PHRASES, ROLE, TRAININGS};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Training,
    id: "training",
    zh: "培养项目",
    en: ("programme", "programmes"),
    written: Written::Pages("training"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "市场部轮岗（待提拔人员）",
            "项目的名称。", "What the programme is called.";
        "mode" "方式" Required Shape::Choice(MODES), "rotation",
            "培训、指导还是轮岗。", "Training, coaching or rotation.";
        "for" "对象" Required PEOPLE, "[sales-representative, sales-supervisor]",
            "为哪些岗位或部门；everyone 表示所有人。", "The roles or departments it is for; everyone means all.";
        "gives" "收获" Optional PHRASES, "[rational-analysis, negotiation]",
            "学成以后具备哪些能力；写 profile.yaml 里的编号，或直接写词。", "What one is able to do afterwards; ids of profile.yaml, or plain words.";
        "requires" "先修" Optional TRAININGS, "[market-knowledge]",
            "须先完成哪些项目。", "The programmes to finish first.";
        "host" "承办" Optional Shape::Group(HOST), "{department: marketing, places: 2, mentor: marketing-director}",
            "哪个部门承办，有几个名额，谁带。", "The department that hosts it, its places, who guides.";
        "length" "时长" Optional Shape::Duration, "3 months",
            "多长时间。", "How long it takes.";
        "proof" "凭证" Optional FORMS, "rotation-record",
            "完成后留下什么记录。", "The record that proves it.";
        "every" "频次" Optional Shape::Cadence, "on demand",
            "多久举办一次。", "How often it is held.";
    },
    about: (
        "培训、指导或轮岗：为谁，学到什么，怎样证明。",
        "A training, a coaching or a rotation: for whom, what it gives, how it is proven.",
    ),
};

const HOST: &[Field] = fields! {
    "department" "部门" Optional DEPARTMENT, "marketing",
        "哪个部门承办。", "The department that hosts it.";
    "places" "名额" Optional Shape::Whole, "2",
        "同时接收几个人。", "How many at a time.";
    "mentor" "导师" Optional ROLE, "marketing-director",
        "由谁带。", "The role that guides.";
};
