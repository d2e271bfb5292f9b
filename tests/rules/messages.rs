//! What the author of a mistake is told: bad input goes in, whole findings come out.
//!
//! Each file of `tests/findings/` is a small handbook and, below a line of `=`, all findings about it,
//! in both languages. `UPDATE=1` rewrites what stands below the line; a person reads the difference.
//! The wrong examples of the rules' own pages are kept the same way, in `pages.txt`.

use super::{SETTINGS, findings, sources, unmark};
use crate::sites::{difference, options};
use hejin::audit::page::{Message, Page};
use hejin::audit::rules::RULES;
use hejin::fault::Fault;
use hejin::finding::{Finding, Severity};
use hejin::site::check;
use hejin::sources::{Sources, fixture};
use hejin::span::{Span, line_column};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const LINE: &str = "====================\n";

/// A finding as a person sees it.
pub(super) fn told(finding: &Finding, sources: &Sources) -> String {
    let mut out = String::new();
    let at = placed(&finding.span, sources);
    writeln!(out, "{} {} {at}", finding.code, finding.severity.word()).unwrap();
    writeln!(out, "  {}。", finding.message.zh).unwrap();
    if let Some(help) = &finding.help {
        writeln!(out, "    {}", help.zh).unwrap();
    }
    writeln!(out, "  {}.", finding.message.en).unwrap();
    if let Some(help) = &finding.help {
        writeln!(out, "    {}", help.en).unwrap();
    }
    if let Some(fix) = &finding.fix {
        writeln!(out, "  fix {} → “{}”", placed(&fix.span, sources), fix.text).unwrap();
    }
    for note in &finding.notes {
        let words = &note.message;
        writeln!(
            out,
            "  note {} {} | {}",
            placed(&note.span, sources),
            words.zh,
            words.en
        )
        .unwrap();
    }
    out
}

/// `file:line:column` and what stands there, its line breaks shown.
fn placed(span: &Span, sources: &Sources) -> String {
    let text = sources.texts.get(&span.file).map_or("", |text| &text.text);
    let (line, column) = line_column(text, span.start);
    let shown = text
        .get(span.bytes())
        .unwrap_or_default()
        .replace('\n', "⏎");
    let short: String = shown.chars().take(60).collect();
    let more = if short.len() < shown.len() { "…" } else { "" };
    format!("{}:{line}:{column} “{short}{more}”", span.file)
}

fn all_told(input: &str) -> String {
    let sources = if input.contains("//- content/handbook.yaml") || input.starts_with("folder\n") {
        fixture(input)
    } else {
        fixture(&format!("{SETTINGS}{input}"))
    };
    let verdict = check(&sources, &options()).1;
    let told: Vec<String> = verdict
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Info)
        .map(|finding| told(finding, &sources))
        .collect();
    told.join("\n")
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.parent()
                .is_some_and(|at| at.join("pages.txt") != *path && at.join("bombs.txt") != *path)
        })
        .collect();
    cases.sort();
    cases
}

/// Compares what is kept with what is now, or keeps it.
pub(super) fn keep(path: &Path, now: &str, wrong: &mut Vec<String>) {
    let kept = fs::read_to_string(path).unwrap_or_default();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, now).unwrap();
    } else if kept != now {
        wrong.push(format!("{}\n{}", path.display(), difference(&kept, now)));
    }
}

#[test]
fn findings_read_as_kept() {
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 25);
    for case in cases {
        let text = fs::read_to_string(&case).unwrap();
        let input = text.split(LINE).next().unwrap();
        keep(
            &case,
            &format!("{input}{LINE}{}", all_told(input)),
            &mut wrong,
        );
    }
    assert!(
        wrong.is_empty(),
        "{}\nUPDATE=1 keeps what is there now",
        wrong.join("\n")
    );
}

