//! What is shown: the model and the verdict to pages. Knows no HTML.
//!
//! One file per kind of page; [`VIEWS`] is the order in which readers meet them.

pub mod url;
pub mod page;
pub mod sight;
pub mod nav;
pub mod thing;
pub mod prose;
pub mod embed;
pub mod said;
pub mod sentence;
pub mod section;
pub mod case;
pub mod gist;
pub mod plain;
pub mod index;
mod topics;
mod decision;
mod process;
mod meeting;
mod form;
mod service;
mod training;
mod career;
mod policy;
mod tension;
mod glossary;
mod calendar;
pub mod home;
pub mod department;
pub mod area;
pub mod role;
pub mod matrix;
pub mod scope;
pub mod person;
pub mod goal;
pub mod budget;
mod wording;
mod reference;
mod audit;

use crate::audit::Verdict;
use crate::memo::{Digest, Remembered, digest};
use crate::model::{AnyId, Model, Relations};
use crate::theme::{Strings, Theme};
use crate::views::nav::Sections;
use crate::views::page::{LanguageLink, Link, Page};
use crate::views::sight::{Backlinks, Sight};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One kind of page.
#[derive(Debug)]
pub struct View {
    /// Its name, which is that of its template.
    pub name: &'static str,
    /// Its pages in one language.
    pub pages: fn(&Sight<'_>) -> Vec<Page>,
}

/// Every kind of page, in reading order.
pub const VIEWS: &[View] = &[
    home::VIEW,
    plain::VIEW,
    department::VIEW,
    role::VIEW,
    area::VIEW,
    matrix::VIEW,
    decision::VIEW,
    process::VIEW,
    meeting::VIEW,
    form::VIEW,
    service::VIEW,
    goal::VIEW,
    budget::VIEW,
    training::VIEW,
    career::VIEW,
    policy::VIEW,
    tension::VIEW,
    glossary::VIEW,
    person::VIEW,
    scope::VIEW,
    calendar::VIEW,
    index::VIEW,
    audit::VIEW,
    reference::VIEW,
    reference::syntax::MARKDOWN,
    reference::syntax::DIRECTIVES,
    reference::kind::VIEW,
    reference::rule::VIEW,
];

/// The pages of one language and the folders that they lie in.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// In reading order.
    pub pages: Vec<Arc<Page>>,
    /// By path.
    pub sections: Arc<Sections>,
    /// Digest of the sections.
    pub digest: Digest,
}

/// What pages are made from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The organisation.
    pub model: &'a Model,
    /// What is wrong with it.
    pub verdict: &'a Verdict,
    /// How the site looks.
    pub theme: &'a Theme,
}

/// All pages, by language in the order of the settings; those of the last build as long as only prose has
/// changed that nothing else shows.
pub fn books(
    input: &Input<'_>,
    memo: &Remembered<Vec<Book>>,
) -> (Arc<Vec<Book>>, Remembered<Vec<Book>>) {
    let (books, next) = memo.get(key(input), || all(input));
    let fresh = refresh(input, &books);
    match fresh {
        Some(fresh) => next.replace(fresh),
        None => (books, next),
    }
}

/// The digest of all that pages are made from, but for the prose that they show.
fn key(input: &Input<'_>) -> Digest {
    let prose: Vec<[u8; 16]> = input
        .model
        .prose
        .iter()
        .map(|prose| prose.digest.to_le_bytes())
        .collect();
    let findings = format!("{:?}{:?}", input.verdict.findings, input.verdict.waived);
    digest(&[
        &input.model.key.to_le_bytes(),
        prose.as_flattened(),
        findings.as_bytes(),
        &input.theme.digest.to_le_bytes(),
    ])
}

/// What follows from the model, for the pages of all languages.
#[derive(Default)]
struct Derived {
    relations: Relations,
    backlinks: Backlinks,
}

/// What the pages of one language are made from, by language.
fn sights<'a>(input: &Input<'a>, derived: &'a Derived, none: &'a Strings) -> Vec<Sight<'a>> {
    let Input {
        model,
        verdict,
        theme,
    } = *input;
    let languages = model.settings.languages.iter();
    languages
        .map(|language| Sight {
            model,
            verdict,
            theme,
            language,
            strings: theme.strings.get(language).unwrap_or(none),
            relations: &derived.relations,
            backlinks: &derived.backlinks,
        })
        .collect()
}

fn all(input: &Input<'_>) -> Vec<Book> {
    let derived = Derived {
        relations: Relations::of(input.model),
        backlinks: backlinks(input.model),
    };
    let none = Strings::default();
    let sights = sights(input, &derived, &none);
    let mut books: Vec<(Vec<Page>, Sections)> = sights.par_iter().map(book).collect();
    link_languages(input.model, &mut books);
    books
        .into_iter()
        .map(|(mut pages, sections)| {
            pages.par_iter_mut().for_each(Page::seal);
            Book {
                pages: pages.into_iter().map(Arc::new).collect(),
                digest: digest(&[format!("{sections:?}").as_bytes()]),
                sections: Arc::new(sections),
            }
        })
        .collect()
}

/// The books with the pages anew whose prose has changed; `None` where none has.
fn refresh(input: &Input<'_>, books: &[Book]) -> Option<Vec<Book>> {
    let derived = Derived::default();
    let none = Strings::default();
    let sights = sights(input, &derived, &none);
    let fresh: Vec<(usize, usize, Page)> = books
        .iter()
        .zip(&sights)
        .enumerate()
        .flat_map(|(book, (pages, sight))| {
            let pages = pages.pages.iter().enumerate();
            pages.filter_map(move |(at, page)| Some((book, at, prose::refresh(sight, page)?)))
        })
        .collect();
    if fresh.is_empty() {
        return None;
    }
    let mut books = books.to_vec();
    for (book, at, page) in fresh {
        books[book].pages[at] = Arc::new(page);
    }
    Some(books)
}

