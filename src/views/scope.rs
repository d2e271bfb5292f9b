//! All scopes on one page: their parts, and what is divided by them.

use crate::model::relations::scope_named;
use crate::model::{Id, Scope};
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::views::View;
use crate::views::index;
use crate::views::page::{ContentsItem, Link, Page};
use crate::views::said::{Said, own, said};
use crate::views::sentence::{Sentence, around, join};
use crate::views::sight::{From, Sight};
use crate::views::url;
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "scope",
    pages,
};

/// What the page shows.
#[derive(Serialize)]
struct Shown {
    about: String,
    scopes: Vec<One>,
}

/// One scope.
#[derive(Serialize)]
struct One {
    /// Its anchor.
    id: String,
    name: Said,
    values: Vec<Said>,
    duties: Vec<Link>,
    roles: Vec<Link>,
    forms: Vec<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    if sight.model.scopes.is_empty() {
        return Vec::new();
    }
    let mut page = index::listing(sight, Kind::Scope, VIEW.name, |from| Shown {
        about: index::about(sight, Kind::Scope),
        scopes: all(from),
    });
    let scopes = sight.model.scopes.items().iter();
    page.common.sections = scopes
        .map(|scope| ContentsItem {
            level: 2,
            id: url::segment(&scope.head.id.value),
            text: name(sight, scope).text,
        })
        .collect();
    vec![page]
}

fn all(from: &From<'_>) -> Vec<One> {
    let scopes = from.sight.model.scopes.iter();
    scopes.map(|(id, scope)| one(from, id, scope)).collect()
}

fn one(from: &From<'_>, id: Id<Scope>, scope: &Scope) -> One {
    let of = from.sight.relations.scope(id);
    One {
        id: url::segment(&scope.head.id.value),
        name: name(&from.sight, scope),
        values: scope
            .values
            .iter()
            .map(|(id, label)| said(&from.sight, label).unwrap_or_else(|| own(id.value.clone())))
            .collect(),
        duties: of.duties.iter().map(|duty| from.link(*duty)).collect(),
        roles: of.roles.iter().map(|role| from.link(*role)).collect(),
        forms: of.forms.iter().map(|form| from.link(*form)).collect(),
    }
}

fn name(sight: &Sight<'_>, scope: &Scope) -> Said {
    said(sight, &scope.head.name).unwrap_or_else(|| own(scope.head.id.value.clone()))
}

/// Parts of scopes as written with a role or a holding, in words: `区域：华东、西部`.
pub(super) fn parts(
    sight: &Sight<'_>,
    written: &[(Located<String>, Vec<Located<String>>)],
) -> Sentence {
    let one = |(key, values): &(Located<String>, Vec<Located<String>>)| {
        let scope = scope_named(sight.model, &key.value).map(|id| &sight.model.scopes[id]);
        let values = values
            .iter()
            .map(|value| vec![value_of(sight, scope, &value.value)]);
        let name = scope.map_or_else(|| own(key.value.clone()), |scope| name(sight, scope));
        let mut sentence = around(sight.strings.say("case.of"), vec![name]);
        sentence.extend(join(values, sight.strings.say("list.comma")));
        sentence
    };
    join(written.iter().map(one), sight.strings.say("case.between"))
}

/// A part by its id or its name; as written where the scope has no such part.
fn value_of(sight: &Sight<'_>, scope: Option<&Scope>, word: &str) -> Said {
    let values = scope
        .map(|scope| scope.values.as_slice())
        .unwrap_or_default();
    values
        .iter()
        .find(|(id, label)| id.value == word || label.master == word)
        .and_then(|(_, label)| said(sight, label))
        .unwrap_or_else(|| own(word))
}
