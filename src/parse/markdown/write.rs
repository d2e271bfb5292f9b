//! The parser's events become HTML and holes. Here they are told apart; `block`, `words`, `span`,
//! `note` and `raw` write them.

use super::block::{OpenHeading, Table};
use super::cjk::Side;
use super::ground::Ground;
use super::note::Notes;
use super::out::{Mark, Out, joined};
use super::raw::RawHtml;
use super::slug::Ids;
use super::span::{OpenImage, OpenLink};
use super::veil::Veil;
use super::{Body, Dialect, Piece, clean, embed, escape};
use crate::fault::Fault;
use crate::span::Span;
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use rustc_hash::FxHashSet;
use std::cell::RefCell;
use std::ops::Range;

/// What the fragments of one page share: the page itself and the directives inside it.
pub(super) struct Page {
    pub(super) dialect: Dialect,
    pub(super) body: Body,
    pub(super) ids: Ids,
    /// How many footnotes have a number.
    pub(super) notes: usize,
    /// What is told once a page: the fault and the name it is about.
    told: FxHashSet<(&'static str, String)>,
}

impl Page {
    /// Record a fault, unless one of its kind was recorded about this `name`.
    pub(super) fn tell_once(&mut self, name: &str, fault: Fault) {
        if self.told.insert((fault.seen, name.to_owned())) {
            self.body.faults.push(fault);
        }
    }

    /// End the line of the plain text.
    pub(super) fn plain_line(&mut self) {
        let plain = &mut self.body.plain;
        plain.truncate(plain.trim_end_matches(' ').len());
        if !plain.is_empty() && !plain.ends_with('\n') {
            plain.push('\n');
        }
    }
}

/// Read the body of a page.
pub(super) fn page(source: &Span, text: &str, dialect: Dialect) -> Body {
    let mut page = Page {
        dialect,
        body: Body::default(),
        ids: Ids::default(),
        notes: 0,
        told: FxHashSet::default(),
    };
    page.body.plain.reserve(text.len());
    let ground = Ground {
        span: source.clone(),
        steps: vec![(0, source.start)],
        depth: 0,
    };
    page.body.pieces = fragment(&mut page, text, &ground);
    page.body.faults.sort_by_key(|fault| fault.span.start);
    fit(&mut page.body);
    page.body
}

/// Give back the room that was taken in advance: a body is kept for as long as the program runs.
fn fit(body: &mut Body) {
    for piece in &mut body.pieces {
        if let Piece::Html(html) = piece {
            html.shrink_to_fit();
        }
    }
    body.pieces.shrink_to_fit();
    body.plain.shrink_to_fit();
    body.links.shrink_to_fit();
    body.headings.shrink_to_fit();
}

/// Read a text that is a page, or what a directive of a page holds.
pub(super) fn fragment(page: &mut Page, text: &str, ground: &Ground) -> Vec<Piece> {
    let dialect = page.dialect;
    let veil = Veil::new(text, dialect, ground);
    let missing = RefCell::new(Vec::new());
    let broken = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            let label = veil.lift(&link.reference).into_owned();
            missing.borrow_mut().push((link.span, label));
        }
        None
    };
    let events = Parser::new_with_broken_link_callback(veil.text(), options(dialect), Some(broken));
    let mut writer = Writer {
        page,
        veil: &veil,
        ground,
        out: Out::sized(text.len() + text.len() / 4),
        depth: 0,
        code: false,
        heading: None,
        links: Vec::new(),
        image: None,
        item: None,
        table: Table::default(),
        notes: Notes::default(),
        last: Side::Other,
        broken_line: None,
        raw: RawHtml::default(),
        embed: None,
    };
    for (event, range) in events.into_offset_iter() {
        writer.event(event, range);
    }
    for (range, label) in missing.take() {
        let fault = Fault::new("missing-reference", ground.span(range));
        writer.fault(fault.blank("label", label));
    }
    writer.finish()
}

fn options(dialect: Dialect) -> Options {
    if dialect.extended() {
        Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_GFM
            | Options::ENABLE_WIKILINKS
    } else {
        Options::empty()
    }
}

/// Elements stand in elements at most so deep; what is deeper is shown without them. Browsers stop at
/// 512.
const DEEPEST: usize = 100;

