//! 划分维度: the fields of a dimension by which duties may be divided.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Scope,
    id: "scope",
    zh: "划分维度",
    en: ("dimension", "dimensions"),
    written: Written::Keyed("scopes"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "区域",
            "按什么划分。", "What the work is divided by.";
        "values" "取值" Required Shape::Map(&Shape::Words), "{east: 华东, west: 西部, north: 华北}",
            "全部取值：编号和名称，必须列全。", "All its values, id and name; the list must be complete.";
    },
    about: (
        "职责可以按它划分给几个人，例如区域、渠道。",
        "What a duty may be divided by, such as region or channel.",
    ),
};
