//! 流程: the fields of a process.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::shapes::{AREAS, FORMS, ROLES};
use crate::parse::kinds::{Kind, KindRow, Written, step};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Process,
    id: "process",
    zh: "流程",
    en: ("process", "processes"),
    written: Written::Pages("processes"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "市场信息反馈闭环",
            "流程的名称。", "What the process is called.";
        "purpose" "目的" Optional Shape::Words, "让一线信息变成方案，再让结论回到一线",
            "为什么要有这个流程。", "What it is good for.";
        "about" "事项" Optional AREAS, "[market-research]",
            "关系到哪些职能。", "The areas whose work it carries.";
        "starts" "启动" Optional Shape::Cadence, "monthly day 1",
            "多久启动一次；on demand 表示按需。", "How often it starts; on demand when it depends.";
        "result" "结果" Optional FORMS, "market-plan",
            "走完以后得到什么表单或记录。", "The form or record that it ends in.";
        "supervised_by" "监督" Optional ROLES, "general-manager",
            "谁监督执行。", "Who watches over it.";
        "steps" "步骤" Required Shape::List(&Shape::Group(step::FIELDS)), "[{id: issue, do: 下发调查表, who: market-researcher, out: store-visit-survey, within: 1 workday, end: true}]",
            "按先后写各个步骤。", "Its steps, in their order.";
    },
    about: (
        "一件事怎样一步一步从一个岗位传到下一个岗位。",
        "How a piece of work passes from role to role, step by step.",
    ),
};
