//! A YAML tree to an object of known fields, by the kind's table. Every fault is collected; what can be
//! used is kept.

mod scalar;

use crate::fault::Fault;
use crate::parse::fields::{Field, Need, Shape};
use crate::parse::slips::{self, named};
use crate::parse::value::{Entry, Object, Value};
use crate::parse::yaml::{Node, NodeKind};
use crate::span::{Located, Span};
use crate::text::{Language, Words};
use scalar::scalar;

pub use crate::parse::called::{ref_words, shape_words};
pub use crate::parse::slips::nearest;

/// Reads `node`, a map, by `table`; faults go to `faults`.
pub fn object(node: &Node, table: &[&'static Field], faults: &mut Vec<Fault>) -> Object {
    let mut reading = Reading {
        table,
        object: Object {
            span: node.span.clone(),
            entries: Vec::new(),
        },
        meant: Vec::new(),
        faults,
    };
    match &node.kind {
        NodeKind::Mapping { entries, flow } => {
            for (at, (key, value)) in entries.iter().enumerate() {
                let around = match at.checked_sub(1) {
                    _ if !flow => Around::Lines,
                    Some(before) => Around::Braces(Some(&entries[before].1)),
                    None => Around::Braces(None),
                };
                if !(*flow && reading.merged(key, value)) {
                    reading.entry(key, value, around);
                }
            }
        }
        NodeKind::Null => {}
        _ => {
            let wanted = Words::new("若干“键: 值”", "keys with values");
            reading.faults.push(wrong_shape(node, &wanted));
            return reading.object;
        }
    }
    reading.missing(node);
    reading.object
}

/// What a key stands in.
#[derive(Clone, Copy)]
enum Around<'a> {
    /// A line of its own.
    Lines,
    /// Braces, after this value.
    Braces(Option<&'a Node>),
}

/// A map being read.
struct Reading<'a> {
    table: &'a [&'static Field],
    object: Object,
    /// Fields that a slip of the pen was meant to name: they are not missing as well.
    meant: Vec<&'static Field>,
    faults: &'a mut Vec<Fault>,
}

impl Reading<'_> {
    fn entry(&mut self, key: &Located<String>, value: &Node, around: Around<'_>) {
        let Some((field, language)) = find(self.table, &key.value) else {
            return self.unknown(key, value, around);
        };
        if let Some(first) = self.object.entry(field.name, language.as_ref()) {
            let fault = duplicate_key(key, &first.key);
            self.faults.push(fault);
            return;
        }
        let decoded = if value.kind == NodeKind::Null {
            None
        } else {
            self::value(value, &field.shape, self.faults)
        };
        self.object.entries.push(Entry {
            field,
            language,
            key: key.span.clone(),
            value: Located::new(decoded, value.span.clone()),
        });
    }

    fn unknown(&mut self, key: &Located<String>, value: &Node, around: Around<'_>) {
        match around {
            Around::Braces(before) if value.kind == NodeKind::Null => {
                self.faults.push(slips::cut_by_comma(key, before));
            }
            _ => {
                let (fault, near) = slips::unknown_key(key, self.table);
                self.faults.push(fault);
                self.meant.extend(near);
            }
        }
    }

    /// Tells what Chinese punctuation made one key or one value of; whether there was any.
    fn merged(&mut self, key: &Located<String>, value: &Node) -> bool {
        let (mut faults, mut meant) = slips::merged(key, slips::Place::Key, self.table);
        if let NodeKind::Scalar { text, plain: true } = &value.kind {
            let text = Located::new(text.clone(), value.span.clone());
            let (more, fields) = slips::merged(&text, slips::Place::Value, self.table);
            let named = named(self.table, &key.value).filter(|_| !more.is_empty());
            meant.extend(named.into_iter().chain(fields));
            faults.extend(more);
        }
        let is_any = !faults.is_empty();
        self.faults.append(&mut faults);
        self.meant.append(&mut meant);
        is_any
    }

    /// Says which required keys are not there.
    fn missing(&mut self, node: &Node) {
        for field in self
            .table
            .iter()
            .filter(|field| field.need == Need::Required)
        {
            if self.meant.iter().any(|meant| meant.name == field.name) {
                continue;
            }
            let place = match self.object.entry(field.name, None) {
                Some(entry) if entry.value.value.is_some() || !is_empty(entry) => continue,
                Some(entry) => entry.key.clone(),
                None => first_line(node),
            };
            self.faults.push(
                Fault::new("missing-field", place)
                    .blank("key", field.name)
                    .blank("zh", field.zh)
                    .blank("about", Words::new(field.about.0, field.about.1))
                    .blank("example", field.example),
            );
        }
    }
}

