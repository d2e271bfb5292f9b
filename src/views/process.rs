//! Processes: the steps in order, who does each, and where work passes between departments.

use crate::model::belonging::sat_in;
use crate::model::decision::Decider;
use crate::model::process::Branch as ModelBranch;
use crate::model::{Department, Id, Model, Process, Step as ModelStep};
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{self, Said, said};
use crate::views::sight::{From, Sight};
use crate::views::{section, thing, url};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "process",
    pages,
};

/// What the page of a process shows.
#[derive(Serialize)]
struct Shown {
    purpose: Option<Said>,
    about: Vec<Link>,
    starts: String,
    result: Vec<Link>,
    supervised_by: Vec<Link>,
    steps: Steps,
}

/// The steps of a process, on its own page or in prose.
#[derive(Serialize)]
pub(super) struct Steps {
    /// The process's own page.
    link: Link,
    /// Whether a step can be led to by its id.
    has_anchors: bool,
    items: Vec<Step>,
}

/// One step.
#[derive(Serialize)]
struct Step {
    /// Its anchor.
    id: String,
    number: usize,
    name: Said,
    phase: String,
    /// Where it is done, by department.
    departments: Vec<Link>,
    who: Vec<Link>,
    decision: Option<Link>,
    meeting: Option<Link>,
    calls: Option<Link>,
    takes: Vec<Link>,
    gives: Vec<Link>,
    within: String,
    consult: Vec<Link>,
    inform: Vec<Link>,
    support: Vec<Link>,
    instructs: Vec<Link>,
    branches: Vec<Branch>,
    /// Work passes to these with the step that follows.
    hands_over: Vec<Link>,
    is_end: bool,
}

/// One way out of a step.
#[derive(Serialize)]
struct Branch {
    /// Nothing for all other cases.
    condition: Option<Said>,
    to: Option<StepLink>,
    /// It leads back.
    is_return: bool,
    /// How often it may be taken, as a sentence.
    at_most: String,
    then: Option<StepLink>,
    /// Work passes to these.
    hands_over: Vec<Link>,
}

/// A step of the same process.
#[derive(Serialize)]
struct StepLink {
    number: usize,
    link: Link,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let processes = sight.model.processes.items().iter();
    processes
        .filter_map(|process| {
            let mut page =
                thing::page(sight, &process.head, VIEW.name, |from| shown(from, process))?;
            section::announce(sight, &mut page, &["steps"]);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, process: &Process) -> Shown {
    let sight = &from.sight;
    let starts = process.starts.as_ref().map(|starts| &starts.value);
    Shown {
        purpose: said(sight, &process.purpose),
        about: from.links(&process.about),
        starts: said::cadence(sight, starts),
        result: from.anys(&process.result),
        supervised_by: from.links(&process.supervised_by),
        steps: Steps {
            has_anchors: true,
            ..steps(from, process)
        },
    }
}

/// The steps of a process, without anchors.
pub(super) fn steps(from: &From<'_>, process: &Process) -> Steps {
    let items: Vec<Step> = (0..process.steps.len())
        .map(|at| step(from, process, at))
        .collect();
    Steps {
        link: from.any(process.head.me),
        has_anchors: false,
        items,
    }
}

fn step(from: &From<'_>, process: &Process, at: usize) -> Step {
    let sight = &from.sight;
    let me = process.steps[at];
    let step = &sight.model.steps[me];
    let next = process.steps.get(at + 1).copied();
    let passes_on = step.next.is_empty() && !step.is_end;
    Step {
        id: url::segment(&step.head.id.value),
        number: at + 1,
        name: said(sight, &step.head.name).unwrap_or_default(),
        phase: step
            .phase
            .as_ref()
            .map(|phase| said::choice(sight, "phases", &phase.value))
            .unwrap_or_default(),
        departments: links(from, &seat(sight.model, step)),
        who: from.links(&step.who),
        decision: from.maybe(step.decision.as_ref()),
        meeting: from.maybe(step.meeting.as_ref()),
        calls: from.maybe(step.calls.as_ref()),
        takes: from.links(&step.takes),
        gives: from.links(&step.gives),
        within: said::duration(sight, step.within.as_ref().map(|within| within.value)),
        consult: from.links(&step.consult),
        inform: from.links(&step.inform),
        support: from.links(&step.support),
        instructs: from.links(&step.instructs),
        branches: step
            .next
            .iter()
            .map(|branch| one_branch(from, process, at, branch))
            .collect(),
        hands_over: hands_over(from, me, next.filter(|_| passes_on)),
        is_end: step.is_end,
    }
}

fn one_branch(from: &From<'_>, process: &Process, at: usize, branch: &ModelBranch) -> Branch {
    let place = |id: Id<ModelStep>| process.steps.iter().position(|step| *step == id);
    let link = |id: Id<ModelStep>| {
        Some(StepLink {
            number: place(id)? + 1,
            link: from.link(id),
        })
    };
    let to = branch.to.as_ref().map(|to| to.value);
    let limit = branch.at_most.as_ref().map(|most| most.value.to_string());
    Branch {
        condition: branch
            .condition
            .as_ref()
            .and_then(|words| said(&from.sight, words)),
        to: to.and_then(link),
        is_return: to.and_then(place).is_some_and(|to| to <= at),
        at_most: limit
            .map(|times| said::fill(&from.sight, "process.at_most", &[("n", &times)]))
            .unwrap_or_default(),
        then: branch.then.as_ref().and_then(|then| link(then.value)),
        hands_over: hands_over(from, process.steps[at], to),
    }
}

/// The departments to which work passes from one step to another; nothing where it stays or where it is
/// not known who does either.
fn hands_over(from: &From<'_>, here: Id<ModelStep>, there: Option<Id<ModelStep>>) -> Vec<Link> {
    let model = from.sight.model;
    let Some(there) = there else {
        return Vec::new();
    };
    let (here, there) = (
        seat(model, &model.steps[here]),
        seat(model, &model.steps[there]),
    );
    if here.is_empty() || there.iter().any(|department| here.contains(department)) {
        return Vec::new();
    }
    links(from, &there)
}

/// The departments in which a step is done: where those sit who do it, else who lead its meeting, else
/// who may decide it.
fn seat(model: &Model, step: &ModelStep) -> Vec<Id<Department>> {
    if !step.who.is_empty() {
        return sat_in(model, &step.who);
    }
    if let Some(meeting) = &step.meeting {
        return sat_in(model, &model.meetings[meeting.value].chair);
    }
    let Some(decision) = &step.decision else {
        return Vec::new();
    };
    let rows = &model.decisions[decision.value].rows;
    let deciders: Vec<_> = rows
        .iter()
        .filter_map(|row| row.decide.as_ref())
        .filter_map(|decide| match decide.value {
            Decider::Role(role) => Some(decide.with(role)),
            Decider::Nobody => None,
        })
        .collect();
    sat_in(model, &deciders)
}

fn links(from: &From<'_>, departments: &[Id<Department>]) -> Vec<Link> {
    departments
        .iter()
        .map(|department| from.link(*department))
        .collect()
}
