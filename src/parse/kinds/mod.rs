//! The kinds of things that a handbook is made of: one table, one file of fields each.
//!
//! Help, reference pages, tests and every later room read the table; a new kind is one file and one row.

mod department;

use crate::parse::fields::Field;

/// Which kind a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// 部门: a department.
    Department,
    /// 职能: an area of one department, with its duties.
    Area,
    /// 岗位: a role.
    Role,
    /// 任职者: a person who holds roles.
    Person,
    /// 职责: one duty of an area.
    Duty,
    /// 划分维度: what a duty may be divided by.
    Scope,
    /// 权限表: a decision table.
    Decision,
    /// 流程: a process.
    Process,
    /// 步骤: one step of a process.
    Step,
    /// 会议: a recurring meeting.
    Meeting,
    /// 表单: a form or record.
    Form,
    /// 内部服务承诺: what one department promises another.
    Service,
    /// 目标: a goal and how it is measured.
    Goal,
    /// 预算: a budget line.
    Budget,
    /// 培养项目: a training, coaching or rotation.
    Training,
    /// 职业路径: moves from role to role.
    Career,
    /// 理念/制度: a principle or a rule.
    Policy,
    /// 矛盾: a tension between departments and what answers it.
    Tension,
    /// 术语: a word of the glossary.
    Term,
    /// 日历: holidays and make-up working days.
    Calendar,
    /// 豁免: a finding that is accepted for a time.
    Waiver,
    /// 设置: the handbook's settings.
    Settings,
    /// 类型: the sets that this kind of handbook must hold.
    Profile,
    /// 普通页面: a page without a kind.
    Page,
}

/// How a kind is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// One Markdown page each, in this folder: `meetings`.
    Pages(&'static str),
    /// Entries of one YAML list (or of a folder of such lists): `roles`.
    Entries(&'static str),
    /// Entries of one YAML map, whose key is the id: `scopes`.
    Keyed(&'static str),
    /// The whole of one YAML file: `handbook`.
    Whole(&'static str),
    /// Inside another kind: the field of that kind that holds it.
    Inside(Kind, &'static str),
    /// Any Markdown page that is no other kind.
    Anywhere,
}

/// What there is to know of a kind.
#[derive(Debug)]
pub struct KindRow {
    /// Which.
    pub kind: Kind,
    /// Its word in references and addresses: `meeting`.
    pub id: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// Its English name, singular and plural.
    pub en: (&'static str, &'static str),
    /// Where it is written.
    pub written: Written,
    /// Its keys; pages take those of the common header as well.
    pub fields: &'static [Field],
    /// What it is for, in Chinese and in English.
    pub about: (&'static str, &'static str),
}

/// Every kind, in the order in which readers meet them.
pub const KINDS: &[KindRow] = &[department::KIND];
