//! All records to one model: who is meant by every name, and what every file says of whom.
//!
//! First everything that has an id is listed and named; then each kind is read in turn, and by then any
//! reference can be followed.

use crate::fault::Fault;
use crate::model::area::{Area, Duty};
use crate::model::arena::{AnyId, Arena, Id};
use crate::model::head::{Control, Head};
use crate::model::names::Names;
use crate::model::process::{Process, Step};
use crate::model::reader::{Reader, Seen};
use crate::model::settings::{Calendar, Settings, Waiver};
use crate::model::{Model, Options};
use crate::parse::kinds::{self, KINDS, Kind, Written};
use crate::parse::record::{Record, Setup};
use crate::parse::value::{Object, Value};
use crate::span::{Located, Span};
use crate::text::{Language, Localized};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// One thing as written, and where.
struct Thing<'a> {
    kind: Kind,
    id: Located<String>,
    object: &'a Object,
    record: &'a Arc<Option<Record>>,
    /// For a duty or a step: the thing of the kind above that it stands in.
    parent: Option<u32>,
}

/// Joins all records into one model.
pub fn resolve(records: &[Arc<Option<Record>>], setup: &Setup, options: &Options) -> Model {
    let mut seen = Seen::default();
    let things = list(records);
    let translations = translations(records);
    let mut names = Names::default();
    for record in records.iter().filter_map(|record| record.as_ref().as_ref()) {
        if record.is_broken {
            names.add_broken(record.kind);
        }
        seen.faults.extend(record.faults.iter().cloned());
    }
    name_all(&things, &translations, &mut names, &mut seen);
    seen.faults.extend(orphans(records));
    let mut all = All {
        things: &things,
        translations: &translations,
        names: &names,
        seen,
    };
    let mut model = read_all(&mut all, records, setup);
    let Seen { faults, mentions } = all.seen;
    model.faults = faults;
    model.names = names;
    model.today = options.today;
    model.is_strict = options.is_strict;
    model.mentions = mentions;
    model
}

type Things<'a> = FxHashMap<Kind, Vec<Thing<'a>>>;
type Translations<'a> = FxHashMap<(Kind, &'a str), Vec<(Language, &'a Arc<Option<Record>>)>>;

/// Everything that has an id, by kind, in the order of the files.
fn list(records: &[Arc<Option<Record>>]) -> Things<'_> {
    let mut things = Things::default();
    for whole in records {
        let Some(record) = whole.as_ref() else {
            continue;
        };
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
                record: whole,
                parent: None,
            };
            let siblings = things.entry(record.kind).or_default();
            let index = u32::try_from(siblings.len()).unwrap_or(u32::MAX);
            siblings.push(thing);
            inner_things(&mut things, whole, record.kind, object, index);
        }
    }
    things
}

/// The duties of an area, the steps of a process.
fn inner_things<'a>(
    things: &mut Things<'a>,
    record: &'a Arc<Option<Record>>,
    kind: Kind,
    object: &'a Object,
    parent: u32,
) {
    for row in KINDS {
        let Written::Inside(outer, field) = row.written else {
            continue;
        };
        if outer != kind {
            continue;
        }
        let Some(Value::List(items)) = object.get(field).map(|value| value.value) else {
            continue;
        };
        for item in items {
            let Value::Object(inner) = &item.value else {
                continue;
            };
            let id = text(inner, "id")
                .unwrap_or_else(|| Located::new(String::new(), inner.span.clone()));
            things.entry(row.kind).or_default().push(Thing {
                kind: row.kind,
                id,
                object: inner,
                record,
                parent: Some(parent),
            });
        }
    }
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
    match kinds::row(record.kind).written {
        Written::Entries(_) => text(object, "id")
            .or_else(|| text(object, "term"))
            .or_else(|| text(object, "name"))
            .unwrap_or_else(|| Located::new(String::new(), object.span.clone())),
        _ => {
            let at = object
                .entries
                .first()
                .map_or_else(|| object.span.clone(), |entry| entry.key.clone());
            Located::new(record.id.clone(), at)
        }
    }
}

fn translations(records: &[Arc<Option<Record>>]) -> Translations<'_> {
    let mut translations = Translations::default();
    for whole in records {
        let Some(record) = whole.as_ref() else {
            continue;
        };
        if let Some(language) = &record.language {
            let key = (record.kind, record.id.as_str());
            translations
                .entry(key)
                .or_default()
                .push((language.clone(), whole));
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
                    names.extend(items.iter().filter_map(|item| match &item.value {
                        Value::Text(text) => Some(text.clone()),
                        _ => None,
                    }))
                }
                _ => {}
            }
        }
    };
    take(thing.object);
    for (_, record) in translated(thing, translations) {
        if let Some((_, object)) = record
            .as_ref()
            .as_ref()
            .and_then(|record| record.things.first())
        {
            take(object);
        }
    }
    names
}

