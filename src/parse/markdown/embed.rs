//! Directives take their place among the pieces.

use super::cjk::Side;
use super::cut::{Block, Cut, End};
use super::ground::Ground;
use super::known;
use super::write::{Writer, fragment};
use super::{Arg, Dialect, Directive, Piece, Setting, escape};
use crate::fault::Fault;
use crate::span::{Located, Span};
use std::ops::Range;

/// A block directive whose lines the parser is handing over.
pub(super) struct Open {
    block: Block,
    /// Its lines so far, without what the list or quotation around it puts before them.
    lines: Vec<Range<usize>>,
}

impl Writer<'_> {
    /// The block directive that begins in `place`, if one does.
    pub(super) fn block_in(&self, place: &Range<usize>) -> Option<Block> {
        let cuts = &self.veil.cuts;
        let next = cuts.partition_point(|cut| cut.start() < place.start);
        cuts.iter()
            .skip(next)
            .take_while(|cut| cut.start() < place.end)
            .find_map(|cut| match cut {
                Cut::Block(block) => Some(block.clone()),
                _ => None,
            })
    }

    pub(super) fn start_block(&mut self, block: Block, place: Range<usize>) {
        self.embed = Some(Open {
            block,
            lines: Vec::new(),
        });
        self.block_line(place);
    }

    /// A line of the open block directive; the last one ends it.
    pub(super) fn block_line(&mut self, place: Range<usize>) {
        if let Some(open) = &mut self.embed {
            let last = place.end >= open.block.range().end;
            open.lines.push(place);
            if last {
                self.end_block();
            }
        }
    }

    /// Write the block directive that is open, if one is.
    pub(super) fn end_block(&mut self) {
        let Some(Open { block, mut lines }) = self.embed.take() else {
            return;
        };
        let whole = lines
            .last()
            .is_some_and(|last| last.end >= block.range().end);
        let span = self.ground.span(block.head.clone());
        if block.end == End::Missing || !whole {
            let fault = Fault::new("unclosed-directive", span.clone());
            self.fault(fault.blank("name", block.known.name));
        }
        if block.end == End::Closed && whole {
            lines.pop();
        }
        if !lines.is_empty() {
            lines.remove(0);
        }
        self.page.plain_line();
        if let Some(kind) = known::callout(block.known.name) {
            if block.end == End::Missing {
                // A frame around nothing would say less than the line itself.
                self.open_line("<p>");
                self.words(&self.veil.original()[block.head.clone()]);
                self.out.html("</p>\n");
                self.page.plain_line();
                return;
            }
            let title = self.veil.original()[block.words.clone()].trim();
            self.start_callout(kind, title);
            let inner = self.inner(&lines);
            self.out.pieces(inner);
            self.out.html("</div>\n");
        } else {
            let args = args(self.veil.original(), block.words.clone(), self.ground);
            let inner = self.inner(&lines);
            self.out.line();
            let setting = Setting::Block;
            let name = block.known.name;
            self.directive(Directive {
                name,
                args,
                inner,
                setting,
                span,
            });
        }
        self.page.plain_line();
    }

    /// The lines of a directive, read as a text of their own.
    fn inner(&mut self, lines: &[Range<usize>]) -> Vec<Piece> {
        let original = self.veil.original();
        let mut text = String::new();
        let mut steps: Vec<(usize, usize)> = Vec::new();
        for line in lines {
            let there = self.ground.byte(line.start);
            let follows = steps
                .last()
                .is_some_and(|(here, before)| before + (text.len() - here) == there);
            if !follows {
                steps.push((text.len(), there));
            }
            text.push_str(&original[line.clone()]);
        }
        let Some(first) = lines.first() else {
            return Vec::new();
        };
        let ground = Ground {
            span: self.ground.span(first.clone()),
            steps,
            depth: self.ground.depth + 1,
        };
        fragment(self.page, &text, &ground)
    }

    /// Begin a callout, under its own title or under the word for its kind.
    pub(super) fn start_callout(&mut self, kind: &'static str, title: &str) {
        self.open_line(&format!(
            "<div class=\"callout callout-{kind}\" data-callout=\"{kind}\"><p class=\"callout-title\">"
        ));
        if title.is_empty() {
            self.out.own(Piece::Word(kind));
        } else {
            escape::escape_text(title, self.out.tail());
            self.page.body.plain.push_str(title);
            self.page.plain_line();
        }
        self.out.html("</p>\n");
    }

    /// A cut in a line of text.
    pub(super) fn inline_cut(&mut self, cut: &Cut) {
        let original = self.veil.original();
        match cut {
            Cut::Inline {
                known,
                range,
                words,
            } => {
                self.settle(Side::Hole);
                self.last = Side::Hole;
                let setting = if self.links.is_empty() {
                    Setting::Inline
                } else {
                    Setting::InLink
                };
                self.directive(Directive {
                    name: known.name,
                    args: args(original, words.clone(), self.ground),
                    inner: Vec::new(),
                    setting,
                    span: self.ground.span(range.clone()),
                });
            }
            Cut::Foreign {
                name,
                nearest,
                range,
            } => {
                let span = self.ground.span(name.clone());
                self.unknown(&original[name.clone()], *nearest, span);
                self.words(&original[range.clone()]);
            }
            Cut::Unknown { name, nearest, .. } => {
                let span = self.ground.span(name.clone());
                let word = &original[name.clone()];
                if self.page.dialect == Dialect::HANDBOOK {
                    self.unknown_directive(word, *nearest, span);
                } else {
                    self.foreign(word, &span);
                }
            }
            Cut::Block(_) => {}
        }
    }

    /// An inline directive of no known name: a slip in a handbook where a known one is near, another
    /// program's otherwise.
    fn unknown(&mut self, word: &str, nearest: Option<&'static str>, span: Span) {
        if nearest.is_some() && self.page.dialect == Dialect::HANDBOOK {
            self.unknown_directive(word, nearest, span);
        } else {
            self.foreign(word, &span);
        }
    }

    fn unknown_directive(&mut self, word: &str, nearest: Option<&'static str>, span: Span) {
        let fault = match nearest {
            Some(near) => Fault::new("unknown-directive-near", span).blank("near", near),
            None => Fault::new("unknown-directive", span),
        };
        self.fault(fault.blank("name", word));
    }

    /// Another program's shortcode, told once a name.
    pub(super) fn foreign(&mut self, word: &str, span: &Span) {
        let fault = Fault::new("foreign-shortcode", span.clone()).blank("name", word);
        self.page.tell_once(word, fault);
    }

    fn directive(&mut self, directive: Directive) {
        let directives = &mut self.page.body.directives;
        directives.push(directive);
        let index = directives.len() - 1;
        self.out.own(Piece::Directive(index));
    }
}

