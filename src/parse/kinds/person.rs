//! 任职者: the fields of a person who holds roles.

use crate::parse::fields::{Field, Shape, fields};
use crate::parse::kinds::shapes::{PART, ROLE};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Person,
    id: "person",
    zh: "任职者",
    en: ("person", "people"),
    written: Written::Entries("people"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "陈静",
            "姓名。", "The person's name.";
        "id" "编号" Optional Shape::Text, "chen-jing",
            "供引用的编号；不写则用姓名。", "The id by which the person is referred to; the name when left out.";
        "roles" "岗位" Required Shape::List(&Shape::Group(HELD)), "[{role: sales-clerk, since: 2025-03-01}]",
            "担任的岗位。", "The roles that the person holds.";
    },
    about: (
        "谁在哪个岗位上。可以没有这个文件，手册就只说岗位。",
        "Who holds which role. Without this file the handbook speaks of roles alone.",
    ),
};

const HELD: &[Field] = fields! {
    "role" "岗位" Required ROLE, "sales-supervisor",
        "哪个岗位。", "Which role.";
    "scope" "范围" Optional PART, "{region: east}",
        "分管哪一部分。", "Which part of its scope.";
    "since" "开始" Optional Shape::Date, "2024-06-01",
        "从哪一天起任职。", "The first day in the role.";
    "until" "截止" Optional Shape::Date, "2026-12-31",
        "到哪一天为止。", "The last day in the role.";
    "acting" "代任" Optional Shape::Flag, "true",
        "是否临时代任。", "Whether the person only stands in for a time.";
};
