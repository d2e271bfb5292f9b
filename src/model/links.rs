//! Where the links of prose lead, and what its directives name.
//!
//! One pass over all bodies, in parallel; the audit judges what is lost here and the views show the rest,
//! so that what is checked is what is rendered.

use crate::fault::Fault;
use crate::model::names::{Found, Names};
use crate::model::reader::lost;
use crate::model::{AnyId, LINKABLE, Model};
use crate::parse::kinds::{self, Kind, Written};
use crate::parse::markdown::{Body, Link, LinkKind, Notation};
use crate::parse::record::Record;
use crate::parse::slips::nearest;
use crate::span::{FilePath, Located};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Where one link leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// To a thing, perhaps to an anchor on its page.
    Thing(AnyId, Option<String>),
    /// To the index page of a kind.
    Index(Kind),
    /// To a file that is handed on as it is.
    Asset(FilePath),
    /// To a place on the same page.
    Here(String),
    /// Nowhere.
    Lost,
}

/// The links of one file, in the order of its body's links.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// Where each link leads.
    pub targets: Vec<Target>,
    /// What was lost.
    pub faults: Vec<Fault>,
    /// What the prose speaks of.
    pub mentions: Vec<(AnyId, Located<AnyId>)>,
}

/// Everything by which a path in a link is followed.
struct Paths<'a> {
    /// The thing that each file holds.
    things: FxHashMap<&'a str, AnyId>,
    /// The body's anchors by file.
    model: &'a Model,
    assets: &'a FxHashSet<FilePath>,
    /// Pages whose header cannot be read, without their ending.
    unread: FxHashSet<&'a str>,
}

/// Follows every link of every file.
pub fn follow(model: &Model, assets: &FxHashSet<FilePath>) -> FxHashMap<FilePath, Prose> {
    let paths = Paths {
        things: things_by_file(model),
        model,
        assets,
        unread: unread(model),
    };
    model
        .records
        .par_iter()
        .filter_map(|record| {
            let record = record.as_ref().as_ref()?;
            let body = record.body.as_ref().filter(|body| !body.links.is_empty())?;
            Some((record.file.clone(), paths.prose(record, body)))
        })
        .collect()
}

fn unread(model: &Model) -> FxHashSet<&str> {
    let records = model.records.iter();
    let records = records.filter_map(|record| record.as_ref().as_ref());
    let broken = records.filter(|record| record.is_broken);
    broken
        .filter_map(|record| record.file.strip_suffix(".md"))
        .collect()
}

fn things_by_file(model: &Model) -> FxHashMap<&str, AnyId> {
    let mut things = FxHashMap::default();
    for row in kinds::KINDS
        .iter()
        .filter(|row| matches!(row.written, Written::Pages(_) | Written::Anywhere))
    {
        for head in model.all_of(row.kind) {
            for (_, record) in &head.records {
                if let Some(record) = record.as_ref() {
                    things.insert(&*record.file, head.me);
                }
            }
        }
    }
    things
}