/// The words of a directive: parted by spaces, `key=value` where there is a `=`, a value with spaces in
/// quotes.
fn args(text: &str, words: Range<usize>, ground: &Ground) -> Vec<Arg> {
    let mut args = Vec::new();
    let mut at = words.start;
    while let Some(rest) = text.get(at..words.end) {
        let trimmed = rest.trim_start();
        at = words.end - trimmed.len();
        if trimmed.is_empty() {
            break;
        }
        let stop = trimmed.find(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '“'));
        let mut key = None;
        if let Some(length) =
            stop.filter(|length| *length > 0 && trimmed[*length..].starts_with('='))
        {
            key = Some(located(text, at..at + length, ground));
            at += length + 1;
        }
        let (value, next) = value(text, at..words.end);
        let value = located(text, value, ground);
        args.push(Arg { key, value });
        at = next;
    }
    args
}

/// The stretch of the value that begins `range`, without its quotes, and where it is over.
fn value(text: &str, range: Range<usize>) -> (Range<usize>, usize) {
    let rest = &text[range.clone()];
    for (open, close) in [('"', '"'), ('“', '”')] {
        let inner = rest.strip_prefix(open);
        if let Some((inner, length)) = inner.and_then(|inner| Some((inner, inner.find(close)?))) {
            let start = range.end - inner.len();
            return (start..start + length, start + length + close.len_utf8());
        }
    }
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    (range.start..range.start + length, range.start + length)
}

fn located(text: &str, range: Range<usize>, ground: &Ground) -> Located<String> {
    Located::new(text[range.clone()].to_owned(), ground.span(range))
}
