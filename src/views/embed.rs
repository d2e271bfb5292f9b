//! What a directive in prose shows: the handbook's own data, drawn by a template of its own.

use crate::model::Head;
use crate::model::links::Prose as Followed;
use crate::parse::markdown::{Body, Directive};
use crate::views::page::Embed;
use crate::views::sight::From;

/// What each directive of a body shows, in their order.
pub fn all(from: &From<'_>, head: &Head, body: &Body, followed: Option<&Followed>) -> Vec<Embed> {
    body.directives
        .iter()
        .map(|directive| one(from, head, directive, followed))
        .collect()
}

fn one(
    _from: &From<'_>,
    _head: &Head,
    directive: &Directive,
    _followed: Option<&Followed>,
) -> Embed {
    Embed {
        template: directive.name.to_owned(),
        view: serde_json::Value::Null,
    }
}
