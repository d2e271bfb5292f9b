//! Where an author wrote HTML, the whole is balanced and cleaned by ammonia, with a mark in place of
//! each hole.
//!
//! A mark holds a digest of the text itself, so no text can hold a mark that is taken for one.

use super::Piece;
use super::out::{Part, push};
use super::tag::ELEMENTS;
use crate::memo::digest;
use ammonia::Builder;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// `parts`, written from `text`, cleaned.
pub(super) fn clean(parts: Vec<Part>, text: &str) -> Vec<Piece> {
    let mark = format!("{SCHEME}:{:032x}:", digest(&[text.as_bytes()]));
    let mut html = String::new();
    let mut holes = Vec::new();
    for part in parts {
        match part {
            Part::Html(part) => html.push_str(&part),
            Part::Own(piece) => {
                html.push_str(&mark);
                html.push_str(&holes.len().to_string());
                html.push(';');
                holes.push(piece);
            }
        }
    }
    let cleaned = CLEANER.clean(&html).to_string();
    let mut stretches = cleaned.split(mark.as_str());
    let mut pieces = Vec::new();
    let first = stretches.next().unwrap_or_default();
    push(&mut pieces, Piece::Html(first.to_owned()));
    for stretch in stretches {
        let (number, html) = stretch.split_once(';').unwrap_or_default();
        let hole = number
            .parse()
            .ok()
            .and_then(|number: usize| holes.get(number));
        if let Some(hole) = hole {
            push(&mut pieces, hole.clone());
        }
        push(&mut pieces, Piece::Html(html.to_owned()));
    }
    pieces
}

/// `value` with every reference to a character resolved but those to `&`, `<` and `>`.
pub(super) fn references_resolved(value: &str) -> String {
    let text = value.replace('<', "&lt;");
    CLEANER.clean(&text).to_string()
}

/// What a mark begins with; an address of this scheme is let through, since a hole may be one.
const SCHEME: &str = "hejin";

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(cleaner);

fn cleaner() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().copied().collect())
        .link_rel(None)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", SCHEME]))
        .generic_attributes(HashSet::from([
            "id",
            "class",
            "title",
            "lang",
            "dir",
            "role",
            "tabindex",
            "align",
            "aria-label",
            "aria-labelledby",
            "aria-hidden",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "hreflang"])),
            ("img", HashSet::from(["src", "alt", "width", "height"])),
            ("div", HashSet::from(["data-callout"])),
            ("ol", HashSet::from(["start", "reversed", "type"])),
            ("li", HashSet::from(["value"])),
            ("data", HashSet::from(["value"])),
            ("details", HashSet::from(["open"])),
            ("time", HashSet::from(["datetime"])),
            ("del", HashSet::from(["datetime"])),
            ("ins", HashSet::from(["datetime"])),
            ("tr", HashSet::from(["valign"])),
            ("table", HashSet::from(["width"])),
            ("col", HashSet::from(["span", "width"])),
            ("colgroup", HashSet::from(["span"])),
            (
                "td",
                HashSet::from([
                    "colspan", "rowspan", "headers", "abbr", "valign", "width", "height",
                ]),
            ),
            (
                "th",
                HashSet::from([
                    "colspan", "rowspan", "headers", "abbr", "valign", "width", "height", "scope",
                ]),
            ),
        ]));
    builder
}
