//! A decision table (DMN), as meant: inputs are axes, rows are boxes.

use crate::fault::Fault;
use crate::model::area::Area;
use crate::model::arena::{AnyId, Entity, Id};
use crate::model::department::Department;
use crate::model::form::Form;
use crate::model::goal::Budget;
use crate::model::head::Head;
use crate::model::meeting::Meeting;
use crate::model::reader::{NameOr, Reader};
use crate::model::role::Role;
use crate::parse::kinds::Kind;
use crate::parse::slips::{self, nearest};
use crate::parse::yaml::{Node, NodeKind};
use crate::span::{Located, Span};
use crate::text::{Axis, AxisUnit, Duration, Interval, Localized, Step, Words, limit, money};

/// Who decides, in which case, up to how much.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Identity.
    pub head: Head,
    /// The areas it concerns.
    pub about: Vec<Located<Id<Area>>>,
    /// `unique`, `any` or `first`.
    pub hit: Option<Located<String>>,
    /// Whether every case must be answered.
    pub complete: bool,
    /// What is weighed.
    pub criteria: Vec<Located<Localized>>,
    /// How long before one must ask.
    pub apply_before: Option<Located<Duration>>,
    /// The axes.
    pub inputs: Vec<Input>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// What happens with a case that no row names: `escalate`, or a thing.
    pub otherwise: Vec<Located<NameOr>>,
    /// Who decides when the decider does not.
    pub escalate: Option<Escalation>,
}

/// One axis of a table.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its id in `when`.
    pub id: Located<String>,
    /// What it is called.
    pub name: Localized,
    /// What stands on it.
    pub domain: Domain,
    /// What a number counts.
    pub unit: Localized,
}

/// What an input may be.
#[derive(Clone, Debug)]
pub enum Domain {
    /// One of these, by id.
    Choice(Vec<(Located<String>, Localized)>),
    /// An amount of money or a number.
    Range(Axis),
}

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is called, if anything.
    pub name: Localized,
    /// One test for each input, in their order; nothing where any value will do.
    pub when: Vec<Option<Located<Test>>>,
    /// Who proposes.
    pub propose: Vec<Located<Id<Role>>>,
    /// Who must agree.
    pub agree: Vec<Located<Id<Role>>>,
    /// Who decides; `nobody` where it is refused.
    pub decide: Option<Located<Decider>>,
    /// The table that answers instead.
    pub uses: Option<Located<Id<Decision>>>,
    /// What must come first where it is refused.
    pub otherwise: Vec<Located<AnyId>>,
    /// Who carries it out.
    pub perform: Vec<Located<Id<Role>>>,
    /// Who keeps the record.
    pub record: Vec<Located<Id<Role>>>,
    /// The form it is asked for with.
    pub form: Option<Located<Id<Form>>>,
    /// How soon it is answered.
    pub within: Option<Located<Duration>>,
    /// The envelope inside which a department approves its own proposals.
    pub self_approval: Option<SelfApproval>,
    /// Where it is written.
    pub span: Span,
}

/// Who decides a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// This role.
    Role(Id<Role>),
    /// Nobody: it is refused.
    Nobody,
}

/// What a row asks of one input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// One of these choices, by their place on the axis.
    Choices(Vec<u16>),
    /// A number or amount between these, ends included.
    Within(Interval),
}

/// Approval inside one's own department, within a budget, looked at afterwards.
#[derive(Clone, Debug)]
pub struct SelfApproval {
    /// Inside which department.
    pub department: Option<Located<Id<Department>>>,
    /// Within which budget.
    pub budget_line: Option<Located<Id<Budget>>>,
    /// Where it is looked at.
    pub checked_in: Vec<Located<Id<Meeting>>>,
    /// Where it is written.
    pub span: Span,
}

/// When and to whom a late decision goes.
#[derive(Clone, Debug)]
pub struct Escalation {
    /// After how long.
    pub after: Option<Located<Duration>>,
    /// To whom.
    pub to: Option<Located<Id<Role>>>,
}

impl Entity for Decision {
    const KIND: Kind = Kind::Decision;
}

impl Decision {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Decision {
        let inputs = reader.keyed("inputs", input);
        let rows = reader.groups("rows", |inner| row(inner, &inputs));
        let complete = reader.object.get("complete").is_none() || reader.flag("complete");
        Decision {
            head,
            about: reader.many("about"),
            hit: reader.text("hit"),
            complete,
            criteria: reader.words_list("criteria"),
            apply_before: reader.duration("apply_before"),
            inputs,
            rows,
            otherwise: reader.names_or_words("otherwise"),
            escalate: reader
                .groups("escalate", |inner| Escalation {
                    after: inner.duration("after"),
                    to: inner.one("to"),
                })
                .into_iter()
                .next(),
        }
    }
}

fn input(id: &Located<String>, reader: &mut Reader<'_>) -> Input {
    let values = reader.labels("values");
    let domain = if let Some(step) = reader.text("number") {
        let step = Step::parse(&step.value).unwrap_or_else(|why| {
            reader
                .seen
                .faults
                .push(slips::unreadable(&step.span, &step.value, why));
            Step::WHOLE
        });
        Domain::Range(axis(reader, AxisUnit::Number(step)))
    } else if reader.text("money").is_some() {
        Domain::Range(axis(reader, AxisUnit::Money))
    } else {
        if values.is_empty() {
            let fault = Fault::new("input-without-values", id.span.clone())
                .blank("input", id.value.clone());
            reader.seen.faults.push(fault);
        }
        Domain::Choice(values)
    };
    Input {
        id: id.clone(),
        name: reader.words("name"),
        domain,
        unit: reader.words("unit"),
    }
}

