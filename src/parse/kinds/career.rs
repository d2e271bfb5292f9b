//! 职业路径: the fields of a path of moves from role to role.

use crate::parse::fields::{Field, Shape, fields};
use crate::parse::kinds::shapes::{ROLE, TRAININGS};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Career,
    id: "career",
    zh: "职业路径",
    en: ("career path", "career paths"),
    written: Written::Pages("careers"),
    fields: fields! {
        "name" "名称" Required Shape::Words, "销售序列职业路径",
            "路径的名称。", "What the path is called.";
        "moves" "变动" Required Shape::List(&Shape::Group(MOVE)), "[{from: sales-representative, to: sales-supervisor, requires: {rotation: rotate-to-marketing}, decided_by: personnel-promotion}]",
            "从哪个岗位到哪个岗位，要什么条件。", "From which role to which, and what it takes.";
    },
    about: (
        "怎样从一个岗位升任或转任另一个岗位，须先做到什么。",
        "How one moves from role to role, and what must come first.",
    ),
};

const MOVE: &[Field] = fields! {
    "from" "从" Required ROLE, "sales-representative",
        "原来的岗位。", "The role before.";
    "to" "到" Required ROLE, "sales-supervisor",
        "新的岗位。", "The role after.";
    "requires" "条件" Optional Shape::Group(REQUIRES), "{training: [market-knowledge], rotation: [rotate-to-marketing], months_in_role: 18}",
        "须先满足的条件。", "What must be met first.";
    "decided_by" "审批" Optional Shape::Ref(&[Kind::Decision]), "personnel-promotion",
        "按哪张权限表审批。", "The table by which it is decided.";
    "exceptions" "例外" Optional Shape::List(&Shape::Group(EXCEPTION)), "[{person: 李强, reason: 已在市场部工作两年, by: general-manager, until: 2026-12-31}]",
        "哪些人暂不要求全部条件，为什么。", "People for whom a condition is waived for a time, and why.";
};

const REQUIRES: &[Field] = fields! {
    "training" "培训" Optional TRAININGS, "[market-knowledge]",
        "须完成的培训。", "The trainings to finish.";
    "rotation" "轮岗" Optional TRAININGS, "[rotate-to-marketing]",
        "须完成的轮岗。", "The rotations to finish.";
    "months_in_role" "任职月数" Optional Shape::Whole, "18",
        "在原岗位至少几个月。", "Months in the role before, at least.";
    "sales_experience_months" "销售经验月数" Optional Shape::Whole, "12",
        "做过销售至少几个月。", "Months of work in sales, at least.";
};

const EXCEPTION: &[Field] = fields! {
    "person" "任职者" Required Shape::Ref(&[Kind::Person]), "李强",
        "给谁的例外。", "Whom it is for.";
    "reason" "理由" Required Shape::Words, "已在市场部工作两年",
        "为什么。", "Why.";
    "by" "批准人" Required ROLE, "general-manager",
        "由哪个岗位批准。", "The role that allowed it.";
    "until" "截止" Required Shape::Date, "2026-12-31",
        "到哪一天为止。", "The day on which it ends.";
};
