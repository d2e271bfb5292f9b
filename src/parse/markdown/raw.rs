//! HTML that the author wrote, tag by tag: what stands on the list is written anew, the rest is left
//! out and told. `clean` then balances the whole, so that nothing here has to know what closes what.

use super::cjk::Side;
use super::escape::{entities_decoded, escape_attribute, escape_href};
use super::ground::Ground;
use super::link::{Link, LinkKind, Notation, Reach, reach};
use super::tag::{self, Attribute, Tag, Token};
use super::write::Writer;
use super::{Piece, clean};
use crate::fault::Fault;
use crate::span::{Located, Span};
use std::ops::Range;

/// What is known of the author's HTML in a fragment.
#[derive(Default)]
pub(super) struct RawHtml {
    /// The lines of the block that is being handed over.
    chunk: Option<Chunk>,
    /// Whether a tag was let through that can hold something.
    balance: bool,
    /// How many of the author's elements are open.
    depth: usize,
    /// How often a browser's reader was asked what a reference means.
    asked: usize,
}

#[derive(Default)]
struct Chunk {
    text: String,
    steps: Vec<(usize, usize)>,
}

impl RawHtml {
    pub(super) fn open(&mut self) {
        self.chunk = Some(Chunk::default());
    }

    /// Whether the parser is handing over a block of HTML.
    pub(super) fn is_open(&self) -> bool {
        self.chunk.is_some()
    }

    /// Whether the fragment must be balanced and cleaned.
    pub(super) fn needs_cleaning(&self) -> bool {
        self.balance
    }
}

/// Deeper than anyone writes by hand; an opening tag beyond it is left out.
const DEEPEST: usize = 40;

/// More references by name than a page has.
const MOST_ASKED: usize = 2_000;

