//! Goals and the money set aside for them, as meant.

use crate::model::arena::{Entity, Id};
use crate::model::department::Department;
use crate::model::form::Form;
use crate::model::head::Head;
use crate::model::meeting::Meeting;
use crate::model::reader::{NameOr, Reader};
use crate::model::role::Role;
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::text::{Localized, Period};

/// A goal and how it is measured.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Identity.
    pub head: Head,
    /// Who answers for it.
    pub owner: Vec<Located<Id<Role>>>,
    /// The departments that share it.
    pub shared_by: Vec<Located<Id<Department>>>,
    /// The one department whose it is.
    pub department: Vec<Located<Id<Department>>>,
    /// How it is computed.
    pub formula: Localized,
    /// The record that the numbers come from.
    pub source: Vec<Located<Id<Form>>>,
    /// Where it is looked at.
    pub reviewed_in: Vec<Located<Id<Meeting>>>,
    /// The goal above it, or `company`.
    pub ladder: Vec<Located<NameOr>>,
    /// Goals that pull the other way.
    pub conflicts_with: Vec<Located<Id<Goal>>>,
    /// What is aimed at, as written.
    pub target: Localized,
}

impl Entity for Goal {
    const KIND: Kind = Kind::Goal;
}

impl Goal {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Goal {
        Goal {
            head,
            owner: reader.many("owner"),
            shared_by: reader.many("shared_by"),
            department: reader.many("department"),
            formula: reader.words("formula"),
            source: reader.many("source"),
            reviewed_in: reader.many("reviewed_in"),
            ladder: reader.names_or_words("ladder"),
            conflicts_with: reader.many("conflicts_with"),
            target: reader.words("target"),
        }
    }
}

/// Money set aside for a period and tied to a goal.
#[derive(Clone, Debug)]
pub struct Budget {
    /// Identity.
    pub head: Head,
    /// Who may spend it.
    pub owner: Vec<Located<Id<Role>>>,
    /// Who watches it.
    pub controller: Vec<Located<Id<Role>>>,
    /// For when.
    pub period: Option<Located<Period>>,
    /// How much, in the smallest unit.
    pub amount: Option<Located<i64>>,
    /// What it is to reach.
    pub goal: Vec<Located<Id<Goal>>>,
    /// What it pays for, as written.
    pub covers: Vec<Located<String>>,
}

impl Entity for Budget {
    const KIND: Kind = Kind::Budget;
}

impl Budget {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Budget {
        Budget {
            head,
            owner: reader.many("owner"),
            controller: reader.many("controller"),
            period: reader.period("period"),
            amount: reader.money("amount"),
            goal: reader.many("goal"),
            covers: reader.texts("covers"),
        }
    }
}
