//! The reference: what may be written in a handbook and what is checked, made from the tables that the
//! parser and the audit themselves read. It depends on nothing that an author wrote.

pub(super) mod kind;
pub(super) mod rule;
pub(super) mod syntax;
mod shape;
mod text;

use crate::parse::kinds::{KINDS, KindRow, Written};
use crate::text::{Tongue, Words};
use crate::views::View;
use crate::views::page::{Common, ContentsItem, Link, Page};
use crate::views::sight::{From, Sight};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "catalogue",
    pages,
};

/// The path of the reference's own page.
const HOME: &str = "reference/index";

/// A list of pages in groups.
#[derive(Serialize)]
struct Catalogue {
    about: String,
    groups: Vec<Group>,
}

/// One group of a catalogue.
#[derive(Serialize)]
struct Group {
    id: String,
    title: String,
    about: String,
    entries: Vec<Entry>,
}

/// One page of a catalogue.
#[derive(Serialize)]
struct Entry {
    link: Link,
    /// How it is written in files or on the command line.
    code: String,
    about: String,
    /// The weight of a rule: `error`; empty for the rest.
    level: &'static str,
    /// That weight in words.
    level_words: String,
}

/// What a generated page says of itself.
struct Face<'a> {
    path: String,
    template: &'static str,
    title: String,
    description: &'a str,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    if !sight.model.settings.is_handbook {
        return Vec::new();
    }
    let from = sight.from(HOME);
    let groups = vec![
        general(&from),
        of_kinds(&from, "pages", |written| {
            matches!(written, Written::Pages(_) | Written::Anywhere)
        }),
        of_kinds(&from, "lists", |written| {
            matches!(written, Written::Entries(_) | Written::Keyed(_))
        }),
        of_kinds(&from, "inside", |written| {
            matches!(written, Written::Inside(..))
        }),
        of_kinds(&from, "whole", |written| {
            matches!(written, Written::Whole(_))
        }),
    ];
    let about = sight.strings.say("reference.about");
    let face = Face {
        path: HOME.to_owned(),
        template: "catalogue",
        title: sight.strings.say("reference.title").to_owned(),
        description: about,
    };
    let view = Catalogue {
        about: about.to_owned(),
        groups,
    };
    vec![catalogue(sight, face, &view)]
}

/// A page of groups, which are its contents.
fn catalogue(sight: &Sight<'_>, face: Face<'_>, view: &Catalogue) -> Page {
    let contents = view
        .groups
        .iter()
        .map(|group| ContentsItem {
            level: 2,
            id: group.id.clone(),
            text: group.title.clone(),
        })
        .collect();
    let mut page = page(sight, face, view);
    page.common.contents = contents;
    page
}

/// A page that nobody wrote.
fn page<V: Serialize>(sight: &Sight<'_>, face: Face<'_>, view: &V) -> Page {
    let address = sight.address(&face.path);
    let mut page = Page::new(address, sight.language.clone(), face.template);
    page.common = Common {
        title: face.title,
        kind: "reference",
        description: face.description.to_owned(),
        ..Common::default()
    };
    page.view = serde_json::to_value(view).unwrap_or_default();
    page
}

/// What holds for every kind.
fn general(from: &From<'_>) -> Group {
    let strings = from.sight.strings;
    let entry = |name: &str, path: &str| Entry {
        link: link(from, strings.say(&format!("reference.{name}.title")), path),
        code: String::new(),
        about: strings.say(&format!("reference.{name}.about")).to_owned(),
        level: "",
        level_words: String::new(),
    };
    Group {
        id: "general".to_owned(),
        title: strings.say("reference.general").to_owned(),
        about: String::new(),
        entries: vec![
            entry("markdown", syntax::MARKDOWN_PATH),
            entry("directives", syntax::DIRECTIVES_PATH),
            entry("header", kind::HEADER_PATH),
            entry("rules", rule::INDEX_PATH),
        ],
    }
}

/// The kinds that are written in one way.
fn of_kinds(from: &From<'_>, name: &str, fits: impl Fn(Written) -> bool) -> Group {
    let strings = from.sight.strings;
    Group {
        id: name.to_owned(),
        title: strings.say(&format!("reference.group.{name}")).to_owned(),
        about: String::new(),
        entries: KINDS
            .iter()
            .filter(|row| fits(row.written))
            .map(|row| Entry {
                link: kind_link(from, row),
                code: kind::place(row),
                about: pair(row.about, from.sight.tongue()).to_owned(),
                level: "",
                level_words: String::new(),
            })
            .collect(),
    }
}

/// A link to the reference page of a kind.
fn kind_link(from: &From<'_>, row: &KindRow) -> Link {
    link(
        from,
        &kind::name(row, from.sight.tongue()),
        &kind::path(row),
    )
}

fn link(from: &From<'_>, name: &str, path: &str) -> Link {
    Link {
        name: name.to_owned(),
        href: from.to(path, None),
        kind: "reference",
        lang: None,
    }
}

/// One of two texts of a table.
fn pair((zh, en): (&'static str, &'static str), tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Zh => zh,
        Tongue::En => en,
    }
}

/// A text of the program's own, in the page's nearest language.
fn say<'a>(sight: &Sight<'_>, words: &'a Words) -> &'a str {
    words.say(sight.tongue())
}
