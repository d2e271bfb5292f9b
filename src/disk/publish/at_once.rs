//! Publishing in one step: the whole new folder is built beside the old one, and the two change places.
//!
//! The stage's name carries our process and the stage's own inode. So the next build can tell what a
//! dead one left: the stage itself, which is rubbish, or after the exchange the former folder, whose
//! guests are looked after.

use super::plan::{Fate, Plan};
use super::stage::{self, Stage};
use super::survey::Survey;
use super::target::{Target, folders_of, make_folder};
use super::{clear, manifest};
use crate::disk::system::{self, Stamp};
use crate::disk::trouble::{Doing, Trouble};
use crate::text::Words;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// Whether it could be done.
pub(super) enum Outcome {
    /// It is done.
    Done,
    /// The place does not allow it; nothing is changed.
    Cannot(Words),
}

/// Builds the new folder and lets it take the place of the old one.
pub(super) fn publish(
    plan: &Plan<'_>,
    survey: &Survey,
    target: &Target,
) -> Result<Outcome, Trouble> {
    let name = |end: &str| format!(".{}.hejin-{}{end}", target.name, std::process::id());
    let mut stage = Stage::make(target.parent.join(name("")))?;
    if let Some(inode) = inode(&stage) {
        stage.rename(target.parent.join(name(&format!("-{inode}"))))?;
    }
    if let Some(why) = obstacle(&stage, survey, target)? {
        return Ok(Outcome::Cannot(why));
    }
    let folders = folders(plan, survey);
    for folder in &folders {
        make_folder(&stage.place.join(folder))?;
    }
    fill(&stage, plan, target)?;
    if let Err(error) = seat_guests(&stage, survey, target) {
        return Ok(Outcome::Cannot(Words::new(
            format!("文件夹里别人的文件不能链接（{error}）"),
            format!("a file in it that is not ours cannot be linked ({error})"),
        )));
    }
    system::settle(&stage.place).doing("存盘", "settling", &stage.place)?;
    take_place(stage, survey, target)
}

fn inode(stage: &Stage) -> Option<u64> {
    let metadata = stage.place.symlink_metadata().ok()?;
    Stamp::of(&metadata).inode.map(|(_, inode)| inode)
}

/// Why the two cannot change places, as far as it shows before the work is done.
fn obstacle(stage: &Stage, survey: &Survey, target: &Target) -> Result<Option<Words>, Trouble> {
    if survey.unseen {
        return Ok(Some(Words::new(
            "文件夹里有读不到的部分",
            "a part of the folder cannot be listed",
        )));
    }
    if is_mounted(stage, target)? {
        return Ok(Some(Words::new("它是挂载点", "it is a mount point")));
    }
    if !survey.occupied {
        return Ok(None);
    }
    let probes = [stage.place.join("probe"), stage.place.join("other")];
    let [one, other] = &probes;
    make_folder(one)?;
    make_folder(other)?;
    let exchanged = system::exchange(one, other);
    for probe in &probes {
        std::fs::remove_dir(probe).doing("移除文件夹", "removing the folder", probe)?;
    }
    Ok(exchanged.err().map(|error| cannot_exchange(&error)))
}

/// Whether the output folder is mounted there: it is another device, or the same one by another way,
/// which shows in that no file of it can get a second name outside.
fn is_mounted(stage: &Stage, target: &Target) -> Result<bool, Trouble> {
    let device = |place: &Path| {
        let metadata = place.metadata().ok()?;
        Stamp::of(&metadata).inode.map(|(device, _)| device)
    };
    if target.place.exists() && device(&target.place) != device(&target.parent) {
        return Ok(true);
    }
    let probe = stage.place.join("probe");
    match std::fs::hard_link(target.at(manifest::NAME), &probe) {
        Ok(()) => std::fs::remove_file(&probe)
            .doing("移除", "removing", &probe)
            .map(|()| false),
        Err(error) => Ok(error.kind() == io::ErrorKind::CrossesDevices),
    }
}

fn cannot_exchange(error: &io::Error) -> Words {
    Words::new(
        format!("这里的文件夹不能互换（{error}）"),
        format!("folders cannot be exchanged here ({error})"),
    )
}

/// Every folder that is needed, each after the one that it is in.
fn folders(plan: &Plan<'_>, survey: &Survey) -> BTreeSet<PathBuf> {
    let own = plan.steps.iter().flat_map(|step| folders_of(step.path));
    let guests = survey.guests.iter().flat_map(|guest| {
        let itself = guest.folder.then_some(&*guest.path);
        let above = guest.path.ancestors().skip(1);
        itself
            .into_iter()
            .chain(above.filter(|it| it.parent().is_some()))
    });
    own.map(PathBuf::from)
        .chain(guests.map(PathBuf::from))
        .collect()
}

/// Writes what is new, links what is not, and the manifest last.
fn fill(stage: &Stage, plan: &Plan<'_>, target: &Target) -> Result<(), Trouble> {
    plan.steps
        .par_iter()
        .try_for_each_init(Vec::new, |buffer, step| {
            let place = stage.place.join(&**step.path);
            match step.fate {
                Fate::Keep => stage::link(&target.at(step.path), &place),
                Fate::Write(time) => stage::write(&place, step.bytes, time, buffer),
            }
        })?;
    let place = stage.place.join(manifest::NAME);
    stage::write(&place, &plan.manifest, plan.manifest_time, &mut Vec::new())
}

/// Gives every guest its place in the new folder, under a second name: until the exchange it is in
/// both, and whatever is written to it is seen in both.
fn seat_guests(stage: &Stage, survey: &Survey, target: &Target) -> io::Result<()> {
    for guest in survey.guests.iter().filter(|guest| !guest.folder) {
        std::fs::hard_link(
            target.place.join(&guest.path),
            stage.place.join(&guest.path),
        )?;
    }
    for guest in survey.guests.iter().filter(|guest| guest.folder).rev() {
        system::permit_at(&stage.place.join(&guest.path), guest.mode)?;
    }
    Ok(())
}

/// The one step. What fails after it does not undo it, and is no failure of the build: the former
/// folder is cleared by the next build, if this one cannot.
fn take_place(stage: Stage, survey: &Survey, target: &Target) -> Result<Outcome, Trouble> {
    let stepped = if survey.occupied {
        system::exchange(&stage.place, &target.place)
    } else {
        std::fs::rename(&stage.place, &target.place)
    };
    match stepped {
        Ok(()) => {}
        Err(error) if unsuited(&error) => return Ok(Outcome::Cannot(cannot_exchange(&error))),
        Err(error) => return Err(error).doing("替换", "replacing", &target.place),
    }
    let former = stage.keep();
    let _ = system::settle_names(&target.parent);
    if survey.occupied {
        clear::retire(&former, &survey.claims, target);
    }
    Ok(Outcome::Done)
}

/// Whether the place, not the moment, forbids the exchange.
fn unsuited(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::InvalidInput
            | io::ErrorKind::Unsupported
            | io::ErrorKind::CrossesDevices
            | io::ErrorKind::ResourceBusy
            | io::ErrorKind::PermissionDenied
    )
}
