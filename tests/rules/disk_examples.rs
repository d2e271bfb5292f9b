//! Examples that text alone cannot write: they are put on a disk and read from there.
//!
//! In an example marked `disk` a path may be followed by what makes the file special:
//! `as ENCODING` (the text is written in it), `link TARGET` (a symbolic link), `bytes N` (that many
//! zeros), `pipe` (a named pipe). `%FF` in a path is that byte.

use super::SETTINGS;
use hejin::disk::{Folders, read};
use hejin::sources::Sources;
use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// What may follow a path.
const SPECIALS: [&str; 4] = [" as ", " link ", " bytes ", " pipe"];

/// The path of a line `//- path special`, without what makes the file special.
pub(super) fn path_of(line: &str) -> &str {
    let end = SPECIALS
        .iter()
        .filter_map(|special| line.find(special))
        .min();
    line[..end.unwrap_or(line.len())].trim()
}

/// Writes an example into a folder and reads the folder.
pub(super) fn sources(text: &str) -> Sources {
    let at = tempfile::tempdir().unwrap();
    fs::create_dir(at.path().join("content")).unwrap();
    for part in format!("{SETTINGS}{text}").split("//- ").skip(1) {
        let (line, body) = part.split_once('\n').unwrap_or((part, ""));
        put(&at.path().join(path(path_of(line))), line, body);
    }
    let folders = Folders {
        content: at.path().join("content"),
        theme_root: None,
        output: at.path().join("public"),
    };
    read(&folders).unwrap()
}

fn put(place: &Path, line: &str, body: &str) {
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    let word = line[path_of(line).len()..].trim();
    let (special, value) = word.split_once(' ').unwrap_or((word, ""));
    match special {
        "as" => {
            let encoding = encoding_rs::Encoding::for_label(value.as_bytes()).unwrap();
            fs::write(place, encoding.encode(body).0).unwrap();
        }
        "link" => symlink(value, place).unwrap(),
        "bytes" => File::create(place)
            .unwrap()
            .set_len(value.parse().unwrap())
            .unwrap(),
        "pipe" => {
            let mode = rustix::fs::Mode::from_raw_mode(0o600);
            rustix::fs::mknodat(rustix::fs::CWD, place, rustix::fs::FileType::Fifo, mode, 0)
                .unwrap();
        }
        _ => fs::write(place, body).unwrap(),
    }
}

/// A path with `%FF` for bytes that are no text.
fn path(written: &str) -> PathBuf {
    let mut bytes = Vec::new();
    let mut rest = written.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = hex.and_then(|two| u8::from_str_radix(two, 16).ok());
        if let (b'%', Some(byte)) = (first, byte) {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    OsString::from_vec(bytes).into()
}
