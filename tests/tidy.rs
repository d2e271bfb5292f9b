//! What is true of every file of the project, whoever wrote it.
#![expect(
    clippy::disallowed_methods,
    reason = "a test of the sources reads them"
)]

use std::fs;
use std::path::Path;

/// Folders that hold nothing written by hand.
const MADE: &[&str] = &[
    "target",
    "public",
    "node_modules",
    ".git",
    "corpus",
    "artifacts",
];

#[test]
fn every_source_file_opens_by_saying_what_it_is() {
    complain(&files("rs"), |text| {
        (!text.starts_with("//! ")).then(|| "does not open with `//! …`".to_owned())
    });
}

#[test]
fn every_source_file_fits_a_sitting() {
    complain(&files("rs"), |text| {
        let lines = text.lines().count();
        (lines > 400).then(|| format!("has {lines} lines, 400 are the most"))
    });
}

#[test]
fn nothing_is_put_off() {
    // Spelt in halves, so that this file does not find itself.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("to", "do!"),
        concat!("unimple", "mented!"),
    ];
    let mut sources = files("rs");
    for end in ["js", "sh", "html", "css", "yaml", "toml", "md"] {
        sources.extend(files(end));
    }
    complain(&sources, |text| {
        let found = marks.iter().find(|mark| holds_word(text, mark))?;
        Some(format!("says {found}: do it, or tell it in the documents"))
    });
}

#[test]
fn no_test_is_left_out_without_a_reason() {
    complain(&files("rs"), |text| {
        let bare = concat!("#[ign", "ore]");
        text.contains(bare)
            .then(|| format!("{bare} gives no reason"))
    });
    complain(&files("js"), |text| {
        let marks = [
            concat!(".sk", "ip("),
            concat!("skip: ", "true"),
            concat!(".on", "ly("),
            concat!("only: ", "true"),
        ];
        let found = marks.iter().find(|mark| text.contains(**mark))?;
        Some(format!("says {found}"))
    });
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let own = env!("CARGO_MANIFEST_DIR");
    let places = [
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/wo", "rk/"),
        concat!("/tm", "p/wt"),
        concat!("C:\\", "Users"),
    ];
    complain(&texts(), |text| {
        let found = places.iter().find(|place| text.contains(**place));
        let found = found
            .copied()
            .or_else(|| text.contains(own).then_some(own))?;
        Some(format!("names {found}"))
    });
}

#[test]
fn every_text_ends_its_last_line() {
    // What a template draws within a line ends where its words end.
    let mut texts = texts();
    texts.retain(|(name, _)| !name.contains("/templates/embed/"));
    complain(&texts, |text| {
        (!text.is_empty() && !text.ends_with('\n')).then(|| "does not end in a newline".to_owned())
    });
}

#[test]
fn every_text_ends_its_lines_alike() {
    complain(&texts(), |text| {
        text.contains('\r')
            .then(|| "has a carriage return".to_owned())
    });
}

/// Fails with what `judge` says of each file.
fn complain(files: &[(String, String)], judge: impl Fn(&str) -> Option<String>) {
    assert!(!files.is_empty());
    let wrong: Vec<String> = files
        .iter()
        .filter_map(|(name, text)| judge(text).map(|why| format!("{name}: {why}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether `word` stands in `text` by itself.
fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let joins = |c: char| c.is_alphanumeric() || c == '_';
        !before.is_some_and(joins) && !after.is_some_and(joins)
    })
}

/// The files whose name ends in `.end`.
fn files(end: &str) -> Vec<(String, String)> {
    let mut files = texts();
    files.retain(|(name, _)| Path::new(name).extension().is_some_and(|own| own == end));
    files
}

/// Every text of the project by its path; what is no UTF-8 is no text.
fn texts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = walkdir::WalkDir::new(root).sort_by_file_name();
    entries
        .into_iter()
        .filter_entry(|entry| !MADE.contains(&entry.file_name().to_string_lossy().as_ref()))
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let text = fs::read_to_string(entry.path()).ok()?;
            let name = entry.path().strip_prefix(root).ok()?;
            Some((name.to_string_lossy().replace('\\', "/"), text))
        })
        .collect()
}
