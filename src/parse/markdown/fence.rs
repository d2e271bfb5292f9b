//! The lines of `:::`: which open a directive, which close it, and what only looks like either.

use super::cut::{Block, Cut, End};
use super::known::{self, Known};
use std::ops::Range;

/// The block directives of `text` and the openings of unknown ones, in order, none inside another.
pub(super) fn blocks(text: &str) -> Vec<Cut> {
    let mut scan = Scan {
        text,
        code: None,
        comment: false,
        list: false,
        open: Vec::new(),
        found: Vec::new(),
    };
    let mut start = 0;
    while start < text.len() {
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        scan.line(start..end);
        start = end + 1;
    }
    scan.finish()
}

/// Deeper than anyone nests.
const DEEPEST: usize = 32;

struct Scan<'a> {
    text: &'a str,
    /// The fence of the code that the line stands in.
    code: Option<Fence>,
    /// Whether the line stands in a comment of HTML.
    comment: bool,
    /// Whether the line may belong to an item of a list, so that any indentation is right.
    list: bool,
    open: Vec<Open>,
    found: Vec<Cut>,
}

struct Fence {
    mark: u8,
    length: usize,
    quotes: usize,
}

struct Open {
    colons: usize,
    quotes: usize,
    /// `None` for an unknown name, which still takes its closing line with it.
    known: Option<&'static Known>,
    head: Range<usize>,
    words: Range<usize>,
}

/// A line without its marks of quotation and its indentation.
struct Line<'a> {
    quotes: usize,
    indent: usize,
    rest: &'a str,
    start: usize,
}

impl Scan<'_> {
    fn line(&mut self, range: Range<usize>) {
        let line = stripped(self.text, range);
        if self.in_code(&line) || self.in_comment(line.rest) {
            return;
        }
        let item = after_markers(line.rest);
        if item.len() < line.rest.len() {
            self.list = true;
        } else if line.indent == 0 && !line.rest.is_empty() {
            self.list = false;
        }
        if let Some(fence) = fence(item, line.quotes) {
            self.code = Some(fence);
            return;
        }
        if line.rest.starts_with(":::") && (line.indent < 4 || self.list) {
            self.colons(&line);
        }
    }

    fn in_code(&mut self, line: &Line<'_>) -> bool {
        let Some(code) = &self.code else {
            return false;
        };
        let left = line.quotes < code.quotes;
        let marks = run(line.rest, code.mark);
        let closed = marks >= code.length && line.rest[marks..].trim().is_empty();
        if left || closed {
            self.code = None;
        }
        !left
    }

    fn in_comment(&mut self, rest: &str) -> bool {
        let was = self.comment;
        let after = if was {
            Some(rest)
        } else {
            rest.strip_prefix("<!--")
        };
        if let Some(after) = after {
            self.comment = !after.contains("-->");
        }
        was
    }

    fn colons(&mut self, line: &Line<'_>) {
        let colons = run(line.rest, b':');
        let rest = line.rest[colons..].trim();
        if rest.is_empty() {
            self.close(colons, line.start + line.rest.len());
            return;
        }
        let name_at = line.start + line.rest.len() - line.rest[colons..].trim_start().len();
        let name_length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let name = name_at..name_at + name_length;
        let word = &self.text[name.clone()];
        let tail = rest.trim_end_matches(':');
        let one_line = rest.len() - tail.len() >= 3 && tail.ends_with(char::is_whitespace);
        let words = name.end..(name_at + tail.len()).max(name.end);
        let known = known::known_block(word);
        let head = line.start..line.start + line.rest.len();
        if known.is_none() {
            self.found.push(Cut::Unknown {
                nearest: known::nearest(known::BLOCKS, word),
                name,
                range: line.start..line.start + colons,
            });
        }
        match known {
            Some(known) if one_line => self.found.push(Cut::Block(Block {
                known,
                words,
                covered: vec![head.clone()],
                head,
                end: End::OneLine,
            })),
            None if one_line => {}
            _ if self.open.len() < DEEPEST => self.open.push(Open {
                colons,
                quotes: line.quotes,
                known,
                words: name_at + name_length..name_at + rest.len(),
                head,
            }),
            _ => {}
        }
    }

    /// A line of colons closes the innermost directive of as many, else of fewer.
    fn close(&mut self, colons: usize, end: usize) {
        let same = self.open.iter().rposition(|open| open.colons == colons);
        let fewer = || self.open.iter().rposition(|open| open.colons < colons);
        let Some(at) = same.or_else(fewer) else {
            return;
        };
        for missing in self.open.split_off(at + 1) {
            self.unclosed(missing);
        }
        let Some(open) = self.open.pop() else {
            return;
        };
        if let Some(known) = open.known {
            self.found.push(Cut::Block(Block {
                known,
                covered: covered(self.text, &open, end),
                head: open.head,
                words: open.words,
                end: End::Closed,
            }));
        }
    }

    fn unclosed(&mut self, open: Open) {
        if let Some(known) = open.known {
            self.found.push(Cut::Block(Block {
                known,
                covered: vec![open.head.clone()],
                head: open.head,
                words: open.words,
                end: End::Missing,
            }));
        }
    }

    fn finish(mut self) -> Vec<Cut> {
        for missing in std::mem::take(&mut self.open) {
            self.unclosed(missing);
        }
        self.found.sort_by_key(Cut::start);
        let mut taken = 0;
        self.found.retain(|cut| {
            let free = cut.start() >= taken;
            if let Some(range) = cut.covers().filter(|_| free) {
                taken = range.end;
            }
            free
        });
        self.found
    }
}

