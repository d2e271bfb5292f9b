//! What is not Markdown is found before Markdown is read: directives and foreign shortcodes.
//!
//! Finding is by lines and is generous: what turns out to lie in code comes back as it was written,
//! because the parser's events say where each stretch landed.

use super::known::{self, Known};
use std::ops::Range;

/// A stretch that is not Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// `{{name words}}` of a known name.
    Inline {
        known: &'static Known,
        range: Range<usize>,
        words: Range<usize>,
    },
    /// `{{name …}}`, `{{< … >}}`, `{% … %}` of no known name.
    Foreign {
        name: Range<usize>,
        nearest: Option<&'static str>,
        range: Range<usize>,
    },
    /// `::: name words` with all that follows up to its `:::`.
    Block(Block),
    /// `::: name` of no known name; only its colons.
    Unknown {
        name: Range<usize>,
        nearest: Option<&'static str>,
        range: Range<usize>,
    },
}

/// A block directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) known: &'static Known,
    /// From its first colon to the end of its first line.
    pub(super) head: Range<usize>,
    /// What stands after the name.
    pub(super) words: Range<usize>,
    /// The stretches of its lines that are not indentation or marks of quotation, the first line's and
    /// the last one's among them.
    pub(super) covered: Vec<Range<usize>>,
    pub(super) end: End,
}

/// How a block directive ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// On its first line.
    OneLine,
    /// At a line of colons.
    Closed,
    /// Not at all: it has no lines but the first.
    Missing,
}

impl Cut {
    /// Its first byte.
    pub(super) fn start(&self) -> usize {
        match self {
            Cut::Inline { range, .. } | Cut::Foreign { range, .. } | Cut::Unknown { range, .. } => {
                range.start
            }
            Cut::Block(block) => block.head.start,
        }
    }

    /// What it hides from the parser.
    pub(super) fn covers(&self) -> Option<Range<usize>> {
        match self {
            Cut::Inline { range, .. } | Cut::Foreign { range, .. } => Some(range.clone()),
            Cut::Block(block) => Some(block.range()),
            Cut::Unknown { .. } => None,
        }
    }
}

impl Block {
    /// All of it.
    pub(super) fn range(&self) -> Range<usize> {
        self.head.start..self.covered.last().map_or(self.head.end, |last| last.end)
    }
}

/// Directives stand in directives at most so deep.
pub(super) const DEEPEST: usize = 8;

/// The cuts of `text`, in order, none inside another. `depth` directives stand around it.
pub(super) fn cuts(text: &str, depth: usize) -> Vec<Cut> {
    let mut cuts = Vec::new();
    if depth < DEEPEST && text.contains(":::") {
        cuts = super::fence::blocks(text);
    }
    if text.contains("{{") || text.contains("{%") {
        let covers: Vec<Range<usize>> = cuts.iter().filter_map(Cut::covers).collect();
        inlines(text, &covers, &mut cuts);
        cuts.sort_by_key(Cut::start);
    }
    cuts
}

fn inlines(text: &str, covers: &[Range<usize>], cuts: &mut Vec<Cut>) {
    let bytes = text.as_bytes();
    let mut covers = covers.iter().peekable();
    let mut ahead = Ahead::default();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + found;
        at = start + 1;
        while covers.next_if(|cover| cover.end <= start).is_some() {}
        if let Some(cover) = covers.peek().filter(|cover| cover.start <= start) {
            at = cover.end;
            continue;
        }
        let opens = matches!(bytes.get(start + 1), Some(b'{' | b'%'));
        if opens
            && !is_escaped(bytes, start)
            && let Some(cut) = inline(text, start, &mut ahead)
        {
            at = cut.covers().map_or(at, |range| range.end);
            cuts.push(cut);
        }
    }
}

/// How a shortcode opens and closes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Brace {
    /// `{{ }}`
    Double,
    /// `{% %}`
    Liquid,
}

/// Where the next of each end lies, remembered so that no stretch is searched twice.
#[derive(Default)]
struct Ahead {
    stop: usize,
    braces: usize,
    percent: usize,
}

impl Ahead {
    /// The end of the line, or a backtick: no shortcode goes over either.
    fn stop(&mut self, bytes: &[u8], from: usize) -> usize {
        if self.stop < from {
            let found = bytes[from..].iter().position(|b| matches!(b, b'\n' | b'`'));
            self.stop = found.map_or(bytes.len(), |at| from + at);
        }
        self.stop
    }

    /// The next `}}` or `%}`.
    fn close(&mut self, bytes: &[u8], from: usize, brace: Brace) -> usize {
        let (known, end) = match brace {
            Brace::Liquid => (&mut self.percent, b"%}"),
            Brace::Double => (&mut self.braces, b"}}"),
        };
        if *known < from {
            let found = bytes[from..].windows(2).position(|pair| pair == end);
            *known = found.map_or(bytes.len(), |at| from + at);
        }
        *known
    }
}
/// Whether a backslash takes the meaning from byte `at`.
fn is_escaped(bytes: &[u8], at: usize) -> bool {
    let slashes = bytes[..at].iter().rev().take_while(|b| **b == b'\\');
    slashes.count() % 2 == 1
}

/// Longer than any name or value in a shortcode; a longer one is text.
const LONGEST: usize = 4_000;

fn inline(text: &str, start: usize, ahead: &mut Ahead) -> Option<Cut> {
    let bytes = text.as_bytes();
    let brace = if bytes[start + 1] == b'%' {
        Brace::Liquid
    } else {
        Brace::Double
    };
    let body = start + 2;
    let foreign_mark =
        brace == Brace::Liquid || matches!(bytes.get(body), Some(b'<' | b'%' | b'#'));
    let stop = ahead.stop(bytes, body);
    let close = ahead.close(bytes, body, brace);
    let close = (close + 2 <= stop && close - body < LONGEST).then_some(close);
    let end = match close {
        Some(close) => close + 2,
        // A shortcode over several lines: its first line says whose it is.
        None if foreign_mark && bytes.get(stop).is_none_or(|b| *b == b'\n') => stop,
        None => return None,
    };
    // A stand-in needs four bytes.
    if end - start < 4 {
        return None;
    }
    let inner = body..close.unwrap_or(end);
    let name = name_of(text, inner.clone())?;
    let word = text.get(name.clone())?;
    let known = (!foreign_mark).then(|| known::known_inline(word)).flatten();
    Some(match known {
        Some(known) => Cut::Inline {
            known,
            range: start..end,
            words: name.end..inner.end,
        },
        None => Cut::Foreign {
            nearest: (!foreign_mark)
                .then(|| known::nearest(known::INLINES, word))
                .flatten(),
            name,
            range: start..end,
        },
    })
}

/// The first word in `range`, without the marks that other programs put before it.
fn name_of(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inner = text.get(range.clone())?;
    let marks = |c: char| c.is_whitespace() || matches!(c, '<' | '%' | '#' | '/' | '-' | '*');
    let trimmed = inner.trim_start_matches(marks);
    let start = range.start + inner.len() - trimmed.len();
    let length = trimmed
        .find(|c: char| c.is_whitespace() || matches!(c, '>' | '%' | '}' | '{' | '='))
        .unwrap_or(trimmed.len());
    (length > 0).then_some(start..start + length)
}
