//! YAML text to a tree in which every key and value knows its place.
//!
//! Built on the events of granit-parser, which expands nothing: aliases are refused, so that no small
//! file can grow, and nesting is bounded. Comments are passed over. One syntax error ends a file, but
//! what Chinese keyboards write instead of YAML's punctuation is repaired first and reported, so that
//! the rest of the file is still checked.

use crate::fault::Fault;
use crate::parse::slips;
use crate::span::{FilePath, Located, Span};
use crate::text::Words;
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle};
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
    let repaired = repair(
        &text[part.clone()],
        is_key,
        &mut |range: Range<usize>, seen, put| {
            let span = Span::new(file, base + range.start..base + range.end);
            faults.push(Fault::new(seen, span.clone()).fix(span, put));
        },
    );
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
                faults.push(fault);
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
    fn build(&mut self) -> Result<(), Fault> {
        let source = self.source;
        for next in Parser::new_from_str(source) {
            let (event, span) = next.map_err(|error| self.syntax(&error))?;
            let bytes = span.byte_range().unwrap_or(0..0);
            self.event(event, bytes)?;
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'_>, bytes: Range<usize>) -> Result<(), Fault> {
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
                let name = self.source[bytes.clone()].to_owned();
                Err(Fault::new("yaml-alias", self.at(bytes)).blank("name", slips::shown(&name)))
            }
            Event::DocumentStart(..) if self.done.is_some() => {
                Err(Fault::new("second-document", self.at(bytes)))
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

    fn scalar(&mut self, text: &str, style: ScalarStyle, bytes: Range<usize>) -> Result<(), Fault> {
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
    ) -> Result<(), Fault> {
        if self.open.len() >= DEPTH {
            return Err(
                Fault::new("too-deep", self.at(bytes.clone())).blank("limit", DEPTH.to_string())
            );
        }
        if let Some(Open {
            children: Children::Mapping(_),
            key: None,
            ..
        }) = self.open.last()
        {
            return Err(Fault::new("key-not-text", self.at(bytes.clone())));
        }
        self.open.push(Open {
            start: bytes.start,
            flow: style == StructureStyle::Flow,
            key: None,
            children,
        });
        Ok(())
    }

    fn end(&mut self, bytes: &Range<usize>) -> Result<(), Fault> {
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
    fn place(&mut self, node: Node) -> Result<(), Fault> {
        self.values += 1;
        if self.values > VALUES {
            return Err(Fault::new("too-many-values", node.span).blank("limit", VALUES.to_string()));
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
                    _ => return Err(Fault::new("key-not-text", node.span)),
                },
            },
        }
        Ok(())
    }

    fn syntax(&self, error: &ScanError) -> Fault {
        let byte = error
            .marker()
            .byte_offset()
            .unwrap_or(self.source.len())
            .min(self.source.len());
        let byte = floor_boundary(self.source, byte);
        let width = self.source[byte..]
            .chars()
            .next()
            .filter(|c| *c != '\n')
            .map_or(0, char::len_utf8);
        let span = self.at(byte..byte + width);
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            return Fault::new("too-deep", span).blank("limit", DEPTH.to_string());
        }
        Fault::new("yaml-syntax", span).blank("reason", reason(error.kind()))
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

fn floor_boundary(text: &str, mut byte: usize) -> usize {
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// The parser's complaint in words that an author can use.
fn reason(kind: &ErrorKind) -> Words {
    use ErrorKind as E;
    match kind {
        E::UnclosedFlowCollection { open } => Words::new(
            format!("“{open}”没有配对的右括号"),
            format!("`{open}` is never closed"),
        ),
        E::UnexpectedEofFlowSequence => {
            Words::new("“[”没有配对的“]”", "`[` is never closed by `]`")
        }
        E::UnexpectedEofFlowMapping | E::UnexpectedEofImplicitFlowMapping => {
            Words::new("“{”没有配对的“}”", "`{` is never closed by `}`")
        }
        E::UnclosedQuotedScalar => Words::new("引号没有配对", "a quotation mark is never closed"),
        E::ExpectedFlowSequenceSeparator | E::ExpectedFlowMappingSeparator => Words::new(
            "括号里的各项要用半角逗号“,”隔开",
            "the items inside brackets are separated by a comma",
        ),
        E::InvalidSimpleKey | E::SimpleKeyExpected | E::ExpectedBlockMappingKey => Words::new(
            "这一行不是“键: 值”的样子；如果值里含有“: ”，请把整个值放进引号",
            "this line does not read as `key: value`; if the value holds `: `, put the whole value in quotes",
        ),
        E::InvalidIndentation | E::ExpectedBlockSequenceEntry => Words::new(
            "缩进和上面一行对不齐",
            "the indentation does not line up with the lines above",
        ),
        E::TabNotAllowed | E::TabInBlockIndentation | E::TabInIndentation => Words::new(
            "缩进要用空格，不能用制表符",
            "indent with spaces, not with tabs",
        ),
        E::UnexpectedCharacter { character } => Words::new(
            format!("值不能以“{character}”开头，请给整个值加引号"),
            format!("a value cannot begin with `{character}`; put it in quotes"),
        ),
        E::UnknownAnchor => Words::new(
            "值不能以“*”开头，请加引号",
            "a value cannot begin with `*`; put it in quotes",
        ),
        _ => Words::new("这里的写法不符合YAML", "this is not valid YAML"),
    }
}

/// Replaces, byte for byte, what was typed on a Chinese keyboard where YAML wants its own signs.
///
/// Returns `None` when nothing had to be replaced. Offsets stay what they were: the replacement has
/// exactly as many bytes. `found` gets the range, the name of the fault, and the text that mends it.
fn repair(
    text: &str,
    is_key: &dyn Fn(&str) -> bool,
    found: &mut dyn FnMut(Range<usize>, &'static str, &'static str),
) -> Option<String> {
    if text.is_ascii() && !text.contains('\t') {
        return None;
    }
    let mut out: Option<String> = None;
    let mut start = 0;
    let mut block: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t', '\u{3000}']).len();
        let blank = line.trim().is_empty();
        if block.is_some_and(|outer| blank || indent > outer) {
            start += line.len();
            continue;
        }
        block = opens_block(line).then_some(indent);
        for (range, seen, put) in line_repairs(line, indent, is_key) {
            let whole = out.get_or_insert_with(|| text.to_owned());
            let at = start + range.start..start + range.end;
            // A tab's mended text is wider than the tab; in the working copy it stays one space.
            let narrow = &put[..put.len().min(range.len())];
            let filler = format!("{narrow:<width$}", width = range.len());
            whole.replace_range(at.clone(), &filler);
            found(at, seen, put);
        }
        start += line.len();
    }
    out
}

fn opens_block(line: &str) -> bool {
    let end = line.trim_end();
    end.ends_with(['|', '>']) || end.ends_with("|-") || end.ends_with(">-")
}

type Repair = (Range<usize>, &'static str, &'static str);

fn line_repairs(line: &str, indent: usize, is_key: &dyn Fn(&str) -> bool) -> Vec<Repair> {
    let mut repairs = Vec::new();
    for (at, sign) in line[..indent].char_indices() {
        match sign {
            '\t' => repairs.push((at..at + 1, "tab-indent", "  ")),
            '\u{3000}' => repairs.push((at..at + 3, "wide-indent", "  ")),
            _ => {}
        }
    }
    let body = &line[indent..];
    let item = body.len() - body.trim_start_matches(['-', ' ']).len();
    let Some(colon) = body.find('：') else {
        return repairs;
    };
    let key = body[item..].split('：').next().unwrap_or("").trim();
    if !body[..colon].contains([':', '"', '\'', '#']) && is_key(key) {
        repairs.push((indent + colon..indent + colon + 3, "full-width-colon", ": "));
    }
    repairs
}