#[test]
fn the_wrong_examples_of_pages_read_as_kept() {
    let mut out = String::new();
    for rule in RULES {
        for example in examples(rule.page) {
            let (text, _) = unmark(&example.files);
            let sources = sources(&example, &text);
            let own = findings(rule, &sources);
            for finding in own.iter().filter(|finding| finding.code == rule.code) {
                writeln!(out, "{}", told(finding, &sources)).unwrap();
            }
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/pages.txt");
    let mut wrong = Vec::new();
    keep(&path, &out, &mut wrong);
    assert!(
        wrong.is_empty(),
        "{}\nUPDATE=1 keeps what is there now",
        wrong.join("\n")
    );
}

fn examples(page: &str) -> Vec<hejin::audit::page::Example> {
    let sections = Page::parse(page).sections;
    sections
        .into_iter()
        .flat_map(|section| section.examples)
        .collect()
}

/// Every message of every rule, with its rule's code.
fn messages() -> BTreeMap<String, (&'static str, Message)> {
    let mut all = BTreeMap::new();
    for rule in RULES {
        for message in Page::parse(rule.page).messages {
            let name = message.name.clone();
            let before = all.insert(name, (rule.code, message));
            assert!(before.is_none(), "two rules have one message: {before:?}");
        }
    }
    all
}

/// The blanks of a message: `{name}`.
fn blanks(message: &Message) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let texts = [Some(&message.says), message.help.as_ref()];
    for words in texts.into_iter().flatten() {
        for text in [&words.zh, &words.en] {
            for part in text.split('{').skip(1) {
                let name = part.split('}').next().unwrap_or_default();
                if !name.is_empty() && name.chars().all(|sign| sign.is_ascii_lowercase()) {
                    found.insert(name.to_owned());
                }
            }
        }
    }
    found
}

/// What all examples and all kept cases make parsing and resolving see.
fn faults_seen() -> Vec<Fault> {
    let mut faults = Vec::new();
    for rule in RULES {
        for example in examples(rule.page) {
            let (text, _) = unmark(&example.files);
            faults.extend(check(&sources(&example, &text), &options()).0.faults);
        }
    }
    for case in cases() {
        let text = fs::read_to_string(case).unwrap();
        let input = format!("{SETTINGS}{}", text.split(LINE).next().unwrap());
        faults.extend(check(&fixture(&input), &options()).0.faults);
    }
    faults
}

#[test]
fn faults_fill_every_blank_of_their_messages() {
    let messages = messages();
    for fault in faults_seen() {
        let (_, message) = messages
            .get(fault.seen)
            .unwrap_or_else(|| panic!("{fault:?} has no rule"));
        let mut given: BTreeSet<String> = fault
            .blanks
            .iter()
            .map(|(name, _)| (*name).to_owned())
            .collect();
        if fault.seen.starts_with("foreign-") {
            given.insert("pages".to_owned());
        }
        let wanted = blanks(message);
        assert!(
            wanted.is_subset(&given),
            "{}: {wanted:?} of {given:?}",
            fault.seen
        );
    }
}

/// Every name of a fault that the sources of the program write, by the calls that take one.
fn names_in_source() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in walkdir::WalkDir::new(source) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(entry.path()).unwrap();
            for call in ["Fault::new(", "fault(", "whole(", ".note("] {
                for rest in text.split(call).skip(1) {
                    names.extend(first_name(rest));
                }
            }
        }
    }
    names
}

/// The first word in quotes among the arguments of a call, if it looks like the name of a fault.
fn first_name(rest: &str) -> Option<String> {
    let inside = rest.split([';', '{', '}']).next()?;
    let word = inside.split('"').nth(1)?;
    let is_plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    let is_name = word.contains('-') && word.chars().all(is_plain);
    is_name.then(|| word.to_owned())
}

/// Names that are chosen before the call that takes them.
const CHOSEN: [&str; 6] = [
    "colon-without-space",
    "full-width-colon",
    "tab-indent",
    "wide-indent",
    "not-a-list",
    "not-a-map",
];

#[test]
fn every_fault_has_its_message_and_every_message_its_fault() {
    let messages = messages();
    let mut names = names_in_source();
    names.extend(CHOSEN.map(str::to_owned));
    assert!(names.len() > 60, "{names:?}");
    let unworded: Vec<&String> = names
        .iter()
        .filter(|name| !messages.contains_key(*name))
        .collect();
    assert!(
        unworded.is_empty(),
        "faults without a message: {unworded:?}"
    );
    let tells_faults = |page: &str| {
        Page::parse(page)
            .messages
            .iter()
            .any(|message| names.contains(&message.name))
    };
    for rule in RULES.iter().filter(|rule| tells_faults(rule.page)) {
        for message in Page::parse(rule.page).messages {
            assert!(
                names.contains(&message.name),
                "{} is never seen",
                message.name
            );
        }
    }
}

#[test]
fn every_message_is_shown_by_an_example() {
    let mut silent: Vec<String> = Vec::new();
    let kept: String = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    for (name, (code, message)) in messages() {
        let pieces: Vec<String> = pieces(&message.says.zh);
        let is_said = |line: &str| {
            let mut rest = line;
            pieces
                .iter()
                .all(|piece| match rest.split_once(piece.as_str()) {
                    Some((_, after)) => {
                        rest = after;
                        true
                    }
                    None => false,
                })
        };
        if !kept.lines().any(is_said) {
            silent.push(format!("{code} {name}"));
        }
    }
    assert!(silent.is_empty(), "never said: {silent:?}");
}

/// What stands between the blanks of a text.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for part in text.split('{') {
        let rest = part.split_once('}').map_or(part, |(_, rest)| rest);
        if !rest.is_empty() {
            pieces.push(rest.to_owned());
        }
    }
    pieces
}
