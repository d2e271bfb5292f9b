//! 预算: the fields of a budget line.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::shapes::{IDS, ROLE};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Budget,
    id: "budget",
    zh: "预算",
    en: ("budget", "budgets"),
    written: Written::Entries("budgets"),
    fields: fields! {
        "id" "编号" Required Shape::Text, "sales-promo-2026q1",
            "供引用的编号，小写字母、数字和连字符。", "The id by which it is referred to, in small letters, digits and hyphens.";
        "name" "名称" Required Shape::Words, "2026年一季度终端促销预算",
            "预算的名称。", "What the budget is called.";
        "owner" "责任人" Required ROLE, "sales-director",
            "谁用这笔钱并对它负责。", "The role that spends it and answers for it.";
        "controller" "管控" Optional ROLE, "finance-controller",
            "谁管控支出。", "The role that watches the spending.";
        "period" "期间" Required Shape::Period, "2026-01-01..2026-03-31",
            "从哪天到哪天有效。", "From which day to which day.";
        "amount" "金额" Required Shape::Money, "60万",
            "一共多少钱。", "How much money in all.";
        "goal" "目标" Optional Shape::List(&Shape::Ref(&[Kind::Goal])), "sales-volume",
            "为了实现哪个目标。", "The goal that it serves.";
        "covers" "用途" Optional IDS, "[store-entry, discount, short-term, promoter]",
            "可以用在哪些事项上，写权限表里的取值。", "What it may be spent on, in the words of the decision table.";
    },
    about: (
        "一笔预算：谁用，多少，到什么时候，为了什么目标。",
        "A budget: who spends it, how much, until when and for which goal.",
    ),
};