impl Writer<'_> {
    /// A line of a block of HTML.
    pub(super) fn html_line(&mut self, shown: &str, range: Range<usize>) {
        let veil = self.veil;
        if !self.extended() {
            self.out.html(shown);
            return;
        }
        let known = veil.place(shown);
        if let Some(place) = known.clone().filter(|_| self.embed.is_some()) {
            self.block_line(place);
            return;
        }
        if let Some(place) = &known
            && let Some(block) = self.block_in(place)
        {
            self.flush_html();
            self.raw.open();
            self.start_block(block, place.clone());
            return;
        }
        let there = self
            .ground
            .byte(known.map_or(range.start, |place| place.start));
        let html = veil.lift(shown);
        let chunk = self.raw.chunk.get_or_insert_default();
        chunk.steps.push((chunk.text.len(), there));
        chunk.text.push_str(&html);
    }

    /// The end of a block of HTML.
    pub(super) fn end_html(&mut self) {
        self.end_block();
        self.flush_html();
        self.page.plain_line();
    }

    fn flush_html(&mut self) {
        if let Some(Chunk { text, steps }) = self.raw.chunk.take() {
            let ground = Ground {
                span: self.ground.span.clone(),
                steps,
                depth: 0,
            };
            self.tags(&text, &ground);
        }
    }

    /// A tag in a line of text.
    pub(super) fn inline_html(&mut self, shown: &str, range: Range<usize>) {
        if !self.extended() {
            self.out.html(shown);
            return;
        }
        let veil = self.veil;
        let start = veil.place(shown).map_or(range.start, |place| place.start);
        let ground = Ground {
            span: self.ground.span.clone(),
            steps: vec![(0, self.ground.byte(start))],
            depth: 0,
        };
        self.tags(&veil.lift(shown), &ground);
    }

    fn tags(&mut self, html: &str, ground: &Ground) {
        let mut at = 0;
        while let Some(found) = html[at..].find('<') {
            let start = at + found;
            self.html_text(&html[at..start]);
            match tag::token(html, start) {
                Token::Tag(tag) => {
                    at = tag.end;
                    let span = ground.span(start..tag.end);
                    if tag::ELEMENTS.contains(&tag.name.as_str()) {
                        self.tag(&tag, html, ground);
                    } else {
                        let fault = Fault::new("cleaned-html", span);
                        self.page
                            .tell_once(&tag.name, fault.blank("element", tag.name.as_str()));
                        at = tag::end_of_content(html, &tag);
                    }
                }
                Token::Silent(end) => at = end,
                Token::Text => {
                    self.html_text("&lt;");
                    at = start + 1;
                }
                Token::Unfinished => {
                    self.html_text("&lt;");
                    self.html_text(&html[start + 1..].replace('<', "&lt;"));
                    return;
                }
            }
        }
        self.html_text(&html[at..]);
    }

    /// Text between tags. Its character references stay what they are.
    fn html_text(&mut self, text: &str) {
        if text.trim().is_empty() && self.out.is_empty() {
            return;
        }
        if let Some(first) = text.chars().next() {
            self.settle(Side::Char(first));
            self.out.html(text);
            let plain = &mut self.page.body.plain;
            for character in entities_decoded(text).chars() {
                if !character.is_whitespace() {
                    plain.push(character);
                } else if !plain.is_empty() && !plain.ends_with([' ', '\n']) {
                    plain.push(' ');
                }
            }
            self.last = text.chars().next_back().map_or(Side::Other, Side::Char);
        }
    }

    fn tag(&mut self, tag: &Tag, html: &str, ground: &Ground) {
        let void = tag::VOID.contains(&tag.name.as_str());
        let counts = !void && !tag::SELF_ENDING.contains(&tag.name.as_str());
        if tag.closing {
            if !void {
                self.raw.balance = true;
                self.raw.depth = self.raw.depth.saturating_sub(usize::from(counts));
                self.out.html(&format!("</{}>", tag.name));
            }
            return;
        }
        if counts && self.raw.depth >= DEEPEST {
            let fault = Fault::new("nested-too-deep", ground.span(tag.end - 1..tag.end));
            self.page.tell_once("", fault);
            return;
        }
        self.raw.depth += usize::from(counts);
        self.raw.balance |= !void;
        self.out.html(&format!("<{}", tag.name));
        for attribute in &tag.attributes {
            let place = ground.span(attribute.value.clone());
            let value = self.decoded(&html[attribute.value.clone()]);
            self.attribute(tag, attribute, Located::new(value, place));
        }
        self.out.html(if void { " />" } else { ">" });
    }

    /// What an attribute's value means. A browser's own reader is asked where it holds a reference by
    /// name that is not among the few that matter; so many times in a fragment, and no more.
    fn decoded(&mut self, value: &str) -> String {
        let few = entities_decoded(value);
        if !few.contains('&') || !value.contains(';') || self.raw.asked >= MOST_ASKED {
            return few;
        }
        self.raw.asked += 1;
        entities_decoded(&clean::references_resolved(value))
    }

    fn attribute(&mut self, tag: &Tag, attribute: &Attribute, value: Located<String>) {
        match (tag.name.as_str(), attribute.name.as_str()) {
            ("a", "href") => self.address(LinkKind::Anchor, value),
            ("img", "src") => self.address(LinkKind::Image, value),
            (_, "id") | ("a", "name") => self.author_id(value),
            (_, "class") => self.classes(tag, &value),
            (element, name) if tag::allowed(element, name) => {
                self.write_attribute(name, &value.value);
            }
            (_, name) => self.cleaned(tag, name, value.span),
        }
    }

    fn write_attribute(&mut self, name: &str, value: &str) {
        self.out.html(&format!(" {name}=\""));
        escape_attribute(value, self.out.tail());
        self.out.html("\"");
    }

    fn cleaned(&mut self, tag: &Tag, name: &str, span: Span) {
        let fault = Fault::new("cleaned-attribute", span)
            .blank("attribute", name)
            .blank("element", tag.name.as_str());
        self.page.tell_once(name, fault);
    }

    fn classes(&mut self, tag: &Tag, value: &Located<String>) {
        let (ours, others): (Vec<&str>, Vec<&str>) = value
            .value
            .split_ascii_whitespace()
            .partition(|class| tag::CLASSES.contains(class));
        if !ours.is_empty() {
            self.write_attribute("class", &ours.join(" "));
        }
        if !others.is_empty() {
            self.cleaned(tag, "class", value.span.clone());
        }
    }

    fn author_id(&mut self, value: Located<String>) {
        let id = value.value.trim();
        if id.is_empty() || id.contains(char::is_whitespace) {
            return;
        }
        if self.page.ids.take(id) {
            self.write_attribute("id", id);
            let id = id.to_owned();
            self.page.body.anchors.push(Located::new(id, value.span));
        } else {
            let fault = Fault::new("duplicate-anchor", value.span.clone());
            self.fault(fault.blank("id", id));
        }
    }

    fn address(&mut self, kind: LinkKind, value: Located<String>) {
        let name = match kind {
            LinkKind::Anchor => "href",
            LinkKind::Image => "src",
        };
        if self.foreign_address(&value.value, &value.span) {
            return;
        }
        match reach(&value.value, kind) {
            Reach::Forbidden(scheme) => self.unsafe_link(&scheme, &value.value, &value.span),
            Reach::Outside => {
                let mut address = String::new();
                escape_href(value.value.trim(), &mut address);
                self.out.html(&format!(" {name}=\""));
                self.out.own(Piece::Html(address));
                self.out.html("\"");
            }
            Reach::Inside => {
                let links = &mut self.page.body.links;
                links.push(Link {
                    target: value.value,
                    kind,
                    notation: Notation::Html,
                    label: None,
                    span: value.span,
                });
                let index = links.len() - 1;
                self.out.html(&format!(" {name}=\""));
                self.out.own(Piece::Href(index));
                self.out.html("\"");
            }
        }
    }
}
