//! A role and the people who hold it, as meant.

use crate::model::arena::{AnyId, Entity, Id};
use crate::model::department::Department;
use crate::model::goal::Goal;
use crate::model::head::Head;
use crate::model::reader::Reader;
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::text::Localized;
use jiff::civil::Date;

/// A post (W3C ORG): what one seat of the organisation is for.
#[derive(Clone, Debug)]
pub struct Role {
    /// Identity.
    pub head: Head,
    /// Where it sits.
    pub department: Option<Located<Id<Department>>>,
    /// Its boss; none for the root, several where an author wrote so.
    pub reports_to: Vec<Located<Id<Role>>>,
    /// Who else guides its work without being its boss.
    pub dotted_to: Vec<Located<Id<Role>>>,
    /// `executive`, `director`, `manager`, `supervisor` or `staff`.
    pub level: Option<Located<String>>,
    /// How many hold it at a time.
    pub seats: Option<Located<i64>>,
    /// The parts of each scope that its seats cover together, as written.
    pub scope: Vec<(Located<String>, Vec<Located<String>>)>,
    /// Its holder may hold no other role.
    pub dedicated: bool,
    /// Who stands in.
    pub deputy: Vec<Located<Id<Role>>>,
    /// What it is for.
    pub purpose: Localized,
    /// What only this role may change.
    pub owns: Vec<Located<Localized>>,
    /// What its holder must be able to do.
    pub competences: Vec<Located<String>>,
    /// Training, coaching and rotation that develop its holder.
    pub development: Vec<Development>,
    /// Days a month in the field.
    pub field_days_per_month: Option<Located<i64>>,
    /// The roles and departments whose people are preferred for it.
    pub recruit_from: Vec<Located<AnyId>>,
    /// Months of sales experience that a candidate needs.
    pub recruit_months: Option<Located<i64>>,
    /// Why it is not recruited from within.
    pub recruit_reason: Localized,
    /// How it is paid.
    pub pay: Option<Pay>,
}

/// One way of developing a role's holder.
#[derive(Clone, Debug)]
pub struct Development {
    /// `training`, `coaching` or `rotation`.
    pub mode: &'static str,
    /// The programmes.
    pub by: Vec<Located<AnyId>>,
}

/// The mix of a role's pay, in percent.
#[derive(Clone, Debug)]
pub struct Pay {
    /// Fixed.
    pub base: Option<Located<i64>>,
    /// By results.
    pub variable: Option<Located<i64>>,
    /// How much of the variable part hangs on each goal.
    pub weights: Vec<Weight>,
}

/// How much of the variable pay hangs on one goal.
#[derive(Clone, Debug)]
pub struct Weight {
    /// The goal as written.
    pub written: Located<String>,
    /// The goal.
    pub goal: Option<Id<Goal>>,
    /// Percent of the variable part.
    pub percent: Located<i64>,
}

impl Entity for Role {
    const KIND: Kind = Kind::Role;
}

impl Role {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Role {
        Role {
            head,
            department: reader.one("department"),
            reports_to: reader.many("reports_to"),
            dotted_to: reader.many("dotted_to"),
            level: reader.text("level"),
            seats: reader.whole("seats"),
            scope: reader.text_map("scope"),
            dedicated: reader.flag("dedicated"),
            deputy: reader.many("deputy"),
            purpose: reader.words("purpose"),
            owns: reader.words_list("owns"),
            competences: reader.texts("competences"),
            development: reader
                .groups("development", development)
                .into_iter()
                .flatten()
                .collect(),
            field_days_per_month: reader.whole("field_days_per_month"),
            recruit_from: reader.anys("recruit_from"),
            recruit_months: reader
                .groups("recruit_min", |inner| {
                    inner.whole("sales_experience_months")
                })
                .into_iter()
                .next()
                .flatten(),
            recruit_reason: reader.words("recruit_reason"),
            pay: reader.groups("pay", pay).into_iter().next(),
        }
    }
}

fn development(reader: &mut Reader<'_>) -> Vec<Development> {
    ["training", "coaching", "rotation"]
        .into_iter()
        .map(|mode| Development {
            mode,
            by: reader.anys(mode),
        })
        .filter(|development| !development.by.is_empty())
        .collect()
}

fn pay(reader: &mut Reader<'_>) -> Pay {
    let weights = reader.whole_map("weights");
    Pay {
        base: reader.whole("base"),
        variable: reader.whole("variable"),
        weights: weights
            .into_iter()
            .map(|(written, percent)| Weight {
                goal: reader.follow(&written, &[Kind::Goal]).and_then(AnyId::of),
                written,
                percent,
            })
            .collect(),
    }
}

/// A person and the roles they hold.
#[derive(Clone, Debug)]
pub struct Person {
    /// Identity.
    pub head: Head,
    /// What they hold.
    pub holds: Vec<Holding>,
}

/// One role held by one person.
#[derive(Clone, Debug)]
pub struct Holding {
    /// Which role.
    pub role: Option<Located<Id<Role>>>,
    /// For which parts of each scope, as written.
    pub scope: Vec<(Located<String>, Vec<Located<String>>)>,
    /// From when.
    pub since: Option<Located<Date>>,
    /// Until when.
    pub until: Option<Located<Date>>,
    /// Only standing in.
    pub acting: bool,
}

impl Entity for Person {
    const KIND: Kind = Kind::Person;
}

impl Person {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Person {
        Person {
            head,
            holds: reader.groups("roles", |inner| Holding {
                role: inner.one("role"),
                scope: inner.text_map("scope"),
                since: inner.date("since"),
                until: inner.date("until"),
                acting: inner.flag("acting"),
            }),
        }
    }
}
