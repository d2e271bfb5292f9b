//! [`Folders`] → [`Sources`]: texts read and decoded, assets digested, on all cores; the result does
//! not depend on which core was first.

use super::encoding;
use super::names::whole;
use super::trouble::{Doing, Trouble, system_words};
use super::walk::{Entry, Root, walk};
use super::{Folders, finish, system};
use crate::fault::Fault;
use crate::sources::{Asset, Sources, Text};
use crate::span::{FilePath, Span};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Bytes that a text may have. More is a mistake: a log, a dump.
const TEXT_LIMIT: u64 = 64 << 20;
/// Bytes of an asset that are in memory at a time.
const STRETCH: usize = 256 << 10;

/// Everything in the folders that is not hidden, temporary or published: texts in UTF-8 with LF,
/// other files as handles; and a fault for all that cannot be read or must not be named so.
///
/// In trouble if the content folder or the folder of themes is not there or cannot be listed.
pub fn read(folders: &Folders) -> Result<Sources, Trouble> {
    let mut sources = Sources::default();
    read_root(&content_root(folders)?, is_content_text, &mut sources)?;
    if let Some(root) = theme_root(folders)? {
        read_root(&root, is_theme_text, &mut sources)?;
        sources.theme = root.prefix.strip_prefix("themes/").map(str::to_owned);
    }
    sources.faults.sort_by(|one, other| {
        (&one.span, one.seen)
            .cmp(&(&other.span, other.seen))
            .then_with(|| one.blanks.cmp(&other.blanks))
    });
    Ok(sources)
}

/// Whether a file of the content folder whose name ends so is a text.
pub(super) fn is_content_text(end: &str) -> bool {
    let texts = ["md", "markdown", "yaml", "yml"];
    texts.iter().any(|text| end.eq_ignore_ascii_case(text))
}

fn is_theme_text(end: &str) -> bool {
    let texts = [
        "html", "css", "js", "json", "txt", "svg", "csv", "xml", "ics",
    ];
    is_content_text(end) || texts.iter().any(|text| end.eq_ignore_ascii_case(text))
}

fn content_root(folders: &Folders) -> Result<Root, Trouble> {
    let others = folders.theme_root.iter().chain([&folders.output]);
    let place = real_folder(&folders.content)?;
    let others = others.filter_map(|other| other.canonicalize().ok());
    Ok(Root {
        skip: others.filter(|other| *other != place).collect(),
        prefix: "content".to_owned(),
        place,
    })
}

/// The folder of themes; a folder that is one theme goes by its own name.
fn theme_root(folders: &Folders) -> Result<Option<Root>, Trouble> {
    let Some(themes) = &folders.theme_root else {
        return Ok(None);
    };
    let place = real_folder(themes)?;
    let is_theme = place.join("theme.yaml").is_file() || place.join("templates").is_dir();
    let name = place.file_name().filter(|_| is_theme);
    Ok(Some(Root {
        prefix: name.map_or("themes".to_owned(), |name| {
            format!("themes/{}", name.to_string_lossy())
        }),
        skip: folders.output.canonicalize().into_iter().collect(),
        place,
    }))
}

fn real_folder(folder: &Path) -> Result<std::path::PathBuf, Trouble> {
    folder
        .canonicalize()
        .doing("读取文件夹", "reading the folder", folder)
}

fn read_root(root: &Root, is_text: fn(&str) -> bool, sources: &mut Sources) -> Result<(), Trouble> {
    let (entries, faults) = walk(root)?;
    let open = Opener::new(root)?;
    let files: Vec<(FilePath, Content)> = entries
        .into_par_iter()
        .filter(Entry::is_file)
        .map_init(Vec::new, |buffer, entry| {
            let content = read_file(&open, &entry, is_text, buffer);
            (entry.path, content)
        })
        .collect();
    sources.faults.extend(faults);
    for (path, content) in files {
        match content {
            Content::Text(text) => drop(sources.texts.insert(path, text)),
            Content::Asset(asset) => drop(sources.assets.insert(path, asset)),
            Content::Fault(fault) => sources.faults.push(fault),
        }
    }
    Ok(())
}

