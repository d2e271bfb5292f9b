//! How people grow: trainings, coachings, rotations, and the moves from role to role, as meant.

use crate::model::arena::{AnyId, Entity, Id};
use crate::model::decision::Decision;
use crate::model::department::Department;
use crate::model::form::Form;
use crate::model::head::Head;
use crate::model::reader::{NameOr, Reader};
use crate::model::role::Role;
use crate::parse::kinds::Kind;
use crate::span::{Located, Span};
use crate::text::{Cadence, Duration, Localized};

/// A training, coaching or rotation.
#[derive(Clone, Debug)]
pub struct Training {
    /// Identity.
    pub head: Head,
    /// `training`, `coaching` or `rotation`.
    pub mode: Option<Located<String>>,
    /// Whom it is for: roles, departments, or `everyone`.
    pub meant_for: Vec<Located<NameOr>>,
    /// What it teaches.
    pub gives: Vec<Located<Localized>>,
    /// What must be done before.
    pub requires: Vec<Located<Id<Training>>>,
    /// Who takes people in.
    pub host: Option<Host>,
    /// How long it takes.
    pub length: Option<Located<Duration>>,
    /// The record that proves it.
    pub proof: Vec<Located<Id<Form>>>,
    /// How often it is held.
    pub every: Option<Located<Cadence>>,
}

/// Who takes people in.
#[derive(Clone, Debug)]
pub struct Host {
    /// Where.
    pub department: Option<Located<Id<Department>>>,
    /// How many at a time.
    pub places: Option<Located<i64>>,
    /// Who looks after them.
    pub mentor: Option<Located<Id<Role>>>,
}

impl Entity for Training {
    const KIND: Kind = Kind::Training;
}

impl Training {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Training {
        Training {
            head,
            mode: reader.text("mode"),
            meant_for: reader.names_or_words("for"),
            gives: reader.words_list("gives"),
            requires: reader.many("requires"),
            host: reader
                .groups("host", |inner| Host {
                    department: inner.one("department"),
                    places: inner.whole("places"),
                    mentor: inner.one("mentor"),
                })
                .into_iter()
                .next(),
            length: reader.duration("length"),
            proof: reader.many("proof"),
            every: reader.cadence("every"),
        }
    }
}

/// Moves from role to role.
#[derive(Clone, Debug)]
pub struct Career {
    /// Identity.
    pub head: Head,
    /// The moves.
    pub moves: Vec<Move>,
}

/// One move.
#[derive(Clone, Debug)]
pub struct Move {
    /// Where from.
    pub from: Vec<Located<Id<Role>>>,
    /// Where to.
    pub to: Vec<Located<Id<Role>>>,
    /// Programmes that must be done before.
    pub programmes: Vec<Located<AnyId>>,
    /// Months in the present role.
    pub months_in_role: Option<Located<i64>>,
    /// Months of sales experience.
    pub sales_months: Option<Located<i64>>,
    /// The table that decides it.
    pub decided_by: Option<Located<Id<Decision>>>,
    /// Where it is written.
    pub span: Span,
}

impl Entity for Career {
    const KIND: Kind = Kind::Career;
}

impl Career {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Career {
        Career {
            head,
            moves: reader.groups("moves", one_move),
        }
    }
}

fn one_move(reader: &mut Reader<'_>) -> Move {
    let requires = reader.groups("requires", |inner| {
        let mut programmes = inner.anys("training");
        programmes.extend(inner.anys("rotation"));
        (
            programmes,
            inner.whole("months_in_role"),
            inner.whole("sales_experience_months"),
        )
    });
    let (programmes, months_in_role, sales_months) =
        requires.into_iter().next().unwrap_or_default();
    Move {
        from: reader.many("from"),
        to: reader.many("to"),
        programmes,
        months_in_role,
        sales_months,
        decided_by: reader.one("decided_by"),
        span: reader.object.span.clone(),
    }
}
