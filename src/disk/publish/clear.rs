//! Removing what is no longer published, and what dead builds left; never the only copy of a guest.
//!
//! Nothing here fails: what cannot be removed now is removed by the next build.

use super::lock::Side;
use super::manifest::{self, Manifest, NAME, RESERVED};
use super::target::Target;
use crate::disk::system::{self, FILE, Stamp};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Removes what builds of this folder left that were killed. The lock is held: none of them lives.
pub(super) fn sweep(target: &Target, side: Side) {
    for (stage, _) in left(&target.place, &format!("{RESERVED}stage-")) {
        let _ = fs::remove_dir_all(stage);
    }
    if side == Side::Inside {
        return;
    }
    for (stage, made_as) in left(&target.parent, &format!(".{}.hejin-", target.name)) {
        let metadata = stage.symlink_metadata().ok();
        let inode = metadata.and_then(|it| Stamp::of(&it).inode);
        let exchanged = made_as.is_some() && inode.map(|(_, inode)| inode) != made_as;
        if exchanged {
            let manifest = fs::read(stage.join(NAME)).ok();
            let claims = manifest.and_then(|bytes| manifest::read(&bytes));
            retire(&stage, &claims.unwrap_or_default(), target);
        } else {
            let _ = fs::remove_dir_all(stage);
        }
    }
}

/// The folders in `folder` named `begin`, a process, and perhaps an inode.
fn left(folder: &Path, begin: &str) -> Vec<(PathBuf, Option<u64>)> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let stage = |entry: fs::DirEntry| {
        let name = entry.file_name();
        let numbers = name.to_str()?.strip_prefix(begin)?;
        let (process, inode) = match numbers.split_once('-') {
            Some((process, inode)) => (process, Some(inode.parse().ok()?)),
            None => (numbers, None),
        };
        process.parse::<u32>().ok()?;
        let folder = entry.file_type().ok()?.is_dir();
        folder.then(|| (entry.path(), inode))
    };
    entries.flatten().filter_map(stage).collect()
}

/// Removes the former folder. A guest that came, or was replaced, after the survey is moved to the
/// published folder; if one of our files is there now, the guest stays where it is.
pub(super) fn retire(former: &Path, claims: &Manifest, target: &Target) {
    for entry in WalkDir::new(former)
        .contents_first(true)
        .into_iter()
        .flatten()
    {
        let Ok(below) = entry.path().strip_prefix(former) else {
            continue;
        };
        if below.as_os_str().is_empty() || below == Path::new(NAME) {
            continue;
        }
        let path = below.to_str().unwrap_or_default();
        let path = path.replace(std::path::MAIN_SEPARATOR, "/");
        let ours = entry.file_type().is_file() && claims.contains_key(&*path);
        if entry.file_type().is_dir() {
            let _ = fs::remove_dir(entry.path());
        } else if ours || path.starts_with(RESERVED) {
            let _ = fs::remove_file(entry.path());
        } else {
            see_off(entry.path(), &target.place.join(below));
        }
    }
    // The manifest goes last: as long as it is there, a later build knows what is ours.
    let only_manifest = fs::read_dir(former).is_ok_and(|entries| {
        entries
            .flatten()
            .all(|it| it.file_name() == OsStr::new(NAME))
    });
    if only_manifest {
        let _ = fs::remove_dir_all(former);
    }
}

/// Removes a guest's former name if it has its new one; else moves it there if the place is free.
fn see_off(former: &Path, place: &Path) {
    let inode = |place: &Path| place.symlink_metadata().ok().map(|it| Stamp::of(&it).inode);
    match (inode(former), inode(place)) {
        (Some(Some(one)), Some(Some(other))) if one == other => {
            let _ = fs::remove_file(former);
        }
        (Some(_), None) => {
            if let Some(folder) = place.parent() {
                let _ = fs::create_dir_all(folder);
            }
            let _ = fs::rename(former, place);
        }
        _ => {}
    }
}

/// Renews the time of the manifest's last change, and not that of its bytes: whatever changes in the
/// folder from now on is newer, and the next build looks at it again.
pub(super) fn seal(target: &Target) {
    let _ = system::permit_at(&target.at(NAME), FILE);
}