/// One fragment being written.
pub(super) struct Writer<'w> {
    pub(super) page: &'w mut Page,
    pub(super) veil: &'w Veil<'w>,
    pub(super) ground: &'w Ground,
    pub(super) out: Out,
    pub(super) depth: usize,
    /// Whether the text is code.
    pub(super) code: bool,
    pub(super) heading: Option<OpenHeading>,
    pub(super) links: Vec<OpenLink>,
    pub(super) image: Option<OpenImage>,
    /// Where the attributes of the list item that just began go.
    pub(super) item: Option<Mark>,
    pub(super) table: Table,
    pub(super) notes: Notes,
    /// What was written last, for the line break that may follow.
    pub(super) last: Side,
    pub(super) broken_line: Option<BrokenLine>,
    pub(super) raw: RawHtml,
    pub(super) embed: Option<embed::Open>,
}

/// A line break of the source that is written as one, and may turn out to be none.
pub(super) struct BrokenLine {
    pub(super) mark: Mark,
    pub(super) plain: usize,
    pub(super) before: Side,
}

impl Writer<'_> {
    /// Record a fault.
    pub(super) fn fault(&mut self, fault: Fault) {
        self.page.body.faults.push(fault);
    }

    /// Where the first line of a block stands.
    pub(super) fn first_line(&self, range: Range<usize>) -> Span {
        let written = self.veil.original().get(range.clone()).unwrap_or_default();
        let length = written.find('\n').unwrap_or(written.len());
        self.ground.span(range.start..range.start + length)
    }

    /// Whether everything beyond CommonMark is on.
    pub(super) fn extended(&self) -> bool {
        self.page.dialect.extended()
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.image.is_some() {
            self.alternative(event);
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.raw.is_open() => self.html_line(&text, range),
            Event::Text(text) if self.code => {
                let text = self.veil.lift(&text);
                escape::escape_text(&text, self.out.tail());
                self.page.body.plain.push_str(&text);
            }
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Code(text) => self.code_span(&text),
            Event::Html(html) => self.html_line(&html, range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.hard_break(),
            Event::Rule => {
                self.out.line();
                self.out.html("<hr />\n");
            }
            Event::FootnoteReference(label) => self.note_reference(&label),
            Event::TaskListMarker(done) => self.task(done),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.depth += 1;
        if self.depth > DEEPEST {
            let fault = Fault::new("nested-too-deep", self.first_line(range));
            self.page.tell_once("", fault);
            return;
        }
        match tag {
            Tag::Paragraph => self.open_line("<p>"),
            Tag::Heading { level, id, .. } => self.start_heading(level, id.as_ref(), range),
            Tag::BlockQuote(kind) => self.start_quote(kind),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::HtmlBlock => {
                self.out.line();
                self.raw.open();
            }
            Tag::List(None) => self.open_line("<ul>\n"),
            Tag::List(Some(1)) => self.open_line("<ol>\n"),
            Tag::List(Some(start)) => self.open_line(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => {
                self.open_line("<li");
                self.item = Some(self.out.mark());
                self.out.html(">");
            }
            Tag::FootnoteDefinition(label) => self.start_note(&label, range),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_row("<thead><tr>", true),
            Tag::TableRow => self.start_row("<tr>", false),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.out.html("<em>"),
            Tag::Strong => self.out.html("<strong>"),
            Tag::Strikethrough => self.out.html("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let target = self.target(link_type, &dest_url, range);
                self.start_link(target, &title);
            }
            Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let target = self.target(link_type, &dest_url, range);
                self.start_image(target, &title);
            }
            // Not asked for in `options`.
            Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.depth -= 1;
        if self.depth >= DEEPEST {
            return;
        }
        match tag {
            TagEnd::Paragraph => self.close_block("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(Some(_)) if self.extended() => self.close_block("</div>\n"),
            TagEnd::BlockQuote(_) => self.close_block("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.code = false;
                self.close_block("</code></pre>\n");
            }
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::List(true) => self.close_block("</ol>\n"),
            TagEnd::List(false) => self.close_block("</ul>\n"),
            TagEnd::Item => self.close_block("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::Table => self.close_block("</tbody></table></div>\n"),
            TagEnd::TableHead => self.close_block("</tr></thead><tbody>\n"),
            TagEnd::TableRow => self.close_block("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.out.html("</em>"),
            TagEnd::Strong => self.out.html("</strong>"),
            TagEnd::Strikethrough => self.out.html("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Begin a block on a line of its own.
    pub(super) fn open_line(&mut self, html: &str) {
        self.out.line();
        self.out.html(html);
    }

    fn finish(mut self) -> Vec<Piece> {
        self.write_notes();
        let parts = self.out.into_parts();
        if self.raw.needs_cleaning() {
            clean::clean(parts, self.veil.original())
        } else {
            joined(parts)
        }
    }
}
