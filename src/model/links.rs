//! Where the links of prose lead, and what its directives name.
//!
//! One pass over all bodies, in parallel; the audit judges what is lost here and the views show the rest,
//! so that what is checked is what is rendered.

use crate::fault::Fault;
use crate::memo::{Digest, Memo, digest};
use crate::model::directives::{self, Shown};
use crate::model::names::{Found, Names};
use crate::model::reader::lost;
use crate::model::{AnyId, LINKABLE, Model, Organisation};
use crate::parse::kinds::{self, Kind};
use crate::parse::markdown::{Body, Link, LinkKind, Notation};
use crate::parse::record::Record;
use crate::parse::slips::nearest;
use crate::span::{FilePath, Located};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where one link leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// To a thing, perhaps to an anchor on its page.
    Thing(AnyId, Option<String>),
    /// To the index page of a kind.
    Index(Kind),
    /// To the index page of a folder of plain pages, by its path.
    Folder(String),
    /// To a file that is handed on as it is.
    Asset(FilePath),
    /// To a place on the same page.
    Here(String),
    /// Nowhere.
    Lost,
}

/// The links and directives of one file, each in the order of its body.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// Where each link leads.
    pub targets: Vec<Target>,
    /// What each directive shows.
    pub directives: Vec<Shown>,
    /// What was lost.
    pub faults: Vec<Fault>,
    /// What the prose speaks of.
    pub mentions: Vec<(AnyId, Located<AnyId>)>,
    /// Digest of where it leads and what it lost, places left out.
    pub digest: Digest,
}

impl Prose {
    /// Digest of where it leads, what it shows, whom it names and what it lost.
    fn told(&self) -> Digest {
        let lost: Vec<&str> = self.faults.iter().map(|fault| fault.seen).collect();
        let named: Vec<AnyId> = self.mentions.iter().map(|(_, to)| to.value).collect();
        digest(&[
            format!("{:?}{:?}{named:?}", self.targets, self.directives).as_bytes(),
            lost.join(" ").as_bytes(),
        ])
    }
}

/// Everything by which a path in a link is followed.
struct Paths<'a> {
    model: &'a Organisation,
    records: &'a [Arc<Option<Record>>],
    assets: &'a BTreeSet<FilePath>,
    /// Pages whose header cannot be read, without their ending.
    unread: BTreeSet<&'a str>,
}

/// Follows every link of every file, on all cores, each file once as long as neither it nor what its
/// links may lead to has changed.
pub fn follow(model: &mut Model, assets: &BTreeSet<FilePath>, memo: &Memo<Prose>) -> Memo<Prose> {
    let around = surroundings(model, assets);
    let paths = Paths {
        model: &model.organisation,
        records: &model.records,
        assets,
        unread: unread(&model.records),
    };
    let (prose, memo) = memo.map(
        &model.records,
        |record| match record.as_ref() {
            Some(record) => digest(&[
                &around.to_le_bytes(),
                &record.digest.to_le_bytes(),
                record.file.as_bytes(),
            ]),
            None => 0,
        },
        |record| match record.as_ref() {
            Some(Record {
                body: Some(body), ..
            }) if body.links.is_empty() && body.directives.is_empty() => Prose::default(),
            Some(record) => paths.prose(record),
            None => Prose::default(),
        },
    );
    model.prose = prose;
    memo
}

fn unread(records: &[Arc<Option<Record>>]) -> BTreeSet<&str> {
    let records = records.iter().filter_map(|record| record.as_ref().as_ref());
    let broken = records.filter(|record| record.is_broken);
    broken
        .filter_map(|record| record.file.strip_suffix(".md"))
        .collect()
}

/// Digest of all that a link can lead to: things, anchors and assets.
fn surroundings(model: &Model, assets: &BTreeSet<FilePath>) -> Digest {
    let anchors: Vec<[u8; 16]> = model
        .records
        .iter()
        .filter_map(|record| record.as_ref().as_ref())
        .map(|record| record.anchors.to_le_bytes())
        .collect();
    let files: Vec<&str> = assets.iter().map(|file| &**file).collect();
    digest(&[
        &model.key.to_le_bytes(),
        anchors.as_flattened(),
        files.join("\n").as_bytes(),
    ])
}

impl Paths<'_> {
    fn prose(&self, record: &Record) -> Prose {
        let mut prose = Prose::default();
        let Some(body) = &record.body else {
            return prose;
        };
        let me = self.model.by_file.get(&record.file).copied();
        for link in &body.links {
            let target = match link.notation {
                Notation::Wiki => self.wiki(record, link, &mut prose.faults),
                Notation::Markdown | Notation::Html => self.path(record, link, &mut prose.faults),
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
        for directive in &body.directives {
            let followed = directives::follow(self.model, me, directive);
            prose.directives.push(followed.shown);
            prose.faults.extend(followed.faults);
            let named = followed.names.into_iter();
            let mentions = me.map(|me| named.map(move |thing| (me, thing)));
            prose.mentions.extend(mentions.into_iter().flatten());
        }
        prose.digest = prose.told();
        prose
    }

    /// `[[id]]`: a name first, else a path.
    fn wiki(&self, record: &Record, link: &Link, faults: &mut Vec<Fault>) -> Target {
        let word = Located::new(link.path(), link.span.clone());
        if word.value.is_empty() {
            return here(record, link, faults);
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

    fn path(&self, record: &Record, link: &Link, faults: &mut Vec<Fault>) -> Target {
        let path = link.path();
        if path.is_empty() {
            return here(record, link, faults);
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
        if let Some(folder) = self.folder(&joined) {
            return Target::Folder(folder);
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
            self.model.by_file.keys().map(|file| &**file).collect()
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

    /// A folder that holds pages; one without a page of its own gets one that lists them.
    fn folder(&self, joined: &str) -> Option<String> {
        let inner = joined.strip_prefix("content/")?.trim_end_matches('/');
        let inside = format!("content/{inner}/");
        let mut files = self.model.by_file.keys();
        let holds_pages = !inner.is_empty() && files.any(|file| file.starts_with(&inside));
        holds_pages.then(|| inner.to_owned())
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
            .find_map(|file| self.model.by_file.get(file.as_str()).copied())
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
            head.files.iter().any(|(_, at)| {
                self.records[*at]
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

fn here(record: &Record, link: &Link, faults: &mut Vec<Fault>) -> Target {
    let anchor = link.anchor().unwrap_or_default();
    let is_known = record
        .body
        .as_ref()
        .is_some_and(|body| has_anchor(body, &anchor));
    if !anchor.is_empty() && !is_known {
        let fault = Fault::new("broken-anchor-here", link.span.clone());
        faults.push(fault.blank("anchor", anchor.clone()));
    }
    Target::Here(anchor)
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
