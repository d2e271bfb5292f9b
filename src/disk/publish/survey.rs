//! What lies in the output folder now: what is ours by the manifest, and the guests. Changes nothing.

use super::manifest::{self, Manifest, NAME, RESERVED};
use super::target::{Target, folders_of, publishing};
use super::{Outputs, Strangers};
use crate::disk::system::{FOLDER, Stamp};
use crate::disk::trouble::{Doing, Trouble};
use crate::span::FilePath;
use crate::text::Words;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// What lies in the output folder.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Whether anything does.
    pub occupied: bool,
    /// The manifest as it is written there.
    pub manifest: Option<(Vec<u8>, Stamp)>,
    /// What it claims.
    pub claims: Manifest,
    /// The claimed files that are there.
    pub own: BTreeMap<FilePath, Stamp>,
    /// What we did not make, each folder before what it holds.
    pub guests: Vec<Guest>,
    /// Whether our folders have the permissions of policy.
    pub folders_fit: bool,
    /// Whether a part of it could not be listed, so that there may be guests that we do not know.
    pub unseen: bool,
}

/// A file or folder in the output folder that is not ours.
#[derive(Debug)]
pub(super) struct Guest {
    /// Its path below the output folder.
    pub path: PathBuf,
    /// Whether it is a folder (a link to one is not).
    pub folder: bool,
    /// Its permissions.
    pub mode: u32,
}

/// Looks at everything in the output folder; refused if it is not empty and not ours.
pub(super) fn look(target: &Target, strangers: Strangers) -> Result<Survey, Trouble> {
    let mut survey = Survey {
        folders_fit: true,
        ..Survey::default()
    };
    if target.place.symlink_metadata().is_err() {
        return Ok(survey);
    }
    survey.read_manifest(target)?;
    let claims = std::mem::take(&mut survey.claims);
    let own_folders: FxHashSet<&str> = claims.keys().flat_map(|path| folders_of(path)).collect();
    for entry in WalkDir::new(&target.place).sort_by_file_name() {
        match entry.and_then(|entry| Ok((Stamp::of(&entry.metadata()?), entry))) {
            Ok((stamp, entry)) => survey.take(&entry, stamp, (&claims, &own_folders)),
            Err(error) => survey.miss(error, target)?,
        }
    }
    survey.claims = claims;
    if survey.manifest.is_none() && strangers == Strangers::Refuse {
        survey.refuse_strangers(target)?;
    }
    Ok(survey)
}

impl Survey {
    fn read_manifest(&mut self, target: &Target) -> Result<(), Trouble> {
        let place = target.at(NAME);
        let metadata = match place.symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            metadata => metadata.doing("读取清单", "reading the manifest", &place)?,
        };
        let unknown = || {
            Trouble::refused(
                publishing(&target.place),
                Words::new(
                    format!("清单 {NAME} 不能理解；请移走它，或换一个输出文件夹"),
                    format!(
                        "its manifest {NAME} cannot be understood; move it away, or publish elsewhere"
                    ),
                ),
            )
        };
        if !metadata.is_file() {
            return Err(unknown());
        }
        let bytes = std::fs::read(&place).doing("读取清单", "reading the manifest", &place)?;
        self.claims = manifest::read(&bytes).ok_or_else(unknown)?;
        self.manifest = Some((bytes, Stamp::of(&metadata)));
        Ok(())
    }

    fn take(&mut self, entry: &DirEntry, stamp: Stamp, ours: (&Manifest, &FxHashSet<&str>)) {
        let kind = entry.file_type();
        if entry.depth() == 0 {
            self.folders_fit &= stamp.mode == FOLDER;
            return;
        }
        self.occupied = true;
        let parts = entry.path().iter();
        let below: PathBuf = parts
            .skip(entry.path().iter().count() - entry.depth())
            .collect();
        let Some(path) = below.to_str() else {
            return self.guest(below, entry, stamp);
        };
        let path = path.replace(std::path::MAIN_SEPARATOR, "/");
        if path.starts_with(RESERVED) {
            return;
        }
        if kind.is_file() {
            if let Some((path, _)) = ours.0.get_key_value(&*path) {
                self.own.insert(FilePath::clone(path), stamp);
                return;
            }
        } else if kind.is_dir() && ours.1.contains(&*path) {
            self.folders_fit &= stamp.mode == FOLDER;
            return;
        }
        self.guest(below, entry, stamp);
    }

    fn guest(&mut self, path: PathBuf, entry: &DirEntry, stamp: Stamp) {
        self.guests.push(Guest {
            path,
            folder: entry.file_type().is_dir(),
            mode: stamp.mode,
        });
    }

    /// A part that is closed to us can only hold guests, and is left alone; one that is gone by now is
    /// none. All else is the disk's failure, and nothing to go on after.
    fn miss(&mut self, error: walkdir::Error, target: &Target) -> Result<(), Trouble> {
        let place = error.path().unwrap_or(&target.place).to_path_buf();
        let error = io::Error::from(error);
        match error.kind() {
            io::ErrorKind::NotFound => {}
            io::ErrorKind::PermissionDenied => self.unseen = true,
            _ => return Err(error).doing("查看输出文件夹", "looking at the output folder", &place),
        }
        Ok(())
    }

    fn refuse_strangers(&self, target: &Target) -> Result<(), Trouble> {
        let Some(guest) = self.guests.first() else {
            return Ok(());
        };
        let guest = guest.path.display();
        Err(Trouble::refused(
            publishing(&target.place),
            Words::new(
                format!("它不是空的（有 {guest}），也没有我们的清单 {NAME}"),
                format!("it is not empty (it holds {guest}) and has no manifest {NAME} of ours"),
            ),
        ))
    }

    /// Refuses to publish if a guest is where an output goes, or where a folder for one does.
    pub(super) fn check_guests(&self, outputs: &Outputs, target: &Target) -> Result<(), Trouble> {
        let in_the_way = |guest: &&Guest| {
            let at = guest.path.ancestors().filter_map(Path::to_str);
            let mut at = at.map(|path| path.replace(std::path::MAIN_SEPARATOR, "/"));
            let holds = |folder: String| {
                let first = outputs
                    .range::<str, _>((Bound::Included(&*folder), Bound::Unbounded))
                    .next();
                first.is_some_and(|(path, _)| path.starts_with(&folder))
            };
            let path = guest.path.to_str();
            at.any(|path| outputs.contains_key(&*path))
                || !guest.folder && path.is_some_and(|path| holds(format!("{path}/")))
        };
        let Some(guest) = self.guests.iter().find(in_the_way) else {
            return Ok(());
        };
        let guest = guest.path.display();
        Err(Trouble::refused(
            publishing(&target.place),
            Words::new(
                format!("{guest} 不是我们写的，却占着要写的位置；请移走它"),
                format!("{guest} is not ours and stands where an output goes; move it away"),
            ),
        ))
    }

    /// How many guests are files.
    pub(super) fn guest_files(&self) -> usize {
        self.guests.iter().filter(|guest| !guest.folder).count()
    }
}
