//! The header of a page: where it ends, and what a header of some other program says.

use crate::fault::Fault;
use crate::parse::fields::Field;
use crate::parse::kinds::{self, Kind};
use crate::parse::slips;
use crate::parse::value::{Entry, Object, Value};
use crate::parse::yaml::{self, NodeKind};
use crate::span::{FilePath, Located, Span};
use std::ops::Range;

/// A page cut in two.
#[derive(Debug)]
pub struct Cut {
    /// What stands before the body.
    pub header: Header,
    /// The bytes of the prose.
    pub body: Range<usize>,
    /// The page begins with `---` as a header does, but no second one follows.
    pub is_unclosed: bool,
}

/// A header and the bytes between its fences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Header {
    /// There is none.
    None,
    /// Between `---` and `---`.
    Yaml(Range<usize>),
    /// Between `+++` and `+++`, as Hugo and Zola write it.
    Toml(Range<usize>),
}

/// Cuts `text` where its header ends.
pub fn cut(text: &str) -> Cut {
    for (fence, make) in [
        ("---", Header::Yaml as fn(Range<usize>) -> Header),
        ("+++", Header::Toml),
    ] {
        let Some(first) = text
            .split_inclusive('\n')
            .next()
            .filter(|line| line.trim_end() == fence)
        else {
            continue;
        };
        let mut at = first.len();
        for line in text[at..].split_inclusive('\n') {
            if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
                return Cut {
                    header: make(first.len()..at),
                    body: at + line.len()..text.len(),
                    is_unclosed: false,
                };
            }
            at += line.len();
        }
        return Cut {
            header: Header::None,
            body: 0..text.len(),
            is_unclosed: fence == "---",
        };
    }
    Cut {
        header: Header::None,
        body: 0..text.len(),
        is_unclosed: false,
    }
}

/// What was made of a header that no handbook wrote.
#[derive(Debug)]
pub struct Foreign {
    /// What has a meaning here: a title as the name, a weight, former addresses.
    pub known: Object,
    /// Every key and its value as text.
    pub data: Vec<(String, String)>,
    /// At most one: the keys that mean nothing here.
    pub faults: Vec<Fault>,
}

/// Reads a header of another program: nothing in it is an error.
pub fn foreign(file: &FilePath, text: &str, header: Header) -> Foreign {
    let (part, pairs) = match header {
        Header::None => (0..0, Some(Vec::new())),
        Header::Yaml(part) => (part.clone(), yaml_pairs(file, text, part)),
        Header::Toml(part) => (part.clone(), toml_pairs(file, text, part)),
    };
    let Some(pairs) = pairs else {
        return unread(file, part);
    };
    let mut known = Object {
        span: Span::new(file, part),
        entries: Vec::new(),
    };
    let mut strange = Vec::new();
    for (key, value) in &pairs {
        match meaning(&key.value, value) {
            Some((field, value)) => known.entries.push(Entry {
                field,
                language: None,
                key: key.span.clone(),
                value: key.with(Some(value)),
            }),
            None => strange.push(key.value.as_str()),
        }
    }
    strange.sort_unstable();
    strange.dedup();
    let faults = pairs
        .iter()
        .find(|(key, _)| strange.contains(&key.value.as_str()))
        .map(|(key, _)| {
            Fault::new("foreign-header", key.span.clone()).blank("keys", slips::listed(&strange))
        })
        .into_iter()
        .collect();
    let data = pairs
        .into_iter()
        .map(|(key, value)| (key.value, value))
        .collect();
    Foreign {
        known,
        data,
        faults,
    }
}

/// A header that is not even what its fences promise: nothing of it is used.
fn unread(file: &FilePath, part: Range<usize>) -> Foreign {
    let fence = Span::new(file, 0..3);
    Foreign {
        known: Object {
            span: Span::new(file, part),
            entries: Vec::new(),
        },
        data: Vec::new(),
        faults: vec![Fault::new("unreadable-header", fence)],
    }
}

/// What a key of Hugo, Zola, Jekyll, `MkDocs` or Docusaurus means here.
fn meaning(key: &str, value: &str) -> Option<(&'static Field, Value)> {
    let row = kinds::row(Kind::Page);
    let (name, value) = match key {
        "title" | "linkTitle" | "name" | "sidebar_label" => ("name", Value::Text(value.to_owned())),
        "weight" | "order" | "sidebar_position" | "nav_order" => {
            ("weight", Value::Whole(value.parse().ok()?))
        }
        _ => return None,
    };
    row.field(name).map(|field| (field, value))
}

/// Keys and values with the places of the keys.
type Pairs = Vec<(Located<String>, String)>;

/// The top-level keys of a YAML header; `None` when it cannot be read.
fn yaml_pairs(file: &FilePath, text: &str, part: Range<usize>) -> Option<Pairs> {
    let node = yaml::read(file, text, part, &|_| false).node?;
    let entries = match node.kind {
        NodeKind::Mapping { entries, .. } => entries,
        NodeKind::Null => Vec::new(),
        _ => return None,
    };
    let pairs = entries
        .into_iter()
        .map(|(key, value)| {
            let shown = match value.kind {
                NodeKind::Scalar { text, .. } => text,
                _ => text[value.span.bytes()].trim().to_owned(),
            };
            (key, shown)
        })
        .collect();
    Some(pairs)
}

/// The top-level keys of a TOML header; tables are kept as their text. `None` when it cannot be read.
fn toml_pairs(file: &FilePath, text: &str, part: Range<usize>) -> Option<Pairs> {
    let table = text[part.clone()].parse::<toml::Table>().ok()?;
    let pairs = table
        .into_iter()
        .map(|(key, value)| {
            let at = text[part.clone()]
                .find(&key)
                .map_or(part.start, |at| part.start + at);
            let span = Span::new(file, at..at + key.len());
            (Located::new(key, span), plain(&value))
        })
        .collect();
    Some(pairs)
}

fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Float(number) => number.to_string(),
        toml::Value::Boolean(flag) => flag.to_string(),
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        toml::Value::Table(table) => table
            .iter()
            .map(|(key, value)| format!("{key}: {}", plain(value)))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
