//! The page of a budget: how much, for when, whose, and the decisions that spend it.

use crate::model::decision::{Decider, Domain};
use crate::model::{Budget, Decision, Id};
use crate::text::money;
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{Said, own, said};
use crate::views::section;
use crate::views::sentence::Sentence;
use crate::views::sight::{From, Sight};
use crate::views::{case, thing};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "budget",
    pages,
};

/// What the page shows.
#[derive(Serialize)]
struct Shown {
    /// In words: `120万元`.
    amount: String,
    /// In words: `2026年10月1日至2026年12月31日`.
    period: String,
    owner: Vec<Link>,
    controller: Vec<Link>,
    goal: Vec<Link>,
    covers: Vec<Said>,
    spent_by: Vec<Spending>,
}

/// A row of a decision table that spends it.
#[derive(Serialize)]
struct Spending {
    decision: Link,
    case: Sentence,
    propose: Vec<Link>,
    decide: Vec<Link>,
    checked_in: Vec<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    sight
        .model
        .budgets
        .iter()
        .filter_map(|(id, budget)| {
            let mut page = thing::page(sight, &budget.head, VIEW.name, |from| {
                shown(from, id, budget)
            })?;
            section::announce(sight, &mut page, &["spent"]);
            section::lists_itself(&mut page, &["decision"]);
            section::names_owner_itself(&mut page);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, id: Id<Budget>, budget: &Budget) -> Shown {
    let sight = &from.sight;
    Shown {
        amount: amount(sight, budget),
        period: period(sight, budget),
        owner: from.links(&budget.owner),
        controller: from.links(&budget.controller),
        goal: from.links(&budget.goal),
        covers: budget
            .covers
            .iter()
            .map(|covered| choice(sight, &covered.value))
            .collect(),
        spent_by: sight
            .relations
            .budget(id)
            .rows
            .iter()
            .filter_map(|(decision, row)| spending(from, *decision, *row))
            .collect(),
    }
}

/// How much, in words; empty where that was not said.
pub(super) fn amount(sight: &Sight<'_>, budget: &Budget) -> String {
    let currency = &sight.model.settings.currency;
    let words = |fen| money::brief(fen, sight.tongue(), currency);
    budget
        .amount
        .as_ref()
        .map(|amount| words(amount.value))
        .unwrap_or_default()
}

/// For when, in words; empty where that was not said.
pub(super) fn period(sight: &Sight<'_>, budget: &Budget) -> String {
    budget
        .period
        .as_ref()
        .map(|period| period.value.show(sight.tongue()))
        .unwrap_or_default()
}

/// What a budget covers is written as the choice of a decision table, or in the author's own words.
fn choice(sight: &Sight<'_>, word: &str) -> Said {
    let inputs = sight.model.decisions.items().iter();
    inputs
        .flat_map(|decision| &decision.inputs)
        .filter_map(|input| match &input.domain {
            Domain::Choice(values) => Some(values),
            Domain::Range(_) => None,
        })
        .flatten()
        .find(|(id, _)| id.value == word)
        .and_then(|(_, label)| said(sight, label))
        .unwrap_or_else(|| own(word))
}

fn spending(from: &From<'_>, id: Id<Decision>, row: usize) -> Option<Spending> {
    let decision = &from.sight.model.decisions[id];
    let row = decision.rows.get(row)?;
    let decider = match row.decide.as_ref()?.value {
        Decider::Role(role) => Some(from.link(role)),
        Decider::Nobody => None,
    };
    Some(Spending {
        decision: from.link(id),
        case: case::of(&from.sight, decision, row),
        propose: from.links(&row.propose),
        decide: decider.into_iter().collect(),
        checked_in: row
            .self_approval
            .as_ref()
            .map(|own| from.links(&own.checked_in))
            .unwrap_or_default(),
    })
}
