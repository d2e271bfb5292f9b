//! Any folder of Markdown builds: the source of another generator or a heap of notes goes in, plain
//! pages with navigation come out, and no error.
//!
//! Each `tests/foreign/<name>.txt` is such a folder, its files begun by `//- path`; what it comes to is
//! kept in `<name>.expected.html`: the findings, the files, the navigation, each page's title and prose.
#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and keeps its cases"
)]

use crate::sites::{difference, options, text};
use crate::world::project;
use hejin::finding::Severity;
use hejin::site::{Memos, Site, build};
use hejin::sources::fixture;
use std::fmt::Write as _;
use std::fs;

#[test]
fn a_repository_of_notes_builds() {
    builds("notes");
}

#[test]
fn the_source_of_hugo_builds() {
    builds("hugo");
}

#[test]
fn the_source_of_mdbook_builds() {
    builds("mdbook");
}

fn builds(name: &str) {
    let folder = project().join("tests/foreign");
    let input = fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap();
    let (site, _) = build(&fixture(&input), &options(), &Memos::default());
    let errors: Vec<_> = site
        .verdict
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let written = input.matches(".md\n").count();
    assert!(site.pages >= written, "{} pages of {written}", site.pages);
    let told = told(&site);
    let kept = folder.join(format!("{name}.expected.html"));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&kept, &told).unwrap();
    }
    let old = fs::read_to_string(&kept).unwrap_or_default();
    assert!(
        old == told,
        "{}\n{}\nUPDATE=1 keeps what is there now",
        kept.display(),
        difference(&old, &told)
    );
}

/// The findings, the files, the first page's navigation, every page's title and prose.
fn told(site: &Site) -> String {
    let mut told = String::new();
    for finding in &site.verdict.findings {
        let (file, word) = (&finding.span.file, finding.severity.word());
        writeln!(
            told,
            "{word} {} {file} {}",
            finding.code, finding.message.en
        )
        .unwrap();
    }
    for (path, bytes) in &site.outputs {
        if path.starts_with("static/") {
            continue;
        }
        writeln!(told, "=== {path}").unwrap();
        let html = text(bytes);
        if path.as_ref() == "index.html" {
            writeln!(told, "{}", between(&html, "<nav class=\"side\"", "</nav>")).unwrap();
        }
        if path.ends_with(".html") && path.as_ref() != "404.html" {
            writeln!(told, "{}", between(&html, "<h1", "</h1>")).unwrap();
            let prose = between(&html, "<div class=\"prose\"", "</article>");
            let prose = prose.split("<section class=\"used\"").next();
            writeln!(told, "{}", prose.unwrap_or_default().trim_end()).unwrap();
        }
    }
    told
}

/// The part of a page from one mark to the next other, both included.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let Some(start) = html.find(from) else {
        return "";
    };
    let rest = &html[start..];
    rest.find(to).map_or(rest, |end| &rest[..end + to.len()])
}
