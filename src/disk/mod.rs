//! The folders of the disk: in comes [`Folders`], out go [`Sources`](crate::sources::Sources); in come
//! outputs, out goes a published folder, replaced in one step.
//!
//! Nothing here knows what a text means. What an author can mend is a fault among the sources; what
//! the world refuses is a [`Trouble`] that says what was being done.
#![expect(
    clippy::disallowed_methods,
    reason = "this room is the edge that opens files and reads the clock for them"
)]

mod trouble;
mod system;

mod names;
mod encoding;
mod walk;
mod read;
mod publish;

pub use publish::{MANIFEST, Outputs, Published, Strangers, Way, publish};
pub use read::read;
pub use trouble::{Cause, Trouble};

use crate::memo::Digest;
use std::path::PathBuf;

/// The folders of one handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// What authors write.
    pub content: PathBuf,
    /// The folder of themes, or one theme (a folder with `theme.yaml` or `templates` in it); `None`
    /// where there is none.
    pub theme_root: Option<PathBuf>,
    /// What is published.
    pub output: PathBuf,
}

/// The digest of a file's bytes: the first 128 bits of BLAKE3.
fn finish(hasher: &blake3::Hasher) -> Digest {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    Digest::from_le_bytes(bytes)
}
