//! One source file as a record: which kind it is, its fields as written, its prose, its faults.

use crate::fault::Fault;
use crate::memo::{Digest, digest};
use crate::parse::decode;
use crate::parse::fields::Field;
use crate::parse::front_matter::{self, Header};
use crate::parse::kinds::{self, KINDS, Kind, Written};
use crate::parse::markdown::{self, Body, Dialect};
use crate::parse::slips;
use crate::parse::value::{Object, Value};
use crate::parse::yaml::{self, Node, NodeKind};
use crate::span::{FilePath, Located, Span};
use crate::text::Language;
use std::ops::Range;

/// What every file's reading depends on besides its own text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Whether the folder is a handbook (it holds `handbook.yaml`) or any folder of Markdown.
    pub is_handbook: bool,
    /// The languages of the content, the master first.
    pub languages: Vec<Language>,
}

impl Setup {
    /// Its digest, a part of the key of every file's reading.
    pub fn digest(&self) -> Digest {
        let kind: &[u8] = if self.is_handbook {
            b"handbook"
        } else {
            b"folder"
        };
        let tags = self.languages.iter().map(|language| language.0.as_bytes());
        digest(&std::iter::once(kind).chain(tags).collect::<Vec<_>>())
    }
}

/// One file, read.
#[derive(Debug)]
pub struct Record {
    /// The file.
    pub file: FilePath,
    /// Digest of its text.
    pub digest: Digest,
    /// Digest of what the model reads of it: all but the prose.
    pub facts: Digest,
    /// Digest of what links of other files may lead to in its prose.
    pub anchors: Digest,
    /// What it holds.
    pub kind: Kind,
    /// The language, when the file translates another: `x.en.md`.
    pub language: Option<Language>,
    /// The id that the file's name gives; for a plain page its path without extension.
    pub id: String,
    /// The things in it, each with the id that its key gives, if it stands in a map.
    pub things: Vec<(Option<Located<String>>, Object)>,
    /// The prose below the header of a page.
    pub body: Option<Body>,
    /// What was seen and could not be used.
    pub faults: Vec<Fault>,
    /// The YAML could not be read at all, so that what it holds is unknown.
    pub is_broken: bool,
    /// Keys and values of a header that is no handbook's.
    pub foreign: Vec<(String, String)>,
}

/// Where a file of this path belongs, or `None` when it is of no kind.
fn place(path: &str, setup: &Setup) -> Option<Kind> {
    let inner = path.strip_prefix("content/")?;
    let (stem, extension) = inner.rsplit_once('.')?;
    if extension == "md" {
        let folder = inner.split_once('/').map_or("", |(folder, _)| folder);
        let is_index = matches!(file_stem(stem), "index" | "_index" | "README");
        let kind = kinds::of_folder(folder).filter(|_| setup.is_handbook && !is_index);
        return Some(kind.unwrap_or(Kind::Page));
    }
    if !setup.is_handbook {
        return None;
    }
    kinds::of_list(stem.split('/').next().unwrap_or(stem))
}

fn file_stem(stem: &str) -> &str {
    stem.rsplit('/').next().unwrap_or(stem)
}

/// Reads one file. `None` for a file that is no part of the content.
pub fn record(file: &FilePath, text: &str, setup: &Setup) -> Option<Record> {
    let Some(kind) = place(file, setup) else {
        return unknown_list(file, setup);
    };
    let inner = file.strip_prefix("content/").unwrap_or(file);
    let stem = inner.rsplit_once('.').map_or(inner, |(stem, _)| stem);
    let (stem, language) = language_suffix(stem, setup);
    let mut record = Record {
        file: file.clone(),
        digest: 0,
        facts: 0,
        anchors: 0,
        kind,
        language,
        id: if kind == Kind::Page {
            stem
        } else {
            file_stem(stem)
        }
        .to_owned(),
        things: Vec::new(),
        body: None,
        faults: Vec::new(),
        is_broken: false,
        foreign: Vec::new(),
    };
    let facts_end = if file.ends_with(".md") {
        page(&mut record, text, setup)
    } else {
        list(&mut record, text);
        text.len()
    };
    record.digest = digest(&[text.as_bytes()]);
    record.facts = facts(&record, &text[..facts_end]);
    record.anchors = anchors(record.body.as_ref());
    Some(record)
}

/// A YAML file in a handbook that is none of its lists is a slip of the pen.
fn unknown_list(file: &FilePath, setup: &Setup) -> Option<Record> {
    let inner = file.strip_prefix("content/")?;
    let stem = inner
        .strip_suffix(".yaml")
        .or_else(|| inner.strip_suffix(".yml"))?;
    if !setup.is_handbook || stem.contains('/') {
        return None;
    }
    let known = KINDS.iter().filter_map(|row| match row.written {
        Written::Entries(name) | Written::Keyed(name) | Written::Whole(name) => Some(name),
        _ => None,
    });
    let place = Span::new(file, 0..0);
    let fault = match slips::nearest(stem, known.clone()) {
        Some(near) => Fault::new("unknown-list-near", place).blank("near", format!("{near}.yaml")),
        None => Fault::new("unknown-list", place)
            .blank("known", slips::listed(&known.collect::<Vec<_>>())),
    };
    Some(Record {
        file: file.clone(),
        digest: 0,
        facts: 0,
        anchors: 0,
        kind: Kind::Page,
        language: None,
        id: stem.to_owned(),
        things: Vec::new(),
        body: None,
        faults: vec![fault.blank("file", inner)],
        is_broken: true,
        foreign: Vec::new(),
    })
}

