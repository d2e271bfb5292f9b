//! The parser's events become HTML and holes: headings, tables, lists, code, quotations.

use super::cjk::Side;
use super::out::Mark;
use super::slug::slug;
use super::write::Writer;
use super::{Heading, Piece, escape};
use crate::fault::Fault;
use crate::span::Span;
use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, HeadingLevel};
use std::ops::Range;

/// A heading whose words are being written.
pub(super) struct OpenHeading {
    level: u8,
    id: Option<String>,
    /// Where its attributes go.
    mark: Mark,
    plain: usize,
    range: Range<usize>,
    opens_page: bool,
}

/// The table that is being written.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
}

impl Writer<'_> {
    /// End a block, and with it the line of the plain text.
    pub(super) fn close_block(&mut self, html: &str) {
        self.out.html(html);
        self.page.plain_line();
        self.last = Side::Other;
        self.broken_line = None;
    }

    pub(super) fn start_heading(
        &mut self,
        level: HeadingLevel,
        id: Option<&CowStr<'_>>,
        range: Range<usize>,
    ) {
        let opens_page = self.out.is_empty() && self.ground.depth == 0;
        self.page.plain_line();
        self.open_line("<");
        self.out.html(&level.to_string());
        let mark = self.out.mark();
        self.out.html(">");
        self.heading = Some(OpenHeading {
            level: level as u8,
            id: id.map(|id| self.veil.lift(id).into_owned()),
            mark,
            plain: self.page.body.plain.len(),
            range,
            opens_page,
        });
    }

    pub(super) fn end_heading(&mut self) {
        let Some(heading) = self.heading.take() else {
            return;
        };
        if self.extended() {
            let range = heading.range;
            let written = self.veil.original().get(range.clone()).unwrap_or_default();
            let span = self
                .ground
                .span(range.start..range.start + written.trim_end().len());
            let text = self.page.body.plain[heading.plain..].trim().to_owned();
            let id = match heading.id {
                Some(id) if !id.trim().is_empty() => self.explicit_id(&id, &span),
                _ => self.page.ids.free(&slug(&text)),
            };
            let mut attribute = String::from(" id=\"");
            escape::escape_attribute(&id, &mut attribute);
            attribute.push('"');
            self.out.insert(heading.mark, &attribute);
            self.out.html("<a class=\"anchor\" href=\"#");
            escape::escape_attribute(&id, self.out.tail());
            self.out.html("\" aria-label=\"");
            self.out.own(Piece::Word("heading-link"));
            self.out.html("\"></a>");
            let level = heading.level;
            self.page.body.headings.push(Heading {
                level,
                id,
                text,
                span,
            });
        }
        self.close_block(&format!("</h{}>\n", heading.level));
        if heading.opens_page && heading.level == 1 && self.extended() {
            self.out.own(Piece::TitleEnd);
        }
    }

    /// The id that the author gave, or one near it where that is taken.
    fn explicit_id(&mut self, id: &str, span: &Span) -> String {
        if self.page.ids.take(id) {
            return id.to_owned();
        }
        self.fault(Fault::new("duplicate-anchor", span.clone()).blank("id", id));
        self.page.ids.free(id)
    }

    pub(super) fn start_quote(&mut self, kind: Option<BlockQuoteKind>) {
        match kind {
            Some(kind) if self.extended() => self.start_callout(callout(kind), ""),
            _ => self.open_line("<blockquote>\n"),
        }
    }

    pub(super) fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.code = true;
        self.open_line(if self.extended() {
            "<pre tabindex=\"0\"><code"
        } else {
            "<pre><code"
        });
        if let CodeBlockKind::Fenced(info) = kind {
            let info = self.veil.lift(info);
            let extended = self.extended();
            let language = info
                .split(|c: char| c.is_whitespace() || (extended && matches!(c, ',' | '{')))
                .next()
                .unwrap_or_default();
            if !language.is_empty() {
                self.out.html(" class=\"language-");
                escape::escape_attribute(language, self.out.tail());
                self.out.html("\"");
            }
        }
        self.out.html(">");
    }

    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.table.alignments = alignments;
        self.open_line("<div class=\"tbl\" role=\"region\" tabindex=\"0\" ");
        if let Some(heading) = self.page.body.headings.last() {
            self.out.html("aria-labelledby=\"");
            escape::escape_attribute(&heading.id, self.out.tail());
        } else {
            self.out.html("aria-label=\"");
            self.out.own(Piece::Word("table"));
        }
        self.out.html("\"><table>");
    }

    pub(super) fn start_row(&mut self, html: &str, head: bool) {
        self.table.head = head;
        self.table.column = 0;
        self.out.html(html);
    }

    pub(super) fn start_cell(&mut self) {
        self.last = Side::Other;
        self.out.html(if self.table.head {
            "<th scope=\"col\""
        } else {
            "<td"
        });
        self.out
            .html(match self.table.alignments.get(self.table.column) {
                Some(Alignment::Left) => " class=\"al-l\">",
                Some(Alignment::Center) => " class=\"al-c\">",
                Some(Alignment::Right) => " class=\"al-r\">",
                _ => ">",
            });
    }

    pub(super) fn end_cell(&mut self) {
        self.out
            .html(if self.table.head { "</th>" } else { "</td>" });
        self.table.column += 1;
        self.page.body.plain.push(' ');
    }

    pub(super) fn task(&mut self, done: bool) {
        if let Some(item) = self.item.take() {
            self.out.insert(item, " class=\"task\"");
        }
        let (input, word) = if done {
            (
                "<input type=\"checkbox\" disabled checked aria-label=\"",
                "task-done",
            )
        } else {
            (
                "<input type=\"checkbox\" disabled aria-label=\"",
                "task-open",
            )
        };
        self.out.own(Piece::Html(input.to_owned()));
        self.out.own(Piece::Word(word));
        self.out.own(Piece::Html("\" /> ".to_owned()));
    }
}

fn callout(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}
