//! Prose to HTML: the remembered pieces, and what fills their holes on this page.

use crate::parse::markdown::{Piece, escape_attribute};
use crate::render::engine::{Broken, Engine, Frame};
use crate::views::page::Prose;

/// The HTML of a page's prose.
pub(super) fn html(engine: &Engine, frame: &Frame, prose: &Prose) -> Result<String, Broken> {
    let Some(body) = prose
        .record
        .as_ref()
        .as_ref()
        .and_then(|record| record.body.as_ref())
    else {
        return Ok(String::new());
    };
    let mut out = String::with_capacity(body.plain.len() * 2);
    let mut writer = Writer {
        engine,
        frame,
        prose,
        out: &mut out,
    };
    let pieces = match body
        .pieces
        .iter()
        .position(|piece| *piece == Piece::TitleEnd)
    {
        Some(end) if prose.drops_title => &body.pieces[end + 1..],
        _ => &body.pieces,
    };
    writer.pieces(pieces)?;
    Ok(out)
}

struct Writer<'a> {
    engine: &'a Engine,
    frame: &'a Frame,
    prose: &'a Prose,
    out: &'a mut String,
}

impl Writer<'_> {
    fn pieces(&mut self, pieces: &[Piece]) -> Result<(), Broken> {
        for piece in pieces {
            match piece {
                Piece::Html(html) => self.out.push_str(html),
                Piece::Href(link) => {
                    let href = self.prose.hrefs.get(*link).map_or("", String::as_str);
                    self.href(href);
                }
                Piece::Text(link) => {
                    let name = self.prose.names.get(*link).map_or("", String::as_str);
                    escape_attribute(name, self.out);
                }
                Piece::Word(word) => {
                    let key = format!("prose.{word}");
                    escape_attribute(self.frame.word(&key), self.out);
                }
                Piece::Directive(at) => self.directive(*at)?,
                Piece::TitleEnd => {}
            }
        }
        Ok(())
    }

    /// An address; a link that is lost keeps its words and leads nowhere.
    fn href(&mut self, href: &str) {
        const LINK: &str = "<a href=\"";
        if href.is_empty() && self.out.ends_with(LINK) {
            self.out.truncate(self.out.len() - LINK.len());
            self.out.push_str("<a class=\"lost");
        } else {
            escape_attribute(href, self.out);
        }
    }

    /// What a directive shows, and below it the text that stood between its marks.
    fn directive(&mut self, at: usize) -> Result<(), Broken> {
        let Some(embed) = self.prose.embeds.get(at) else {
            return Ok(());
        };
        if !embed.template.is_empty() {
            let mut context = self.frame.context();
            context.insert("view", &embed.view);
            // Prose in another language than the page's speaks the page's language here.
            context.insert("is_foreign", &self.prose.lang.is_some());
            let template = format!("embed/{}.html", embed.template);
            let html = self.engine.draw(&template, &context)?;
            self.out.push_str(html.trim());
        }
        let prose = self.prose;
        let body = prose.record.as_ref().as_ref();
        let directives = body.and_then(|record| record.body.as_ref());
        let directive = directives.and_then(|body| body.directives.get(at));
        let inner = directive.map_or(&[] as &[Piece], |directive| &directive.inner);
        if !inner.is_empty() {
            self.out.push('\n');
        }
        self.pieces(inner)
    }
}
