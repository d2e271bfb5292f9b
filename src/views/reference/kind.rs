//! The reference page of each kind: every key with its Chinese twin, what may stand in it, what it says
//! and an example; and the page of the keys that all kinds share.

use super::shape::{self, Shaped};
use super::{Face, kind_link, page, pair};
use crate::parse::fields::{Field, Need, Shape};
use crate::parse::kinds::{self, ENTRY, HEADER, KINDS, Kind, KindRow, Written};
use crate::text::Tongue;
use crate::views::View;
use crate::views::page::{ContentsItem, Link, Page};
use crate::views::sight::{From, Sight};
use serde::Serialize;
use std::fmt::Write as _;

pub(in crate::views) const VIEW: View = View {
    name: "reference",
    pages,
};

/// The path of the page on the shared keys.
pub(super) const HEADER_PATH: &str = "reference/header";

/// Groups of keys may lie in groups; no table is deeper than this.
const DEEPEST: usize = 4;

/// The tables of one page.
#[derive(Serialize)]
struct Reference {
    about: String,
    /// Where it is written, in words.
    written: String,
    /// The file or folder that it is written in.
    place: String,
    /// The kind that it is written inside of.
    inside: Option<Link>,
    /// The page of the keys that it shares with other kinds.
    shared: Option<Link>,
    tables: Vec<Table>,
    /// The smallest file that says all it must.
    example: Option<Example>,
}

/// One table of keys.
#[derive(Serialize)]
struct Table {
    id: &'static str,
    title: String,
    about: String,
    rows: Vec<Row>,
}

/// One key.
#[derive(Serialize)]
struct Row {
    id: String,
    /// How many groups it lies in.
    depth: usize,
    key: &'static str,
    zh: &'static str,
    required: bool,
    shape: Shaped,
    about: &'static str,
    example: &'static str,
}

/// A file as an author would write it.
#[derive(Serialize)]
struct Example {
    file: String,
    text: String,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    if !sight.model.settings.is_handbook {
        return Vec::new();
    }
    let mut pages = vec![header(sight)];
    pages.extend(KINDS.iter().map(|row| of_kind(sight, row)));
    pages
}

/// The path of a kind's page.
pub(super) fn path(row: &KindRow) -> String {
    format!("reference/{}", row.id)
}

/// What a kind is called.
pub(super) fn name(row: &KindRow, tongue: Tongue) -> String {
    match tongue {
        Tongue::Zh => row.zh.to_owned(),
        Tongue::En => {
            let mut letters = row.en.0.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect()
            })
        }
    }
}

/// The file or folder that a kind is written in.
pub(super) fn place(row: &KindRow) -> String {
    match row.written {
        Written::Pages(folder) => format!("content/{folder}/"),
        Written::Entries(list) | Written::Keyed(list) | Written::Whole(list) => {
            format!("content/{list}.yaml")
        }
        Written::Inside(outer, field) => format!("{}{field}:", inside_of(outer)),
        Written::Anywhere => "content/".to_owned(),
    }
}

fn inside_of(outer: Kind) -> String {
    match kinds::row(outer).written {
        Written::Pages(folder) => format!("content/{folder}/ → "),
        _ => String::new(),
    }
}

fn header(sight: &Sight<'_>) -> Page {
    let from = sight.from(HEADER_PATH);
    let table = |id, fields: &'static [Field]| Table {
        id,
        title: sight
            .strings
            .say(&format!("reference.header.{id}"))
            .to_owned(),
        about: sight
            .strings
            .say(&format!("reference.header.{id}_about"))
            .to_owned(),
        rows: rows(&from, fields),
    };
    let tables = vec![table("pages", HEADER), table("entries", ENTRY)];
    let contents = tables
        .iter()
        .map(|table| ContentsItem {
            level: 2,
            id: table.id.to_owned(),
            text: table.title.clone(),
        })
        .collect();
    let about = sight.strings.say("reference.header.about");
    let face = Face {
        path: HEADER_PATH.to_owned(),
        template: "reference",
        title: sight.strings.say("reference.header.title").to_owned(),
        description: about,
    };
    let view = Reference {
        about: about.to_owned(),
        written: String::new(),
        place: String::new(),
        inside: None,
        shared: None,
        tables,
        example: None,
    };
    let mut page = page(sight, face, &view);
    page.common.contents = contents;
    page
}

