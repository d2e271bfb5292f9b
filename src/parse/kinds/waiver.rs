//! 豁免: the fields of a finding that is accepted for a time.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::shapes::ROLE;
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Waiver,
    id: "waiver",
    zh: "豁免",
    en: ("waiver", "waivers"),
    written: Written::Entries("waivers"),
    fields: fields! {
        "rule" "规则" Required Shape::Text, "GAP-107",
            "豁免哪一条检查规则，写规则编号。", "Which rule is waived, by its code.";
        "where" "位置" Required Shape::Text, "role:sales-clerk",
            "豁免哪里：编号，重名时写成 种类:编号。", "Where: an id, written kind:id when two kinds share it.";
        "reason" "理由" Optional Shape::Words, "新岗位三月到岗，此前由经理兼任",
            "为什么暂时可以这样。", "Why it may stay so for now.";
        "by" "批准人" Optional ROLE, "general-manager",
            "由哪个岗位批准豁免。", "The role that allowed it.";
        "until" "截止" Optional Shape::Date, "2026-12-31",
            "豁免到哪一天为止，最长十二个月。", "The day on which it ends, twelve months away at most.";
    },
    about: (
        "暂时接受的检查结果：哪一条，在哪里，为什么，谁批准，到何时。",
        "A finding accepted for a time: which, where, why, by whom and until when.",
    ),
};
