//! The fallback where folders cannot be exchanged: all new files are written into a hidden folder
//! first, then renamed into place: assets, pages, the manifest; then the removals.
//!
//! Most that can fail fails while staging, when nothing has changed. Before the first rename the
//! manifest claims old and new files both, so that a build that dies amid the renames leaves nothing
//! that the next one would take for a guest.

use super::manifest::{self, Claim, NAME, RESERVED};
use super::plan::{Fate, Plan, Step, Time};
use super::stage::{self, Stage};
use super::survey::Survey;
use super::target::{Target, folders_of, make_folder};
use crate::disk::system::{self, FOLDER};
use crate::disk::trouble::{Doing, Trouble};
use crate::sources::Bytes;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Brings the folder to its new state file by file.
pub(super) fn publish(plan: &Plan<'_>, survey: &Survey, target: &Target) -> Result<(), Trouble> {
    if !target.place.exists() {
        make_folder(&target.place)?;
    }
    let stage = target.at(&format!("{RESERVED}stage-{}", std::process::id()));
    let stage = Stage::make(stage)?;
    // It lies in what is served, and is nobody's business yet.
    system::permit_at(&stage.place, system::PRIVATE).doing(
        "建立文件夹",
        "making the folder",
        &stage.place,
    )?;
    let written = write_all(&stage, plan)?;
    let manifest = stage.place.join("manifest");
    stage::write(
        &manifest,
        &plan.manifest,
        plan.manifest_time,
        &mut Vec::new(),
    )?;
    let claimed = stage.place.join("claimed");
    let both = Bytes::Own(claims_of_both(plan, survey).into_bytes().into());
    stage::write(&claimed, &both, Time::Now, &mut Vec::new())?;
    system::settle(&stage.place).doing("存盘", "settling", &stage.place)?;

    put(&claimed, &target.at(NAME))?;
    clear_way(plan, survey, target)?;
    make_folders(plan, target)?;
    let page = |step: &Step<'_>| step.path.ends_with(".html");
    for (step, from) in written.iter().filter(|(step, _)| !page(step)) {
        put(from, &target.at(step.path))?;
    }
    for (step, from) in written.iter().filter(|(step, _)| page(step)) {
        put(from, &target.at(step.path))?;
    }
    put(&manifest, &target.at(NAME))?;
    for path in &plan.gone {
        remove(path, target);
    }
    system::settle(&target.place).doing("存盘", "settling", &target.place)
}

/// Writes every file that is not kept into the stage, each under its number.
fn write_all<'a>(
    stage: &Stage,
    plan: &'a Plan<'a>,
) -> Result<Vec<(&'a Step<'a>, PathBuf)>, Trouble> {
    let write = |buffer: &mut Vec<u8>, (number, step): (usize, &'a Step<'a>)| {
        let Fate::Write(time) = step.fate else {
            return Ok(None);
        };
        let place = stage.place.join(number.to_string());
        stage::write(&place, step.bytes, time, buffer)?;
        Ok(Some((step, place)))
    };
    let steps = plan.steps.par_iter().enumerate();
    let written: Vec<Option<_>> = steps
        .map_init(Vec::new, write)
        .collect::<Result<_, Trouble>>()?;
    Ok(written.into_iter().flatten().collect())
}

/// A manifest that claims the old files and the new, and says of no file that changes what it holds.
fn claims_of_both(plan: &Plan<'_>, survey: &Survey) -> String {
    let unsure = |length| Claim {
        digest: None,
        length,
    };
    let old = survey.claims.iter();
    let mut claims: manifest::Manifest = old
        .map(|(path, claim)| (path.clone(), unsure(claim.length)))
        .collect();
    for step in &plan.steps {
        let claim = match step.fate {
            Fate::Keep => step.claim,
            Fate::Write(_) => unsure(step.claim.length),
        };
        claims.insert(step.path.clone(), claim);
    }
    manifest::write(&claims)
}

/// Removes old files of ours where a folder is needed now, and old folders where a file is.
fn clear_way(plan: &Plan<'_>, survey: &Survey, target: &Target) -> Result<(), Trouble> {
    let needed: BTreeSet<&str> = plan
        .steps
        .iter()
        .flat_map(|step| folders_of(step.path))
        .collect();
    for path in &plan.gone {
        let becomes_file = folders_of(path).any(|folder| plan.claims.contains_key(folder));
        if becomes_file || needed.contains(&**path) {
            remove(path, target);
        }
    }
    // A folder that a file replaces may be empty already, and then no path of ours leads to it.
    for step in plan.steps.iter().filter(|step| step.fate != Fate::Keep) {
        let place = target.at(step.path);
        if !survey.own.contains_key(step.path) && is_folder(&place) {
            fs::remove_dir(&place).doing("移除文件夹", "removing the folder", &place)?;
        }
    }
    Ok(())
}

fn is_folder(place: &Path) -> bool {
    place.symlink_metadata().is_ok_and(|it| it.is_dir())
}

/// Makes the folders that are missing; all of ours get the permissions of policy.
fn make_folders(plan: &Plan<'_>, target: &Target) -> Result<(), Trouble> {
    let needed: BTreeSet<&str> = plan
        .steps
        .iter()
        .flat_map(|step| folders_of(step.path))
        .collect();
    for folder in needed {
        let place = target.at(folder);
        if !is_folder(&place) {
            make_folder(&place)?;
            system::disinherit(&place);
        }
        // A folder that is not ours to change serves as it is.
        let _ = system::permit_at(&place, FOLDER);
    }
    // So does a mount point.
    let _ = system::permit_at(&target.place, FOLDER);
    Ok(())
}

fn put(from: &Path, to: &Path) -> Result<(), Trouble> {
    fs::rename(from, to).doing("替换", "replacing", to)
}

/// Removes an old file of ours, and the folders that it leaves empty.
fn remove(path: &str, target: &Target) {
    let _ = fs::remove_file(target.at(path));
    for folder in folders_of(path) {
        if fs::remove_dir(target.at(folder)).is_err() {
            break;
        }
    }
}
