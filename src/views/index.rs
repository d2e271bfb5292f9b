//! The index page of each kind and of each folder of plain pages; home where nobody wrote one.

use crate::parse::kinds::{self, KINDS, Kind, KindRow, Written};
use crate::views::View;
use crate::views::page::{Common, Link, Page};
use crate::views::sight::Sight;
use crate::views::{prose, url};
use serde::Serialize;
use std::collections::BTreeMap;

pub(super) const VIEW: View = View {
    name: "index",
    pages,
};

/// What the index of a kind or a folder shows.
#[derive(Serialize)]
struct Index {
    /// What the kind is for.
    about: String,
    /// Its things.
    things: Vec<Entry>,
}

/// One thing of an index.
#[derive(Serialize)]
struct Entry {
    link: Link,
    /// One sentence on it.
    about: String,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let mut pages = Vec::new();
    if sight.model.settings.is_handbook {
        pages.extend(
            KINDS
                .iter()
                .filter(|row| has_own_pages(row))
                .filter_map(|row| of_kind(sight, row)),
        );
    }
    pages.extend(of_folders(sight));
    pages
}

/// Kinds whose things have a page each; the others are shown whole by their own view.
fn has_own_pages(row: &KindRow) -> bool {
    !matches!(
        row.written,
        Written::Anywhere | Written::Inside(..) | Written::Whole(_)
    ) && !matches!(
        row.kind,
        Kind::Term | Kind::Scope | Kind::Person | Kind::Waiver
    )
}

fn of_kind(sight: &Sight<'_>, row: &KindRow) -> Option<Page> {
    let folder = url::folder(row.kind);
    let path = format!("{folder}/index");
    let from = sight.from(&path);
    let things: Vec<Entry> = sight
        .model
        .all_of(row.kind)
        .map(|head| Entry {
            link: from.any(head.me),
            about: String::new(),
        })
        .collect();
    let written = sight
        .model
        .pages
        .items()
        .iter()
        .find(|page| url::page_path(&page.head.id.value) == path);
    let words = crate::text::Words::new(row.about.0, row.about.1);
    Some(Page {
        address: sight.address(&path),
        language: sight.language.clone(),
        template: "index",
        section: String::new(),
        common: Common {
            title: sight.strings.say(&format!("kinds.{}", row.id)).to_owned(),
            kind: "index",
            id: row.id.to_owned(),
            description: words.say(sight.tongue()).to_owned(),
            ..Common::default()
        },
        view: serde_json::to_value(Index {
            about: words.say(sight.tongue()).to_owned(),
            things,
        })
        .unwrap_or_default(),
        prose: written.and_then(|page| prose::of(&from, &page.head)),
        digest: 0,
    })
}

/// Folders of plain pages that nobody wrote an index for.
fn of_folders(sight: &Sight<'_>) -> Vec<Page> {
    let mut folders: BTreeMap<String, Vec<&crate::model::Head>> = BTreeMap::new();
    folders.insert(String::new(), Vec::new());
    for page in sight.model.pages.items() {
        let path = url::page_path(&page.head.id.value);
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders
            .entry(folder.to_owned())
            .or_default()
            .push(&page.head);
        let mut at = folder;
        while let Some((parent, _)) = at.rsplit_once('/') {
            folders.entry(parent.to_owned()).or_default();
            at = parent;
        }
    }
    let own = |heads: &[&crate::model::Head]| {
        heads.iter().any(|head| {
            let path = url::page_path(&head.id.value);
            path == "index" || path.ends_with("/index")
        })
    };
    let is_kind = |folder: &str| {
        kinds::of_folder(folder)
            .or_else(|| kinds::of_list(folder))
            .is_some()
    };
    folders
        .iter()
        .filter(|(folder, heads)| {
            !own(heads) && !(sight.model.settings.is_handbook && is_kind(folder))
        })
        .map(|(folder, heads)| of_folder(sight, folder, heads, &folders))
        .collect()
}

fn of_folder(
    sight: &Sight<'_>,
    folder: &str,
    heads: &[&crate::model::Head],
    folders: &BTreeMap<String, Vec<&crate::model::Head>>,
) -> Page {
    let path = if folder.is_empty() {
        "index".to_owned()
    } else {
        format!("{folder}/index")
    };
    let from = sight.from(&path);
    let inner = folders.keys().filter(|other| {
        let parent = other.rsplit_once('/').map_or("", |(parent, _)| parent);
        !other.is_empty() && parent == folder && other.as_str() != folder
    });
    let mut things: Vec<Entry> = inner
        .map(|other| Entry {
            link: Link {
                name: other
                    .rsplit('/')
                    .next()
                    .unwrap_or(other)
                    .replace(['-', '_'], " "),
                href: from.to(&format!("{other}/index"), None),
                kind: "page",
                lang: None,
            },
            about: String::new(),
        })
        .collect();
    things.extend(heads.iter().map(|head| Entry {
        link: from.any(head.me),
        about: String::new(),
    }));
    let title = if folder.is_empty() {
        let title = sight.say(&sight.model.settings.title);
        if title.is_empty() {
            sight.strings.say("nav.home").to_owned()
        } else {
            title
        }
    } else {
        folder
            .rsplit('/')
            .next()
            .unwrap_or(folder)
            .replace(['-', '_'], " ")
    };
    Page {
        address: sight.address(&path),
        language: sight.language.clone(),
        template: "index",
        section: String::new(),
        common: Common {
            title,
            kind: "index",
            ..Common::default()
        },
        view: serde_json::to_value(Index {
            about: String::new(),
            things,
        })
        .unwrap_or_default(),
        prose: None,
        digest: 0,
    }
}
