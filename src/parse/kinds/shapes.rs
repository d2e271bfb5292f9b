//! Shapes and words that several kinds share.
//!
//! Only constants; what one kind alone uses stands in its own file.

use crate::parse::fields::{Choice, Field, Shape, choices, fields};
use crate::parse::kinds::Kind;

pub(super) const ROLE: Shape = Shape::Ref(&[Kind::Role]);
pub(super) const ROLES: Shape = Shape::List(&ROLE);
pub(super) const DEPARTMENT: Shape = Shape::Ref(&[Kind::Department]);
pub(super) const DEPARTMENTS: Shape = Shape::List(&DEPARTMENT);
pub(super) const AREAS: Shape = Shape::List(&Shape::Ref(&[Kind::Area]));
pub(super) const FORM: Shape = Shape::Ref(&[Kind::Form]);
pub(super) const FORMS: Shape = Shape::List(&FORM);
pub(super) const MEETING: Shape = Shape::Ref(&[Kind::Meeting]);
pub(super) const MEETINGS: Shape = Shape::List(&MEETING);
pub(super) const TRAININGS: Shape = Shape::List(&Shape::Ref(&[Kind::Training]));
pub(super) const IDS: Shape = Shape::List(&Shape::Text);
pub(super) const PHRASES: Shape = Shape::List(&Shape::Words);

/// Who must read a page, or is to be trained: roles, departments or everyone.
pub(super) const PEOPLE: Shape = Shape::List(&Shape::RefOr(
    &[Kind::Role, Kind::Department],
    &["everyone"],
));

/// Which part of a divided work: dimension to one or several of its values.
pub(super) const PART: Shape = Shape::Map(&IDS);

/// What can answer a tension or make a principle real: something that people do, fill in or are measured by.
pub(super) const MECHANISMS: Shape = Shape::List(&Shape::Ref(&[
    Kind::Meeting,
    Kind::Form,
    Kind::Process,
    Kind::Decision,
    Kind::Service,
    Kind::Goal,
    Kind::Budget,
    Kind::Training,
    Kind::Career,
    Kind::Policy,
    Kind::Area,
    Kind::Duty,
    Kind::Role,
]));

pub(super) const DIRECTIONS: &[Choice] = choices! {
    "internal-external" "内外沟通" "inside and outside";
    "vertical" "上下沟通" "up and down";
    "horizontal" "横向沟通" "across";
    "proactive" "主动沟通" "on one's own initiative";
};

pub(super) const READINGS: &[Choice] = choices! {
    "culture" "企业文化" "culture";
    "philosophy" "经营理念" "philosophy";
    "strategy" "市场策略" "market strategy";
    "duties" "岗位职责" "duties";
    "procedures" "管理程序" "procedures";
    "rules" "管理制度" "rules";
};

pub(super) const PHASES: &[Choice] = choices! {
    "plan" "策划" "plan";
    "do" "实施" "do";
    "check" "检查" "check";
};

pub(super) const LEVELS: &[Choice] = choices! {
    "executive" "高层" "executive";
    "director" "总监级" "director";
    "manager" "经理级" "manager";
    "supervisor" "主管级" "supervisor";
    "staff" "员工级" "staff";
};

pub(super) const MODES: &[Choice] = choices! {
    "training" "培训" "training";
    "coaching" "指导" "coaching";
    "rotation" "轮岗" "rotation";
};

/// What a waiver in a page's own header says; it is about that page unless `where` narrows it.
pub(super) const WAIVE: &[Field] = fields! {
    "rule" "规则" Required Shape::Text, "WRD-101",
        "豁免哪一条检查规则，写规则编号。", "Which rule is waived, by its code.";
    "where" "位置" Optional Shape::Text, "duty:collect-surveys",
        "只豁免本页中的哪一处；不写则为整页。", "Which part of this page alone; the whole page when left out.";
    "reason" "理由" Optional Shape::Words, "新岗位三月到岗，此前由经理兼任",
        "为什么暂时可以这样。", "Why it may stay so for now.";
    "by" "批准人" Optional ROLE, "general-manager",
        "由哪个岗位批准豁免。", "The role that allowed it.";
    "until" "截止" Optional Shape::Date, "2026-12-31",
        "豁免到哪一天为止，最长十二个月。", "The day on which it ends, twelve months away at most.";
};