/// Takes the language off `meetings/x.en`, when the handbook has that language besides its master.
fn language_suffix<'a>(stem: &'a str, setup: &Setup) -> (&'a str, Option<Language>) {
    let Some((rest, tag)) = stem.rsplit_once('.') else {
        return (stem, None);
    };
    let further = setup.languages.iter().skip(1);
    match further.into_iter().find(|language| &*language.0 == tag) {
        Some(language) => (rest, Some(language.clone())),
        None => (stem, None),
    }
}

/// Reads a page; returns where its header ends.
fn page(record: &mut Record, text: &str, setup: &Setup) -> usize {
    let cut = front_matter::cut(text);
    let is_bare = cut.header == Header::None;
    match cut.header {
        Header::Yaml(part) if setup.is_handbook => header(record, text, part),
        Header::None => record.things.push((None, empty(&record.file))),
        header => {
            let foreign = front_matter::foreign(&record.file, text, header);
            record.faults.extend(foreign.faults);
            record.foreign = foreign.data;
            record.things.push((None, foreign.known));
        }
    }
    if cut.is_unclosed && setup.is_handbook && record.kind != Kind::Page {
        record
            .faults
            .push(Fault::new("unclosed-header", Span::new(&record.file, 0..3)));
        record.is_broken = true;
    } else if is_bare && setup.is_handbook && record.kind != Kind::Page {
        let row = kinds::row(record.kind);
        record.faults.push(
            Fault::new("no-header", Span::new(&record.file, 0..0))
                .blank("kind", crate::text::Words::new(row.zh, row.en.0)),
        );
    }
    let span = Span::new(&record.file, cut.body.clone());
    let dialect = if setup.is_handbook {
        Dialect::HANDBOOK
    } else {
        Dialect::PLAIN
    };
    let mut body = markdown::parse(&span, &text[cut.body], dialect);
    record.faults.append(&mut body.faults);
    record.body = Some(body);
    span.start
}

/// The header, the place of the file, and the heading that may be the page's name.
fn facts(record: &Record, header: &str) -> Digest {
    let heading = record.body.as_ref().and_then(|body| body.headings.first());
    let title = heading.filter(|heading| heading.level == 1);
    let language = record.language.as_ref().map_or("", |language| &*language.0);
    let state = if record.is_broken { "broken" } else { "" };
    let title = title.map_or("", |title| &title.text);
    let parts = [&*record.file, language, header, title, state];
    digest(&parts.map(str::as_bytes))
}

fn anchors(body: Option<&Body>) -> Digest {
    let Some(body) = body.filter(|body| !body.headings.is_empty() || !body.anchors.is_empty())
    else {
        return 0;
    };
    let headings = body.headings.iter().map(|heading| heading.id.as_bytes());
    let own = body.anchors.iter().map(|anchor| anchor.value.as_bytes());
    digest(&headings.chain(own).collect::<Vec<_>>())
}

fn empty(file: &FilePath) -> Object {
    Object {
        span: Span::new(file, 0..0),
        entries: Vec::new(),
    }
}

fn header(record: &mut Record, text: &str, part: Range<usize>) {
    let Some(node) = tree(record, text, part) else {
        return;
    };
    let row = kinds::row(record.kind);
    // A translation carries the words that are its own; what is required stands in the master.
    let table: Vec<&'static Field> = row.all_fields().collect();
    let mut faults = Vec::new();
    let object = decode::object(&node, &table, &mut faults);
    if record.language.is_some() {
        faults.retain(|fault| fault.seen != "missing-field");
    }
    record.faults.append(&mut faults);
    record.things.push((None, object));
}

fn tree(record: &mut Record, text: &str, part: Range<usize>) -> Option<Node> {
    let mut read = yaml::read(&record.file, text, part, &kinds::is_key);
    record.faults.append(&mut read.faults);
    record.is_broken = read.node.is_none();
    read.node
}

fn list(record: &mut Record, text: &str) {
    let Some(node) = tree(record, text, 0..text.len()) else {
        return;
    };
    let row = kinds::row(record.kind);
    let table: Vec<&'static Field> = row.all_fields().collect();
    match (row.written, &node.kind) {
        (Written::Whole(_), _) => {
            let object = decode::object(&node, &table, &mut record.faults);
            record.things.push((None, object));
        }
        (_, NodeKind::Null) => {}
        (Written::Entries(_), NodeKind::Sequence(items)) => {
            for item in items {
                if item.kind == NodeKind::Null {
                    let fault = Fault::new("empty-item", item.span.clone());
                    record.faults.push(fault);
                    continue;
                }
                let object = decode::object(item, &table, &mut record.faults);
                record.things.push((None, object));
            }
        }
        (Written::Keyed(_), NodeKind::Mapping { entries, .. }) => {
            for (key, value) in entries {
                let object = decode::object(value, &table, &mut record.faults);
                record.things.push((Some(key.clone()), object));
            }
        }
        _ => {
            let seen = if matches!(row.written, Written::Keyed(_)) {
                "not-a-map"
            } else {
                "not-a-list"
            };
            let fault = Fault::new(seen, first_line(text, &record.file));
            let name = crate::text::Words::new(row.zh, row.en.1);
            record.faults.push(fault.blank("kind", name));
            record.is_broken = true;
        }
    }
}

fn first_line(text: &str, file: &FilePath) -> Span {
    Span::new(file, 0..text.find('\n').unwrap_or(text.len()))
}

impl Record {
    /// The text of a field of the file's only thing.
    pub fn text(&self, name: &str) -> Option<&str> {
        let (_, object) = self.things.first()?;
        match object.get(name)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}
