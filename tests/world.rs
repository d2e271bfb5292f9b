//! What several tests need of the world: the project's own handbook as sources, and folders on disk
//! told apart byte by byte.
#![expect(
    clippy::disallowed_methods,
    reason = "a test reads and writes its own folders"
)]

use hejin::disk::{self, Folders};
use hejin::sources::Sources;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The project's own handbook, with the default theme of the binary.
pub(crate) fn handbook() -> Sources {
    let folders = Folders {
        content: project().join("content"),
        theme_root: None,
        output: project().join("public"),
    };
    disk::read(&folders).unwrap()
}

/// Copies the files of a folder, each changed by `change` where it is a text.
pub(crate) fn copy(from: &Path, to: &Path, change: impl Fn(&str) -> Vec<u8>) {
    for file in files(from) {
        let place = to.join(&file);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        let bytes = fs::read(from.join(&file)).unwrap();
        let bytes =
            String::from_utf8(bytes).map_or_else(|error| error.into_bytes(), |text| change(&text));
        fs::write(place, bytes).unwrap();
    }
}

/// Every file of a folder by its path, with its bytes; nothing of it is left out.
pub(crate) fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    files(root)
        .into_iter()
        .map(|file| {
            let bytes = fs::read(root.join(&file)).unwrap();
            (file.to_string_lossy().into_owned(), bytes)
        })
        .collect()
}

/// The paths of the files below a folder.
fn files(root: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(root).unwrap().to_owned())
        .collect()
}

/// Where two folders, or two sites, differ: nothing, or a sentence for each of the first files.
pub(crate) fn difference<T: PartialEq + AsRef<[u8]>>(
    one: &BTreeMap<String, T>,
    other: &BTreeMap<String, T>,
) -> Option<String> {
    let mut told = Vec::new();
    for name in one
        .keys()
        .chain(other.keys().filter(|name| !one.contains_key(*name)))
    {
        match (one.get(name), other.get(name)) {
            (Some(one), Some(other)) if one == other => {}
            (Some(one), Some(other)) => told.push(format!(
                "{name} differs:\n{}",
                crate::sites::difference(&words(one.as_ref()), &words(other.as_ref()))
            )),
            (Some(_), None) => told.push(format!("{name} is only in the first")),
            _ => told.push(format!("{name} is only in the second")),
        }
    }
    let more = told.len().saturating_sub(3);
    told.truncate(3);
    (!told.is_empty()).then(|| format!("{}\nand {more} more", told.join("\n")))
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