fn of_kind(sight: &Sight<'_>, row: &'static KindRow) -> Page {
    let path = path(row);
    let from = sight.from(&path);
    let about = pair(row.about, sight.tongue());
    let strings = sight.strings;
    let way = match row.written {
        Written::Pages(_) => "pages",
        Written::Entries(_) => "entries",
        Written::Keyed(_) => "keyed",
        Written::Whole(_) => "whole",
        Written::Inside(..) => "inside",
        Written::Anywhere => "anywhere",
    };
    let is_alone = row.all_fields().count() == row.fields.len();
    let view = Reference {
        about: about.to_owned(),
        written: strings.say(&format!("reference.written.{way}")).to_owned(),
        place: place(row),
        inside: match row.written {
            Written::Inside(outer, _) => Some(kind_link(&from, kinds::row(outer))),
            _ => None,
        },
        shared: (!is_alone)
            .then(|| super::link(&from, strings.say("reference.header.title"), HEADER_PATH)),
        tables: vec![Table {
            id: "fields",
            title: strings.say("reference.fields").to_owned(),
            about: String::new(),
            rows: rows(&from, row.fields),
        }],
        example: example(row),
    };
    let face = Face {
        path,
        template: "reference",
        title: name(row, sight.tongue()),
        description: about,
    };
    page(sight, face, &view)
}

fn rows(from: &From<'_>, fields: &'static [Field]) -> Vec<Row> {
    let mut rows = Vec::new();
    add_rows(from, fields, "", &mut rows);
    rows
}

fn add_rows(from: &From<'_>, fields: &'static [Field], prefix: &str, rows: &mut Vec<Row>) {
    let depth = prefix.matches('.').count();
    for field in fields {
        let id = format!("{prefix}{}", field.name);
        rows.push(Row {
            id: id.clone(),
            depth,
            key: field.name,
            zh: field.zh,
            required: field.need == Need::Required,
            shape: shape::words(from, field),
            about: pair(field.about, from.sight.tongue()),
            example: field.example,
        });
        if let Some(inner) = group(&field.shape).filter(|_| depth < DEEPEST) {
            add_rows(from, inner, &format!("{id}."), rows);
        }
    }
}

/// The keys of a group, also where there are several groups.
fn group(shape: &Shape) -> Option<&'static [Field]> {
    match shape {
        Shape::Group(fields) => Some(fields),
        Shape::List(inner) | Shape::Map(inner) => group(inner),
        _ => None,
    }
}

/// The keys that must be there, each with its example; all keys where none must.
fn example(row: &KindRow) -> Option<Example> {
    let must = |field: &&Field| field.need == Need::Required;
    let mut fields: Vec<&Field> = row.fields.iter().filter(must).collect();
    if fields.is_empty() {
        fields.extend(row.fields);
    }
    let (first, rest) = match row.written {
        Written::Entries(_) => ("- ", "  "),
        Written::Inside(..) => ("  - ", "    "),
        Written::Keyed(_) => ("  ", "  "),
        Written::Pages(_) | Written::Whole(_) | Written::Anywhere => ("", ""),
    };
    let mut text = String::new();
    for (at, field) in fields.iter().enumerate() {
        let lead = if at == 0 { first } else { rest };
        writeln!(text, "{lead}{}: {}", field.name, field.example).ok()?;
    }
    let (file, text) = match row.written {
        Written::Pages(folder) => (
            format!("content/{folder}/example.md"),
            format!("---\n{text}---\n"),
        ),
        Written::Anywhere => (
            "content/guide/example.md".to_owned(),
            format!("---\n{text}---\n"),
        ),
        Written::Inside(_, field) => (place(row), format!("{field}:\n{text}")),
        Written::Keyed(_) => (place(row), format!("example:\n{text}")),
        Written::Entries(_) | Written::Whole(_) => (place(row), text),
    };
    (!fields.is_empty()).then_some(Example { file, text })
}
