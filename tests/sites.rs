//! What pages look like: a small handbook goes in, the pages that it names come out, whole.
//!
//! Each folder of `tests/sites/` holds `input.txt`: a first line `show: path path …`, then files, each
//! begun by `//- path`. What is kept in `expected.html` is the `<main>` of each page shown. `UPDATE=1`
//! rewrites it; a person reads the difference.
#![expect(clippy::disallowed_methods, reason = "the test reads and keeps pages")]

use hejin::finding::Severity;
use hejin::model::Options;
use hejin::site::{Memos, build};
use hejin::sources::{Bytes, fixture};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The day on which every test is judged.
pub(crate) fn options() -> Options {
    Options {
        today: jiff::civil::date(2026, 11, 23),
        is_strict: false,
    }
}

/// The text of an output.
pub(crate) fn text(bytes: &Bytes) -> String {
    match bytes {
        Bytes::Own(own) => String::from_utf8_lossy(own).into_owned(),
        Bytes::Pieces(pieces) => pieces.iter().map(|piece| &**piece).collect(),
        Bytes::Asset(asset) => format!("asset of {} bytes", asset.length),
    }
}

#[test]
fn pages_look_as_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut cases: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    let mut wrong = Vec::new();
    for case in cases {
        let shown = show(&fs::read_to_string(case.join("input.txt")).unwrap());
        let kept = case.join("expected.html");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&kept, &shown).unwrap();
        } else if fs::read_to_string(&kept).unwrap_or_default() != shown {
            let old = fs::read_to_string(&kept).unwrap_or_default();
            wrong.push(format!("{}\n{}", kept.display(), difference(&old, &shown)));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nUPDATE=1 keeps what is there now",
        wrong.join("\n")
    );
}

/// The lines that went and the lines that came.
pub(crate) fn difference(old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(2)
        .to_string()
}

fn show(input: &str) -> String {
    let (first, files) = input.split_once('\n').unwrap();
    let paths = first
        .strip_prefix("show:")
        .expect("the first line is `show: …`")
        .split_whitespace();
    let (site, _) = build(&fixture(files), &options(), &Memos::default());
    let mut out = String::new();
    let findings = site.verdict.findings.iter();
    for finding in findings.filter(|finding| finding.severity != Severity::Info) {
        writeln!(
            out,
            "{} {} {}",
            finding.span.file, finding.code, finding.message.en
        )
        .unwrap();
    }
    for path in paths {
        let html = site
            .outputs
            .get(path)
            .map_or_else(|| "no such page".to_owned(), text);
        let main = html.find("<main").map_or(html.as_str(), |at| &html[at..]);
        let main = main.find("</main>").map_or(main, |at| &main[..at + 7]);
        writeln!(out, "=== {path}\n{main}").unwrap();
    }
    out
}
