//! Outputs and survey → what is to be done with each file. Reads old files only where they may have
//! been edited; writes nothing.

use super::Outputs;
use super::manifest::{self, Claim, Manifest};
use super::survey::Survey;
use super::target::Target;
use crate::disk::finish;
use crate::disk::system::{FILE, Stamp};
use crate::disk::trouble::{Doing, Trouble};
use crate::memo::Digest;
use crate::sources::Bytes;
use crate::span::FilePath;
use rayon::prelude::*;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// What is to be done.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// With each output, in the order of paths.
    pub steps: Vec<Step<'a>>,
    /// What the folder's files will be.
    pub claims: Manifest,
    /// The manifest as it will be written.
    pub manifest: Bytes,
    /// The time of its file.
    pub manifest_time: Time,
    /// Our files that are no more.
    pub gone: Vec<FilePath>,
    /// Whether an old file had to be read to know whether it is as we wrote it.
    pub doubted: bool,
}

/// What is to be done with one output.
#[derive(Debug)]
pub(super) struct Step<'a> {
    /// Its path.
    pub path: &'a FilePath,
    /// Its bytes.
    pub bytes: &'a Bytes,
    /// Their digest and length.
    pub claim: Claim,
    /// What is to be done.
    pub fate: Fate,
}

/// What is to be done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// The old file is right, and so is its time.
    Keep,
    /// It is written.
    Write(Time),
}

/// The time that a written file gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// That of its writing.
    Now,
    /// This one: its bytes are those of the old file.
    Of(SystemTime),
    /// That of its writing, but a second or more after the old file's, so that a server that makes its
    /// tags of whole seconds makes another one.
    After(SystemTime),
}

impl Plan<'_> {
    /// How many outputs are written.
    pub(super) fn written(&self) -> usize {
        let written = |step: &&Step<'_>| step.fate != Fate::Keep;
        self.steps.iter().filter(written).count()
    }

    /// Whether the folder is as it should be.
    pub(super) fn is_still(&self, survey: &Survey) -> bool {
        let manifest = survey.manifest.as_ref().is_some_and(|(bytes, stamp)| {
            let same = matches!(&self.manifest, Bytes::Own(new) if **new == **bytes);
            same && stamp.mode == FILE
        });
        manifest && survey.folders_fit && self.gone.is_empty() && self.written() == 0
    }
}

/// Decides what is to be done with each output.
pub(super) fn make<'a>(
    outputs: &'a Outputs,
    survey: &Survey,
    target: &Target,
) -> Result<Plan<'a>, Trouble> {
    let made: Vec<(Step<'a>, bool)> = outputs
        .par_iter()
        .map(|(path, bytes)| step(path, bytes, survey, target))
        .collect::<Result<_, _>>()?;
    let doubted = made.iter().any(|(_, doubted)| *doubted);
    let steps: Vec<Step<'a>> = made.into_iter().map(|(step, _)| step).collect();
    let claims: Manifest = steps
        .iter()
        .map(|step| (FilePath::clone(step.path), step.claim))
        .collect();
    let manifest: Arc<[u8]> = manifest::write(&claims).into_bytes().into();
    let manifest_time = match &survey.manifest {
        None => Time::Now,
        Some((bytes, stamp)) if **bytes == *manifest => Time::Of(stamp.modified),
        Some((_, stamp)) => Time::After(stamp.modified),
    };
    let gone = survey.own.keys().filter(|path| !claims.contains_key(*path));
    Ok(Plan {
        gone: gone.cloned().collect(),
        manifest: Bytes::Own(manifest),
        manifest_time,
        doubted,
        claims,
        steps,
    })
}

/// The step for one output, and whether the old file had to be read.
fn step<'a>(
    path: &'a FilePath,
    bytes: &'a Bytes,
    survey: &Survey,
    target: &Target,
) -> Result<(Step<'a>, bool), Trouble> {
    let claim = claim(bytes);
    let step = |fate| Step {
        path,
        bytes,
        claim,
        fate,
    };
    let Some(old) = survey.own.get(path) else {
        return Ok((step(Fate::Write(Time::Now)), false));
    };
    let recorded = survey.claims.get(path).and_then(|claim| claim.digest);
    let doubted = !sealed(old, survey);
    let same = old.length == claim.length
        && claim.digest
            == if doubted {
                Some(digest_of(&target.at(path))?)
            } else {
                recorded
            };
    let fate = match (same, old.mode) {
        (true, FILE) => Fate::Keep,
        (true, _) => Fate::Write(Time::Of(old.modified)),
        (false, _) => Fate::Write(Time::After(old.modified)),
    };
    Ok((step(fate), doubted))
}

/// Whether nothing about the file has changed since the manifest was last sealed, which is the last
/// thing that publishing does. Nobody can set back the time of a change, as `touch` and `rsync` set
/// back the time of the bytes.
fn sealed(old: &Stamp, survey: &Survey) -> bool {
    let manifest = survey.manifest.as_ref();
    manifest.is_some_and(|(_, manifest)| old.changed < manifest.changed)
}

/// The digest and length of an output.
fn claim(bytes: &Bytes) -> Claim {
    let mut hasher = blake3::Hasher::new();
    match bytes {
        Bytes::Own(bytes) => drop(hasher.update(bytes)),
        Bytes::Pieces(pieces) => {
            for piece in pieces.iter() {
                hasher.update(piece.as_bytes());
            }
        }
        Bytes::Asset(asset) => {
            return Claim {
                digest: Some(asset.digest),
                length: asset.length,
            };
        }
    }
    Claim {
        digest: Some(finish(&hasher)),
        length: hasher.count(),
    }
}

fn digest_of(place: &Path) -> Result<Digest, Trouble> {
    let mut hasher = blake3::Hasher::new();
    File::open(place)
        .and_then(|file| hasher.update_reader(file).map(drop))
        .doing("读取已发布的文件", "reading the published file", place)?;
    Ok(finish(&hasher))
}