/// The stretches of the lines of a directive, blank lines left out.
fn covered(text: &str, open: &Open, end: usize) -> Vec<Range<usize>> {
    let mut lines = vec![open.head.clone()];
    let newline = text[open.head.end..end].find('\n');
    let mut start = newline.map_or(end, |at| open.head.end + at + 1);
    while start < end {
        let stop = text[start..end].find('\n').map_or(end, |at| start + at);
        let mut at = start;
        let mut quotes = 0;
        for byte in &text.as_bytes()[start..stop] {
            match byte {
                b' ' | b'\t' => {}
                b'>' if quotes < open.quotes => quotes += 1,
                _ => break,
            }
            at += 1;
        }
        if at < stop {
            lines.push(at..stop);
        }
        start = stop + 1;
    }
    lines
}

fn stripped(text: &str, range: Range<usize>) -> Line<'_> {
    let mut quotes = 0;
    let mut indent = 0;
    let mut at = range.start;
    for byte in &text.as_bytes()[range.clone()] {
        match byte {
            b' ' => indent += 1,
            b'\t' => indent += 4,
            b'>' if indent < 5 => {
                quotes += 1;
                indent = 0;
            }
            _ => break,
        }
        at += 1;
    }
    // One space after `>` belongs to it.
    if quotes > 0 {
        indent = usize::saturating_sub(indent, 1);
    }
    Line {
        quotes,
        indent,
        rest: text[at..range.end].trim_end(),
        start: at,
    }
}

/// What follows the markers of list items at the beginning of `rest`.
fn after_markers(rest: &str) -> &str {
    let mut rest = rest;
    loop {
        let digits = rest.bytes().take(9).take_while(u8::is_ascii_digit).count();
        let marker = match rest.as_bytes().get(digits) {
            Some(b'.' | b')') if digits > 0 => digits + 1,
            Some(b'-' | b'+' | b'*') if digits == 0 => 1,
            _ => return rest,
        };
        let after = &rest[marker..];
        let trimmed = after.trim_start_matches([' ', '\t']);
        if trimmed.len() == after.len() && !after.is_empty() {
            return rest;
        }
        rest = trimmed;
    }
}

fn fence(rest: &str, quotes: usize) -> Option<Fence> {
    let mark = *rest
        .as_bytes()
        .first()
        .filter(|b| matches!(b, b'`' | b'~'))?;
    let length = run(rest, mark);
    let info = &rest[length..];
    (length >= 3 && !(mark == b'`' && info.contains('`'))).then_some(Fence {
        mark,
        length,
        quotes,
    })
}

fn run(text: &str, mark: u8) -> usize {
    text.bytes().take_while(|byte| *byte == mark).count()
}
