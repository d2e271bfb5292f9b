//! The only input of the pipeline, as plain data: every text by path, every binary asset by handle.

use crate::fault::Fault;
use crate::memo::{Digest, digest};
use crate::span::FilePath;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Everything that was read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Texts, in UTF-8, without byte order mark, lines ended by LF alone.
    pub texts: BTreeMap<FilePath, Text>,
    /// Files that are handed on as they are.
    pub assets: BTreeMap<FilePath, Asset>,
    /// What could not be read as it stands: wrong encodings, names that collide, links that leave.
    pub faults: Vec<Fault>,
    /// The one theme that was handed in by itself, which stands over the one that the settings name.
    pub theme: Option<String>,
}

/// A text and its digest, made once where it is read, so that an unchanged file costs the next build nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub text: Arc<str>,
    /// Its digest.
    pub digest: Digest,
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text {
            text: text.into(),
            digest: digest(&[text.as_bytes()]),
        }
    }
}

/// A file that travels as a handle; its bytes are never all in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where the bytes lie: only the edges open it.
    pub place: PathBuf,
    /// Bytes in it.
    pub length: u64,
    /// Digest of its content.
    pub digest: Digest,
}

/// Bytes on their way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bytes {
    /// All of them.
    Own(Arc<[u8]>),
    /// Texts that are written one after another, so that what pages share is held once.
    Pieces(Arc<[Arc<str>]>),
    /// The content of a file that was never in memory.
    Asset(Asset),
}

/// Many texts in one string, each begun by a line `//- path`. For tests and for the pages of rules.
pub fn fixture(text: &str) -> Sources {
    let mut sources = Sources::default();
    for part in text.split("//- ").skip(1) {
        let (path, body) = part.split_once('\n').unwrap_or((part, ""));
        sources.texts.insert(path.trim().into(), body.into());
    }
    sources
}
