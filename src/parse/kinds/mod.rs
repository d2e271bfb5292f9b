//! The kinds of things that a handbook is made of: one table, one file of fields each.
//!
//! Help, reference pages, tests and every later room read the table; a new kind is one file and one row.

mod area;
mod budget;
mod calendar;
mod career;
mod decision;
mod department;
mod duty;
mod form;
mod goal;
mod header;
mod meeting;
mod page;
mod person;
mod policy;
mod process;
mod profile;
mod role;
mod scope;
mod service;
mod settings;
mod shapes;
mod step;
mod tension;
mod term;
mod training;
mod waiver;

use crate::parse::fields::{Field, Shape};

pub use header::{ENTRY, HEADER};

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
    /// Its own keys; [`KindRow::all_fields`] adds those that it shares with others.
    pub fields: &'static [Field],
    /// What it is for, in Chinese and in English.
    pub about: (&'static str, &'static str),
}

/// Every kind, in the order in which readers meet them.
pub const KINDS: &[KindRow] = &[
    department::KIND,
    area::KIND,
    duty::KIND,
    role::KIND,
    person::KIND,
    scope::KIND,
    process::KIND,
    step::KIND,
    decision::KIND,
    meeting::KIND,
    form::KIND,
    service::KIND,
    goal::KIND,
    budget::KIND,
    training::KIND,
    career::KIND,
    policy::KIND,
    tension::KIND,
    term::KIND,
    calendar::KIND,
    waiver::KIND,
    settings::KIND,
    profile::KIND,
    page::KIND,
];

/// The row of a kind.
///
/// # Panics
/// Never: every kind has a row, which a test holds.
pub fn row(kind: Kind) -> &'static KindRow {
    KINDS
        .iter()
        .find(|row| row.kind == kind)
        .expect("every kind has its row in KINDS")
}

/// The kind whose pages lie in this folder of the content: `meetings`.
pub fn of_folder(name: &str) -> Option<Kind> {
    kind_where(|row| matches!(row.written, Written::Pages(folder) if folder == name))
}

/// The kind that this YAML file holds, or the files of this folder hold, named without its ending:
/// `roles`, `scopes`, `handbook`.
pub fn of_list(name: &str) -> Option<Kind> {
    kind_where(|row| match row.written {
        Written::Entries(list) | Written::Keyed(list) | Written::Whole(list) => list == name,
        Written::Pages(_) | Written::Inside(..) | Written::Anywhere => false,
    })
}

/// The kind that a word means, in English or in Chinese: `form` or `表单`, as in `表单:周计划`.
pub fn by_id(id: &str) -> Option<Kind> {
    kind_where(|row| row.id == id || row.zh == id)
}

/// Whether a word is a key that may stand in some kind's file, with or without a language suffix.
pub fn is_key(word: &str) -> bool {
    let stem = word.rsplit_once('_').map_or(word, |(stem, _)| stem);
    let is = |field: &Field| {
        [field.name, field.zh]
            .iter()
            .any(|key| *key == word || *key == stem)
    };
    KINDS.iter().any(|row| {
        row.all_fields().any(is) || row.fields.iter().any(|field| is_inner_key(field, &is))
    })
}

fn is_inner_key(field: &Field, is: &dyn Fn(&Field) -> bool) -> bool {
    let mut shape = &field.shape;
    while let Shape::List(inner) | Shape::Map(inner) = shape {
        shape = inner;
    }
    match shape {
        Shape::Group(fields) => fields
            .iter()
            .any(|inner| is(inner) || is_inner_key(inner, is)),
        _ => false,
    }
}

fn kind_where(fits: impl Fn(&KindRow) -> bool) -> Option<Kind> {
    KINDS.iter().find(|row| fits(row)).map(|row| row.kind)
}

impl KindRow {
    /// The field that a key means, in English or in Chinese, without a language suffix.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.all_fields()
            .find(|field| field.name == key || field.zh == key)
    }

    /// Its own fields, then those that it shares with others written the same way.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.fields.iter().chain(self.shared())
    }

    /// [`HEADER`] for pages, [`ENTRY`] for entries of lists, nothing for the rest.
    fn shared(&self) -> &'static [Field] {
        match self.written {
            Written::Pages(_) | Written::Anywhere => HEADER,
            Written::Entries(_) | Written::Keyed(_) if self.kind != Kind::Waiver => ENTRY,
            _ => &[],
        }
    }
}
