//! The page of a goal: how it is measured, who answers for it, and what hangs on it.

use crate::model::{Goal, Id};
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{Said, said};
use crate::views::section;
use crate::views::sight::{From, Sight};
use crate::views::thing;
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "goal",
    pages,
};

/// What the page shows.
#[derive(Serialize)]
struct Shown {
    target: Option<Said>,
    owner: Vec<Link>,
    shared_by: Vec<Link>,
    department: Vec<Link>,
    formula: Option<Said>,
    source: Vec<Link>,
    reviewed_in: Vec<Link>,
    /// The goal above it, or the company.
    ladder: Vec<Link>,
    below: Vec<Link>,
    conflicts: Vec<Link>,
    /// The roles paid by it.
    pays: Vec<Paid>,
    budgets: Vec<Link>,
}

/// A role paid by the goal.
#[derive(Serialize)]
struct Paid {
    link: Link,
    /// Of its variable pay.
    percent: i64,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    sight
        .model
        .goals
        .iter()
        .filter_map(|(id, goal)| {
            let mut page = thing::page(sight, &goal.head, VIEW.name, |from| shown(from, id, goal))?;
            section::announce(sight, &mut page, &["pays", "budgets"]);
            section::lists_itself(&mut page, &["role", "goal", "budget"]);
            section::names_owner_itself(&mut page);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, id: Id<Goal>, goal: &Goal) -> Shown {
    let sight = &from.sight;
    let of = sight.relations.goal(id);
    let goals = |goals: &[Id<Goal>]| goals.iter().map(|goal| from.link(*goal)).collect();
    Shown {
        target: said(sight, &goal.target),
        owner: from.links(&goal.owner),
        shared_by: from.links(&goal.shared_by),
        department: from.links(&goal.department),
        formula: said(sight, &goal.formula),
        source: from.links(&goal.source),
        reviewed_in: from.links(&goal.reviewed_in),
        ladder: thing::names_or_words(from, &goal.ladder),
        below: goals(&of.below),
        conflicts: goals(&of.conflicts),
        pays: of
            .pays
            .iter()
            .map(|(role, percent)| Paid {
                link: from.link(*role),
                percent: *percent,
            })
            .collect(),
        budgets: of.budgets.iter().map(|budget| from.link(*budget)).collect(),
    }
}
