//! 理念与制度: the fields of a principle or a rule.

use crate::parse::fields::{Choice, Shape, choices, fields};
use crate::parse::kinds::shapes::MECHANISMS;
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Policy,
    id: "policy",
    zh: "理念与制度",
    en: ("policy", "policies"),
    written: Written::Pages("policies"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "成绩共有，责任可查",
            "理念或制度的名称。", "What the principle or rule is called.";
        "type" "类型" Optional Shape::Choice(TYPES), "principle",
            "是理念还是制度。", "Whether it is a principle or a rule.";
        "says" "主张" Optional Shape::Words, "任何一方都不能抹杀另一方的工作",
            "主张什么，一句话。", "What it says, in one sentence.";
        "made_real_by" "落实于" Optional MECHANISMS, "[market-share, monthly-operations-review]",
            "靠什么落实：会议、表单、流程、目标等；没有就只是口号。", "What makes it real: meetings, forms, processes, goals; without them it is a slogan.";
    },
    about: (
        "大家认同的理念，或必须遵守的制度，以及靠什么落实。",
        "A principle shared or a rule to follow, and what makes it real.",
    ),
};

const TYPES: &[Choice] = choices! {
    "principle" "理念" "principle";
    "rule" "制度" "rule";
};
