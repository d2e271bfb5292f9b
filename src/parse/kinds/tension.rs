//! 矛盾: the fields of a tension between departments.

use crate::parse::fields::{Choice, Shape, choices, fields};
use crate::parse::kinds::shapes::{DEPARTMENTS, MECHANISMS};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Tension,
    id: "tension",
    zh: "矛盾",
    en: ("tension", "tensions"),
    written: Written::Pages("tensions"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "方案有问题，还是执行不力？",
            "矛盾的名称，常是一句问话。", "What it is called; often a question.";
        "between" "双方" Required DEPARTMENTS, "[marketing, sales]",
            "哪些部门之间。", "The departments between which it stands.";
        "says" "各执一词" Required Shape::Map(&Shape::Words), "{marketing: 方案执行不力, sales: 市场部策划方案有问题}",
            "各部门怎么说；每一方都要写。", "What each department says; every side must speak.";
        "cause" "起因" Optional Shape::List(&Shape::Choice(CAUSES)), "institution",
            "起因是观念、制度、信息、培训还是人员。", "Whether concept, institution, information, training or people cause it.";
        "answer" "对策" Optional MECHANISMS, "[market-plan-approval, plan-retrospective]",
            "靠什么解决：会议、表单、流程、权限表等。", "What answers it: meetings, forms, processes, decision tables.";
    },
    about: (
        "部门之间的矛盾：双方各怎么说，用什么来解决。",
        "A tension between departments: what each side says and what answers it.",
    ),
};

const CAUSES: &[Choice] = choices! {
    "concept" "观念" "concept";
    "institution" "制度" "institution";
    "information" "信息" "information";
    "training" "培训" "training";
    "people" "人员" "people";
};
