//! Everything that has an id, as written and where: listed from the files, and named.

use crate::fault::Fault;
use crate::model::arena::AnyId;
use crate::model::names::Names;
use crate::model::reader::Seen;
use crate::parse::kinds::{self, KINDS, Kind, Written};
use crate::parse::record::Record;
use crate::parse::value::{Object, Value};
use crate::span::{Located, Span};
use crate::text::Language;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// One thing as written, and where.
pub(super) struct Thing<'a> {
    pub(super) kind: Kind,
    pub(super) id: Located<String>,
    pub(super) object: &'a Object,
    pub(super) record: &'a Record,
    /// The place of that file among all files.
    pub(super) at: usize,
    /// For a duty or a step: the thing of the kind above that it stands in.
    pub(super) parent: Option<u32>,
}

pub(super) type Things<'a> = FxHashMap<Kind, Vec<Thing<'a>>>;
pub(super) type Translations<'a> = FxHashMap<(Kind, &'a str), Vec<(Language, usize, &'a Record)>>;

/// Everything that has an id, by kind, in reading order.
pub(super) fn list(records: &[Arc<Option<Record>>]) -> Things<'_> {
    let mut things = Things::default();
    // The lighter come first; of the same weight, by the path of the file.
    let mut files: Vec<(usize, &Record)> = files(records).collect();
    files.sort_by_key(|(_, record)| weight(record));
    for (at, record) in files {
        if record.language.is_some()
            || (record.kind == Kind::Page && record.is_broken && record.body.is_none())
        {
            continue;
        }
        for (key, object) in &record.things {
            let thing = Thing {
                kind: record.kind,
                id: id_of(record, key.as_ref(), object),
                object,
                record,
                at,
                parent: None,
            };
            let siblings = things.entry(record.kind).or_default();
            let index = u32::try_from(siblings.len()).unwrap_or(u32::MAX);
            let inside = inner_things(&thing, index);
            siblings.push(thing);
            for inner in inside {
                things.entry(inner.kind).or_default().push(inner);
            }
        }
    }
    things
}

fn weight(record: &Record) -> i64 {
    let header = record.things.first().map(|(_, object)| object);
    match header
        .and_then(|object| object.get("weight"))
        .map(|weight| weight.value)
    {
        Some(Value::Whole(weight)) => *weight,
        _ => i64::MAX,
    }
}

/// Every file that was read, with its place among all files.
fn files(records: &[Arc<Option<Record>>]) -> impl Iterator<Item = (usize, &Record)> {
    let all = records.iter().enumerate();
    all.filter_map(|(at, record)| record.as_ref().as_ref().map(|record| (at, record)))
}

/// The duties of an area, the steps of a process.
fn inner_things<'a>(outside: &Thing<'a>, parent: u32) -> Vec<Thing<'a>> {
    let mut inner_things = Vec::new();
    for row in KINDS {
        let Written::Inside(outer, field) = row.written else {
            continue;
        };
        let list = outside.object.get(field).filter(|_| outer == outside.kind);
        let Some(Value::List(items)) = list.map(|list| list.value) else {
            continue;
        };
        for item in items {
            let Value::Object(inner) = &item.value else {
                continue;
            };
            let unnamed = || Located::new(String::new(), inner.span.clone());
            inner_things.push(Thing {
                kind: row.kind,
                id: text(inner, "id").unwrap_or_else(unnamed),
                object: inner,
                record: outside.record,
                at: outside.at,
                parent: Some(parent),
            });
        }
    }
    inner_things
}

fn text(object: &Object, name: &str) -> Option<Located<String>> {
    let value = object.get(name)?;
    match value.value {
        Value::Text(text) => Some(Located::new(text.clone(), value.span)),
        _ => None,
    }
}

fn id_of(record: &Record, key: Option<&Located<String>>, object: &Object) -> Located<String> {
    if let Some(key) = key {
        return key.clone();
    }
    if matches!(kinds::row(record.kind).written, Written::Entries(_)) {
        return text(object, "id")
            .or_else(|| text(object, "term"))
            .or_else(|| text(object, "name"))
            .unwrap_or_else(|| Located::new(String::new(), object.span.clone()));
    }
    let at = object
        .entries
        .first()
        .map_or_else(|| object.span.clone(), |entry| entry.key.clone());
    Located::new(record.id.clone(), at)
}