fn duplicate_key(key: &Located<String>, first: &Span) -> Fault {
    Fault::new("duplicate-key", key.span.clone())
        .blank("key", key.value.clone())
        .note(first.clone(), "duplicate-key-first")
}

/// The field that `key` names, and the language of its suffix if it has one.
fn find(table: &[&'static Field], key: &str) -> Option<(&'static Field, Option<Language>)> {
    if let Some(field) = named(table, key) {
        return Some((field, None));
    }
    let (stem, suffix) = key.rsplit_once('_')?;
    let field = named(table, stem).filter(|field| field.shape.is_words())?;
    let is_tag = (2..=3).contains(&suffix.len()) && suffix.chars().all(|c| c.is_ascii_lowercase());
    is_tag.then(|| (field, Some(Language::new(suffix))))
}

/// Whether nothing at all stands after the key; a value that could not be read is told elsewhere.
fn is_empty(entry: &Entry) -> bool {
    entry.value.span.start == entry.value.span.end
}

fn first_line(node: &Node) -> Span {
    match &node.kind {
        NodeKind::Mapping { entries, .. } => entries
            .first()
            .map_or_else(|| node.span.clone(), |(key, _)| key.span.clone()),
        _ => node.span.clone(),
    }
}

/// Reads one value by its shape; `None` when it cannot be used, which has then been reported.
pub fn value(node: &Node, shape: &Shape, faults: &mut Vec<Fault>) -> Option<Value> {
    match shape {
        Shape::List(inner) => Some(Value::List(list(node, inner, faults))),
        Shape::Map(inner) => map(node, inner, faults),
        Shape::Group(fields) => {
            let table: Vec<&'static Field> = fields.iter().collect();
            Some(Value::Object(object(node, &table, faults)))
        }
        Shape::Any => Some(Value::Raw(node.clone())),
        _ => scalar(node, shape, faults),
    }
}

fn list(node: &Node, inner: &'static Shape, faults: &mut Vec<Fault>) -> Vec<Located<Value>> {
    let single = std::slice::from_ref(node);
    let items = match &node.kind {
        NodeKind::Sequence(items) => items.as_slice(),
        _ => single,
    };
    if let Some(fault) = slips::wide_marks(node).filter(|fault| fault.seen == "full-width-brackets")
    {
        faults.push(fault);
        return Vec::new();
    }
    items
        .iter()
        .filter_map(|item| {
            if item.kind == NodeKind::Null {
                faults.push(Fault::new("empty-item", item.span.clone()));
                return None;
            }
            value(item, inner, faults).map(|value| Located::new(value, item.span.clone()))
        })
        .collect()
}

fn map(node: &Node, inner: &'static Shape, faults: &mut Vec<Fault>) -> Option<Value> {
    let NodeKind::Mapping { entries, flow } = &node.kind else {
        faults.push(wrong_shape(
            node,
            &Words::new("若干“键: 值”", "keys with values"),
        ));
        return None;
    };
    let mut out: Vec<(Located<String>, Located<Value>)> = Vec::new();
    for (at, (key, item)) in entries.iter().enumerate() {
        if *flow && item.kind == NodeKind::Null {
            let before = at.checked_sub(1).map(|at| &entries[at].1);
            faults.push(slips::cut_by_comma(key, before));
        } else if let Some((first, _)) = out.iter().find(|(other, _)| other.value == key.value) {
            faults.push(duplicate_key(key, &first.span));
        } else if let Some(decoded) = value(item, inner, faults) {
            out.push((key.clone(), Located::new(decoded, item.span.clone())));
        }
    }
    Some(Value::Map(out))
}

fn wrong_shape(node: &Node, wanted: &Words) -> Fault {
    let found = match node.kind {
        NodeKind::Null => Words::new("空", "nothing"),
        NodeKind::Scalar { .. } => Words::new("一个值", "a single value"),
        NodeKind::Sequence(_) => Words::new("一个列表", "a list"),
        NodeKind::Mapping { .. } => Words::new("若干“键: 值”", "keys with values"),
    };
    Fault::new("wrong-shape", node.span.clone())
        .blank("wanted", wanted.clone())
        .blank("found", found)
}