impl Paths<'_> {
    fn prose(&self, record: &Record, body: &Body) -> Prose {
        let mut prose = Prose::default();
        let me = self.things.get(&*record.file).copied();
        for link in &body.links {
            let target = match link.notation {
                Notation::Wiki => self.wiki(record, body, link, &mut prose.faults),
                Notation::Markdown | Notation::Html => {
                    self.path(record, body, link, &mut prose.faults)
                }
            };
            if let (Some(me), Target::Thing(thing, _)) = (me, &target)
                && me != *thing
            {
                prose
                    .mentions
                    .push((me, Located::new(*thing, link.span.clone())));
            }
            prose.targets.push(target);
        }
        prose
    }

    /// `[[id]]`: a name first, else a path.
    fn wiki(&self, record: &Record, body: &Body, link: &Link, faults: &mut Vec<Fault>) -> Target {
        let word = Located::new(link.path(), link.span.clone());
        if word.value.is_empty() {
            return self.here(body, link, faults);
        }
        match find(&self.model.names, &word.value) {
            Found::One(thing) => self.anchored(thing, link, faults),
            Found::Nothing(near) => {
                if let Some(thing) = self.file(record, &word.value) {
                    return self.anchored(thing, link, faults);
                }
                faults.extend(lost(&word, LINKABLE, Found::Nothing(near)));
                Target::Lost
            }
            found => {
                faults.extend(lost(&word, LINKABLE, found));
                Target::Lost
            }
        }
    }

    fn path(&self, record: &Record, body: &Body, link: &Link, faults: &mut Vec<Fault>) -> Target {
        let path = link.path();
        if path.is_empty() {
            return self.here(body, link, faults);
        }
        if let Some(thing) = self.file(record, &path) {
            return self.anchored(thing, link, faults);
        }
        let joined = join(&record.file, &path);
        if self.assets.contains(joined.as_str()) {
            return Target::Asset(joined.into());
        }
        if let Some(kind) = self.index(&joined) {
            return Target::Index(kind);
        }
        if self.is_unread(&joined) {
            return Target::Lost;
        }
        let place = link.span.clone();
        let fault = match (link.kind == LinkKind::Image, self.near(link.kind, &joined)) {
            (true, Some(near)) => Fault::new("missing-image-near", place).blank("near", near),
            (true, None) => Fault::new("missing-image", place),
            (false, Some(near)) => Fault::new("broken-link-near", place).blank("near", near),
            (false, None) => Fault::new("broken-link", place),
        };
        faults.push(fault.blank("target", link.target.clone()));
        Target::Lost
    }

    /// Whether a path leads to a page whose header cannot be read: the header's fault says enough.
    fn is_unread(&self, joined: &str) -> bool {
        let stem = joined.strip_suffix(".html").unwrap_or(joined);
        let stem = stem.strip_suffix(".md").unwrap_or(stem);
        self.unread.contains(stem)
    }

    /// The file of the same or nearly the same name, wherever it lies, as a link can name it.
    fn near(&self, kind: LinkKind, joined: &str) -> Option<String> {
        let last = |file: &'_ str| file.rfind('/').map_or(0, |slash| slash + 1);
        let files: Vec<&str> = if kind == LinkKind::Image {
            self.assets.iter().map(|file| &**file).collect()
        } else {
            self.things.keys().copied().collect()
        };
        let names = files.iter().map(|file| &file[last(file)..]);
        let near = nearest(&joined[last(joined)..], names)?;
        let of_name = files.iter().filter(|file| &file[last(file)..] == near);
        let file = of_name.min()?;
        Some(file.strip_prefix("content").unwrap_or(file).to_owned())
    }

    fn index(&self, joined: &str) -> Option<Kind> {
        let inner = joined.strip_prefix("content/")?.trim_end_matches('/');
        let folder = inner
            .strip_suffix("/index.html")
            .or_else(|| inner.strip_suffix("/index.md"))
            .unwrap_or(inner);
        kinds::of_folder(folder)
            .or_else(|| kinds::of_list(folder))
            .filter(|_| self.model.settings.is_handbook)
    }

    /// The thing whose file a path names: with `.md`, with `.html`, without ending, or by its folder.
    fn file(&self, record: &Record, path: &str) -> Option<AnyId> {
        let joined = join(&record.file, path);
        let stem = joined
            .strip_suffix(".html")
            .unwrap_or(&joined)
            .trim_end_matches('/');
        let tries = [
            joined.clone(),
            format!("{stem}.md"),
            format!("{stem}/index.md"),
            format!("{stem}/_index.md"),
            format!("{stem}/README.md"),
        ];
        tries
            .iter()
            .find_map(|file| self.things.get(file.as_str()).copied())
    }

    fn here(&self, body: &Body, link: &Link, faults: &mut Vec<Fault>) -> Target {
        let anchor = link.anchor().unwrap_or_default();
        if !anchor.is_empty() && !has_anchor(body, &anchor) {
            faults.push(
                Fault::new("broken-anchor-here", link.span.clone())
                    .blank("anchor", anchor.clone()),
            );
        }
        Target::Here(anchor)
    }

    /// A link to a thing, its anchor checked on that thing's page.
    fn anchored(&self, thing: AnyId, link: &Link, faults: &mut Vec<Fault>) -> Target {
        let Some(anchor) = link.anchor().filter(|anchor| !anchor.is_empty()) else {
            return Target::Thing(thing, None);
        };
        if let Some(inner) = self.inner(thing, &anchor) {
            return Target::Thing(inner, None);
        }
        let known = self.model.head(thing).is_some_and(|head| {
            head.records.iter().any(|(_, record)| {
                record
                    .as_ref()
                    .as_ref()
                    .and_then(|record| record.body.as_ref())
                    .is_some_and(|body| has_anchor(body, &anchor))
            })
        });
        if !known {
            let name = self
                .model
                .head(thing)
                .map(|head| head.id.value.clone())
                .unwrap_or_default();
            faults.push(
                Fault::new("broken-anchor", link.span.clone())
                    .blank("anchor", anchor.clone())
                    .blank("target", name),
            );
        }
        Target::Thing(thing, Some(anchor))
    }

    /// A duty of an area, a step of a process, named by the anchor.
    fn inner(&self, thing: AnyId, anchor: &str) -> Option<AnyId> {
        let model = self.model;
        let at = thing.index as usize;
        match thing.kind {
            Kind::Area => {
                let area = model.areas.items().get(at)?;
                let duty = area
                    .duties
                    .iter()
                    .find(|duty| model.duties[**duty].head.id.value == anchor)?;
                Some((*duty).into())
            }
            Kind::Process => {
                let process = model.processes.items().get(at)?;
                let step = process
                    .steps
                    .iter()
                    .find(|step| model.steps[**step].head.id.value == anchor)?;
                Some((*step).into())
            }
            _ => None,
        }
    }
}

/// Things of their own go before duties, and duties before steps: `plan` is a step of many processes.
pub fn find(names: &Names, word: &str) -> Found {
    let tiers: [&[Kind]; 3] = [
        &LINKABLE[..LINKABLE.len() - 2],
        &[Kind::Duty],
        &[Kind::Step],
    ];
    let mut suggestion = None;
    for tier in tiers {
        match names.find(word, tier) {
            Found::Nothing(near) => suggestion = suggestion.or(near),
            found => return found,
        }
    }
    Found::Nothing(suggestion)
}

fn has_anchor(body: &Body, anchor: &str) -> bool {
    body.headings.iter().any(|heading| heading.id == anchor)
        || body.anchors.iter().any(|own| own.value == anchor)
}

/// The path in the sources that `path`, written in the file `from`, means.
fn join(from: &str, path: &str) -> String {
    let (base, rest) = match path.strip_prefix('/') {
        Some(rest) => ("content", rest),
        None => (from.rsplit_once('/').map_or("", |(folder, _)| folder), path),
    };
    let mut parts: Vec<&str> = base.split('/').collect();
    for part in rest.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The links of the model, followed and folded back into it: what they mention, and what they lost.
pub fn resolve(model: &mut Model, assets: &FxHashSet<FilePath>) {
    let mut prose = follow(model, assets);
    let mut files: Vec<FilePath> = prose.keys().cloned().collect();
    files.sort_unstable();
    for file in files {
        if let Some(prose) = prose.get_mut(&file) {
            model.faults.append(&mut prose.faults);
            model.mentions.append(&mut prose.mentions);
        }
    }
    model.prose = Arc::new(prose);
}
