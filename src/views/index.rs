//! The index page of each kind and of each folder of plain pages; home where nobody wrote one.

use crate::model::{AnyId, Area, Model, Role};
use crate::parse::kinds::{self, KINDS, Kind, KindRow, Written};
use crate::text::Words;
use crate::views::View;
use crate::views::page::{Common, Link, Page};
use crate::views::sentence::Sentence;
use crate::views::sight::{From, Sight};
use crate::views::{gist, nav, prose, url};
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
    /// Its things, by what they belong to where that helps.
    groups: Vec<Group>,
}

/// Things that belong together.
#[derive(Serialize)]
struct Group {
    /// What they belong to; nothing for the only group, and for what belongs nowhere.
    title: Option<Link>,
    things: Vec<Entry>,
}

/// One thing of an index.
#[derive(Serialize)]
struct Entry {
    link: Link,
    /// One sentence on it.
    about: Sentence,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let mut pages = Vec::new();
    if sight.model.settings.is_handbook {
        let kinds = KINDS.iter().filter(|row| has_own_pages(row));
        pages.extend(kinds.map(|row| of_kind(sight, row.kind)));
    }
    pages.extend(of_folders(sight));
    pages
}

/// Kinds whose things have a page each; the others are shown whole by their own view.
fn has_own_pages(row: &KindRow) -> bool {
    has_index(row) && !matches!(row.kind, Kind::Term | Kind::Scope | Kind::Person)
}

/// Kinds with a page that leads to all of their things.
pub(super) fn has_index(row: &KindRow) -> bool {
    !matches!(
        row.written,
        Written::Anywhere | Written::Inside(..) | Written::Whole(_)
    ) && row.kind != Kind::Waiver
}

fn of_kind(sight: &Sight<'_>, kind: Kind) -> Page {
    listing(sight, kind, VIEW.name, |from| Index {
        about: about(sight, kind),
        groups: groups(from, kind),
    })
}

/// The page of all things of a kind, drawn by `template`, with the prose that somebody wrote for it.
pub(super) fn listing<V: Serialize>(
    sight: &Sight<'_>,
    kind: Kind,
    template: &'static str,
    view: impl FnOnce(&From<'_>) -> V,
) -> Page {
    let row = kinds::row(kind);
    let path = format!("{}/index", url::folder(kind));
    let from = sight.from(&path);
    let mut page = Page::new(sight.address(&path), sight.language.clone(), template);
    page.common = Common {
        title: sight.strings.say(&format!("kinds.{}", row.id)).to_owned(),
        kind: "index",
        id: row.id.to_owned(),
        description: about(sight, kind),
        ..Common::default()
    };
    page.view = serde_json::to_value(view(&from)).unwrap_or_default();
    let mut plain = sight.model.pages.items().iter();
    let written = plain.find(|plain| url::page_path(&plain.head.id.value) == path);
    if let Some(prose) = written.and_then(|plain| prose::of(&from, &plain.head)) {
        prose::dress(&mut page, prose);
    }
    page
}

/// What a kind is for.
pub(super) fn about(sight: &Sight<'_>, kind: Kind) -> String {
    let (zh, en) = kinds::row(kind).about;
    Words::new(zh, en).say(sight.tongue()).to_owned()
}

/// Roles and areas by department, everything else in one group.
fn groups(from: &From<'_>, kind: Kind) -> Vec<Group> {
    let model = from.sight.model;
    let relations = from.sight.relations;
    let departments = model.departments.iter().map(|(id, _)| id);
    let anys = |heads: Vec<AnyId>| -> Vec<Entry> {
        heads.into_iter().map(|thing| entry(from, thing)).collect()
    };
    let mut groups: Vec<Group> = match kind {
        Kind::Role | Kind::Area => departments
            .map(|id| {
                let of = relations.department(id);
                let things = match kind {
                    Kind::Role => of.roles.iter().map(|role| (*role).into()).collect(),
                    _ => of.areas.iter().map(|area| (*area).into()).collect(),
                };
                Group {
                    title: Some(from.link(id)),
                    things: anys(things),
                }
            })
            .collect(),
        _ => Vec::new(),
    };
    let rest = model
        .all_of(kind)
        .map(|head| head.me)
        .filter(|thing| belongs_nowhere(model, *thing));
    groups.push(Group {
        title: None,
        things: anys(rest.collect()),
    });
    groups.retain(|group| !group.things.is_empty());
    groups
}

/// Whether no department has it; always so for kinds that are not listed by department.
fn belongs_nowhere(model: &Model, thing: AnyId) -> bool {
    match (thing.of::<Role>(), thing.of::<Area>()) {
        (Some(role), _) => model.roles[role].department.is_none(),
        (_, Some(area)) => model.areas[area].department.is_empty(),
        _ => true,
    }
}

fn entry(from: &From<'_>, thing: AnyId) -> Entry {
    Entry {
        link: from.any(thing),
        about: gist::of(from, thing),
    }
}

/// The handbook's title, or what stands in for it.
pub(super) fn site_title(sight: &Sight<'_>) -> String {
    let title = sight.say(&sight.model.settings.title);
    if title.is_empty() {
        sight.strings.say("nav.home").to_owned()
    } else {
        title
    }
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
            !(own(heads) || sight.model.settings.is_handbook && is_kind(folder))
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
                name: nav::folder_title(sight, other),
                href: from.to(&format!("{other}/index"), None),
                kind: "page",
                lang: None,
            },
            about: Sentence::new(),
        })
        .collect();
    things.extend(heads.iter().map(|head| Entry {
        link: from.any(head.me),
        about: Sentence::new(),
    }));
    let title = if folder.is_empty() {
        site_title(sight)
    } else {
        nav::folder_title(sight, folder)
    };
    let mut page = Page::new(sight.address(&path), sight.language.clone(), "index");
    page.common = Common {
        title,
        kind: "index",
        ..Common::default()
    };
    page.view = serde_json::to_value(Index {
        about: String::new(),
        groups: one_group(things),
    })
    .unwrap_or_default();
    page
}

/// Things in one group without a title; no group where there are none.
fn one_group(things: Vec<Entry>) -> Vec<Group> {
    if things.is_empty() {
        return Vec::new();
    }
    vec![Group {
        title: None,
        things,
    }]
}
