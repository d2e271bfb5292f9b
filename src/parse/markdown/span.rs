//! The parser's events become HTML and holes: words, line breaks, links and images.

use super::cjk::{self, Side};
use super::cut::Cut;
use super::link::{Link, LinkKind, Notation, Reach, hugo_reference, reach};
use super::write::{BrokenLine, Writer};
use super::{Piece, escape};
use crate::fault::Fault;
use crate::span::Span;
use pulldown_cmark::{Event, LinkType};
use std::ops::Range;

/// A link whose words are being written.
pub(super) struct OpenLink {
    /// Which of the page's links it is; `None` where it leads outside or nowhere.
    index: Option<usize>,
    /// Whether it has a tag to close.
    tagged: bool,
    /// `[[target]]`: what the parser hands over as its words is the target.
    bare: bool,
    plain: usize,
}

/// An image whose alternative text is being gathered.
pub(super) struct OpenImage {
    target: Target,
    title: String,
    text: String,
    nested: usize,
}

/// What a link leads to, as written.
pub(super) struct Target {
    written: String,
    notation: Notation,
    /// It has no words of its own.
    bare: bool,
    span: Span,
}

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
        if self.links.last().is_some_and(|link| link.bare) {
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
                link.plain -= usize::from(link.plain > broken.plain);
            }
        }
    }

    /// What the parser says of a link, as written.
    pub(super) fn target(&self, kind: LinkType, shown: &str, range: Range<usize>) -> Target {
        let mut place = self.veil.place(shown).unwrap_or(range);
        let mut written = self.veil.lift(shown).into_owned();
        let mut notation = Notation::Markdown;
        let mut bare = false;
        match kind {
            LinkType::Email => written.insert_str(0, "mailto:"),
            LinkType::WikiLink { has_pothole } => {
                notation = Notation::Wiki;
                bare = !has_pothole;
                // In a table the bar is written `\|`.
                if has_pothole && written.ends_with('\\') {
                    written.pop();
                    place.end -= 1;
                }
            }
            _ => {}
        }
        if let Some(path) = hugo_reference(&written) {
            written = path.to_owned();
        }
        Target {
            written,
            notation,
            bare,
            span: self.ground.span(place),
        }
    }

    pub(super) fn start_link(&mut self, target: Target, title: &str) {
        self.settle_if(target.bare);
        let bare = target.bare;
        let plain = self.page.body.plain.len();
        let (index, tagged) = match self.reach(&target, LinkKind::Anchor) {
            Reach::Outside => {
                self.out.html("<a href=\"");
                escape::escape_href(&target.written, self.out.tail());
                (None, true)
            }
            Reach::Inside => {
                self.out.html("<a href=\"");
                let index = self.link(target, LinkKind::Anchor);
                self.out.own(Piece::Href(index));
                (Some(index), true)
            }
            Reach::Forbidden(_) => (None, false),
        };
        if tagged {
            self.title(title);
            self.out.html("\">");
        }
        let bare = bare && index.is_some();
        self.links.push(OpenLink {
            index,
            tagged,
            bare,
            plain,
        });
    }

    fn settle_if(&mut self, bare: bool) {
        if bare {
            self.settle(Side::Hole);
            self.last = Side::Hole;
        }
    }

    pub(super) fn end_link(&mut self) {
        let Some(link) = self.links.pop() else {
            return;
        };
        if let Some(index) = link.index {
            let label = self.page.body.plain.get(link.plain..).unwrap_or_default();
            let label = label.trim().to_owned();
            let wiki = self.page.body.links[index].notation == Notation::Wiki;
            if link.bare || (wiki && label.is_empty()) {
                self.out.own(Piece::Text(index));
                let target = &self.page.body.links[index].target;
                self.page
                    .body
                    .plain
                    .push_str(target.trim_start_matches('#'));
            } else {
                self.page.body.links[index].label = Some(label);
            }
        }
        if link.tagged {
            self.out.html("</a>");
        }
    }

    pub(super) fn start_image(&mut self, target: Target, title: &str) {
        self.settle(Side::Other);
        self.last = Side::Other;
        self.image = Some(OpenImage {
            target,
            title: title.to_owned(),
            text: String::new(),
            nested: 0,
        });
    }

    /// An event inside an image: only its words count.
    pub(super) fn alternative(&mut self, event: Event<'_>) {
        let veil = self.veil;
        let Some(image) = &mut self.image else {
            return;
        };
        match event {
            Event::Start(_) => image.nested += 1,
            Event::End(_) if image.nested > 0 => image.nested -= 1,
            Event::End(_) => self.end_image(),
            Event::Text(text) | Event::Code(text) => image.text.push_str(&veil.lift(&text)),
            Event::SoftBreak | Event::HardBreak => image.text.push(' '),
            _ => {}
        }
    }

    fn end_image(&mut self) {
        self.depth -= 1;
        let Some(image) = self.image.take() else {
            return;
        };
        let mut named = None;
        match self.reach(&image.target, LinkKind::Image) {
            Reach::Outside => {
                self.out.html("<img src=\"");
                escape::escape_href(&image.target.written, self.out.tail());
            }
            Reach::Inside => {
                self.out.html("<img src=\"");
                let bare = image.target.bare;
                let index = self.link(image.target, LinkKind::Image);
                self.out.own(Piece::Href(index));
                if bare {
                    named = Some(index);
                } else {
                    self.page.body.links[index].label = Some(image.text.clone());
                }
            }
            Reach::Forbidden(_) => {
                self.words(&image.text);
                return;
            }
        }
        self.out.html("\" alt=\"");
        if let Some(index) = named {
            self.out.own(Piece::Text(index));
        } else {
            escape::escape_attribute(&image.text, self.out.tail());
            self.page.body.plain.push_str(&image.text);
        }
        self.title(&image.title);
        self.out.html("\" />");
    }

    fn title(&mut self, shown: &str) {
        if !shown.is_empty() {
            let veil = self.veil;
            self.out.html("\" title=\"");
            escape::escape_attribute(&veil.lift(shown), self.out.tail());
        }
    }

    /// Where a link leads; a fault where it may not.
    fn reach(&mut self, target: &Target, kind: LinkKind) -> Reach {
        let written = target.written.as_str();
        if target.notation == Notation::Wiki {
            let outside = written.starts_with("http://") || written.starts_with("https://");
            return if outside {
                Reach::Outside
            } else {
                Reach::Inside
            };
        }
        if !self.extended() {
            return match reach(written, kind) {
                Reach::Inside => Reach::Inside,
                _ => Reach::Outside,
            };
        }
        if self.foreign_address(written, &target.span) {
            return Reach::Forbidden(String::new());
        }
        let reach = reach(written, kind);
        if let Reach::Forbidden(scheme) = &reach {
            self.unsafe_link(scheme, written, &target.span);
        }
        reach
    }

    /// Whether an address is put together by another program's shortcodes, which is told.
    pub(super) fn foreign_address(&mut self, written: &str, span: &Span) -> bool {
        let Some(at) = written.find("{{").or_else(|| written.find("{%")) else {
            return false;
        };
        let marks = |c: char| c.is_whitespace() || matches!(c, '{' | '<' | '%' | '#' | '/');
        let name = written[at..].trim_start_matches(marks);
        let end = |c: char| c.is_whitespace() || matches!(c, '}' | '%' | '>');
        self.foreign(name.split(end).next().unwrap_or_default(), span);
        true
    }

    pub(super) fn unsafe_link(&mut self, scheme: &str, written: &str, span: &Span) {
        let shown: String = written.chars().take(80).collect();
        let fault = Fault::new("unsafe-link", span.clone());
        self.fault(fault.blank("scheme", scheme).blank("target", shown));
    }

    fn link(&mut self, target: Target, kind: LinkKind) -> usize {
        self.page.body.links.push(Link {
            target: target.written,
            kind,
            notation: target.notation,
            label: None,
            span: target.span,
        });
        self.page.body.links.len() - 1
    }
}
