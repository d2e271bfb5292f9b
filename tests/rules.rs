//! Every rule's page is run: its wrong examples are found, at the carets, and its right ones are not.
//!
//! A line of an example that holds nothing but a comment of carets (`#   ^^^` in YAML, `<!-- ^^^ -->` in
//! Markdown) is taken out before the example is read; it says where on the line above it the finding must
//! stand. Carets in the first column have no room for a comment's sign and stand bare. A `|` instead of
//! carets marks the empty place before its column. An example without such a line expects a finding about
//! a whole file, which stands at the file's first byte.

#![expect(
    clippy::disallowed_methods,
    reason = "a test of what authors read keeps it in files"
)]

mod bombs;
mod disk_examples;
mod messages;

use crate::sites::options;
use hejin::audit::page::{Example, Page, SECTIONS};
use hejin::audit::rule::Rule;
use hejin::audit::rules::RULES;
use hejin::finding::Finding;
use hejin::site::{Memos, build, check};
use hejin::sources::{Sources, fixture};
use hejin::span::line_column;
use std::collections::BTreeSet;
use std::ops::Range;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What every handbook in an example has, unless the example is marked `folder` or brings its own.
const SETTINGS: &str = "//- content/handbook.yaml\ntitle: 手册\nlanguages: [zh]\n";

/// A place in an example: its file and the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    file: String,
    bytes: Range<usize>,
}

/// An example without its carets, and what the carets marked.
pub(crate) fn unmark(text: &str) -> (String, Vec<Mark>) {
    let mut out = String::new();
    let mut marks = Vec::new();
    let mut file = String::new();
    let mut start = 0;
    let mut above = 0;
    for line in text.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("//- ") {
            disk_examples::path_of(path).clone_into(&mut file);
            out.push_str(line);
            start = out.len();
            above = start;
        } else if let Some(columns) = carets(line) {
            let bytes = bytes_of(&out[above..], &columns);
            let bytes = above - start + bytes.start..above - start + bytes.end;
            marks.push(Mark {
                file: file.clone(),
                bytes,
            });
        } else {
            above = out.len();
            out.push_str(line);
        }
    }
    (out, marks)
}

/// The columns that a line of carets covers; `None` for any other line.
fn carets(line: &str) -> Option<Range<usize>> {
    let line = line.trim_end().trim_end_matches("-->").trim_end();
    let bare = line.trim_start();
    let inner = ["<!--", "#"]
        .iter()
        .find_map(|sign| bare.strip_prefix(sign));
    let mark = inner.unwrap_or(bare).trim_start();
    let from = line.len() - mark.len();
    if mark == "|" {
        return Some(from..from);
    }
    let is_carets = !mark.is_empty() && mark.chars().all(|sign| sign == '^');
    is_carets.then_some(from..line.len())
}

/// The bytes of a line that stand in these columns, as a terminal shows them: two for a Chinese character.
fn bytes_of(line: &str, columns: &Range<usize>) -> Range<usize> {
    let at = |wanted: usize| {
        let mut column = 0;
        for (byte, sign) in line.char_indices() {
            if column >= wanted || sign == '\n' {
                return byte;
            }
            column += sign.width().unwrap_or(1);
        }
        line.len()
    };
    at(columns.start)..at(columns.end)
}

/// The sources of an example.
fn sources(example: &Example, text: &str) -> Sources {
    let is = |mark: &str| example.marks.iter().any(|own| own == mark);
    if is("disk") {
        return disk_examples::sources(text);
    }
    if is("folder") || text.contains("//- content/handbook.yaml") {
        return fixture(text);
    }
    fixture(&format!("{SETTINGS}{text}"))
}

/// What the audit says of an example; a rule about themes is seen only where pages are drawn.
fn findings(rule: &Rule, sources: &Sources) -> Vec<Finding> {
    if rule.family() == "THM" {
        let (site, _) = build(sources, &options(), &Memos::default());
        return site.verdict.findings;
    }
    check(sources, &options()).1.findings
}

/// What is wrong with one example of a rule, in words.
fn misses(rule: &Rule, example: &Example) -> Option<String> {
    let (text, marks) = unmark(&example.files);
    let sources = sources(example, &text);
    let own: Vec<Finding> = findings(rule, &sources)
        .into_iter()
        .filter(|finding| finding.code == rule.code)
        .collect();
    let is_wrong = example.marks.iter().any(|mark| mark == "finding");
    let wanted = usize::from(is_wrong);
    let complaint = if own.len() != wanted {
        format!("{} findings, not {wanted}", own.len())
    } else if let Some(finding) = own.first() {
        misplaced(finding, &marks)?
    } else {
        return None;
    };
    let shown: Vec<String> = own.iter().map(|finding| place(finding, &sources)).collect();
    Some(format!(
        "{}: {complaint}\n{}\n{}",
        rule.code,
        shown.join("\n"),
        example.files
    ))
}

