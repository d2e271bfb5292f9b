//! YAML text to a tree in which every key and value knows its place.
//!
//! Built on the events of granit-parser, which expands nothing: aliases are refused, so that no small
//! file can grow, and nesting is bounded. Comments are passed over. One syntax error ends a file, but
//! what Chinese keyboards write instead of YAML's punctuation is repaired first and reported, so that
//! the rest of the file is still checked.

mod complaint;
mod repair;

use crate::fault::Fault;
use crate::parse::slips;
use crate::span::{FilePath, Located, Span};
use granit_parser::{Event, Parser, ScalarStyle, ScanError, StructureStyle};
use std::ops::Range;

/// How deep lists and maps may lie within each other.
pub const DEPTH: usize = 64;
/// Bytes that a line may have: far more than anybody writes, and little enough to be shown.
pub const LINE: usize = 256 << 10;
/// How many values a file may hold.
pub const VALUES: usize = 200_000;

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// Where it is written.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// Nothing: `key:` with no value, or `~`.
    Null,
    /// Text, as it reads after YAML's own unescaping.
    Scalar {
        /// The text.
        text: String,
        /// Written without quotes.
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// A map, in the order of writing, duplicate keys included.
    Mapping {
        /// Keys and values.
        entries: Vec<(Located<String>, Node)>,
        /// Written inline, in braces.
        flow: bool,
    },
}

/// What a text held: the tree, unless its syntax is broken, and what was seen on the way.
#[derive(Debug)]
pub struct Read {
    /// The document; [`NodeKind::Null`] when it is empty, `None` when it cannot be read.
    pub node: Option<Node>,
    /// Syntax that had to be repaired, refused or given up.
    pub faults: Vec<Fault>,
}

/// Reads the one document in `text[part]`.
///
/// `is_key` tells whether a word is a key of any kind, which is how a Chinese colon that was meant as
/// YAML is told from one in prose.
pub fn read(
    file: &FilePath,
    text: &str,
    part: Range<usize>,
    is_key: &dyn Fn(&str) -> bool,
) -> Read {
    let base = part.start;
    if let Some(fault) = long_line(file, text, &part) {
        return Read {
            node: None,
            faults: vec![fault],
        };
    }
    let mut faults = Vec::new();
    let repaired = repair::repair(
        &text[part.clone()],
        is_key,
        &mut |range: Range<usize>, seen, put| {
            let span = Span::new(file, base + range.start..base + range.end);
            faults.push(Fault::new(seen, span.clone()).fix(span, put));
        },
    );
    if faults.iter().any(|seen| seen.seen == repair::NO_SPACE) {
        // Without its space the key is no key, and what is left means nothing.
        return Read { node: None, faults };
    }
    let source = repaired.as_deref().unwrap_or(&text[part]);
    let mut builder = Builder {
        file,
        base,
        source,
        open: Vec::new(),
        done: None,
        values: 0,
        faults,
    };
    let result = builder.build();
    let Builder {
        done, mut faults, ..
    } = builder;
    match result {
        Ok(()) => Read {
            node: Some(done.unwrap_or_else(|| Node {
                span: Span::new(file, base..base),
                kind: NodeKind::Null,
            })),
            faults,
        },
        Err(fault) => {
            if fault.seen == "yaml-alias" {
                // What the alias leads to is the other half of the same mistake.
                faults.retain(|seen| seen.seen != "yaml-mark");
            }
            // A repaired character is the likelier cause: its own message is the one that helps.
            if !faults
                .iter()
                .any(|seen| seen.seen.starts_with("full-width") || seen.seen.ends_with("-indent"))
            {
                faults.push(*fault);
            }
            Read { node: None, faults }
        }
    }
}

/// A line longer than [`LINE`]: nobody wrote it by hand, and nobody could find a place in it.
fn long_line(file: &FilePath, text: &str, part: &Range<usize>) -> Option<Fault> {
    if part.len() <= LINE {
        return None;
    }
    let mut start = part.start;
    for line in text[part.clone()].split_inclusive('\n') {
        if line.len() > LINE {
            return Some(
                Fault::new("long-line", Span::new(file, start..start))
                    .blank("length", line.trim_end().len().to_string())
                    .blank("limit", LINE.to_string()),
            );
        }
        start += line.len();
    }
    None
}

/// A list or map whose end has not come yet.
struct Open {
    start: usize,
    flow: bool,
    key: Option<Located<String>>,
    children: Children,
}

enum Children {
    Sequence(Vec<Node>),
    Mapping(Vec<(Located<String>, Node)>),
}

struct Builder<'a> {
    file: &'a FilePath,
    base: usize,
    source: &'a str,
    open: Vec<Open>,
    done: Option<Node>,
    values: usize,
    faults: Vec<Fault>,
}