/// What a file turned out to be.
enum Content {
    Text(Text),
    Asset(Asset),
    Fault(Fault),
}

/// Opens files below a root without leaving it.
struct Opener<'a> {
    #[cfg(unix)]
    folder: File,
    root: &'a Root,
}

impl<'a> Opener<'a> {
    fn new(root: &'a Root) -> Result<Opener<'a>, Trouble> {
        Ok(Opener {
            #[cfg(unix)]
            folder: File::open(&root.place).doing(
                "读取文件夹",
                "reading the folder",
                &root.place,
            )?,
            root,
        })
    }

    #[cfg(unix)]
    fn open(&self, entry: &Entry) -> io::Result<File> {
        system::open_below(&self.folder, &entry.real)
    }

    #[cfg(not(unix))]
    fn open(&self, entry: &Entry) -> io::Result<File> {
        File::open(self.root.place.join(&entry.real))
    }
}

fn read_file(
    open: &Opener<'_>,
    entry: &Entry,
    is_text: fn(&str) -> bool,
    buffer: &mut Vec<u8>,
) -> Content {
    let end = entry.path.rsplit_once('.').map_or("", |(_, end)| end);
    let content = if is_text(end) {
        read_text(open, entry, buffer)
    } else {
        read_asset(open, entry, buffer)
    };
    content.unwrap_or_else(|error| {
        let fault = whole("unreadable-file", &entry.path);
        Content::Fault(fault.blank("error", system_words(&error)))
    })
}

fn read_text(open: &Opener<'_>, entry: &Entry, buffer: &mut Vec<u8>) -> io::Result<Content> {
    let mut file = open.open(entry)?;
    let length = regular(&file)?;
    buffer.clear();
    if length <= TEXT_LIMIT {
        buffer.reserve(usize::try_from(length).unwrap_or(0) + 1);
        // A file that grows while it is read, or has no length to tell, ends at the limit too.
        file.by_ref().take(TEXT_LIMIT + 1).read_to_end(buffer)?;
    }
    let length = length.max(buffer.len() as u64);
    if length > TEXT_LIMIT {
        let fault = whole("file-too-large", &entry.path)
            .blank("length", length.to_string())
            .blank("limit", TEXT_LIMIT.to_string());
        return Ok(Content::Fault(fault));
    }
    Ok(match encoding::text(buffer) {
        Ok(text) => Content::Text(Text::from(&*text)),
        Err(foreign) => Content::Fault(wrong_encoding(&entry.path, foreign)),
    })
}

fn wrong_encoding(path: &FilePath, foreign: encoding::Foreign) -> Fault {
    let span = Span::new(path, foreign.byte..foreign.byte);
    Fault::new("wrong-encoding", span)
        .blank("line", foreign.line.to_string())
        .blank("byte", (foreign.byte + 1).to_string())
        .blank("encoding", foreign.encoding)
}

fn read_asset(open: &Opener<'_>, entry: &Entry, buffer: &mut Vec<u8>) -> io::Result<Content> {
    let mut file = open.open(entry)?;
    regular(&file)?;
    buffer.resize(STRETCH.max(buffer.len()), 0);
    let mut hasher = blake3::Hasher::new();
    loop {
        match file.read(buffer) {
            Ok(0) => break,
            Ok(read) => drop(hasher.update(&buffer[..read])),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Content::Asset(Asset {
        place: open.root.place.join(&entry.real),
        length: hasher.count(),
        digest: finish(&hasher),
    }))
}

/// The length of a regular file; anything else has taken its place since it was walked.
fn regular(file: &File) -> io::Result<u64> {
    let metadata = file.metadata()?;
    if metadata.is_file() {
        return Ok(metadata.len());
    }
    Err(io::Error::other("not a regular file"))
}
