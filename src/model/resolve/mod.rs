//! All records to one model: who is meant by every name, and what every file says of whom.
//!
//! First everything that has an id is listed and named; then each kind is read in turn, and by then any
//! reference can be followed.

mod things;

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
use crate::parse::value::Object;
use crate::span::{FilePath, Span};
use crate::text::{Language, Localized, spoken};
use rustc_hash::FxHashMap;
use std::sync::Arc;
use things::{Thing, Things, Translations, list, name_all, orphans, translated, translations};

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
    spoken(stem)
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
