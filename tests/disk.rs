//! The disk's room: folders become sources, outputs become a published folder.

#![expect(
    clippy::disallowed_methods,
    reason = "a test of the edge reads what it has written"
)]

mod dying;
mod guests;
mod names;
mod publishing;
mod reading;

use hejin::disk::{Folders, Outputs, Published, Strangers, Trouble, Way, publish};
use hejin::sources::{Bytes, fixture};
use hejin::text::Tongue;
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, SystemTime};
use tempfile::{TempDir, tempdir};

/// The folders of a handbook in `at`, without themes.
fn folders(at: &Path) -> Folders {
    Folders {
        content: at.join("content"),
        theme_root: None,
        output: at.join("public"),
    }
}

/// Writes a file and the folders that it needs.
fn put(at: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let place = at.join(path);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, bytes).unwrap();
}

/// Everything in a folder, hidden or not: permissions, path, what it holds. The manifest is shown by
/// the paths that it claims.
fn tree(folder: &Path) -> String {
    let mut text = String::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().display();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o7777;
        if entry.path_is_symlink() {
            let to = fs::read_link(entry.path()).unwrap();
            writeln!(text, "link {path} → {}", to.display()).unwrap();
        } else if entry.file_type().is_dir() {
            writeln!(text, "{mode:o} {path}/").unwrap();
        } else if entry.file_name() == ".hejin-manifest.json" {
            let manifest: serde_json::Value =
                serde_json::from_slice(&fs::read(entry.path()).unwrap()).unwrap();
            let claims = manifest["files"].as_object().unwrap();
            let paths: Vec<_> = claims.keys().map(String::as_str).collect();
            writeln!(text, "{mode:o} {path}: {}", paths.join(" ")).unwrap();
        } else {
            let bytes = fs::read(entry.path()).unwrap();
            writeln!(text, "{mode:o} {path}: {}", String::from_utf8_lossy(&bytes)).unwrap();
        }
    }
    text
}

/// Outputs, each begun by a line `//- path`.
fn outputs(text: &str) -> Outputs {
    let texts = fixture(text).texts.into_iter();
    texts
        .map(|(path, text)| (path, Bytes::Pieces([text.text].into())))
        .collect()
}

/// A handbook's folders with nothing in them but an empty content folder.
fn handbook() -> TempDir {
    let at = tempdir().unwrap();
    fs::create_dir(at.path().join("content")).unwrap();
    at
}

fn publish_in(at: &Path, text: &str) -> Result<Published, Trouble> {
    publish(&outputs(text), &folders(at), Strangers::Refuse)
}

/// What was said, with the handbook's place left out.
fn said(at: &Path, trouble: &Trouble) -> String {
    let place = at.canonicalize().unwrap().display().to_string();
    trouble
        .say(Tongue::En)
        .replace(&place, "")
        .replace(&at.display().to_string(), "")
}

fn published(way: Way, [written, kept, removed, guests]: [usize; 4]) -> Published {
    Published {
        way,
        written,
        kept,
        removed,
        guests,
    }
}

fn modified(at: &Path, path: &str) -> SystemTime {
    fs::metadata(at.join(path)).unwrap().modified().unwrap()
}

/// Sets a file's time, as far in the past as seconds say.
fn age(at: &Path, path: &str, seconds: u64) -> SystemTime {
    let time = SystemTime::now() - Duration::from_secs(seconds);
    let file = fs::OpenOptions::new()
        .write(true)
        .open(at.join(path))
        .unwrap();
    file.set_modified(time).unwrap();
    modified(at, path)
}

const FIRST: &str = "//- index.html\nhome\n//- 职能/销售.html\nduties\n//- assets/a.css\ncss\n";
const SECOND: &str = "//- index.html\nhome\n//- 职能/销售.html\nother duties\n//- new/b.html\nb\n";

const FIRST_TREE: &str = "755 /
644 .hejin-manifest.json: assets/a.css index.html 职能/销售.html
755 assets/
644 assets/a.css: css

644 index.html: home

755 职能/
644 职能/销售.html: duties

";

const SECOND_TREE: &str = "755 /
644 .hejin-manifest.json: index.html new/b.html 职能/销售.html
644 index.html: home

755 new/
644 new/b.html: b

755 职能/
644 职能/销售.html: other duties

";
