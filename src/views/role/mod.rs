//! The page of a role: what it is for, and everything in which it has a hand, gathered from the pages
//! that say so.

mod facts;
mod work;

use crate::model::{Id, Role};
use crate::views::View;
use crate::views::page::Page;
use crate::views::section;
use crate::views::sight::{From, Sight};
use crate::views::thing;
use facts::Facts;
use serde::Serialize;
use work::Work;

pub(super) const VIEW: View = View {
    name: "role",
    pages,
};

/// The holders first.
const SECTIONS: &[&str] = &[
    "holders",
    "duties",
    "decisions",
    "processes",
    "meetings",
    "forms",
    "goals",
    "services",
    "growth",
    "keeps",
];

/// Kinds whose things the page lists itself.
const LISTED: &[&str] = &[
    "area",
    "duty",
    "role",
    "person",
    "department",
    "process",
    "decision",
    "meeting",
    "form",
    "service",
    "goal",
    "budget",
];

/// What the page shows.
#[derive(Serialize)]
struct Shown {
    /// As written with the role.
    facts: Facts,
    /// As written elsewhere.
    work: Work,
    /// The handbook names people.
    has_people: bool,
}

/// The sections of the page; a handbook that names nobody has no holders to show.
fn sections(sight: &Sight<'_>) -> &'static [&'static str] {
    match SECTIONS.split_first() {
        Some((_holders, others)) if sight.model.people.is_empty() => others,
        _ => SECTIONS,
    }
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    sight
        .model
        .roles
        .iter()
        .filter_map(|(id, role)| {
            let mut page = thing::page(sight, &role.head, VIEW.name, |from| shown(from, id, role))?;
            page.common.description = sight.say(&role.purpose);
            section::announce(sight, &mut page, sections(sight));
            section::lists_itself(&mut page, LISTED);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, id: Id<Role>, role: &Role) -> Shown {
    Shown {
        facts: facts::of(from, id, role),
        work: work::of(from, id),
        has_people: !from.sight.model.people.is_empty(),
    }
}
