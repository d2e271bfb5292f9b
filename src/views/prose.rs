//! The prose of a page: a remembered body, and what fills its holes on this page.

use crate::model::Head;
use crate::model::links::Target;
use crate::parse::markdown::Body;
use crate::views::embed;
use crate::views::page::{ContentsItem, Page, Prose};
use crate::views::sight::{From, Sight};
use std::sync::Arc;

/// The prose of a thing in the page's language, else in the master language.
pub fn of(from: &From<'_>, head: &Head) -> Option<Prose> {
    let sight = &from.sight;
    let (written, at) = head.file_in(sight.language)?;
    let record = sight.model.records.get(at)?;
    let body = record.as_ref().as_ref()?.body.as_ref()?;
    let followed = sight.model.prose.get(at)?;
    let targets = followed.targets.as_slice();
    let language = written.or(sight.model.settings.languages.first());
    Some(Prose {
        record: Arc::clone(record),
        at,
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
        embeds: embed::all(from, head, body, Some(followed)),
        drops_title: true,
    })
}

/// Gives a page its prose, and what follows from it: the contents, and a description where nobody wrote
/// one.
pub fn dress(page: &mut Page, prose: Prose) {
    let old = page.prose.as_ref().map(excerpt).unwrap_or_default();
    if page.common.description == old {
        page.common.description = excerpt(&prose);
    }
    page.common.contents = contents(&prose);
    page.prose = Some(prose);
}

/// The page anew where the file of its prose has changed since it was made, and nothing else has.
pub fn refresh(sight: &Sight<'_>, page: &Page) -> Option<Page> {
    let old = page.prose.as_ref()?;
    let record = sight.model.records.get(old.at)?;
    if Arc::ptr_eq(record, &old.record) {
        return None;
    }
    let file = &record.as_ref().as_ref()?.file;
    let head = sight.model.head(*sight.model.by_file.get(file)?)?;
    let mut prose = of(&sight.from(&page.address.path), head)?;
    prose.drops_title = old.drops_title;
    let mut page = page.clone();
    dress(&mut page, prose);
    page.seal();
    Some(page)
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
pub(super) fn contents(prose: &Prose) -> Vec<ContentsItem> {
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
fn excerpt(prose: &Prose) -> String {
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