fn misplaced(finding: &Finding, marks: &[Mark]) -> Option<String> {
    let is_there = match marks {
        [] => finding.span.bytes() == (0..0),
        [mark] => mark.bytes == finding.span.bytes() && *mark.file == *finding.span.file,
        _ => false,
    };
    (!is_there).then(|| format!("not where it is marked: {marks:?}"))
}

fn place(finding: &Finding, sources: &Sources) -> String {
    let text = sources.texts.get(&finding.span.file);
    let text = text.map_or("", |text| &text.text);
    let (line, column) = line_column(text, finding.span.start);
    let shown = text.get(finding.span.bytes()).unwrap_or_default();
    format!(
        "  {}:{line}:{column} {:?} “{shown}” {}",
        finding.span.file,
        finding.span.bytes(),
        finding.message.zh
    )
}

#[test]
fn examples_are_found_where_they_are_marked() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for section in &Page::parse(rule.page).sections {
            for example in &section.examples {
                wrong.extend(misses(rule, example));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn carets_mark_what_stands_above_them() {
    let (text, marks) =
        unmark("//- content/a.yaml\n名称：甲\n#   ^^\n  b: 1\n# |\nc\n |\nd: e\n^^\n");
    assert_eq!(text, "//- content/a.yaml\n名称：甲\n  b: 1\nc\nd: e\n");
    let ranges: Vec<Range<usize>> = marks.into_iter().map(|mark| mark.bytes).collect();
    assert_eq!(ranges, [6..9, 15..15, 21..21, 22..24]);
    assert_eq!("名称：甲".width(), 8);
}

#[test]
fn codes_and_names_are_sorted_and_used_once() {
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    assert_eq!(codes, sorted);
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), codes.len());
    for rule in RULES {
        let is_plain = |sign: char| sign.is_ascii_lowercase() || sign == '-';
        assert!(rule.name.chars().all(is_plain), "{}", rule.name);
    }
}

#[test]
fn every_page_says_all_in_both_languages() {
    for rule in RULES {
        let page = Page::parse(rule.page);
        assert_eq!(page.heading, format!("{} ({})", rule.name, rule.code));
        let title = page.title.as_ref().unwrap();
        let mut texts = vec![("title".to_owned(), title)];
        for message in &page.messages {
            texts.push((message.name.clone(), &message.says));
            texts.extend(
                message
                    .help
                    .iter()
                    .map(|help| (format!("{} help", message.name), help)),
            );
        }
        let sections: Vec<&str> = page.sections.iter().map(|section| &*section.name).collect();
        assert_eq!(sections, SECTIONS, "{}", rule.code);
        for section in &page.sections {
            let prose = section.prose.as_ref();
            texts.extend(prose.map(|prose| (section.name.clone(), prose)));
            let wanted = match section.name.as_str() {
                "Wrong" => section
                    .examples
                    .iter()
                    .all(|example| example.marks.iter().any(|mark| mark == "finding")),
                "Right" => section
                    .examples
                    .iter()
                    .all(|example| !example.marks.iter().any(|mark| mark == "finding")),
                _ => prose.is_some(),
            };
            assert!(wanted, "{} {}", rule.code, section.name);
            let holds_examples = matches!(section.name.as_str(), "Wrong" | "Right");
            assert_eq!(
                holds_examples,
                !section.examples.is_empty(),
                "{} {}",
                rule.code,
                section.name
            );
        }
        // A message may leave all its words to the grammar that fills it.
        let is_blank = |text: &str| text.starts_with('{') && text.find('}') == Some(text.len() - 1);
        for (name, words) in texts.into_iter().filter(|(_, words)| !is_blank(&words.zh)) {
            in_both_languages(&format!("{} {name}", rule.code), words);
        }
    }
}

fn in_both_languages(at: &str, words: &hejin::text::Words) {
    let is_han = |sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign);
    assert!(words.zh.contains(is_han), "{at}: {}", words.zh);
    assert!(
        words.en.contains(|sign: char| sign.is_ascii_alphabetic()),
        "{at}: {}",
        words.en
    );
    assert!(!words.en.contains(is_han), "{at}: {}", words.en);
    let half = [", ", "? ", "; ", ": "];
    let prose = outside_code(&words.zh);
    assert!(
        !half.iter().any(|sign| prose.contains(sign)),
        "{at}: {}",
        words.zh
    );
}

/// A text without what stands in “ ” or ` `, which quotes what is typed.
fn outside_code(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    let mut in_ticks = false;
    for sign in text.chars() {
        match sign {
            '`' => in_ticks = !in_ticks,
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            sign if depth == 0 && !in_ticks => out.push(sign),
            _ => {}
        }
    }
    out
}
