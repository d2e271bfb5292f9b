//! What is written with a role itself: its place, its deputy, what it takes and what it pays.

use crate::model::role::{Pay, Role};
use crate::model::{Id, Person};
use crate::parse::value::Value;
use crate::span::Located;
use crate::text::{Language, Localized};
use crate::views::page::{Day, Link};
use crate::views::said::{Said, own, said};
use crate::views::scope;
use crate::views::sentence::Sentence;
use crate::views::sight::{From, Sight};
use serde::Serialize;

/// The facts of a role.
#[derive(Serialize)]
pub(super) struct Facts {
    purpose: Option<Said>,
    department: Vec<Link>,
    leads: Vec<Link>,
    reports_to: Vec<Link>,
    dotted_to: Vec<Link>,
    reports: Vec<Link>,
    /// How many hold it at a time; nothing where that was not said.
    seats: Option<i64>,
    /// `executive` to `staff`; empty where that was not said.
    level: String,
    scope: Sentence,
    dedicated: bool,
    deputy: Vec<Link>,
    deputises: Vec<Link>,
    owns: Vec<Said>,
    field_days: Option<i64>,
    pay: Option<Mix>,
    competences: Vec<Said>,
    development: Vec<Development>,
    recruit_from: Vec<Link>,
    recruit_months: Option<i64>,
    recruit_reason: Option<Said>,
    holders: Vec<Holder>,
}

/// How it is paid, in percent.
#[derive(Serialize)]
struct Mix {
    base: Option<i64>,
    variable: Option<i64>,
    weights: Vec<Share>,
}

/// How much of the variable part hangs on a goal.
#[derive(Serialize)]
struct Share {
    goal: Vec<Link>,
    /// As written, where no goal of that name is known.
    word: String,
    percent: i64,
}

/// What develops its holder.
#[derive(Serialize)]
struct Development {
    /// `training`, `coaching` or `rotation`.
    mode: &'static str,
    by: Vec<Link>,
}

/// Who holds it.
#[derive(Serialize)]
struct Holder {
    person: Link,
    scope: Sentence,
    since: Option<Day>,
    until: Option<Day>,
    acting: bool,
}

/// Those of a role.
pub(super) fn of(from: &From<'_>, id: Id<Role>, role: &Role) -> Facts {
    let sight = &from.sight;
    let of = sight.relations.role(id);
    let roles = |roles: &[Id<Role>]| roles.iter().map(|role| from.link(*role)).collect();
    let number = |number: &Option<Located<i64>>| number.as_ref().map(|number| number.value);
    Facts {
        purpose: said(sight, &role.purpose),
        department: from.maybe(role.department.as_ref()).into_iter().collect(),
        leads: of.leads.iter().map(|led| from.link(*led)).collect(),
        reports_to: from.links(&role.reports_to),
        dotted_to: from.links(&role.dotted_to),
        reports: roles(&of.reports),
        seats: number(&role.seats),
        level: role
            .level
            .as_ref()
            .map(|level| level.value.clone())
            .unwrap_or_default(),
        scope: scope::parts(sight, &role.scope),
        dedicated: role.dedicated,
        deputy: from.links(&role.deputy),
        deputises: roles(&of.deputises),
        owns: role
            .owns
            .iter()
            .filter_map(|thing| said(sight, &thing.value))
            .collect(),
        field_days: number(&role.field_days_per_month),
        pay: role.pay.as_ref().map(|pay| mix(from, pay)),
        competences: role
            .competences
            .iter()
            .map(|word| competence(sight, &word.value))
            .collect(),
        development: role
            .development
            .iter()
            .map(|development| Development {
                mode: development.mode,
                by: from.anys(&development.by),
            })
            .collect(),
        recruit_from: from.anys(&role.recruit_from),
        recruit_months: number(&role.recruit_months),
        recruit_reason: said(sight, &role.recruit_reason),
        holders: of
            .held_by
            .iter()
            .filter_map(|(person, at)| holder(from, *person, *at))
            .collect(),
    }
}

fn mix(from: &From<'_>, pay: &Pay) -> Mix {
    let weights = pay.weights.iter().map(|weight| Share {
        goal: weight
            .goal
            .map(|goal| from.link(goal))
            .into_iter()
            .collect(),
        word: weight.written.value.clone(),
        percent: weight.percent.value,
    });
    Mix {
        base: pay.base.as_ref().map(|base| base.value),
        variable: pay.variable.as_ref().map(|variable| variable.value),
        weights: weights.collect(),
    }
}

fn holder(from: &From<'_>, person: Id<Person>, at: usize) -> Option<Holder> {
    let sight = &from.sight;
    let holding = sight.model.people[person].holds.get(at)?;
    Some(Holder {
        person: from.link(person),
        scope: scope::parts(sight, &holding.scope),
        since: holding.since.as_ref().map(|day| sight.day(day.value)),
        until: holding.until.as_ref().map(|day| sight.day(day.value)),
        acting: holding.acting,
    })
}

/// A competence is written by its id in the profile, or in the author's own words.
fn competence(sight: &Sight<'_>, word: &str) -> Said {
    let name = |language: Option<&Language>| {
        let profile = sight.model.profile.as_ref()?;
        let entry = profile.entry("competences", language)?;
        let Some(Value::Map(names)) = &entry.value.value else {
            return None;
        };
        let (_, name) = names.iter().find(|(id, _)| id.value == word)?;
        match &name.value {
            Value::Text(name) => Some(name.clone()),
            _ => None,
        }
    };
    let mut names = Localized::new(name(None).unwrap_or_default());
    if let Some(own) = name(Some(sight.language)) {
        names.others.insert(sight.language.clone(), own);
    }
    said(sight, &names).unwrap_or_else(|| own(word))
}
