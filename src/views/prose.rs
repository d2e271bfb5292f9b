//! The prose of a page: a remembered body, and what fills its holes on this page.

use crate::model::Head;
use crate::model::links::Target;
use crate::parse::markdown::Body;
use crate::views::embed;
use crate::views::page::{ContentsItem, Prose};
use crate::views::sight::From;

/// The prose of a thing in the page's language, else in the master language.
pub fn of(from: &From<'_>, head: &Head) -> Option<Prose> {
    let sight = &from.sight;
    let exact = head
        .records
        .iter()
        .find(|(language, _)| language.as_ref() == Some(sight.language));
    let (written, record) =
        exact.or_else(|| head.records.iter().find(|(language, _)| language.is_none()))?;
    let read = record.as_ref().as_ref()?;
    let body = read.body.as_ref()?;
    let followed = sight.model.prose.get(&read.file);
    let targets = followed
        .map(|prose| prose.targets.as_slice())
        .unwrap_or_default();
    let master = sight.model.settings.languages.first();
    let language = written.as_ref().or(master);
    Some(Prose {
        record: std::sync::Arc::clone(record),
        lang: language
            .filter(|language| *language != sight.language)
            .map(ToString::to_string),
        hrefs: targets.iter().map(|target| from.target(target)).collect(),
        names: body
            .links
            .iter()
            .zip(targets)
            .map(|(link, target)| name(from, link, target))
            .collect(),
        embeds: embed::all(from, head, body, followed),
        drops_title: true,
    })
}

/// The words of a link that has none of its own.
fn name(from: &From<'_>, link: &crate::parse::markdown::Link, target: &Target) -> String {
    match (&link.label, target) {
        (Some(_), _) => String::new(),
        (None, Target::Thing(thing, _)) => from.any(*thing).name,
        (None, Target::Index(kind)) => from.index(*kind).name,
        (None, _) => link.target.clone(),
    }
}

fn body(prose: &Prose) -> Option<&Body> {
    prose.record.as_ref().as_ref()?.body.as_ref()
}

/// The headings below the title.
pub fn contents(prose: &Prose) -> Vec<ContentsItem> {
    let Some(body) = body(prose) else {
        return Vec::new();
    };
    body.headings
        .iter()
        .filter(|heading| heading.level > 1)
        .map(|heading| ContentsItem {
            level: heading.level,
            id: heading.id.clone(),
            text: heading.text.clone(),
        })
        .collect()
}

/// The beginning of the prose, at most 120 characters.
pub fn excerpt(prose: &Prose) -> String {
    let Some(body) = body(prose) else {
        return String::new();
    };
    let first = body.plain.lines().find(|line| {
        let line = line.trim();
        !line.is_empty() && !body.headings.iter().any(|heading| heading.text == line)
    });
    let Some(first) = first else {
        return String::new();
    };
    let cut: String = first.chars().take(120).collect();
    if cut.len() < first.len() {
        format!("{}…", cut.trim_end())
    } else {
        cut
    }
}
