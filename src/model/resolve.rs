//! All records to one model: who is meant by every name, and what every file says of whom.
//!
//! First everything that has an id is listed and named; then each kind is read in turn, and by then any
//! reference can be followed.

use crate::fault::Fault;
use crate::memo::{Digest, digest};
use crate::model::area::{Area, Duty};
use crate::model::arena::{AnyId, Arena, Id};
use crate::model::head::{Control, Head};
use crate::model::names::Names;
use crate::model::process::{Process, Step};
use crate::model::reader::{Reader, Seen};
use crate::model::settings::{Calendar, Settings, Waiver};
use crate::model::{
    Budget, Career, Decision, Department, Form, Goal, Meeting, Options, Organisation, Page, Person,
    Policy, Role, Scope, Service, Tension, Term, Training,
};
use crate::parse::kinds::{self, KINDS, Kind, Written};
use crate::parse::record::{Record, Setup};
use crate::parse::value::{Object, Value};
use crate::span::{FilePath, Located, Span};
use crate::text::{Language, Localized};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// One thing as written, and where.
struct Thing<'a> {
    kind: Kind,
    id: Located<String>,
    object: &'a Object,
    record: &'a Record,
    /// The place of that file among all files.
    at: usize,
    /// For a duty or a step: the thing of the kind above that it stands in.
    parent: Option<u32>,
}

/// The digest of all that [`resolve`] reads.
pub fn key(records: &[Arc<Option<Record>>], setup: &Setup, options: &Options) -> Digest {
    let mut parts: Vec<[u8; 16]> = records
        .iter()
        .filter_map(|record| record.as_ref().as_ref())
        .map(|record| record.facts.to_le_bytes())
        .collect();
    parts.push(setup.digest().to_le_bytes());
    let day = format!("{} {}", options.today, options.is_strict);
    digest(&[parts.as_flattened(), day.as_bytes()])
}

/// Joins all records into one organisation.
pub fn resolve(records: &[Arc<Option<Record>>], setup: &Setup, options: &Options) -> Organisation {
    let mut seen = Seen::default();
    let things = list(records);
    let translations = translations(records);
    let mut names = Names::default();
    for record in records.iter().filter_map(|record| record.as_ref().as_ref()) {
        if record.is_broken {
            names.add_broken(record.kind);
        }
    }
    name_all(&things, &translations, &mut names, &mut seen);
    seen.faults.extend(orphans(records));
    let mut all = All {
        things: &things,
        translations: &translations,
        names: &names,
        seen,
    };
    let mut organisation = read_all(&mut all, setup);
    let Seen { faults, mentions } = all.seen;
    organisation.own_faults = faults;
    organisation.own_mentions = mentions;
    organisation.names = names;
    organisation.today = options.today;
    organisation.is_strict = options.is_strict;
    organisation.by_file = by_file(&organisation, records);
    organisation
}

fn by_file(
    organisation: &Organisation,
    records: &[Arc<Option<Record>>],
) -> FxHashMap<FilePath, AnyId> {
    let mut things = FxHashMap::default();
    for head in KINDS.iter().flat_map(|row| organisation.all_of(row.kind)) {
        for (_, at) in &head.files {
            if let Some(record) = records[*at].as_ref() {
                things.insert(record.file.clone(), head.me);
            }
        }
    }
    things
}

