//! One build at a time for one output folder: a lock that the system takes back from the dead.

use super::target::Target;
use crate::disk::trouble::{Doing, Trouble};
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The lock of an output folder; let go when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    /// Where it lies, and so where a stage can be built.
    pub side: Side,
    file: File,
    place: PathBuf,
}

/// Where we may write besides the outputs themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// In the folder that holds the output folder.
    Beside,
    /// Only in the output folder.
    Inside,
}

/// Waits until no other build holds the folder.
pub(super) fn take(target: &Target) -> Result<Lock, Trouble> {
    let parent = &target.parent;
    std::fs::create_dir_all(parent).doing("建立文件夹", "making the folder", parent)?;
    let beside = parent.join(format!(".{}.hejin-lock", target.name));
    match hold(&beside) {
        Ok(file) => Ok(Lock {
            side: Side::Beside,
            file,
            place: beside,
        }),
        Err(error) if closed(&error) && target.place.is_dir() => {
            let place = target.at(".hejin-lock");
            let file = hold(&place).doing("锁定", "locking", &place)?;
            Ok(Lock {
                side: Side::Inside,
                file,
                place,
            })
        }
        Err(error) => Err(error).doing("锁定", "locking", &beside),
    }
}

/// Whether the place itself is closed to us, for good.
fn closed(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::InvalidFilename
    )
}

/// The file at `place`, locked. Whoever lets go removes the file, so that one who waited may hold a
/// file that is no longer there, and must try again.
fn hold(place: &Path) -> io::Result<File> {
    loop {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(place)?;
        match file.lock() {
            // Some shares know no locks. A build there is alone, or its publishing fails.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(file),
            locked => locked?,
        }
        if still_there(&file, place) {
            return Ok(file);
        }
    }
}

#[cfg(unix)]
fn still_there(file: &File, place: &Path) -> bool {
    use crate::disk::system::Stamp;
    let inode =
        |metadata: io::Result<std::fs::Metadata>| metadata.ok().and_then(|it| Stamp::of(&it).inode);
    let held = inode(file.metadata());
    held.is_some() && held == inode(place.symlink_metadata())
}

#[cfg(not(unix))]
fn still_there(_: &File, _: &Path) -> bool {
    true
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Where an open file can be removed it is, and only then unlocked.
        if cfg!(unix) {
            let _ = std::fs::remove_file(&self.place);
        }
        let _ = self.file.unlock();
    }
}
