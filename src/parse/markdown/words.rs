//! The parser's events become HTML and holes: words and line breaks.

use super::cjk::{self, Side};
use super::cut::Cut;
use super::escape;
use super::span::OpenLink;
use super::write::{BrokenLine, Writer};
use crate::fault::Fault;
use std::ops::Range;

impl Writer<'_> {
    /// Write words as they are meant.
    pub(super) fn words(&mut self, words: &str) {
        let Some(first) = words.chars().next() else {
            return;
        };
        self.settle(Side::Char(first));
        escape::escape_text(words, self.out.tail());
        self.page.body.plain.push_str(words);
        self.last = words.chars().next_back().map_or(Side::Other, Side::Char);
    }

    pub(super) fn text(&mut self, shown: &str) {
        if self.links.last().is_some_and(OpenLink::is_bare) {
            return;
        }
        let veil = self.veil;
        let place = veil.place(shown);
        match place {
            Some(range) if self.extended() => {
                self.missing_note(&range);
                self.text_with_cuts(range);
            }
            _ => self.words(&veil.lift(shown)),
        }
    }

    /// `[^label]` that came through as text is a reference to a footnote that is not there.
    fn missing_note(&mut self, range: &Range<usize>) {
        let bytes = self.veil.original().as_bytes();
        let opened = bytes.get(range.start) == Some(&b'^')
            && range.start > 0
            && bytes.get(range.start - 1) == Some(&b'[')
            && bytes.get(range.end) == Some(&b']')
            && !(range.start > 1 && bytes.get(range.start - 2) == Some(&b'\\'));
        if let Some(label) = self.veil.original().get(range.start + 1..range.end)
            && opened
        {
            let span = self.ground.span(range.start - 1..range.end + 1);
            self.fault(Fault::new("missing-footnote", span).blank("label", label));
        }
    }

    fn text_with_cuts(&mut self, range: Range<usize>) {
        let veil = self.veil;
        let original = veil.original();
        let first = veil.cuts.partition_point(|cut| cut.start() < range.start);
        let mut at = range.start;
        for cut in veil.cuts.iter().skip(first) {
            if cut.start() >= range.end {
                break;
            }
            let end = cut.covers().map_or(cut.start(), |covered| covered.end);
            if end > range.end || matches!(cut, Cut::Block(_)) {
                continue;
            }
            self.words(&original[at..cut.start()]);
            at = end;
            self.inline_cut(cut);
        }
        self.words(&original[at..range.end]);
    }

    pub(super) fn code_span(&mut self, shown: &str) {
        let veil = self.veil;
        let code = veil.lift(shown);
        let mut ends = code.chars();
        self.settle(ends.next().map_or(Side::Other, Side::Char));
        self.last = code.chars().next_back().map_or(Side::Other, Side::Char);
        self.out.html("<code>");
        escape::escape_text(&code, self.out.tail());
        self.out.html("</code>");
        self.page.body.plain.push_str(&code);
    }

    pub(super) fn soft_break(&mut self) {
        let mark = self.out.mark();
        self.out.html("\n");
        self.broken_line = Some(BrokenLine {
            mark,
            plain: self.page.body.plain.len(),
            before: self.last,
        });
        self.page.body.plain.push(' ');
    }

    pub(super) fn hard_break(&mut self) {
        self.out.html("<br />\n");
        self.page.body.plain.push(' ');
        self.last = Side::Other;
    }

    /// Now that it is known what follows a line break, take it out if it is no space.
    pub(super) fn settle(&mut self, after: Side) {
        if let Some(broken) = self.broken_line.take()
            && self.extended()
            && cjk::joins(broken.before, after)
        {
            self.out.remove(broken.mark);
            self.page.body.plain.remove(broken.plain);
            for link in &mut self.links {
                link.plain_shortened(broken.plain);
            }
        }
    }
}