type Things<'a> = FxHashMap<Kind, Vec<Thing<'a>>>;
type Translations<'a> = FxHashMap<(Kind, &'a str), Vec<(Language, usize, &'a Record)>>;

/// Everything that has an id, by kind, in reading order.
fn list(records: &[Arc<Option<Record>>]) -> Things<'_> {
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

fn translations(records: &[Arc<Option<Record>>]) -> Translations<'_> {
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
fn orphans(records: &[Arc<Option<Record>>]) -> Vec<Fault> {
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
fn name_all(
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

fn translated<'b, 'a: 'b>(
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

/// What every reading of a kind needs.
struct All<'a> {
    things: &'a Things<'a>,
    translations: &'a Translations<'a>,
    names: &'a Names,
    seen: Seen,
}

impl<'a> All<'a> {
    fn of(&self, kind: Kind) -> &'a [Thing<'a>] {
        self.things
            .get(&kind)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Reads one kind, thing by thing.
    fn arena<T>(
        &mut self,
        kind: Kind,
        mut read: impl FnMut(Head, &mut Reader<'_>) -> T,
    ) -> Arena<T> {
        (0u32..)
            .zip(self.of(kind))
            .map(|(index, thing)| self.thing(thing, index, &mut read))
            .collect()
    }

    fn thing<T>(
        &mut self,
        thing: &Thing<'a>,
        index: u32,
        read: &mut impl FnMut(Head, &mut Reader<'_>) -> T,
    ) -> T {
        let me = AnyId {
            kind: thing.kind,
            index,
        };
        let translated = translated(thing, self.translations);
        let objects: Vec<(Language, &Object)> = translated
            .iter()
            .filter_map(|(language, _, record)| {
                let (_, object) = record.things.first()?;
                Some((language.clone(), object))
            })
            .collect();
        let mut reader = Reader {
            object: thing.object,
            translations: &objects,
            names: self.names,
            owner: me,
            seen: &mut self.seen,
        };
        let head = head(thing, me, translated, &mut reader);
        read(head, &mut reader)
    }
}

fn head(
    thing: &Thing<'_>,
    me: AnyId,
    translated: &[(Language, usize, &Record)],
    reader: &mut Reader<'_>,
) -> Head {
    let key = match thing.kind {
        Kind::Term => "term",
        Kind::Step => "do",
        Kind::Settings => "title",
        _ => "name",
    };
    let mut name = reader.words(key);
    if name.is_empty() {
        name = Localized::new(heading(thing).unwrap_or_else(|| plain_name(&thing.id.value)));
    }
    let has_page = matches!(
        kinds::row(thing.kind).written,
        Written::Pages(_) | Written::Anywhere
    );
    let mut files = Vec::new();
    if has_page {
        let further = translated
            .iter()
            .map(|(language, at, _)| (Some(language.clone()), *at));
        files.push((None, thing.at));
        files.extend(further);
    }
    Head {
        me,
        id: thing.id.clone(),
        name_at: reader.place(key),
        name,
        aliases: reader.texts("aliases"),
        span: thing.object.span.clone(),
        control: Control::read(reader),
        files,
    }
}

/// The first heading of a page without a name.
fn heading(thing: &Thing<'_>) -> Option<String> {
    let heading = thing
        .record
        .body
        .as_ref()?
        .headings
        .first()
        .filter(|heading| heading.level == 1)?;
    (thing.kind == Kind::Page && !heading.text.is_empty()).then(|| heading.text.clone())
}

/// A name made of a file's name: `how-to-read` reads “how to read”.
fn plain_name(id: &str) -> String {
    let path = id
        .strip_suffix("/index")
        .or_else(|| id.strip_suffix("/_index"))
        .or_else(|| id.strip_suffix("/README"));
    let stem = path.unwrap_or(id).rsplit('/').next().unwrap_or(id);
    stem.replace(['-', '_'], " ")
}

fn read_all(all: &mut All<'_>, setup: &Setup) -> Organisation {
    let settings = settings(all, setup);
    let calendar = all.arena(Kind::Calendar, |_, reader| Calendar::read(reader));
    Organisation {
        departments: all.arena(Kind::Department, Department::read),
        roles: all.arena(Kind::Role, Role::read),
        people: all.arena(Kind::Person, Person::read),
        scopes: all.arena(Kind::Scope, Scope::read),
        decisions: all.arena(Kind::Decision, Decision::read),
        meetings: all.arena(Kind::Meeting, Meeting::read),
        forms: all.arena(Kind::Form, Form::read),
        services: all.arena(Kind::Service, Service::read),
        goals: all.arena(Kind::Goal, Goal::read),
        budgets: all.arena(Kind::Budget, Budget::read),
        trainings: all.arena(Kind::Training, Training::read),
        careers: all.arena(Kind::Career, Career::read),
        policies: all.arena(Kind::Policy, Policy::read),
        tensions: all.arena(Kind::Tension, Tension::read),
        terms: all.arena(Kind::Term, Term::read),
        pages: all.arena(Kind::Page, Page::read),
        areas: areas(all),
        duties: duties(all),
        processes: processes(all),
        steps: steps(all),
        waivers: waivers(all),
        calendar: calendar.items().first().cloned().unwrap_or_default(),
        profile: all
            .of(Kind::Profile)
            .first()
            .map(|thing| thing.object.clone()),
        ..Organisation::empty(settings)
    }
}

fn settings(all: &mut All<'_>, setup: &Setup) -> Settings {
    let mut read = all
        .arena(Kind::Settings, |_, reader| {
            Settings::read(reader, setup.languages.clone())
        })
        .items()
        .first()
        .cloned()
        .unwrap_or_else(|| {
            Settings::of_folder(
                setup.languages.clone(),
                Span::new(&"content/handbook.yaml".into(), 0..0),
            )
        });
    read.is_handbook = setup.is_handbook;
    read
}

/// The things inside each thing of the kind above, by its place.
fn children<T>(all: &All<'_>, inner: Kind) -> FxHashMap<u32, Vec<Id<T>>> {
    let mut children: FxHashMap<u32, Vec<Id<T>>> = FxHashMap::default();
    for (index, thing) in (0u32..).zip(all.of(inner)) {
        let parent = thing.parent.unwrap_or(0);
        children.entry(parent).or_default().push(Id::new(index));
    }
    children
}

fn areas(all: &mut All<'_>) -> Arena<Area> {
    let mut duties = children::<Duty>(all, Kind::Duty);
    all.arena(Kind::Area, |head, reader| {
        let own = duties.remove(&head.me.index).unwrap_or_default();
        Area::read(head, reader, own)
    })
}

fn duties(all: &mut All<'_>) -> Arena<Duty> {
    let things = all.of(Kind::Duty);
    all.arena(Kind::Duty, |head, reader| {
        let area = things[head.me.index as usize].parent.unwrap_or(0);
        Duty::read(head, reader, Id::new(area))
    })
}

fn processes(all: &mut All<'_>) -> Arena<Process> {
    let mut steps = children::<Step>(all, Kind::Step);
    all.arena(Kind::Process, |head, reader| {
        let own = steps.remove(&head.me.index).unwrap_or_default();
        Process::read(head, reader, own)
    })
}

fn steps(all: &mut All<'_>) -> Arena<Step> {
    let things = all.of(Kind::Step);
    let by_process = children::<Step>(all, Kind::Step);
    all.arena(Kind::Step, |head, reader| {
        let process = things[head.me.index as usize].parent.unwrap_or(0);
        let siblings = by_process
            .get(&process)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let find = |id: &str| {
            let mut found = siblings.iter().copied();
            found.find(|step| things[step.index()].id.value == id)
        };
        Step::read(head, reader, Id::new(process), &find)
    })
}

/// Those of `waivers.yaml`, then those in headers.
fn waivers(all: &mut All<'_>) -> Vec<Waiver> {
    let listed = all.arena(Kind::Waiver, |_, reader| Waiver::read(reader, None));
    let mut waivers = listed.items().to_vec();
    for row in KINDS {
        for (index, thing) in (0u32..).zip(all.of(row.kind)) {
            if thing.object.get("waive").is_some() {
                let mut read = |head: Head, reader: &mut Reader<'_>| {
                    reader.groups("waive", |inner| Waiver::read(inner, Some(head.me)))
                };
                waivers.extend(all.thing(thing, index, &mut read));
            }
        }
    }
    waivers
}
