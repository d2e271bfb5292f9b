//! A process and its steps, as meant.

use crate::model::area::Area;
use crate::model::arena::{AnyId, Entity, Id};
use crate::model::decision::Decision;
use crate::model::form::Form;
use crate::model::head::Head;
use crate::model::meeting::Meeting;
use crate::model::reader::Reader;
use crate::model::role::Role;
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::text::{Cadence, Duration, Localized};

/// Work that passes from hand to hand.
#[derive(Clone, Debug)]
pub struct Process {
    /// Identity.
    pub head: Head,
    /// What it is for.
    pub purpose: Localized,
    /// The areas it serves.
    pub about: Vec<Located<Id<Area>>>,
    /// When it is set going.
    pub starts: Option<Located<Cadence>>,
    /// What it makes.
    pub result: Vec<Located<AnyId>>,
    /// Who watches over it.
    pub supervised_by: Vec<Located<Id<Role>>>,
    /// Its steps, in order.
    pub steps: Vec<Id<Step>>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    /// Identity; the name is what is done.
    pub head: Head,
    /// The process it stands in.
    pub process: Id<Process>,
    /// Who does it.
    pub who: Vec<Located<Id<Role>>>,
    /// The table that decides it.
    pub decision: Option<Located<Id<Decision>>>,
    /// The process that it stands for.
    pub calls: Option<Located<Id<Process>>>,
    /// `plan`, `do` or `check`.
    pub phase: Option<Located<String>>,
    /// Whom it directs.
    pub instructs: Vec<Located<Id<Role>>>,
    /// The meeting where it is done.
    pub meeting: Option<Located<Id<Meeting>>>,
    /// Records it needs.
    pub takes: Vec<Located<Id<Form>>>,
    /// Records it makes.
    pub gives: Vec<Located<Id<Form>>>,
    /// How long it may take.
    pub within: Option<Located<Duration>>,
    /// Who is asked.
    pub consult: Vec<Located<Id<Role>>>,
    /// Who is told.
    pub inform: Vec<Located<Id<Role>>>,
    /// Who helps.
    pub support: Vec<Located<Id<Role>>>,
    /// Where it goes on; nowhere written means to the next step.
    pub next: Vec<Branch>,
    /// The process ends here.
    pub is_end: bool,
}

/// One way out of a step.
#[derive(Clone, Debug)]
pub struct Branch {
    /// When it is taken; nothing for `else`.
    pub condition: Option<Localized>,
    /// The step it leads to.
    pub to: Option<Located<Id<Step>>>,
    /// How often it may be taken, when it leads back.
    pub at_most: Option<Located<i64>>,
    /// Where it goes when that is used up.
    pub then: Option<Located<Id<Step>>>,
    /// Where it is written.
    pub span: crate::span::Span,
}

impl Entity for Process {
    const KIND: Kind = Kind::Process;
}
impl Entity for Step {
    const KIND: Kind = Kind::Step;
}

impl Process {
    /// Reads one; its steps are read by themselves.
    pub fn read(head: Head, reader: &mut Reader<'_>, steps: Vec<Id<Step>>) -> Process {
        Process {
            head,
            purpose: reader.words("purpose"),
            about: reader.many("about"),
            starts: reader.cadence("starts"),
            result: reader.anys("result"),
            supervised_by: reader.many("supervised_by"),
            steps,
        }
    }
}

impl Step {
    /// Reads one. `siblings` finds a step of the same process by its id.
    pub fn read(
        head: Head,
        reader: &mut Reader<'_>,
        process: Id<Process>,
        siblings: &dyn Fn(&str) -> Option<Id<Step>>,
    ) -> Step {
        Step {
            head,
            process,
            who: reader.many("who"),
            decision: reader.one("decision"),
            calls: reader.one("process"),
            phase: reader.text("phase"),
            instructs: reader.many("instructs"),
            meeting: reader.one("meeting"),
            takes: reader.many("in"),
            gives: reader.many("out"),
            within: reader.duration("within"),
            consult: reader.many("consult"),
            inform: reader.many("inform"),
            support: reader.many("support"),
            next: reader.groups("next", |inner| branch(inner, siblings)),
            is_end: reader.flag("end"),
        }
    }
}

fn branch(reader: &mut Reader<'_>, siblings: &dyn Fn(&str) -> Option<Id<Step>>) -> Branch {
    let condition = Some(reader.words("if")).filter(|words| !words.is_empty());
    let key = if condition.is_some() || reader.text("to").is_some() {
        "to"
    } else {
        "else"
    };
    Branch {
        condition,
        to: sibling(reader, key, siblings),
        at_most: reader.whole("at_most"),
        then: sibling(reader, "then", siblings),
        span: reader.object.span.clone(),
    }
}

fn sibling(
    reader: &mut Reader<'_>,
    key: &str,
    siblings: &dyn Fn(&str) -> Option<Id<Step>>,
) -> Option<Located<Id<Step>>> {
    let word = reader.text(key)?;
    let found = siblings(&word.value);
    if found.is_none() {
        let fault = crate::fault::Fault::new("unknown-reference", word.span.clone())
            .blank("name", word.value.clone())
            .blank(
                "kinds",
                crate::text::Words::new("本流程的一个步骤", "a step of this process"),
            );
        reader.seen.faults.push(fault);
    }
    found.map(|id| word.with(id))
}
