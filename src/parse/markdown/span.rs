//! The parser's events become HTML and holes: links and images.

use super::cjk::Side;
use super::link::{Link, LinkKind, Notation, Reach, hugo_reference, reach};
use super::write::Writer;
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

impl OpenLink {
    /// Whether its words are not its own.
    pub(super) fn is_bare(&self) -> bool {
        self.bare
    }

    /// A byte at `at` was taken out of the plain text.
    pub(super) fn plain_shortened(&mut self, at: usize) {
        self.plain -= usize::from(self.plain > at);
    }
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
        let written = match hugo_reference(&written) {
            Some(path) => path.to_owned(),
            None => written,
        };
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
        let is_web = matches!(scheme, "http" | "https");
        let fault = if is_web {
            Fault::new("remote-picture", span.clone())
        } else {
            Fault::new("unsafe-link", span.clone())
        };
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
