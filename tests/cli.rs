//! The program as it is typed: each file of `tests/cli/` is a transcript. Files to be written stand in
//! it as `//- path`, commands as `$ …`; what follows a command is what it said: `out| ` to standard
//! output, `err| ` to standard error, and `exit N`.
//!
//! `$ cd DIR && …` runs in a folder, `$ LANG=… hejin …` with a variable, `$ ls DIR` lists files. Times
//! are `[TIME]`. `UPDATE=1` rewrites what follows the commands; a person reads the difference.
#![expect(
    clippy::disallowed_methods,
    reason = "a test of the edge reads what it has written"
)]

use crate::sites::difference;
use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::tempdir;

#[test]
fn transcripts_are_as_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut cases: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    let mut wrong = String::new();
    for case in cases {
        let kept = fs::read_to_string(&case).unwrap();
        let now = play(&kept);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&case, &now).unwrap();
        } else if kept != now {
            let difference = difference(&kept, &now);
            writeln!(wrong, "{}\n{difference}", case.display()).unwrap();
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong}\nUPDATE=1 keeps what is there now"
    );
}

#[test]
fn a_new_handbook_is_the_built_in_one_with_the_dates_of_the_day() {
    let home = tempdir().unwrap();
    let new = "hejin new book --today 2030-02-03";
    assert_eq!(run(home.path(), new).2, Some(0));
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut files = 0;
    for entry in walkdir::WalkDir::new(&built_in) {
        let entry = entry.unwrap();
        let inner = entry.path().strip_prefix(&built_in).unwrap();
        if entry.file_type().is_file() {
            files += 1;
            let old = fs::read(entry.path()).unwrap();
            let new = fs::read(home.path().join("book/content").join(inner)).unwrap();
            match (String::from_utf8(old), String::from_utf8(new)) {
                (Ok(old), Ok(new)) => same_but_for_dates(&old, &new, inner),
                (old, new) => assert!(old == new, "{}", inner.display()),
            }
        }
    }
    assert!(files > 50, "{files}");
}

fn same_but_for_dates(old: &str, new: &str, file: &Path) {
    assert_eq!(
        old.lines().count(),
        new.lines().count(),
        "{}",
        file.display()
    );
    for (old, new) in old.lines().zip(new.lines()) {
        if old.starts_with("effective: ") {
            assert_eq!(new, "effective: 2030-02-03", "{}", file.display());
        } else if old.starts_with("reviewed: ") {
            assert_eq!(new, "reviewed: 2030-02-03", "{}", file.display());
        } else if file == Path::new("waivers.yaml") && old.starts_with("  until: ") {
            assert_eq!(new, "  until: 2030-08-03");
        } else {
            assert_eq!(old, new, "{}", file.display());
        }
    }
}

#[test]
fn a_new_handbook_is_judged_like_the_built_in_one() {
    let home = tempdir().unwrap();
    let day = "--today 2026-11-23";
    run(home.path(), &format!("hejin new book {day}"));
    let there = run(&home.path().join("book"), &format!("hejin check {day}"));
    let here = run(
        Path::new(env!("CARGO_MANIFEST_DIR")),
        &format!("hejin check {day}"),
    );
    assert_eq!(there.0, here.0);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hejin"))
        .args(["explain", "DOC-110"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!((said.as_str(), child.wait().unwrap().code()), ("", Some(0)));
}

#[test]
fn a_full_disk_is_a_failure() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut explain = Command::new(env!("CARGO_BIN_EXE_hejin"));
    let status = explain.arg("explain").stdout(full).status().unwrap();
    assert_eq!(status.code(), Some(2));
}

/// The transcript as it comes out now.
fn play(transcript: &str) -> String {
    let home = tempdir().unwrap();
    let mut out = String::new();
    let mut file: Option<(&str, String)> = None;
    for line in transcript.lines() {
        let path = line.strip_prefix("//- ");
        let command = line.strip_prefix("$ ");
        if path.is_some() || command.is_some() {
            put(home.path(), file.take());
        }
        if let Some(path) = path {
            file = Some((path, String::new()));
        } else if let Some((_, text)) = &mut file {
            text.push_str(line);
            text.push('\n');
        } else if command.is_none() {
            continue;
        }
        out.push_str(line);
        out.push('\n');
        if let Some(command) = command {
            out.push_str(&answer(home.path(), command));
        }
    }
    out
}

fn put(home: &Path, file: Option<(&str, String)>) {
    if let Some((path, text)) = file {
        let place = home.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
}

/// What a command says, line by line.
fn answer(home: &Path, command: &str) -> String {
    let (stdout, stderr, code) = run(home, command);
    let mut said = String::new();
    for (mark, text) in [("out", stdout), ("err", stderr)] {
        for line in text.lines() {
            writeln!(said, "{}", format!("{mark}| {line}").trim_end()).unwrap();
        }
    }
    writeln!(said, "exit {}", code.unwrap()).unwrap();
    said
}

/// Runs one command; both outputs with `[TIME]` for times, and the exit code.
fn run(home: &Path, command: &str) -> (String, String, Option<i32>) {
    if let Some(inner) = command.strip_prefix("cd ") {
        let (folder, command) = inner.split_once(" && ").unwrap();
        return run(&home.join(folder), command);
    }
    if let Some(folder) = command.strip_prefix("ls ") {
        return (list(&home.join(folder)), String::new(), Some(0));
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_hejin"));
    program.current_dir(home);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "CLICOLOR_FORCE"] {
        program.env_remove(name);
    }
    let (variables, arguments) = command.split_once("hejin").unwrap();
    for variable in variables.split_whitespace() {
        let (name, value) = variable.split_once('=').unwrap();
        program.env(name, value);
    }
    let done = program.args(arguments.split_whitespace()).output().unwrap();
    let top = home.canonicalize().unwrap().display().to_string();
    let text = |bytes| timeless(&String::from_utf8(bytes).unwrap()).replace(&top, "[HOME]");
    (text(done.stdout), text(done.stderr), done.status.code())
}

fn list(folder: &Path) -> String {
    let mut out = String::new();
    if folder.is_file() {
        return "it is there\n".to_owned();
    }
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let Ok(entry) = entry else {
            return "it is not there\n".to_owned();
        };
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap();
            writeln!(out, "{}", path.display()).unwrap();
        }
    }
    out
}

/// Every `0.42 s` and `0.42 秒` as `[TIME]`.
fn timeless(text: &str) -> String {
    let mut out = String::new();
    for (index, word) in text.split_inclusive([' ', '\n']).enumerate() {
        let number = word.trim_end();
        let is_time = index > 0
            && number
                .split_once('.')
                .is_some_and(|(whole, rest)| whole.parse::<u32>().is_ok() && rest.len() == 2);
        let end = &word[number.len()..];
        out.push_str(if is_time { "[TIME]" } else { number });
        out.push_str(end);
    }
    out
}
