//! All people on one page: which roles each holds, for what, since when.

use crate::model::Person;
use crate::model::role::Holding;
use crate::parse::kinds::Kind;
use crate::views::View;
use crate::views::page::{Day, Link, Page};
use crate::views::said::{Said, own, said};
use crate::views::sentence::Sentence;
use crate::views::sight::{From, Sight};
use crate::views::{index, scope, url};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "person",
    pages,
};

/// What the page shows.
#[derive(Serialize)]
struct Shown {
    about: String,
    people: Vec<One>,
    /// Somebody's time in a role ends on a known day.
    has_until: bool,
}

/// One person.
#[derive(Serialize)]
struct One {
    /// The anchor.
    id: String,
    name: Said,
    holds: Vec<Held>,
}

/// One role that the person holds.
#[derive(Serialize)]
struct Held {
    role: Vec<Link>,
    department: Vec<Link>,
    scope: Sentence,
    since: Option<Day>,
    until: Option<Day>,
    /// Only standing in.
    acting: bool,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    if sight.model.people.is_empty() {
        return Vec::new();
    }
    let page = index::listing(sight, Kind::Person, VIEW.name, |from| Shown {
        about: index::about(sight, Kind::Person),
        people: from
            .sight
            .model
            .people
            .items()
            .iter()
            .map(|person| one(from, person))
            .collect(),
        has_until: sight
            .model
            .people
            .items()
            .iter()
            .flat_map(|person| &person.holds)
            .any(|holding| holding.until.is_some()),
    });
    vec![page]
}

fn one(from: &From<'_>, person: &Person) -> One {
    let id = &person.head.id.value;
    One {
        id: url::segment(id),
        name: said(&from.sight, &person.head.name).unwrap_or_else(|| own(id.clone())),
        holds: person
            .holds
            .iter()
            .map(|holding| held(from, holding))
            .collect(),
    }
}

fn held(from: &From<'_>, holding: &Holding) -> Held {
    let sight = &from.sight;
    let role = holding.role.as_ref();
    let department = role.and_then(|role| sight.model.roles[role.value].department.as_ref());
    Held {
        role: from.maybe(role).into_iter().collect(),
        department: from.maybe(department).into_iter().collect(),
        scope: scope::parts(sight, &holding.scope),
        since: holding.since.as_ref().map(|day| sight.day(day.value)),
        until: holding.until.as_ref().map(|day| sight.day(day.value)),
        acting: holding.acting,
    }
}