impl Builder<'_> {
    fn build(&mut self) -> Result<(), Box<Fault>> {
        let source = self.source;
        for next in Parser::new_from_str(source) {
            let (event, span) = next.map_err(|error| Box::new(self.syntax(&error)))?;
            let bytes = span.byte_range().unwrap_or(0..0);
            self.event(event, bytes)?;
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'_>, bytes: Range<usize>) -> Result<(), Box<Fault>> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.marks(anchor, tag.is_some(), &bytes);
                self.scalar(&text, style, bytes)
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.marks(anchor, tag.is_some(), &bytes);
                self.start(style, Children::Sequence(Vec::new()), &bytes)
            }
            Event::MappingStart(style, anchor, tag) => {
                self.marks(anchor, tag.is_some(), &bytes);
                self.start(style, Children::Mapping(Vec::new()), &bytes)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&bytes),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let name = slips::shown(&self.source[bytes.clone()]);
                Err(Fault::new("yaml-alias", self.at(bytes))
                    .blank("name", name)
                    .into())
            }
            Event::DocumentStart(..) if self.done.is_some() => {
                Err(Fault::new("second-document", self.at(bytes)).into())
            }
            _ => Ok(()),
        }
    }

    fn at(&self, bytes: Range<usize>) -> Span {
        Span::new(self.file, self.base + bytes.start..self.base + bytes.end)
    }

    fn marks(&mut self, anchor: usize, tagged: bool, bytes: &Range<usize>) {
        if anchor == 0 && !tagged {
            return;
        }
        // The mark stands before the value; the events do not say where.
        let before = &self.source[..bytes.start];
        let place = match before.rfind(['&', '!']) {
            Some(at) => {
                let length = before[at..].find(char::is_whitespace);
                at..length.map_or(bytes.start, |length| at + length)
            }
            None => bytes.clone(),
        };
        let mark = slips::shown(&self.source[place.clone()]);
        let fault = Fault::new("yaml-mark", self.at(place)).blank("mark", mark);
        self.faults.push(fault);
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        bytes: Range<usize>,
    ) -> Result<(), Box<Fault>> {
        let plain = style == ScalarStyle::Plain;
        let kind = if plain && matches!(text, "" | "~" | "null") {
            NodeKind::Null
        } else {
            NodeKind::Scalar {
                text: text.to_owned(),
                plain,
            }
        };
        let trimmed = self.source[bytes.clone()].trim_end().len();
        let span = self.at(bytes.start..bytes.start + trimmed);
        self.place(Node { span, kind })
    }

    fn start(
        &mut self,
        style: StructureStyle,
        children: Children,
        bytes: &Range<usize>,
    ) -> Result<(), Box<Fault>> {
        if self.open.len() >= DEPTH {
            return Err(Fault::new("too-deep", self.at(bytes.clone()))
                .blank("limit", DEPTH.to_string())
                .into());
        }
        if let Some(Open {
            children: Children::Mapping(_),
            key: None,
            ..
        }) = self.open.last()
        {
            return Err(Fault::new("key-not-text", self.at(bytes.clone())).into());
        }
        self.open.push(Open {
            start: bytes.start,
            flow: style == StructureStyle::Flow,
            key: None,
            children,
        });
        Ok(())
    }

    fn end(&mut self, bytes: &Range<usize>) -> Result<(), Box<Fault>> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let end = if open.flow {
            self.base + bytes.end
        } else {
            last_end(&open.children).unwrap_or(self.base + open.start)
        };
        let span = Span::new(
            self.file,
            self.base + open.start..end.max(self.base + open.start),
        );
        let kind = match open.children {
            Children::Sequence(items) => NodeKind::Sequence(items),
            Children::Mapping(entries) => NodeKind::Mapping {
                entries,
                flow: open.flow,
            },
        };
        self.place(Node { span, kind })
    }

    /// Puts a finished value where it belongs: into the innermost open list or map.
    fn place(&mut self, node: Node) -> Result<(), Box<Fault>> {
        self.values += 1;
        if self.values > VALUES {
            let fault = Fault::new("too-many-values", node.span);
            return Err(fault.blank("limit", VALUES.to_string()).into());
        }
        match self.open.last_mut() {
            None => self.done = Some(node),
            Some(Open {
                children: Children::Sequence(items),
                ..
            }) => items.push(node),
            Some(Open {
                children: Children::Mapping(entries),
                key,
                ..
            }) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => match node.kind {
                    NodeKind::Scalar { text, .. } => *key = Some(Located::new(text, node.span)),
                    NodeKind::Null => *key = Some(Located::new("null".to_owned(), node.span)),
                    _ => return Err(Fault::new("key-not-text", node.span).into()),
                },
            },
        }
        Ok(())
    }

    fn syntax(&self, error: &ScanError) -> Fault {
        let open = self.open.last().filter(|open| open.flow);
        let complaint = complaint::of(self.source, error, open.map(|open| open.start));
        let span = self.at(complaint.at);
        if complaint.is_depth {
            return Fault::new("too-deep", span).blank("limit", DEPTH.to_string());
        }
        let fault = Fault::new("yaml-syntax", span).blank("reason", complaint.why);
        match complaint.fix {
            Some((at, text)) => fault.fix(self.at(at), text),
            None => fault,
        }
    }
}

fn last_end(children: &Children) -> Option<usize> {
    match children {
        Children::Sequence(items) => items.last().map(|item| item.span.end),
        Children::Mapping(entries) => entries
            .last()
            .map(|(key, value)| value.span.end.max(key.span.end)),
    }
}
