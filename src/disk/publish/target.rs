//! The output folder's real place, and the places and paths that are refused.

use super::manifest::RESERVED;
use super::{Outputs, system};
use crate::disk::Folders;
use crate::disk::names::below;
use crate::disk::trouble::{Doing, Trouble, deed};
use crate::text::Words;
use std::path::{Component, Path, PathBuf};

/// The folder that is published, free of links.
#[derive(Debug)]
pub(super) struct Target {
    /// The folder, which may not exist yet.
    pub place: PathBuf,
    /// The folder that it is in.
    pub parent: PathBuf,
    /// Its name there.
    pub name: String,
}

impl Target {
    /// Where the output `path` lies.
    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.place.join(path)
    }
}

/// The real place of the output folder, refused where publishing there would harm.
pub(super) fn find(folders: &Folders) -> Result<Target, Trouble> {
    let output = &folders.output;
    let place = real(output)?;
    let refuse = |why: Words| Err(Trouble::refused(publishing(output), why));
    if place.exists() && !place.is_dir() {
        return refuse(Words::new("它不是文件夹", "it is not a folder"));
    }
    if let Some(why) = harm(&place, folders) {
        return refuse(why);
    }
    match (place.parent(), place.file_name().and_then(|it| it.to_str())) {
        (Some(parent), Some(name)) => Ok(Target {
            parent: parent.to_path_buf(),
            name: name.to_owned(),
            place,
        }),
        (Some(_), None) => refuse(Words::new("它的名字不是 UTF-8", "its name is not UTF-8")),
        (None, _) => refuse(Words::new("它是根文件夹", "it is the root folder")),
    }
}

/// What is being done, for a trouble's message.
pub(super) fn publishing(output: &Path) -> Words {
    deed("发布到", "publishing to", output)
}

/// `path` free of links, though its last parts may not exist yet.
fn real(path: &Path) -> Result<PathBuf, Trouble> {
    let doing = |result: std::io::Result<PathBuf>| {
        result.doing("寻找输出文件夹", "finding the output folder", path)
    };
    let whole = doing(std::path::absolute(path))?;
    let there = whole.ancestors().find(|it| it.symlink_metadata().is_ok());
    let there = there.unwrap_or(&whole);
    let rest = whole.strip_prefix(there).unwrap_or(Path::new(""));
    if rest.components().any(|part| part == Component::ParentDir) {
        return Err(Trouble::refused(
            publishing(path),
            Words::new(
                "路径里的“..”经过不存在的文件夹",
                "its `..` leads through a folder that does not exist",
            ),
        ));
    }
    let there = doing(there.canonicalize())?;
    // Joining nothing would add a slash, and the root of `/` is `/`.
    Ok(if rest.as_os_str().is_empty() {
        there
    } else {
        there.join(rest)
    })
}

/// Why nothing may be published to `place`: we would replace what was written by people.
fn harm(place: &Path, folders: &Folders) -> Option<Words> {
    let holds = |folder: &Path| folder.canonicalize().is_ok_and(|it| it.starts_with(place));
    if holds(&folders.content) {
        return Some(Words::new(
            "它是内容文件夹，或者包含内容文件夹",
            "it is the content folder, or holds it",
        ));
    }
    if folders.theme_root.as_deref().is_some_and(holds) {
        return Some(Words::new(
            "它是主题文件夹，或者包含主题文件夹",
            "it is the folder of themes, or holds it",
        ));
    }
    if std::env::home_dir().as_deref().is_some_and(holds) {
        return Some(Words::new(
            "它是用户的主文件夹，或者包含主文件夹",
            "it is the home folder, or holds it",
        ));
    }
    None
}

/// Refuses outputs whose path could leave the folder, is ours for other ends, or leads through
/// another output. None of it can come from content; a theme's address could.
pub(super) fn check_paths(outputs: &Outputs) -> Result<(), Trouble> {
    for path in outputs.keys() {
        let fine = below(path).is_some() && !path.starts_with(RESERVED);
        let through = folders_of(path).find(|folder| outputs.contains_key(*folder));
        if !fine || through.is_some() {
            return Err(Trouble::refused(
                deed("写出", "writing out", Path::new(&**path)),
                match through {
                    None => Words::new("这个路径不能写", "this path cannot be written"),
                    Some(other) => Words::new(
                        format!("{other} 是文件，不是文件夹"),
                        format!("{other} is a file, not a folder"),
                    ),
                },
            ));
        }
    }
    Ok(())
}

/// The folders that `path` lies in, the innermost first.
pub(super) fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.char_indices().rev().filter(|(_, it)| *it == '/');
    ends.map(|(end, _)| &path[..end])
}

/// Makes a folder with the permissions of policy.
pub(super) fn make_folder(place: &Path) -> Result<(), Trouble> {
    std::fs::create_dir(place)
        .and_then(|()| system::permit_at(place, system::FOLDER))
        .doing("建立文件夹", "making the folder", place)
}
