//! A recurring meeting, as meant.

use crate::model::arena::{AnyId, Entity, Id};
use crate::model::decision::Decision;
use crate::model::department::Department;
use crate::model::form::Form;
use crate::model::head::Head;
use crate::model::reader::Reader;
use crate::model::role::Role;
use crate::parse::kinds::Kind;
use crate::span::{Located, Span};
use crate::text::{Cadence, Duration, Lead, Localized};

/// Where people meet: when, who, what goes in and what comes out.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// Identity.
    pub head: Head,
    /// How often.
    pub when: Option<Located<Cadence>>,
    /// How long.
    pub length: Option<Located<Duration>>,
    /// Who leads it.
    pub chair: Vec<Located<Id<Role>>>,
    /// Who writes the minutes.
    pub minutes: Vec<Located<Id<Role>>>,
    /// Who must be there.
    pub attend: Vec<Located<Id<Role>>>,
    /// Who may be there.
    pub optional: Vec<Located<Id<Role>>>,
    /// Without whom it does not take place.
    pub quorum: Vec<Located<Id<Role>>>,
    /// How long before it is announced.
    pub notice: Option<Located<Duration>>,
    /// What is brought.
    pub takes: Vec<MeetingInput>,
    /// What is spoken of, in order.
    pub agenda: Vec<AgendaItem>,
    /// What comes out.
    pub gives: Vec<MeetingOutput>,
    /// What it is for.
    pub purpose: Localized,
    /// Where it is held.
    pub place: Localized,
    /// What happens when a holiday is in the way.
    pub on_holiday: Option<Located<String>>,
    /// `plan`, `report`, `review`, …
    pub sort: Option<Located<String>>,
    /// Which of the four kinds of communication it serves.
    pub direction: Vec<Located<String>>,
}

/// A record that must be there before the meeting.
#[derive(Clone, Debug)]
pub struct MeetingInput {
    /// Which.
    pub form: Option<Located<Id<Form>>>,
    /// How long before.
    pub by: Option<Located<Lead>>,
    /// Who brings it; its filler where nobody is named.
    pub from: Vec<Located<Id<Role>>>,
    /// Where it is written.
    pub span: Span,
}

/// One item of the agenda.
#[derive(Clone, Debug)]
pub struct AgendaItem {
    /// Minutes.
    pub minutes: Option<Located<i64>>,
    /// What it is about.
    pub item: Localized,
    /// `inform`, `discuss`, `decide`, `coach` or `follow-up`.
    pub sort: Option<Located<String>>,
    /// Who leads it.
    pub lead: Vec<Located<Id<Role>>>,
    /// The records looked at.
    pub uses: Vec<Located<Id<Form>>>,
    /// The tables by which something is decided.
    pub decides: Vec<Located<Id<Decision>>>,
    /// Which of the topics it treats.
    pub topics: Vec<Located<String>>,
    /// Where it is written.
    pub span: Span,
}

/// What comes out of a meeting.
#[derive(Clone, Debug)]
pub struct MeetingOutput {
    /// Which record.
    pub form: Option<Located<Id<Form>>>,
    /// Who keeps it.
    pub owner: Vec<Located<Id<Role>>>,
    /// The roles that get it.
    pub to: Vec<Located<Id<Role>>>,
    /// The departments that get it.
    pub to_departments: Vec<Located<Id<Department>>>,
    /// How soon.
    pub within: Option<Located<Duration>>,
    /// Where it is written.
    pub span: Span,
}

impl Entity for Meeting {
    const KIND: Kind = Kind::Meeting;
}

impl Meeting {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Meeting {
        Meeting {
            head,
            when: reader.cadence("when"),
            length: reader.duration("length"),
            chair: reader.many("chair"),
            minutes: reader.many("minutes"),
            attend: reader.many("attend"),
            optional: reader.many("optional"),
            quorum: reader.many("quorum"),
            notice: reader.duration("notice"),
            takes: reader.groups("in", |inner| MeetingInput {
                form: inner.one("form"),
                by: inner.lead("by"),
                from: inner.many("from"),
                span: inner.object.span.clone(),
            }),
            agenda: reader.groups("agenda", agenda_item),
            gives: reader.groups("out", output),
            purpose: reader.words("purpose"),
            place: reader.words("place"),
            on_holiday: reader.text("on_holiday"),
            sort: reader.text("type"),
            direction: reader.texts("direction"),
        }
    }
}

fn output(reader: &mut Reader<'_>) -> MeetingOutput {
    let to = reader.anys("to");
    MeetingOutput {
        form: reader.one("form"),
        owner: reader.many("owner"),
        to: of_kind(&to),
        to_departments: of_kind(&to),
        within: reader.duration("within"),
        span: reader.object.span.clone(),
    }
}

fn of_kind<T: Entity>(things: &[Located<AnyId>]) -> Vec<Located<Id<T>>> {
    things
        .iter()
        .filter_map(|thing| thing.value.of().map(|id| thing.with(id)))
        .collect()
}

fn agenda_item(reader: &mut Reader<'_>) -> AgendaItem {
    AgendaItem {
        minutes: reader.whole("min"),
        item: reader.words("item"),
        sort: reader.text("type"),
        lead: reader.many("lead"),
        uses: reader.many("uses"),
        decides: reader.many("decides"),
        topics: reader.texts("topics"),
        span: reader.object.span.clone(),
    }
}
