//! `{{limit …}}`: the one number at which the rows of a case part, or up to which a role decides.

use super::{Follower, Shown};
use crate::fault::Fault;
use crate::model::arena::Id;
use crate::model::decision::{Decider, Decision, Domain, Input, Row, Test};
use crate::model::role::Role;
use crate::parse::kinds::Kind;
use crate::span::{Located, Span};
use crate::text::{AxisUnit, Tongue, Words, limit, money};

impl Follower<'_> {
    /// The one number at which the rows of a case part, or up to which a role decides.
    pub(super) fn limit(&mut self) -> Option<Shown> {
        let word = self.needed()?;
        let table: Id<Decision> = self.find(&word, &[Kind::Decision])?.of()?;
        let decision = &self.model.decisions[table];
        let mut rows: Vec<&Row> = decision.rows.iter().collect();
        let mut up_to = false;
        for arg in &self.directive.args {
            let Some(key) = &arg.key else { continue };
            if matches!(key.value.as_str(), "decide" | "审批") {
                let role: Id<Role> = self.find(&arg.value, &[Kind::Role])?.of()?;
                rows.retain(|row| decided_by(row, role));
                up_to = true;
            } else {
                let (at, choice) = self.case(decision, key, &arg.value)?;
                rows.retain(|row| allows(row, at, choice));
            }
        }
        let ends = ends(decision, &rows, up_to);
        if let [(input, high)] = ends.as_slice() {
            return Some(Shown::Limit(table, *input, *high));
        }
        let fault = self.no_limit(decision, &ends, &word.span);
        self.faults.push(fault);
        None
    }

    /// An input of the table and a choice on it.
    fn case(
        &mut self,
        decision: &Decision,
        key: &Located<String>,
        value: &Located<String>,
    ) -> Option<(usize, u16)> {
        let is = |input: &Input| {
            input.id.value == key.value
                || input.name.master == key.value
                || input.name.others.values().any(|name| *name == key.value)
        };
        let choices =
            decision
                .inputs
                .iter()
                .position(is)
                .and_then(|at| match &decision.inputs[at].domain {
                    Domain::Choice(values) => Some((at, values)),
                    Domain::Range(_) => None,
                });
        let Some((at, values)) = choices else {
            let known = decision
                .inputs
                .iter()
                .filter_map(|input| match input.domain {
                    Domain::Choice(_) => Some(input.id.value.as_str()),
                    Domain::Range(_) => None,
                });
            let known: Vec<&str> = known.chain(["decide"]).collect();
            self.unknown(key, &known.join(", "));
            return None;
        };
        let chosen = values.iter().position(|(id, label)| {
            id.value == value.value
                || label.master == value.value
                || label.others.values().any(|other| *other == value.value)
        });
        let chosen = chosen.and_then(|chosen| u16::try_from(chosen).ok());
        if chosen.is_none() {
            let known: Vec<&str> = values.iter().map(|(id, _)| id.value.as_str()).collect();
            self.unknown(value, &known.join(", "));
        }
        Some((at, chosen?))
    }

    fn no_limit(&self, decision: &Decision, ends: &[End], span: &Span) -> Fault {
        let currency = &self.model.settings.currency;
        let list = |tongue, comma: &str, none: &str| {
            let all: Vec<String> = ends
                .iter()
                .filter_map(|(at, high)| {
                    let input = decision.inputs.get(*at)?;
                    Some(end_words(input, *high, tongue, currency))
                })
                .collect();
            if all.is_empty() {
                none.to_owned()
            } else {
                all.join(comma)
            }
        };
        Fault::new("limit-not-found", span.clone())
            .blank("table", decision.head.id.value.clone())
            .blank(
                "limits",
                Words::new(
                    list(Tongue::Zh, "、", "没有界限"),
                    list(Tongue::En, ", ", "no limit"),
                ),
            )
    }
}

/// The number at an upper end as people say it: that which the limit's words name.
pub fn end_words(input: &Input, high: i64, tongue: Tongue, currency: &str) -> String {
    let Domain::Range(axis) = &input.domain else {
        return String::new();
    };
    let named = limit::named_end(high);
    match axis.unit {
        AxisUnit::Money => money::brief(named, tongue, currency),
        AxisUnit::Number(step) => step.show(named),
    }
}

fn decided_by(row: &Row, role: Id<Role>) -> bool {
    row.decide
        .as_ref()
        .is_some_and(|decide| decide.value == Decider::Role(role))
}

fn allows(row: &Row, input: usize, choice: u16) -> bool {
    match row.when.get(input) {
        Some(Some(Located {
            value: Test::Choices(choices),
            ..
        })) => choices.contains(&choice),
        _ => true,
    }
}

/// The place of an input, and an upper end on it.
type End = (usize, i64);
/// What a row asks of the inputs that are choices.
type Case<'a> = Vec<Option<&'a Test>>;

/// The upper ends that the rows name, each once. With `up_to` only the highest of each case, and none
/// where any case is open upwards.
fn ends(decision: &Decision, rows: &[&Row], up_to: bool) -> Vec<End> {
    let mut cases: Vec<(Case<'_>, Vec<End>)> = Vec::new();
    for row in rows {
        let (ends, is_open) = ends_of(decision, row);
        if up_to && is_open {
            return Vec::new();
        }
        let case = choices(row);
        match cases.iter_mut().find(|(own, _)| *own == case) {
            Some((_, known)) => known.extend(ends),
            None => cases.push((case, ends)),
        }
    }
    let mut ends: Vec<End> = if up_to {
        cases.iter().flat_map(|(_, ends)| highest(ends)).collect()
    } else {
        cases.into_iter().flat_map(|(_, ends)| ends).collect()
    };
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// What a row asks of the inputs that are choices.
fn choices(row: &Row) -> Case<'_> {
    let tests = row.when.iter();
    tests
        .map(|test| {
            let test = test.as_ref().map(|test| &test.value);
            test.filter(|test| matches!(test, Test::Choices(_)))
        })
        .collect()
}

/// The upper ends of one row, and whether an input has none.
fn ends_of(decision: &Decision, row: &Row) -> (Vec<End>, bool) {
    let mut ends = Vec::new();
    let mut is_open = false;
    for (at, input) in decision.inputs.iter().enumerate() {
        let Domain::Range(axis) = &input.domain else {
            continue;
        };
        let most = axis.to.unwrap_or(i64::MAX);
        match row.when.get(at).and_then(Option::as_ref) {
            Some(Located {
                value: Test::Within(interval),
                ..
            }) if interval.high < most => ends.push((at, interval.high)),
            _ => is_open = true,
        }
    }
    (ends, is_open)
}

/// The highest end of each input.
fn highest(ends: &[End]) -> Vec<End> {
    let mut ends = ends.to_vec();
    ends.sort_unstable();
    ends.chunk_by(|one, next| one.0 == next.0)
        .filter_map(|chunk| chunk.last().copied())
        .collect()
}
