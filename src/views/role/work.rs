//! What a role has a hand in, as lists with links: duties, decisions, steps, meetings, forms, goals
//! and promises.

use crate::model::relations::{Hand, OfRole, Say, SayPart, Seat, StepPart};
use crate::model::{Form, Id, Letter, Meeting, Process, Role, Service};
use crate::span::Located;
use crate::views::case;
use crate::views::page::Link;
use crate::views::said::{Said, cadence, duration, said};
use crate::views::sentence::Sentence;
use crate::views::sight::From;
use serde::Serialize;

/// The work of a role.
#[derive(Serialize)]
pub(super) struct Work {
    /// By letter, the weightiest first; letters that it never bears are left out.
    duties: Vec<OfLetter>,
    /// By part, the weightiest first; parts that it never has are left out.
    decisions: Vec<OfPart>,
    escalated: Vec<Link>,
    processes: Vec<Path>,
    supervises: Vec<Link>,
    meetings: Vec<Sitting>,
    /// Forms that it fills in.
    fills: Vec<Filling>,
    /// Forms that it collects, uses or designed.
    handles: Vec<Handling>,
    goals: Vec<Aim>,
    budgets: Vec<Link>,
    controls: Vec<Link>,
    services: Vec<Promise>,
    /// Pages that it keeps right.
    keeps: Vec<Link>,
    /// Pages that it puts in force.
    approves: Vec<Link>,
}

#[derive(Serialize)]
struct OfLetter {
    letter: &'static str,
    duties: Vec<Duty>,
}

#[derive(Serialize)]
struct Duty {
    link: Link,
    area: Link,
}

#[derive(Serialize)]
struct OfPart {
    /// `decides`, `agrees`, `proposes`, `performs` or `records`.
    part: &'static str,
    tables: Vec<Table>,
}

/// A table, and the cases of it in which the role has the part.
#[derive(Serialize)]
struct Table {
    link: Link,
    cases: Vec<Case>,
}

#[derive(Serialize)]
struct Case {
    asks: Sentence,
    /// How soon it is answered; empty where that was not said.
    within: String,
    form: Vec<Link>,
}

/// A process, and the steps in which the role has a part.
#[derive(Serialize)]
struct Path {
    link: Link,
    steps: Vec<Stride>,
}

#[derive(Serialize)]
struct Stride {
    link: Link,
    /// `does`, `rules`, `supports`, `consulted`, `instructed` or `informed`.
    part: &'static str,
    within: String,
}

#[derive(Serialize)]
struct Sitting {
    link: Link,
    /// `chairs`, `minutes`, `attends` or `optional`.
    seats: Vec<&'static str>,
    when: String,
    length: String,
}

#[derive(Serialize)]
struct Filling {
    link: Link,
    every: String,
    collected_by: Vec<Link>,
    /// The record that comes back, and how soon.
    answer: Vec<Link>,
    answer_within: String,
}

#[derive(Serialize)]
struct Handling {
    /// `collects`, `uses` or `designs`.
    hand: &'static str,
    forms: Vec<Link>,
}

#[derive(Serialize)]
struct Aim {
    link: Link,
    target: Option<Said>,
}

#[derive(Serialize)]
struct Promise {
    link: Link,
    says: Option<Said>,
    customer: Vec<Link>,
}

/// That of a role.
pub(super) fn of(from: &From<'_>, role: Id<Role>) -> Work {
    let of = from.sight.relations.role(role);
    let goals = &from.sight.model.goals;
    Work {
        duties: duties(from, of),
        decisions: decisions(from, of),
        escalated: of.escalated.iter().map(|table| from.link(*table)).collect(),
        processes: processes(from, of),
        supervises: of.supervises.iter().map(|path| from.link(*path)).collect(),
        meetings: meetings(from, of),
        fills: forms(of, Hand::Fills)
            .map(|form| filling(from, form, role))
            .collect(),
        handles: handles(from, of),
        goals: of
            .goals
            .iter()
            .map(|goal| Aim {
                link: from.link(*goal),
                target: said(&from.sight, &goals[*goal].target),
            })
            .collect(),
        budgets: of.budgets.iter().map(|budget| from.link(*budget)).collect(),
        controls: of
            .controls
            .iter()
            .map(|budget| from.link(*budget))
            .collect(),
        services: of
            .contact_for
            .iter()
            .map(|service| promise(from, *service))
            .collect(),
        keeps: of.keeps.iter().map(|page| from.any(*page)).collect(),
        approves: of.approves.iter().map(|page| from.any(*page)).collect(),
    }
}

fn duties(from: &From<'_>, of: &OfRole) -> Vec<OfLetter> {
    let bearing = |letter: Letter| {
        let duties = of.duties.iter();
        let borne = duties.filter(move |(_, letters)| letters.contains(&letter));
        borne.map(|(id, _)| Duty {
            link: from.link(*id),
            area: from.link(from.sight.model.duties[*id].area),
        })
    };
    Letter::ALL
        .into_iter()
        .map(|letter| OfLetter {
            letter: letter.name(),
            duties: bearing(letter).collect(),
        })
        .filter(|group| !group.duties.is_empty())
        .collect()
}

