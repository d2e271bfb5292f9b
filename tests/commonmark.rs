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
    #[expect(
        clippy::disallowed_methods,
        reason = "the test reads the specification"
    )]
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
            title
                .trim_start_matches('#')
                .trim()
                .clone_into(&mut section);
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

#[test]
fn every_example_of_commonmark_holds() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut wrong = String::new();
    for example in &examples {
        let span = Span::new(&"content/example.md".into(), 0..example.markdown.len());
        let got = html(&parse(&span, &example.markdown, Dialect::COMMONMARK));
        let want = example.html.replace("&quot;", "\"");
        if got != want {
            let Example {
                number,
                section,
                markdown,
                ..
            } = example;
            writeln!(
                wrong,
                "{number} ({section})\n{markdown}\nwant {want}\ngot  {got}"
            )
            .unwrap();
        }
    }
    assert_eq!(wrong, "");
}

/// Why the default dialect differs, in the words of the kept page.
const GROUPS: [(&str, &str); 5] = [
    (
        "Headings",
        "Every heading has an id and a link to itself. Without these two the output is the specification's.",
    ),
    (
        "Code blocks",
        "A block of code can be reached by the keyboard, because it may have to be scrolled (`tabindex`). \
         Without it the output is the specification's.",
    ),
    (
        "Schemes",
        "Only `http`, `https`, `mailto` and `tel` lead anywhere. A link by another scheme shows its words alone, \
         and is told.",
    ),
    (
        "Wikilinks",
        "`[[target]]` is a link to what is called so, also where the specification reads brackets.",
    ),
    (
        "HTML of the author",
        "The author's HTML is let through by a list, written anew, closed where it is open, and without comments: \
         what is not on the list is left out, and told. Where the specification hands a broken tag on as it \
         stands, it is text here.",
    ),
];

#[test]
fn the_default_dialect_differs_where_it_says_so() {
    let mut groups: Vec<(Vec<usize>, String)> = vec![Default::default(); GROUPS.len()];
    for example in &examples() {
        let span = Span::new(&"content/example.md".into(), 0..example.markdown.len());
        let body = parse(&span, &example.markdown, Dialect::HANDBOOK);
        let got = html(&body);
        let want = example.html.replace("&quot;", "\"");
        if got == want {
            continue;
        }
        let unsafe_link = body.faults.iter().any(|fault| fault.seen == "unsafe-link");
        let group = if plain_headings(&plain_code(&got)) == want {
            usize::from(plain_headings(&got) == got)
        } else if unsafe_link {
            2
        } else if example.markdown.contains("[[") {
            3
        } else {
            assert!(
                example.markdown.contains('<'),
                "unexplained: {}\n{got}",
                example.number
            );
            4
        };
        groups[group].0.push(example.number);
        if group > 1 {
            let Example {
                number, section, ..
            } = example;
            write!(
                groups[group].1,
                "### {number} ({section})\n\n``````html\n{got}``````\n\n"
            )
            .unwrap();
        }
    }
    kept("tests/commonmark-differences.md", &page(&groups));
}

fn page(groups: &[(Vec<usize>, String)]) -> String {
    let differing: usize = groups.iter().map(|(numbers, _)| numbers.len()).sum();
    let mut page = format!(
        "# Where the default dialect differs from CommonMark\n\n\
         Of the 652 examples of CommonMark 0.31.2, all hold with everything else off; with the default dialect \
         {} hold as they stand and {differing} differ, for these reasons. `UPDATE=1 cargo test commonmark` \
         writes this page anew. Where more than an attribute differs, the output is shown.\n\n",
        652 - differing
    );
    for ((name, why), (numbers, shown)) in GROUPS.iter().zip(groups) {
        let list: Vec<String> = numbers.iter().map(usize::to_string).collect();
        write!(
            page,
            "## {name}\n\n{why}\n\n{} examples: {}.\n\n{shown}",
            numbers.len(),
            list.join(", ")
        )
        .unwrap();
    }
    page
}

/// `html` without ids and anchors of headings.
fn plain_headings(html: &str) -> String {
    let mut out = String::new();
    for (at, part) in html.split(" id=\"").enumerate() {
        let after = part.split_once('"').map_or(part, |(_, after)| after);
        out.push_str(if at == 0 { part } else { after });
    }
    let mut rest = out.as_str();
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once("<a class=\"anchor\"") {
        plain.push_str(before);
        rest = after.split_once("</a>").unwrap().1;
    }
    plain + rest
}

fn plain_code(html: &str) -> String {
    html.replace("<pre tabindex=\"0\">", "<pre>")
}

/// Compare `text` with the kept file, or keep it where `UPDATE` is set.
fn kept(path: &str, text: &str) {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    #[expect(clippy::disallowed_methods, reason = "the test keeps a page")]
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(&path, text).unwrap();
    } else {
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let differs = similar::TextDiff::from_lines(kept.as_str(), text);
        assert!(kept == text, "{}", differs.unified_diff());
    }
}
