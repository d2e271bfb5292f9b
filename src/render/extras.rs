//! Files of the site that are no pages: the site map, what robots may do, the page for what is not there,
//! and pages at former addresses that lead to the new ones.

use crate::model::Model;
use crate::model::settings::Addresses;
use crate::parse::kinds::KINDS;
use crate::render::Outputs;
use crate::render::engine::{Frame, Shared};
use crate::sources::Bytes;
use crate::text::Language;
use crate::views::Book;
use crate::views::url::{self, Address};
use std::fmt::Write as _;
use std::sync::Arc;

/// Adds them all; a file that is already there stays.
pub(super) fn add(outputs: &mut Outputs, shared: &Shared<'_>, books: &[Book], frames: &[Frame]) {
    let addresses = shared.model.settings.addresses;
    let pages: Vec<String> = books
        .iter()
        .flat_map(|book| &book.pages)
        .map(|page| page.address.file(addresses))
        .collect();
    put(outputs, "sitemap.xml", site_map(shared.model, &pages));
    put(outputs, "robots.txt", robots(shared.model));
    for (book, frame) in books.iter().zip(frames) {
        let Some(first) = book.pages.first() else {
            continue;
        };
        redirects(outputs, shared, frame, &first.language);
        not_found(outputs, shared, frame, &first.language);
    }
}

fn put(outputs: &mut Outputs, file: &str, text: String) {
    outputs
        .entry(file.into())
        .or_insert_with(|| Bytes::Pieces([Arc::from(text)].into()));
}

/// After sitemaps.org 0.9; addresses are relative to the site's full address where that is known.
fn site_map(model: &Model, files: &[String]) -> String {
    let base = model.settings.base_url.as_deref().unwrap_or("");
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for file in files {
        let _ = write!(out, "<url><loc>{base}");
        crate::parse::markdown::escape_text(&url::encode(file), &mut out);
        out.push_str("</loc></url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// Nobody may list an internal site unless the settings say otherwise.
fn robots(model: &Model) -> String {
    if model.settings.allows_robots {
        let base = model.settings.base_url.as_deref().unwrap_or("");
        format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n")
    } else {
        "User-agent: *\nDisallow: /\n".to_owned()
    }
}

/// A small page at each former address, which leads to the present one.
fn redirects(outputs: &mut Outputs, shared: &Shared<'_>, frame: &Frame, language: &Language) {
    let model = shared.model;
    for head in KINDS.iter().flat_map(|row| model.all_of(row.kind)) {
        if head.control.former.is_empty() {
            continue;
        }
        let Some((path, anchor)) = url::place(model, head.me) else {
            continue;
        };
        let to = Address::new(model, language, path).file(model.settings.addresses);
        for former in &head.control.former {
            let stem = former.value.trim_matches('/');
            let stem = stem.strip_suffix(".html").unwrap_or(stem);
            let stem = stem.strip_suffix("/index").unwrap_or(stem);
            let from = Address::new(model, language, stem).file(model.settings.addresses);
            let mut href = url::relative(&from, &to);
            if let Some(anchor) = &anchor {
                href = format!("{href}#{}", url::encode(anchor));
            }
            let mut context = frame.context();
            context.insert("href", &href);
            context.insert("name", head.name.say(language));
            if let Ok(html) = shared.engine.draw("redirect.html", &context) {
                put(outputs, &from, html);
            }
        }
    }
}

/// The page for what is not there. A server shows it under any address.
fn not_found(outputs: &mut Outputs, shared: &Shared<'_>, frame: &Frame, language: &Language) {
    let model = shared.model;
    let file = Address::new(model, language, "404").file(Addresses::Page);
    let home = Address::new(model, language, "index").file(model.settings.addresses);
    let mut context = frame.context();
    context.insert("home", &url::relative(&file, &home));
    context.insert("top", &"../".repeat(file.matches('/').count()));
    if let Ok(html) = shared.engine.draw("404.html", &context) {
        put(outputs, &file, html);
    }
}