fn axis(reader: &mut Reader<'_>, unit: AxisUnit) -> Axis {
    Axis {
        unit,
        from: end(reader, "from", unit),
        to: end(reader, "to", unit),
    }
}

fn end(reader: &mut Reader<'_>, key: &str, unit: AxisUnit) -> Option<i64> {
    let node = reader.raw(key)?;
    let NodeKind::Scalar { text, .. } = &node.kind else {
        return None;
    };
    let read = match unit {
        AxisUnit::Money => money::parse(text),
        AxisUnit::Number(step) => step.count(text),
    };
    read.map_err(|why| {
        reader
            .seen
            .faults
            .push(slips::unreadable(&node.span, text, why));
    })
    .ok()
}

fn row(reader: &mut Reader<'_>, inputs: &[Input]) -> Row {
    let decide = reader
        .names_or_words("decide")
        .into_iter()
        .next()
        .and_then(|found| match &found.value {
            NameOr::Word(_) => Some(found.with(Decider::Nobody)),
            NameOr::Thing(thing) => thing.of().map(|role| found.with(Decider::Role(role))),
        });
    Row {
        name: reader.words("name"),
        when: tests(reader, inputs),
        propose: reader.many("propose"),
        agree: reader.many("agree"),
        decide,
        uses: reader.one("use"),
        otherwise: reader.anys("otherwise"),
        perform: reader.many("perform"),
        record: reader.many("record"),
        form: reader.one("form"),
        within: reader.duration("within"),
        self_approval: reader
            .groups("self_approval", |inner| SelfApproval {
                department: inner.one("department"),
                budget_line: inner.one("budget_line"),
                checked_in: inner.many("checked_in"),
                span: inner.object.span.clone(),
            })
            .into_iter()
            .next(),
        span: reader.object.span.clone(),
    }
}

/// What `when` asks of each input; a key that is no input is a fault.
fn tests(reader: &mut Reader<'_>, inputs: &[Input]) -> Vec<Option<Located<Test>>> {
    let mut tests = vec![None; inputs.len()];
    for (key, node) in reader.raw_map("when") {
        let named = |input: &Input| input.id.value == key.value || input.name.master == key.value;
        let Some(at) = inputs.iter().position(named) else {
            reader.seen.faults.push(unknown_input(&key, inputs));
            continue;
        };
        tests[at] = match &inputs[at].domain {
            Domain::Choice(values) => choices(reader, &node, values),
            Domain::Range(axis) => within(reader, &node, *axis),
        };
    }
    tests
}

fn unknown_input(key: &Located<String>, inputs: &[Input]) -> Fault {
    let known: Vec<&str> = inputs.iter().map(|input| input.id.value.as_str()).collect();
    match nearest(&key.value, known.iter().copied()) {
        Some(near) => Fault::new("unknown-input-near", key.span.clone())
            .blank("key", key.value.clone())
            .blank("near", near)
            .fix(key.span.clone(), near),
        None => Fault::new("unknown-input", key.span.clone())
            .blank("key", key.value.clone())
            .blank("known", slips::listed(&known)),
    }
}

fn choices(
    reader: &mut Reader<'_>,
    node: &Node,
    values: &[(Located<String>, Localized)],
) -> Option<Located<Test>> {
    let items = match &node.kind {
        NodeKind::Sequence(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let mut chosen = Vec::new();
    for item in items {
        let NodeKind::Scalar { text, .. } = &item.kind else {
            continue;
        };
        let word = text.trim();
        let is_meant = |(id, label): &(Located<String>, Localized)| {
            id.value == word
                || label.master == word
                || label.others.values().any(|other| other == word)
        };
        match values
            .iter()
            .position(is_meant)
            .and_then(|at| u16::try_from(at).ok())
        {
            Some(at) => chosen.push(at),
            None => reader.seen.faults.push(unknown_value(item, word, values)),
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    (!chosen.is_empty()).then(|| Located::new(Test::Choices(chosen), node.span.clone()))
}

fn unknown_value(item: &Node, word: &str, values: &[(Located<String>, Localized)]) -> Fault {
    let known: Vec<(&str, &str)> = values
        .iter()
        .map(|(id, label)| (id.value.as_str(), label.master.as_str()))
        .collect();
    slips::unknown_choice(&item.span, word, &known)
}

fn within(reader: &mut Reader<'_>, node: &Node, axis: Axis) -> Option<Located<Test>> {
    let NodeKind::Scalar { text, .. } = &node.kind else {
        let fault = Fault::new("wrong-shape", node.span.clone())
            .blank(
                "wanted",
                Words::new("一个限额，例如2万以下", "a limit such as `up to 20,000`"),
            )
            .blank("found", Words::new("一个列表", "a list"));
        reader.seen.faults.push(fault);
        return None;
    };
    match limit::parse(text.trim(), axis) {
        Ok(interval) => Some(Located::new(Test::Within(interval), node.span.clone())),
        Err(why) => {
            reader
                .seen
                .faults
                .push(slips::unreadable(&node.span, text.trim(), why));
            None
        }
    }
}
