//! CommonMark 0.31.2: all of its examples with everything else off, and a kept list of where the
//! default dialect differs from them.

use hejin::parse::markdown::{Body, Dialect, Piece, escape_href, escape_text, parse};
use hejin::span::Span;
use std::fmt::Write;

/// One example of the specification.
struct Example {
    number: usize,
    section: String,
    markdown: String,
    html: String,
}

fn examples() -> Vec<Example> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/browser/node_modules/commonmark-spec/spec.txt"
    );
    #[expect(clippy::disallowed_methods, reason = "the test reads the specification")]
    let spec = std::fs::read_to_string(path)
        .unwrap_or_else(|_| panic!("{path} is not there: run tests/run first"));
    let fence = "`".repeat(32);
    let mut found = Vec::new();
    let mut section = String::new();
    let mut lines = spec.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("<!-- END TESTS -->") {
            break;
        } else if line == format!("{fence} example") {
            let until = |lines: &mut std::str::Lines<'_>, end: &str| {
                let taken: Vec<&str> = lines.take_while(|line| *line != end).collect();
                taken.iter().fold(String::new(), |text, line| {
                    text + &line.replace('→', "\t") + "\n"
                })
            };
            let markdown = until(&mut lines, ".");
            let html = until(&mut lines, &fence);
            found.push(Example {
                number: found.len() + 1,
                section: section.clone(),
                markdown,
                html,
            });
        } else if let Some(title) = line.strip_prefix('#') {
            title.trim_start_matches('#').trim().clone_into(&mut section);
        }
    }
    found
}

/// The page as the specification would write it: addresses as they are, no ids.
fn html(body: &Body) -> String {
    let mut out = String::new();
    for piece in &body.pieces {
        match piece {
            Piece::Html(html) => out.push_str(html),
            Piece::Href(link) => escape_href(&body.links[*link].target, &mut out),
            Piece::Text(link) => escape_text(&body.links[*link].path(), &mut out),
            Piece::Directive(directive) => write!(out, "⟦{directive}⟧").unwrap(),
            Piece::Word(word) => out.push_str(word),
            Piece::TitleEnd => {}
        }
    }
    // Inside text a quotation mark may be written either way.
    out.replace("&quot;", "\"")
}

fn read(markdown: &str, dialect: Dialect) -> String {
    let span = Span::new(&"content/example.md".into(), 0..markdown.len());
    html(&parse(&span, markdown, dialect))
}

#[test]
fn every_example_of_commonmark_holds() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut wrong = String::new();
    for example in &examples {
        let got = read(&example.markdown, Dialect::COMMONMARK);
        let want = example.html.replace("&quot;", "\"");
        if got != want {
            let Example { number, section, markdown, .. } = example;
            writeln!(wrong, "{number} ({section})\n{markdown}\nwant {want}\ngot  {got}").unwrap();
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn differences_zz() {
    let mut n = 0;
    for example in &examples() {
        let got = read(&example.markdown, Dialect::HANDBOOK);
        let want = example.html.replace("&quot;", "\"");
        if got != want { n += 1; println!("== {} {}\n{}--\n{}--\n{}", example.number, example.section, example.markdown, want, got); }
    }
    println!("{n} differ");
}