fn translated<'b, 'a: 'b>(
    thing: &'b Thing<'a>,
    translations: &'b Translations<'a>,
) -> &'b [(Language, &'a Arc<Option<Record>>)] {
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
            .filter_map(|(language, record)| {
                let (_, object) = record.as_ref().as_ref()?.things.first()?;
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
    translated: &[(Language, &Arc<Option<Record>>)],
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
    let mut records = Vec::new();
    if has_page {
        records.push((None, Arc::clone(thing.record)));
        records.extend(
            translated
                .iter()
                .map(|(language, record)| (Some(language.clone()), Arc::clone(record))),
        );
    }
    Head {
        me,
        id: thing.id.clone(),
        name_at: reader.place(key),
        name,
        aliases: reader.texts("aliases"),
        span: thing.object.span.clone(),
        control: Control::read(reader),
        records,
    }
}

/// The first heading of a page without a name.
fn heading(thing: &Thing<'_>) -> Option<String> {
    let record = thing.record.as_ref().as_ref()?;
    let heading = record
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

fn read_all(all: &mut All<'_>, records: &[Arc<Option<Record>>], setup: &Setup) -> Model {
    let settings = settings(all, setup);
    let calendar = all.arena(Kind::Calendar, |_, reader| Calendar::read(reader));
    let model = Model {
        departments: all.arena(Kind::Department, |head, reader| {
            crate::model::Department::read(head, reader)
        }),
        roles: all.arena(Kind::Role, |head, reader| {
            crate::model::Role::read(head, reader)
        }),
        people: all.arena(Kind::Person, |head, reader| {
            crate::model::Person::read(head, reader)
        }),
        scopes: all.arena(Kind::Scope, |head, reader| {
            crate::model::Scope::read(head, reader)
        }),
        decisions: all.arena(Kind::Decision, |head, reader| {
            crate::model::Decision::read(head, reader)
        }),
        meetings: all.arena(Kind::Meeting, |head, reader| {
            crate::model::Meeting::read(head, reader)
        }),
        forms: all.arena(Kind::Form, |head, reader| {
            crate::model::Form::read(head, reader)
        }),
        services: all.arena(Kind::Service, |head, reader| {
            crate::model::Service::read(head, reader)
        }),
        goals: all.arena(Kind::Goal, |head, reader| {
            crate::model::Goal::read(head, reader)
        }),
        budgets: all.arena(Kind::Budget, |head, reader| {
            crate::model::Budget::read(head, reader)
        }),
        trainings: all.arena(Kind::Training, |head, reader| {
            crate::model::Training::read(head, reader)
        }),
        careers: all.arena(Kind::Career, |head, reader| {
            crate::model::Career::read(head, reader)
        }),
        policies: all.arena(Kind::Policy, |head, reader| {
            crate::model::Policy::read(head, reader)
        }),
        tensions: all.arena(Kind::Tension, |head, reader| {
            crate::model::Tension::read(head, reader)
        }),
        terms: all.arena(Kind::Term, |head, reader| {
            crate::model::Term::read(head, reader)
        }),
        pages: all.arena(Kind::Page, |head, reader| {
            crate::model::Page::read(head, reader)
        }),
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
        records: records.to_vec(),
        ..Model::empty(settings)
    };
    model
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

fn children<T>(all: &All<'_>, inner: Kind, parent: u32) -> Vec<Id<T>> {
    (0u32..)
        .zip(all.of(inner))
        .filter(|(_, thing)| thing.parent == Some(parent))
        .map(|(index, _)| Id::new(index))
        .collect()
}

fn areas(all: &mut All<'_>) -> Arena<Area> {
    let duties: Vec<Vec<Id<Duty>>> = (0u32..)
        .zip(all.of(Kind::Area))
        .map(|(index, _)| children(all, Kind::Duty, index))
        .collect();
    all.arena(Kind::Area, |head, reader| {
        let duties = duties[head.me.index as usize].clone();
        Area::read(head, reader, duties)
    })
}

fn duties(all: &mut All<'_>) -> Arena<Duty> {
    let parents: Vec<u32> = all
        .of(Kind::Duty)
        .iter()
        .map(|thing| thing.parent.unwrap_or(0))
        .collect();
    all.arena(Kind::Duty, |head, reader| {
        let area = Id::new(parents[head.me.index as usize]);
        Duty::read(head, reader, area)
    })
}

fn processes(all: &mut All<'_>) -> Arena<Process> {
    let steps: Vec<Vec<Id<Step>>> = (0u32..)
        .zip(all.of(Kind::Process))
        .map(|(index, _)| children(all, Kind::Step, index))
        .collect();
    all.arena(Kind::Process, |head, reader| {
        let steps = steps[head.me.index as usize].clone();
        Process::read(head, reader, steps)
    })
}

fn steps(all: &mut All<'_>) -> Arena<Step> {
    let things = all.of(Kind::Step);
    let find = |process: u32, id: &str| {
        let at = things
            .iter()
            .position(|thing| thing.parent == Some(process) && thing.id.value == id)?;
        u32::try_from(at).ok().map(Id::new)
    };
    all.arena(Kind::Step, |head, reader| {
        let process = things[head.me.index as usize].parent.unwrap_or(0);
        Step::read(head, reader, Id::new(process), &|id| find(process, id))
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
