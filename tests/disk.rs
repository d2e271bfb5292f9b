//! The disk's room: folders become sources, outputs become a published folder.

#![expect(
    clippy::disallowed_methods,
    reason = "a test of the edge reads what it has written"
)]

mod publishing;
mod reading;

use hejin::disk::Folders;
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

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
