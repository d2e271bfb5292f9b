//! What may stand in a field, in a reader's words.

use super::kind_link;
use crate::parse::fields::{Choice, Field, Shape};
use crate::parse::kinds::{self, Kind};
use crate::views::page::Link;
use crate::views::sight::From;
use serde::Serialize;

/// A shape in words: they are read one after another.
#[derive(Default, Serialize)]
pub(super) struct Shaped {
    /// `one or several:`, `own keys, each with:`.
    around: Vec<String>,
    /// `amount of money`.
    words: String,
    /// The kinds that a reference may lead to.
    kinds: Vec<Link>,
    /// Words that may stand in the place of a reference.
    reserved: Vec<&'static str>,
    /// The words that it takes.
    choices: Vec<Chosen>,
    /// The key that holds its translation; empty where there is none.
    translated: String,
}

/// One word that a field takes.
#[derive(Serialize)]
struct Chosen {
    value: &'static str,
    zh: &'static str,
    en: &'static str,
}

/// What may stand in a field.
pub(super) fn words(from: &From<'_>, field: &Field) -> Shaped {
    let mut shaped = Shaped::default();
    if field.shape.is_words() {
        shaped.translated = format!("{}_en", field.name);
    }
    describe(from, &field.shape, &mut shaped);
    shaped
}

fn describe(from: &From<'_>, shape: &Shape, shaped: &mut Shaped) {
    let say = |name: &str| {
        from.sight
            .strings
            .say(&format!("reference.shape.{name}"))
            .to_owned()
    };
    let name = match shape {
        Shape::List(inner) | Shape::Map(inner) => {
            let around = if matches!(shape, Shape::List(_)) {
                "list"
            } else {
                "map"
            };
            shaped.around.push(say(around));
            return describe(from, inner, shaped);
        }
        Shape::Ref(kinds) => {
            shaped.kinds = links(from, kinds);
            "ref"
        }
        Shape::RefOr(kinds, reserved) => {
            shaped.kinds = links(from, kinds);
            shaped.reserved = reserved.to_vec();
            "ref"
        }
        Shape::Choice(choices) => {
            shaped.choices = choices.iter().map(chosen).collect();
            "choice"
        }
        Shape::Text => "text",
        Shape::Words => "words",
        Shape::Flag => "flag",
        Shape::Whole => "whole",
        Shape::Decimal => "decimal",
        Shape::Money => "money",
        Shape::Duration => "duration",
        Shape::Lead => "lead",
        Shape::Cadence => "cadence",
        Shape::Date => "date",
        Shape::Period => "period",
        Shape::Group(_) => "group",
        Shape::Any => "any",
    };
    shaped.words = say(name);
}

fn links(from: &From<'_>, kinds: &[Kind]) -> Vec<Link> {
    kinds
        .iter()
        .map(|kind| kind_link(from, kinds::row(*kind)))
        .collect()
}

fn chosen(choice: &Choice) -> Chosen {
    Chosen {
        value: choice.value,
        zh: choice.zh,
        en: choice.en,
    }
}