fn book(sight: &Sight<'_>) -> (Vec<Page>, Sections) {
    let mut pages: Vec<Page> = VIEWS
        .par_iter()
        .flat_map_iter(|view| (view.pages)(sight))
        .collect();
    let mut seen = rustc_hash::FxHashSet::default();
    pages.retain(|page| seen.insert(page.address.path.clone()));
    let mut sections = nav::sections(pages.iter());
    if sight.model.settings.is_handbook {
        nav::arrange(&mut sections);
    }
    pages
        .par_iter_mut()
        .for_each(|page| place(sight, &sections, page));
    neighbours(sight, &sections, &mut pages);
    (pages, sections)
}

/// Says where a page lies: its folder, and the way to it from home.
fn place(sight: &Sight<'_>, sections: &Sections, page: &mut Page) {
    let path = page.address.path.clone();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    folder.clone_into(&mut page.section);
    let from = sight.from(&path);
    let mut crumbs = Vec::new();
    let mut at = String::new();
    let parts = std::iter::once("").chain(folder.split('/').filter(|part| !part.is_empty()));
    for part in parts {
        if !at.is_empty() {
            at.push('/');
        }
        at.push_str(part);
        let Some(section) = sections.get(&at) else {
            continue;
        };
        let is_self = section.index.as_deref() == Some(path.as_str());
        if is_self {
            continue;
        }
        let name = if at.is_empty() {
            sight.strings.say("nav.home").to_owned()
        } else {
            section.title.clone()
        };
        crumbs.push(Link {
            name,
            href: section
                .index
                .as_deref()
                .map(|index| from.to(index, None))
                .unwrap_or_default(),
            kind: "page",
            lang: None,
        });
    }
    page.common.crumbs = crumbs;
}

/// A page on the way through a folder: its title and its path.
type Stop<'a> = (&'a str, &'a str);

/// The page before and the page after, within a folder, the folder's own page first.
fn neighbours(sight: &Sight<'_>, sections: &Sections, pages: &mut [Page]) {
    let mut around: BTreeMap<&str, (Option<Stop<'_>>, Option<Stop<'_>>)> = BTreeMap::new();
    for section in sections.values() {
        let own = section
            .index
            .as_deref()
            .map(|index| (section.title.as_str(), index));
        let row: Vec<(&str, &str)> = own
            .into_iter()
            .chain(
                section
                    .pages
                    .iter()
                    .map(|(title, path)| (title.as_str(), path.as_str())),
            )
            .collect();
        for (at, (_, path)) in row.iter().enumerate() {
            let before = at
                .checked_sub(1)
                .and_then(|before| row.get(before))
                .copied();
            around.insert(path, (before, row.get(at + 1).copied()));
        }
    }
    pages.par_iter_mut().for_each(|page| {
        let Some((before, after)) = around.get(page.address.path.as_str()) else {
            return;
        };
        let from = sight.from(&page.address.path);
        let link = |(title, path): &(&str, &str)| Link {
            name: (*title).to_owned(),
            href: from.to(path, None),
            kind: "page",
            lang: None,
        };
        page.common.previous = before.as_ref().map(link);
        page.common.next = after.as_ref().map(link);
    });
}

/// Joins each page to the same page in the other languages.
fn link_languages(model: &Model, books: &mut [(Vec<Page>, Sections)]) {
    if books.len() < 2 {
        return;
    }
    let addresses = model.settings.addresses;
    let files: Vec<BTreeMap<String, String>> = books
        .iter()
        .map(|(pages, _)| {
            pages
                .iter()
                .map(|page| (page.address.path.clone(), page.address.file(addresses)))
                .collect()
        })
        .collect();
    for (own, (pages, _)) in books.iter_mut().enumerate() {
        pages.par_iter_mut().for_each(|page| {
            let file = page.address.file(addresses);
            let links = model.settings.languages.iter().zip(&files).enumerate();
            page.common.languages = links
                .filter_map(|(at, (language, files))| {
                    Some(LanguageLink {
                        tag: language.to_string(),
                        name: language_name(&language.0),
                        href: url::relative(&file, files.get(&page.address.path)?),
                        is_current: at == own,
                    })
                })
                .collect();
        });
    }
}

/// What a language calls itself.
fn language_name(tag: &str) -> String {
    match tag {
        "zh" | "zh-CN" | "zh-Hans" => "中文",
        "zh-TW" | "zh-Hant" => "繁體中文",
        "en" => "English",
        "ja" => "日本語",
        "ko" => "한국어",
        "fr" => "Français",
        "de" => "Deutsch",
        "es" => "Español",
        tag => tag,
    }
    .to_owned()
}

fn backlinks(model: &Model) -> Backlinks {
    let mut backlinks = Backlinks::default();
    let mut seen = rustc_hash::FxHashSet::default();
    for (from, to) in model.mentions() {
        let from = holder(model, *from);
        if from != to.value && seen.insert((from, to.value)) {
            backlinks.entry(to.value).or_default().push(from);
        }
    }
    for users in backlinks.values_mut() {
        users.sort_unstable();
    }
    backlinks
}

/// A step is shown by its process, a duty by itself.
fn holder(model: &Model, thing: AnyId) -> AnyId {
    match thing
        .of::<crate::model::Step>()
        .and_then(|step| model.steps.items().get(step.index()))
    {
        Some(step) => step.process.into(),
        None => thing,
    }
}
