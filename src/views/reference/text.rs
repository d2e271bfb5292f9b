//! Pages of the reference that are written as Markdown: the same reader makes them as any page.

use crate::memo::digest;
use crate::parse::kinds::Kind;
use crate::parse::markdown::{self, Body, Dialect};
use crate::parse::record::Record;
use crate::span::{FilePath, Span};
use crate::text::Tongue;
use crate::views::page::{Embed, Prose};
use crate::views::sight::From;
use std::sync::Arc;

/// No file of the content holds this prose.
const NOWHERE: usize = usize::MAX;

/// Markdown in the page's nearest language as prose. Links lead to pages of the reference by the path
/// below it without ending: `[directives](directives)`.
pub(super) fn prose(from: &From<'_>, text: &str) -> Prose {
    let file: FilePath = "reference".into();
    let body = markdown::parse(&Span::new(&file, 0..text.len()), text, Dialect::PLAIN);
    let hrefs = body.links.iter().map(|link| {
        let (path, anchor) = (link.path(), link.anchor());
        from.to(&format!("reference/{path}"), anchor.as_deref())
    });
    let embed = |_| Embed {
        template: String::new(),
        view: serde_json::Value::Null,
    };
    Prose {
        at: NOWHERE,
        lang: spoken(from),
        hrefs: hrefs.collect(),
        names: body.links.iter().map(|link| link.target.clone()).collect(),
        embeds: body.directives.iter().map(embed).collect(),
        drops_title: true,
        record: Arc::new(Some(record(file, text, body))),
    }
}

fn record(file: FilePath, text: &str, body: Body) -> Record {
    Record {
        file,
        digest: digest(&[text.as_bytes()]),
        facts: 0,
        anchors: 0,
        kind: Kind::Page,
        language: None,
        id: String::new(),
        things: Vec::new(),
        body: Some(body),
        faults: Vec::new(),
        is_broken: false,
        foreign: Vec::new(),
    }
}

/// The language of the program's own words, where it is not the page's.
fn spoken(from: &From<'_>) -> Option<String> {
    let tag = match from.sight.tongue() {
        Tongue::Zh => "zh",
        Tongue::En => "en",
    };
    (!from.sight.language.0.starts_with(tag)).then(|| tag.to_owned())
}
