//! Files that are made to choke a reader: each ends in a clear finding, soon.

use super::SETTINGS;
use super::messages::{keep, told};
use crate::sites::options;
use hejin::site::check;
use hejin::sources::fixture;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

/// Far above what a release build needs, so that a busy machine fails no test: none of these may take
/// time that grows faster than the file.
const MOST: Duration = Duration::from_secs(20);

/// What the audit says of a file, and how long that took.
fn said(name: &str, path: &str, text: &str, out: &mut String) {
    let input = format!("{SETTINGS}//- {path}\n{text}\n");
    let sources = fixture(&input);
    let start = Instant::now();
    let verdict = check(&sources, &options()).1;
    let took = start.elapsed();
    assert!(took < MOST, "{name} took {took:?}");
    if std::env::var_os("TIMES").is_some() {
        anstream::eprintln!("{name}: {} bytes, {took:?}", text.len());
    }
    writeln!(out, "--- {name}: {} findings", verdict.findings.len()).unwrap();
    for finding in verdict.findings.iter().take(2) {
        writeln!(out, "{}", told(finding, &sources)).unwrap();
    }
}

/// Ten levels, each naming the one below nine times: a billion laughs, then filled up to 240 kB.
fn aliases() -> String {
    let mut text = "a0: &a0 [笑, 笑, 笑]\n".to_owned();
    for level in 1..10 {
        let below = format!("*a{}, ", level - 1).repeat(9);
        writeln!(
            text,
            "a{level}: &a{level} [{}]",
            below.trim_end_matches(", ")
        )
        .unwrap();
    }
    while text.len() < 240_000 {
        let line = text.len();
        writeln!(text, "more{line}: *a9").unwrap();
    }
    text
}

#[test]
fn bombs_end_in_a_clear_finding() {
    let mut out = String::new();
    let deep = 100_000;
    let page = "content/policies/one-team.md";
    let roles = "content/roles.yaml";
    said("aliases", roles, &aliases(), &mut out);
    said("nested brackets", roles, &"[".repeat(deep), &mut out);
    said("nested braces", roles, &"{a: ".repeat(deep), &mut out);
    said("nested dashes", roles, &"- ".repeat(deep), &mut out);
    let steps: String = (0..1000).fold(String::new(), |text, level| {
        text + &" ".repeat(level) + "a:\n"
    });
    said("nested keys", roles, &steps, &mut out);
    let long = "长".repeat((10 << 20) / 3 + 1);
    said(
        "long line",
        roles,
        &format!("- id: a\n  name: {long}"),
        &mut out,
    );
    said(
        "long line in a header",
        page,
        &format!("---\nname: {long}\n---\n"),
        &mut out,
    );
    said("long line of prose", "content/guide/a.md", &long, &mut out);
    let entries = "- {id: a, name: 甲}\n".repeat(1_000_000);
    said("a million entries", roles, &entries, &mut out);
    let names = "x, ".repeat(60_000);
    let header = format!("---\nname: 甲\nread_by: [{names}]\n---\n");
    said(
        "many names that mean nothing",
        page,
        &header.replace("x, x, ", "x,\n  x, "),
        &mut out,
    );
    said(
        "quotes in quotes",
        "content/guide/a.md",
        &"> ".repeat(deep),
        &mut out,
    );
    said(
        "quotes around text",
        "content/guide/a.md",
        &format!("{} 文", ">".repeat(5000)),
        &mut out,
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/bombs.txt");
    let mut wrong = Vec::new();
    keep(&path, &out, &mut wrong);
    assert!(
        wrong.is_empty(),
        "{}\nUPDATE=1 keeps what is there now",
        wrong.join("\n")
    );
}