pub(super) fn translations(records: &[Arc<Option<Record>>]) -> Translations<'_> {
    let mut translations = Translations::default();
    for (at, record) in files(records) {
        if let Some(language) = &record.language {
            let key = (record.kind, record.id.as_str());
            translations
                .entry(key)
                .or_default()
                .push((language.clone(), at, record));
        }
    }
    translations
}

/// Translations of pages that are not there.
pub(super) fn orphans(records: &[Arc<Option<Record>>]) -> Vec<Fault> {
    let records = || records.iter().filter_map(|record| record.as_ref().as_ref());
    let masters: FxHashSet<(Kind, &str)> = records()
        .filter(|record| record.language.is_none())
        .map(|record| (record.kind, record.id.as_str()))
        .collect();
    records()
        .filter(|record| !masters.contains(&(record.kind, record.id.as_str())))
        .filter_map(|record| {
            let tag = record.language.as_ref()?;
            let stem = record.file.strip_suffix(".md")?;
            let original = format!("{}.md", stem.strip_suffix(&*tag.0)?.trim_end_matches('.'));
            let fault = Fault::new(
                "translation-without-original",
                Span::new(&record.file, 0..0),
            );
            Some(fault.blank("original", original))
        })
        .collect()
}

/// Notes every id, name and alias; a second thing of a kind with the same id is a fault.
pub(super) fn name_all(
    things: &Things<'_>,
    translations: &Translations<'_>,
    names: &mut Names,
    seen: &mut Seen,
) {
    for row in KINDS {
        let mut first: FxHashMap<(Option<u32>, &str), &Thing<'_>> = FxHashMap::default();
        for (index, thing) in
            (0u32..).zip(things.get(&row.kind).map(Vec::as_slice).unwrap_or_default())
        {
            let me = AnyId {
                kind: row.kind,
                index,
            };
            // A step's id need only be its own within its process.
            let room = if row.kind == Kind::Step {
                thing.parent
            } else {
                None
            };
            if !thing.id.value.is_empty() {
                if let Some(earlier) = first.get(&(room, thing.id.value.as_str())) {
                    seen.faults.push(duplicate(thing, earlier));
                    continue;
                }
                first.insert((room, thing.id.value.as_str()), thing);
                names.add_id(&thing.id.value, me);
            }
            for name in spoken_names(thing, translations) {
                names.add_name(&name, me);
            }
        }
    }
}

fn duplicate(thing: &Thing<'_>, earlier: &Thing<'_>) -> Fault {
    let row = kinds::row(thing.kind);
    Fault::new("duplicate-id", thing.id.span.clone())
        .blank("id", thing.id.value.clone())
        .blank("kind", crate::text::Words::new(row.zh, row.en.0))
        .note(earlier.id.span.clone(), "duplicate-id-first")
}

/// Names and aliases in every language in which they are written.
fn spoken_names(thing: &Thing<'_>, translations: &Translations<'_>) -> Vec<String> {
    let mut names = Vec::new();
    let mut take = |object: &Object| {
        for entry in object
            .entries
            .iter()
            .filter(|entry| matches!(entry.field.name, "name" | "term" | "aliases"))
        {
            match &entry.value.value {
                Some(Value::Text(text)) => names.push(text.clone()),
                Some(Value::List(items)) => {
                    let texts = items.iter().filter_map(|item| match &item.value {
                        Value::Text(text) => Some(text.clone()),
                        _ => None,
                    });
                    names.extend(texts);
                }
                _ => {}
            }
        }
    };
    take(thing.object);
    for (_, _, record) in translated(thing, translations) {
        if let Some((_, object)) = record.things.first() {
            take(object);
        }
    }
    names
}

pub(super) fn translated<'b, 'a: 'b>(
    thing: &'b Thing<'a>,
    translations: &'b Translations<'a>,
) -> &'b [(Language, usize, &'a Record)] {
    if thing.parent.is_some() {
        return &[];
    }
    translations
        .get(&(thing.kind, thing.id.value.as_str()))
        .map(Vec::as_slice)
        .unwrap_or_default()
}
