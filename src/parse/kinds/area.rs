//! 职能: the fields of an area and of its page of responsibilities.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::shapes::{DEPARTMENT, PHRASES};
use crate::parse::kinds::{Kind, KindRow, Written, duty};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Area,
    id: "area",
    zh: "职能",
    en: ("area", "areas"),
    written: Written::Pages("responsibilities"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "市场调研",
            "职能的名称。", "What the area is called.";
        "department" "部门" Required DEPARTMENT, "marketing",
            "归口的部门，只能有一个。", "The one department that answers for it.";
        "parts" "组成" Optional PHRASES, "[行业动态, 区域特点, 竞争动向, 客户状况]",
            "职能分成哪几块；每一块都应有人做。", "What it consists of; somebody should be at work on each part.";
        "duties" "职责" Optional Shape::List(&Shape::Group(duty::FIELDS)),
            "[{id: collect-surveys, name: 收集并核对市场调查表, A: sales-clerk, R: [sales-clerk]}]",
            "这项职能的各项职责，逐条写明谁负责、谁执行。", "Its duties, each with who answers for it and who does it.";
    },
    about: (
        "一个部门的一项职能，和其中的各项职责。",
        "One area of a department's work, with its duties.",
    ),
};