fn decisions(from: &From<'_>, of: &OfRole) -> Vec<OfPart> {
    [
        (SayPart::Decides, "decides"),
        (SayPart::Agrees, "agrees"),
        (SayPart::Proposes, "proposes"),
        (SayPart::Performs, "performs"),
        (SayPart::Records, "records"),
    ]
    .into_iter()
    .map(|(part, name)| OfPart {
        part: name,
        tables: tables(from, of.decisions.iter().filter(|say| say.part == part)),
    })
    .filter(|group| !group.tables.is_empty())
    .collect()
}

fn tables<'a>(from: &From<'_>, says: impl Iterator<Item = &'a Say>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut last = None;
    for say in says {
        if last != Some(say.decision) {
            tables.push(Table {
                link: from.link(say.decision),
                cases: Vec::new(),
            });
        }
        last = Some(say.decision);
        if let Some(table) = tables.last_mut() {
            table.cases.extend(one_case(from, *say));
        }
    }
    tables
}

fn one_case(from: &From<'_>, say: Say) -> Option<Case> {
    let decision = &from.sight.model.decisions[say.decision];
    let row = decision.rows.get(say.row)?;
    Some(Case {
        asks: case::of(&from.sight, decision, row),
        within: duration(&from.sight, row.within.as_ref().map(|time| time.value)),
        form: from.maybe(row.form.as_ref()).into_iter().collect(),
    })
}

fn processes(from: &From<'_>, of: &OfRole) -> Vec<Path> {
    let mut paths: Vec<Path> = Vec::new();
    let mut last: Option<Id<Process>> = None;
    for (id, part) in &of.steps {
        let step = &from.sight.model.steps[*id];
        if last != Some(step.process) {
            paths.push(Path {
                link: from.link(step.process),
                steps: Vec::new(),
            });
        }
        last = Some(step.process);
        if let Some(path) = paths.last_mut() {
            path.steps.push(Stride {
                link: from.link(*id),
                part: part_name(*part),
                within: duration(&from.sight, step.within.as_ref().map(|time| time.value)),
            });
        }
    }
    paths
}

fn part_name(part: StepPart) -> &'static str {
    match part {
        StepPart::Does => "does",
        StepPart::Decides => "rules",
        StepPart::Supports => "supports",
        StepPart::Consulted => "consulted",
        StepPart::Instructed => "instructed",
        StepPart::Informed => "informed",
    }
}

fn meetings(from: &From<'_>, of: &OfRole) -> Vec<Sitting> {
    let mut sittings: Vec<Sitting> = Vec::new();
    let mut last: Option<Id<Meeting>> = None;
    for (id, seat) in &of.meetings {
        let meeting = &from.sight.model.meetings[*id];
        if last != Some(*id) {
            sittings.push(Sitting {
                link: from.link(*id),
                seats: Vec::new(),
                when: cadence(&from.sight, meeting.when.as_ref().map(|when| &when.value)),
                length: duration(&from.sight, meeting.length.as_ref().map(|time| time.value)),
            });
        }
        last = Some(*id);
        if let Some(sitting) = sittings.last_mut() {
            sitting.seats.push(match seat {
                Seat::Chairs => "chairs",
                Seat::Minutes => "minutes",
                Seat::Attends => "attends",
                Seat::Optional => "optional",
            });
        }
    }
    sittings
}

fn forms(of: &OfRole, hand: Hand) -> impl Iterator<Item = Id<Form>> {
    let forms = of.forms.iter();
    forms
        .filter(move |(_, own)| *own == hand)
        .map(|(form, _)| *form)
}

fn filling(from: &From<'_>, id: Id<Form>, role: Id<Role>) -> Filling {
    let form = &from.sight.model.forms[id];
    let is_owed = |who: &Located<Id<Role>>| who.value == role;
    let answer = form
        .answer_to
        .iter()
        .find(|answer| answer.who.iter().any(is_owed));
    Filling {
        link: from.link(id),
        every: cadence(&from.sight, form.every.as_ref().map(|when| &when.value)),
        collected_by: from.links(&form.collected_by),
        answer: answer
            .and_then(|answer| from.maybe(answer.form.as_ref()))
            .into_iter()
            .collect(),
        answer_within: duration(
            &from.sight,
            answer
                .and_then(|answer| answer.within.as_ref())
                .map(|time| time.value),
        ),
    }
}

fn handles(from: &From<'_>, of: &OfRole) -> Vec<Handling> {
    [
        (Hand::Collects, "collects"),
        (Hand::Uses, "uses"),
        (Hand::Designs, "designs"),
    ]
    .into_iter()
    .map(|(hand, name)| Handling {
        hand: name,
        forms: forms(of, hand).map(|form| from.link(form)).collect(),
    })
    .filter(|handling| !handling.forms.is_empty())
    .collect()
}

fn promise(from: &From<'_>, id: Id<Service>) -> Promise {
    let service = &from.sight.model.services[id];
    Promise {
        link: from.link(id),
        says: said(&from.sight, &service.promise),
        customer: from.links(&service.customer),
    }
}
