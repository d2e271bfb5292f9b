//! Files written where nobody looks yet: a stage folder that vanishes unless it is kept.

use super::plan::Time;
use super::target::make_folder;
use crate::disk::trouble::{Doing, Trouble, deed};
use crate::disk::{finish, system};
use crate::sources::{Asset, Bytes};
use crate::text::Words;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Bytes of an asset that are in memory at a time.
const STRETCH: usize = 256 << 10;
/// Bytes of pieces that are put together before they are written.
const TOGETHER: usize = 1 << 20;

/// A folder that only this build knows; removed when dropped, so that a failed build leaves nothing.
#[derive(Debug)]
pub(super) struct Stage {
    /// The folder.
    pub place: PathBuf,
    kept: bool,
}

impl Stage {
    /// Makes the folder, with the permissions of policy and without an inherited access list.
    pub(super) fn make(place: PathBuf) -> Result<Stage, Trouble> {
        make_folder(&place)?;
        system::disinherit(&place);
        let doing = system::permit_at(&place, system::FOLDER);
        let stage = Stage { place, kept: false };
        doing.doing("建立文件夹", "making the folder", &stage.place)?;
        Ok(stage)
    }

    /// Gives the folder another name.
    pub(super) fn rename(&mut self, place: PathBuf) -> Result<(), Trouble> {
        std::fs::rename(&self.place, &place).doing("改名", "renaming", &self.place)?;
        self.place = place;
        Ok(())
    }

    /// Lets the folder be: it is the published one now, or holds the former one.
    pub(super) fn keep(mut self) -> PathBuf {
        self.kept = true;
        std::mem::take(&mut self.place)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.kept {
            // What cannot be removed now, the next build sweeps.
            let _ = std::fs::remove_dir_all(&self.place);
        }
    }
}

/// Writes a file that does not exist yet, with the permissions of policy. `buffer` is only there to be
/// used again.
pub(super) fn write(
    place: &Path,
    bytes: &Bytes,
    time: Time,
    buffer: &mut Vec<u8>,
) -> Result<(), Trouble> {
    if let Bytes::Asset(asset) = bytes {
        return copy_asset(asset, place, time, buffer);
    }
    create(place)
        .and_then(|mut file| {
            match bytes {
                Bytes::Own(bytes) => file.write_all(bytes)?,
                Bytes::Pieces(pieces) => write_pieces(&mut file, pieces, buffer)?,
                Bytes::Asset(_) => {}
            }
            date(&file, time)
        })
        .doing("写入", "writing", place)
}

fn create(place: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(place)?;
    system::permit(&file, system::FILE)?;
    Ok(file)
}

/// Sets the time of a file whose bytes are all written.
fn date(file: &File, time: Time) -> io::Result<()> {
    match time {
        Time::Now => Ok(()),
        Time::Of(time) => file.set_modified(time),
        Time::After(old) => {
            let next = old.checked_add(Duration::from_secs(1)).unwrap_or(old);
            file.set_modified(next.max(SystemTime::now()))
        }
    }
}

/// Most pages fit into the buffer and so are one call to the system.
fn write_pieces<P: AsRef<str>>(
    file: &mut File,
    pieces: &[P],
    buffer: &mut Vec<u8>,
) -> io::Result<()> {
    buffer.clear();
    for piece in pieces.iter().map(|piece| piece.as_ref().as_bytes()) {
        if buffer.len() + piece.len() > TOGETHER {
            file.write_all(buffer)?;
            buffer.clear();
        }
        if piece.len() > TOGETHER {
            file.write_all(piece)?;
        } else {
            buffer.extend_from_slice(piece);
        }
    }
    file.write_all(buffer)
}

/// Copies an asset, and refuses one that is no longer what was read: pages name it by its digest.
fn copy_asset(
    asset: &Asset,
    place: &Path,
    time: Time,
    buffer: &mut Vec<u8>,
) -> Result<(), Trouble> {
    let from = &asset.place;
    let mut source = File::open(from).doing("读取", "reading", from)?;
    let mut copy = create(place).doing("写入", "writing", place)?;
    let mut hasher = blake3::Hasher::new();
    buffer.resize(STRETCH.max(buffer.len()), 0);
    loop {
        let read = match source.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read.doing("读取", "reading", from)?,
        };
        if read == 0 {
            break;
        }
        hasher.update(&buffer[..read]);
        copy.write_all(&buffer[..read])
            .doing("写入", "writing", place)?;
    }
    if finish(&hasher) != asset.digest {
        return Err(Trouble::refused(
            deed("复制", "copying", from),
            Words::new(
                "它在构建期间变了；请再构建一次",
                "it changed during the build; build again",
            ),
        ));
    }
    date(&copy, time).doing("写入", "writing", place)
}

/// Gives an old file a second name in the stage; where the file system has no second names, copies it
/// with its time.
pub(super) fn link(old: &Path, new: &Path) -> Result<(), Trouble> {
    if std::fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    let copy = || -> io::Result<()> {
        let mut source = File::open(old)?;
        let mut copy = create(new)?;
        io::copy(&mut source, &mut copy)?;
        copy.set_modified(source.metadata()?.modified()?)
    };
    copy().doing("保留", "keeping", old)
}
