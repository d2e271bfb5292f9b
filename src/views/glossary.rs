//! The glossary: every word that everybody uses in one sense, on one page.

use crate::model::Term;
use crate::parse::kinds::Kind;
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{Said, said};
use crate::views::sight::{From, Sight};
use crate::views::{index, thing, url};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "glossary",
    pages,
};

/// What the glossary shows.
#[derive(Serialize)]
struct Shown {
    terms: Vec<Entry>,
}

/// One word.
#[derive(Serialize)]
struct Entry {
    /// Its anchor.
    id: String,
    name: Said,
    /// The word in the handbook's other languages.
    others: Vec<Said>,
    aliases: Vec<String>,
    means: Option<Said>,
    /// Words that are not used for it.
    not: Vec<String>,
    used_in: Vec<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    if sight.model.terms.is_empty() {
        return Vec::new();
    }
    let page = index::listing(sight, Kind::Term, "glossary", |from| Shown {
        terms: sight
            .model
            .terms
            .items()
            .iter()
            .map(|term| entry(from, term))
            .collect(),
    });
    vec![page]
}

fn entry(from: &From<'_>, term: &Term) -> Entry {
    let sight = &from.sight;
    let words = |words: &[crate::span::Located<String>]| -> Vec<String> {
        words.iter().map(|word| word.value.clone()).collect()
    };
    Entry {
        id: url::segment(&term.head.id.value),
        name: said(sight, &term.head.name).unwrap_or_default(),
        others: others(sight, term),
        aliases: words(&term.head.aliases),
        means: said(sight, &term.means),
        not: words(&term.not),
        used_in: thing::used_in(from, term.head.me)
            .into_iter()
            .flat_map(|group| group.things)
            .collect(),
    }
}

fn others(sight: &Sight<'_>, term: &Term) -> Vec<Said> {
    let shown = sight.say(&term.head.name);
    sight
        .model
        .settings
        .languages
        .iter()
        .map(|language| Said {
            text: term.head.name.say(language).to_owned(),
            lang: Some(language.to_string()),
        })
        .filter(|other| other.text != shown && !other.text.is_empty())
        .collect()
}
