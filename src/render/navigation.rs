//! The navigation, drawn once for each folder of the site and shared by all pages in it.

use crate::memo::{Digest, digest};
use crate::model::Model;
use crate::model::settings::Addresses;
use crate::parse::markdown::escape_attribute;
use crate::render::engine::{Engine, Frame};
use crate::text::Language;
use crate::views::Book;
use crate::views::nav::Sections;
use crate::views::page::Page;
use crate::views::url::{self, Address};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The navigation of one language, by the folder whose part is open and the folder it is seen from.
#[derive(Debug)]
pub(super) struct Navigation {
    drawn: BTreeMap<Key, Drawn>,
    /// What marks the link to the page itself.
    mark: Arc<str>,
    /// The file of home.
    pub(super) home: String,
    /// How addresses are written.
    pub(super) addresses: Addresses,
}

/// One drawing of the navigation: its pieces, and the digest of the whole.
type Drawn = (Vec<Arc<str>>, Digest);

/// The open folder, and the folder of the file that shows it.
type Key = (String, String);

/// One folder as the template sees it.
#[derive(Serialize)]
struct Folder {
    title: String,
    href: String,
    /// It is the open one or lies on the way to it.
    is_open: bool,
    pages: Vec<Item>,
    folders: Vec<Folder>,
}

#[derive(Serialize)]
struct Item {
    title: String,
    href: String,
}

impl Navigation {
    /// No navigation yet.
    pub(super) fn empty(model: &Model, language: &Language) -> Navigation {
        let addresses = model.settings.addresses;
        Navigation {
            drawn: BTreeMap::new(),
            mark: " aria-current=\"page\"".into(),
            home: Address::new(model, language, "index").file(addresses),
            addresses,
        }
    }

    /// The navigation for a page, in pieces that it shares with its neighbours, the page itself marked.
    pub(super) fn of(&self, page: &Page, file: &str) -> Vec<Arc<str>> {
        let Some((drawn, _)) = self.drawn.get(&key(page, file)) else {
            return Vec::new();
        };
        let own = file.rsplit('/').next().unwrap_or(file);
        let mut link = String::from(LINK);
        escape_attribute(&url::encode(own), &mut link);
        link.push('"');
        let mut pieces = Vec::with_capacity(drawn.len() + 1);
        for piece in drawn {
            pieces.push(Arc::clone(piece));
            if piece.ends_with(&link) {
                pieces.push(Arc::clone(&self.mark));
            }
        }
        pieces
    }

    /// The digest of the navigation that a page shows.
    pub(super) fn digest_for(&self, page: &Page) -> Digest {
        let file = page.address.file(self.addresses);
        self.drawn
            .get(&key(page, &file))
            .map_or(0, |(_, digest)| *digest)
    }
}

fn key(page: &Page, file: &str) -> Key {
    (
        page.section.clone(),
        file.rsplit_once('/')
            .map_or("", |(folder, _)| folder)
            .to_owned(),
    )
}

/// Draws the navigation of a book.
pub(super) fn draw(engine: &Engine, frame: &Frame, model: &Model, book: &Book) -> Navigation {
    let fallback = Language::new("zh");
    let language = book.pages.first().map_or(&fallback, |page| &page.language);
    let mut navigation = Navigation::empty(model, language);
    let keys: BTreeSet<Key> = book
        .pages
        .iter()
        .map(|page| key(page, &page.address.file(navigation.addresses)))
        .collect();
    let see = |path: &str, seen_from: &str| {
        let file = Address::new(model, language, path).file(navigation.addresses);
        url::relative(
            &format!("{seen_from}/.")
                .trim_start_matches('/')
                .replace("//", "/"),
            &file,
        )
    };
    let drawn: Vec<(Key, Drawn)> = keys
        .into_par_iter()
        .map(|key| {
            let root = folder(&book.sections, "", &key, &see);
            let mut context = frame.context();
            context.insert("root", &root);
            let html = engine.draw("nav.html", &context).unwrap_or_default();
            let digest = digest(&[html.as_bytes()]);
            (key, (cut(&html), digest))
        })
        .collect();
    navigation.drawn = drawn.into_iter().collect();
    navigation
}

/// How a link begins in the navigation's template.
const LINK: &str = "<a href=\"";

/// Cuts the navigation behind each address of a page in the same folder, where the mark may have to go.
fn cut(html: &str) -> Vec<Arc<str>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in html.match_indices(LINK) {
        let address = &html[at + LINK.len()..];
        let Some(length) = address.find('"') else {
            break;
        };
        if !address[..length].contains('/') {
            let end = at + LINK.len() + length + 1;
            pieces.push(Arc::from(&html[start..end]));
            start = end;
        }
    }
    pieces.push(Arc::from(&html[start..]));
    pieces
}

/// A folder; only those on the way to the open one show what lies in them.
fn folder(
    sections: &Sections,
    path: &str,
    key: &Key,
    see: &dyn Fn(&str, &str) -> String,
) -> Folder {
    let (open, seen_from) = key;
    let is_open = path.is_empty() || open == path || open.starts_with(&format!("{path}/"));
    let empty = crate::views::nav::Section::default();
    let section = sections.get(path).unwrap_or(&empty);
    let (mut pages, mut folders) = (Vec::new(), Vec::new());
    if is_open {
        pages.extend(section.pages.iter().map(|(title, path)| Item {
            title: title.clone(),
            href: see(path, seen_from),
        }));
        folders.extend(
            section
                .sections
                .iter()
                .map(|inner| folder(sections, inner, key, see)),
        );
    }
    Folder {
        title: section.title.clone(),
        href: section
            .index
            .as_deref()
            .map(|index| see(index, seen_from))
            .unwrap_or_default(),
        is_open,
        pages,
        folders,
    }
}
