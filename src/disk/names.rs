//! Names of files → what keeps them from existing, side by side, on every system that a handbook is
//! copied to. Pure: nothing here looks at a disk.

use super::walk::Entry;
use crate::fault::Fault;
use crate::span::{FilePath, Span};
use crate::text::Words;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Bytes that a name may have on the usual file systems.
const NAME_LIMIT: usize = 255;
/// UTF-16 units that a path may have, so that a folder before it still fits into the 260 of Windows.
const PATH_LIMIT: usize = 240;

/// What is wrong with the names of `entries`, which are sorted by path.
pub(super) fn faults(entries: &[Entry]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<(&str, String), &FilePath> = BTreeMap::new();
    for entry in entries {
        let (parent, name) = entry.path.rsplit_once('/').unwrap_or(("", &entry.path));
        faults.extend(not_portable(&entry.path, name));
        faults.extend(too_long(entry, name));
        if let Some(first) = seen.insert((parent, folded(name)), &entry.path) {
            faults.push(collision(first, &entry.path));
        }
    }
    faults
}

/// A fault of the whole file at `path`.
pub(super) fn whole(seen: &'static str, path: &FilePath) -> Fault {
    Fault::new(seen, Span::new(path, 0..0))
}

fn collision(first: &FilePath, second: &FilePath) -> Fault {
    whole("names-collide", second)
        .blank("first", &**first)
        .blank("second", &**second)
}

fn not_portable(path: &FilePath, name: &str) -> Option<Fault> {
    let why = flaw(name)?;
    Some(
        whole("name-not-portable", path)
            .blank("name", name.escape_debug().to_string())
            .blank("why", why),
    )
}

/// Why Windows cannot have a file of this name.
fn flaw(name: &str) -> Option<Words> {
    if let Some(bad) = name.chars().find(|it| r#"<>:"|?*\"#.contains(*it)) {
        return Some(Words::new(
            format!("含有“{bad}”"),
            format!("it contains `{bad}`"),
        ));
    }
    if let Some(bad) = name.chars().find(|it| it.is_control()) {
        let bad = u32::from(bad);
        return Some(Words::new(
            format!("含有控制字符 U+{bad:04X}"),
            format!("it contains the control character U+{bad:04X}"),
        ));
    }
    if name.ends_with(['.', ' ']) {
        return Some(Words::new(
            "以点或空格结尾",
            "it ends with a dot or a space",
        ));
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    device(stem).then(|| {
        Words::new(
            format!("“{stem}”是 Windows 的设备名"),
            format!("`{stem}` is the name of a device on Windows"),
        )
    })
}

/// Whether Windows keeps this name, with whatever extension, for a device.
fn device(stem: &str) -> bool {
    let stem = stem.to_ascii_uppercase();
    if matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") {
        return true;
    }
    let port = stem.strip_prefix("COM").or(stem.strip_prefix("LPT"));
    port.is_some_and(|port| {
        let mut digits = port.chars();
        matches!(
            (digits.next(), digits.next()),
            (Some('1'..='9' | '¹' | '²' | '³'), None)
        )
    })
}

/// A name, or the whole path, that is too long once it is written out.
fn too_long(entry: &Entry, name: &str) -> Option<Fault> {
    let written = written_out(entry, name);
    if written.len() > NAME_LIMIT {
        let fault = whole("name-too-long", &entry.path).blank("name", &*written);
        return Some(lengths(fault, written.len(), NAME_LIMIT));
    }
    let folder = entry.path.len() - name.len();
    let path = [&entry.path[..folder], &written].concat();
    let below = path.split_once('/').map_or("", |(_, below)| below);
    let units = below.encode_utf16().count();
    (units > PATH_LIMIT && entry.is_file())
        .then(|| lengths(whole("path-too-long", &entry.path), units, PATH_LIMIT))
}

fn lengths(fault: Fault, length: usize, limit: usize) -> Fault {
    fault
        .blank("length", length.to_string())
        .blank("limit", limit.to_string())
}

/// The name under which this entry's page is published; for all else its own.
fn written_out<'a>(entry: &Entry, name: &'a str) -> Cow<'a, str> {
    match name.rsplit_once('.') {
        Some((stem, end)) if entry.is_file() && super::read::is_content_text(end) => {
            Cow::Owned(format!("{stem}.html"))
        }
        _ => Cow::Borrowed(name),
    }
}

/// The same string for all names that some system takes for one: letter case (Windows, macOS),
/// composed and decomposed letters (macOS), full-width letters (input methods, and people).
fn folded(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfc().map(narrow).flat_map(lower).nfc().collect()
}

fn narrow(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        _ => letter,
    }
}

/// The lower-case letter, by way of the upper-case one so that σ and ς are the same; file systems
/// fold letter by letter, so that ß stays apart from ss.
fn lower(letter: char) -> impl Iterator<Item = char> {
    let mut upper = letter.to_uppercase();
    let only = match (upper.next(), upper.next()) {
        (Some(only), None) => only,
        _ => letter,
    };
    only.to_lowercase()
}

/// The path as its parts, if it is relative, has no empty part, and no part that could leave the
/// folder it is joined to, on any system.
pub(super) fn below(path: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = path.split('/').collect();
    let leaves = |part: &&str| {
        part.is_empty() || matches!(*part, "." | "..") || part.contains(['\\', ':', '\0'])
    };
    (!parts.iter().any(leaves)).then_some(parts)
}

/// `name` in `folder`, as a virtual path.
pub(super) fn join(folder: &str, name: &str) -> FilePath {
    Arc::from(format!("{folder}/{name}"))
}
