//! A form or record, as meant.

use crate::model::arena::{AnyId, Entity, Id};
use crate::model::head::Head;
use crate::model::reader::Reader;
use crate::model::role::Role;
use crate::model::scope::Scope;
use crate::parse::kinds::Kind;
use crate::span::{Located, Span};
use crate::text::{Cadence, Duration, Localized};

/// A record: who fills it, who collects it, who uses it, and what the filler gets back.
#[derive(Clone, Debug)]
pub struct Form {
    /// Identity.
    pub head: Head,
    /// What it is for.
    pub purpose: Localized,
    /// Which of the topics it tells of.
    pub topics: Vec<Located<String>>,
    /// Who designed it.
    pub designed_by: Vec<Located<Id<Role>>>,
    /// Who fills it.
    pub filled_by: Vec<Located<Id<Role>>>,
    /// Who collects it.
    pub collected_by: Vec<Located<Id<Role>>>,
    /// Who uses it.
    pub used_by: Vec<Located<Id<Role>>>,
    /// Who must sign it.
    pub signed_by: Vec<Located<Id<Role>>>,
    /// What is made from it.
    pub feeds: Vec<Located<AnyId>>,
    /// What the filler gets back.
    pub answer_to: Vec<Answer>,
    /// How often it is due.
    pub every: Option<Located<Cadence>>,
    /// How long it is kept.
    pub keep: Option<Located<Duration>>,
    /// Minutes it takes to fill.
    pub minutes_to_fill: Option<Located<i64>>,
    /// How long before it must be handed in.
    pub apply_before: Option<Located<Duration>>,
    /// A register of so many lines rather than a sheet of questions.
    pub lines: Option<Located<i64>>,
    /// What it asks.
    pub fields: Vec<Question>,
    /// Which of the four kinds of communication it serves.
    pub direction: Vec<Located<String>>,
}

/// The answer that a filler is owed.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Who gets it.
    pub who: Vec<Located<Id<Role>>>,
    /// In which record.
    pub form: Option<Located<Id<Form>>>,
    /// How soon.
    pub within: Option<Located<Duration>>,
}

/// One question of a form.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its id within the form.
    pub id: Option<Located<String>>,
    /// What is asked.
    pub ask: Localized,
    /// `text`, `number`, `choice`, …
    pub sort: Option<Located<String>>,
    /// It must be answered.
    pub required: bool,
    /// The least number allowed, as written.
    pub least: Option<Located<String>>,
    /// The greatest number allowed, as written.
    pub most: Option<Located<String>>,
    /// What a number counts.
    pub unit: Localized,
    /// How to answer.
    pub note: Localized,
    /// The scope whose parts may be chosen.
    pub from: Option<Located<Id<Scope>>>,
    /// What may be chosen, by id.
    pub values: Vec<(Located<String>, Localized)>,
    /// Where the answer is used.
    pub used_in: Vec<Located<AnyId>>,
    /// Where it is written.
    pub span: Span,
}

impl Entity for Form {
    const KIND: Kind = Kind::Form;
}

impl Form {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Form {
        Form {
            head,
            purpose: reader.words("purpose"),
            topics: reader.texts("topics"),
            designed_by: reader.many("designed_by"),
            filled_by: reader.many("filled_by"),
            collected_by: reader.many("collected_by"),
            used_by: reader.many("used_by"),
            signed_by: reader.many("signed_by"),
            feeds: reader.anys("feeds"),
            answer_to: reader.groups("answer_to", |inner| Answer {
                who: inner.many("who"),
                form: inner.one("form"),
                within: inner.duration("within"),
            }),
            every: reader.cadence("every"),
            keep: reader.duration("keep"),
            minutes_to_fill: reader.whole("minutes_to_fill"),
            apply_before: reader.duration("apply_before"),
            lines: reader.whole("lines"),
            fields: reader.groups("fields", question),
            direction: reader.texts("direction"),
        }
    }
}

fn question(reader: &mut Reader<'_>) -> Question {
    Question {
        id: reader.text("id"),
        ask: reader.words("ask"),
        sort: reader.text("type"),
        required: reader.flag("required"),
        least: reader.text("min"),
        most: reader.text("max"),
        unit: reader.words("unit"),
        note: reader.words("note"),
        from: reader.one("from"),
        values: reader.labels("values"),
        used_in: reader.anys("used_in"),
        span: reader.object.span.clone(),
    }
}
