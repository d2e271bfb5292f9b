//! A folder → its files and folders under virtual paths, sorted; links are followed only inside it.
//!
//! Never opened here: files. Never walked twice: a folder, except by one link to it.

use super::names::{self, whole};
use super::trouble::{Doing, Trouble, system_words};
use crate::fault::Fault;
use crate::span::FilePath;
use std::ffi::OsStr;
use std::fs::FileType;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file or folder below a root.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its virtual path.
    pub path: FilePath,
    /// Its path below the real root, free of links.
    pub real: PathBuf,
    /// What it is.
    pub kind: Kind,
}

/// What lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder.
    Folder,
    /// A regular file.
    File,
    /// A pipe, a socket, a device.
    Other,
}

impl Entry {
    /// Whether it is a regular file.
    pub(super) fn is_file(&self) -> bool {
        self.kind == Kind::File
    }
}

/// A folder to walk.
#[derive(Debug)]
pub(super) struct Root {
    /// Where it is, free of links.
    pub place: PathBuf,
    /// What stands before each path in it, such as `content`.
    pub prefix: String,
    /// Folders in it that are not read, free of links.
    pub skip: Vec<PathBuf>,
}

/// What lies in `root`, sorted by path, and what could not be walked.
pub(super) fn walk(root: &Root) -> Result<(Vec<Entry>, Vec<Fault>), Trouble> {
    // A root that cannot be listed is a trouble; a folder below it is a fault.
    std::fs::read_dir(&root.place).doing("读取文件夹", "reading the folder", &root.place)?;
    let mut walk = Walk {
        root,
        entries: Vec::new(),
        faults: Vec::new(),
    };
    walk.folder(&root.prefix, &root.place, Within::Itself);
    walk.entries.sort_by(|one, other| one.path.cmp(&other.path));
    walk.faults.extend(names::faults(&walk.entries));
    Ok((walk.entries, walk.faults))
}

/// How a folder was come to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Itself,
    /// By a link. Links to folders in it are not followed: folders that link to each other would be
    /// walked in every order.
    Link,
}

struct Walk<'a> {
    root: &'a Root,
    entries: Vec<Entry>,
    faults: Vec<Fault>,
}

impl Walk<'_> {
    /// Takes up everything below `place`, a path free of links, under the virtual path `prefix`.
    fn folder(&mut self, prefix: &str, place: &Path, within: Within) {
        let mut entries = WalkDir::new(place).min_depth(1).into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.unreadable(prefix, place, &error);
                    continue;
                }
            };
            if self.entry(prefix, &entry, within) == Onward::Past {
                entries.skip_current_dir();
            }
        }
    }

    fn entry(&mut self, prefix: &str, entry: &DirEntry, within: Within) -> Onward {
        let past = if entry.file_type().is_dir() {
            Onward::Past
        } else {
            Onward::Into
        };
        let place = entry.path();
        if unread(entry.file_name()) || self.root.skip.iter().any(|skip| skip == place) {
            return past;
        }
        let path = virtual_path(prefix, entry);
        if entry.file_name().to_str().is_none() {
            let name = entry.file_name().to_string_lossy().into_owned();
            self.faults
                .push(whole("name-not-utf8", &path).blank("name", name));
            return past;
        }
        if entry.path_is_symlink() {
            self.link(path, place, within);
        } else {
            self.take(path, place, entry.file_type());
        }
        Onward::Into
    }

    fn take(&mut self, path: FilePath, place: &Path, kind: FileType) {
        let kind = match () {
            () if kind.is_dir() => Kind::Folder,
            () if kind.is_file() => Kind::File,
            () => Kind::Other,
        };
        if kind == Kind::Other {
            let why = crate::text::Words::new("不是普通文件", "it is not a regular file");
            self.faults
                .push(whole("unreadable-file", &path).blank("error", why));
            return;
        }
        let real = place.strip_prefix(&self.root.place).unwrap_or(place);
        self.entries.push(Entry {
            path,
            real: real.to_path_buf(),
            kind,
        });
    }

    fn link(&mut self, path: FilePath, place: &Path, within: Within) {
        let to = std::fs::read_link(place).unwrap_or_default();
        let fault = |seen| whole(seen, &path).blank("to", to.display().to_string());
        let (target, kind) = match place.canonicalize().and_then(|to| Ok((to.metadata()?, to))) {
            Ok((metadata, target)) => (target, metadata.file_type()),
            Err(error) if missing(&error) => {
                return self.faults.push(fault("dangling-link"));
            }
            Err(error) if super::system::is_loop(&error) => {
                return self.faults.push(fault("link-loop"));
            }
            Err(error) => {
                let fault = whole("unreadable-file", &path).blank("error", system_words(&error));
                return self.faults.push(fault);
            }
        };
        if !target.starts_with(&self.root.place) {
            self.faults.push(fault("link-leaves-content"));
        } else if !kind.is_dir() {
            self.take(path, &target, kind);
        } else if place.starts_with(&target) {
            self.faults.push(fault("link-loop"));
        } else if within == Within::Link {
            self.faults.push(fault("nested-link"));
        } else {
            self.folder(&path, &target, Within::Link);
            self.take(path, &target, kind);
        }
    }

    fn unreadable(&mut self, prefix: &str, place: &Path, error: &walkdir::Error) {
        let below = error.path().and_then(|at| at.strip_prefix(place).ok());
        let path = below.map_or_else(|| FilePath::from(prefix), |at| joined(prefix, at));
        let error = error
            .io_error()
            .map_or_else(|| crate::text::Words::from(error.to_string()), system_words);
        self.faults
            .push(whole("unreadable-file", &path).blank("error", error));
    }
}

/// Whether the walk goes into what it has met.
#[derive(PartialEq, Eq)]
enum Onward {
    Into,
    Past,
}

fn virtual_path(prefix: &str, entry: &DirEntry) -> FilePath {
    let mut path = prefix.to_owned();
    let parts: Vec<_> = entry
        .path()
        .components()
        .rev()
        .take(entry.depth())
        .collect();
    for part in parts.iter().rev() {
        path.push('/');
        path.push_str(&part.as_os_str().to_string_lossy());
    }
    path.into()
}

fn joined(prefix: &str, below: &Path) -> FilePath {
    let parts = below.iter().map(OsStr::to_string_lossy);
    parts.fold(FilePath::from(prefix), |path, part| {
        names::join(&path, &part)
    })
}

fn missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// What editors, systems and tools leave behind, and what is hidden.
fn unread(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let hidden = name.starts_with('.');
    let swap = [".swp", ".swo", ".swx"]
        .iter()
        .any(|end| name.ends_with(end));
    let draft = name.ends_with('~') || name.starts_with("~$");
    let autosave = name.len() > 1 && name.starts_with('#') && name.ends_with('#');
    let known = matches!(&*name, "node_modules" | "Thumbs.db" | "desktop.ini");
    hidden || swap || draft || autosave || known
}
