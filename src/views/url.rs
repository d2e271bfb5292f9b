//! Makes every address. Nothing else in the program joins paths of the site.

use crate::model::settings::Addresses;
use crate::model::{AnyId, Model};
use crate::parse::kinds::{self, Kind, Written};
use crate::text::Language;
use std::fmt::Write as _;

/// A page's place in the site: the folder of its language and its path below it, without extension.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    /// Empty for the first language, else `en/`.
    pub root: String,
    /// `roles/sales-clerk`, or `roles/index` for a folder's own page.
    pub path: String,
}

impl Address {
    /// The place of `path` in the part of the site that is in `language`.
    pub fn new(model: &Model, language: &Language, path: impl Into<String>) -> Address {
        let is_first = model.settings.languages.first() == Some(language);
        Address {
            root: if is_first {
                String::new()
            } else {
                format!("{language}/")
            },
            path: path.into(),
        }
    }

    /// The file that holds the page, below the output folder.
    pub fn file(&self, addresses: Addresses) -> String {
        let is_index = self.path == "index" || self.path.ends_with("/index");
        match addresses {
            Addresses::Folder if !is_index => format!("{}{}/index.html", self.root, self.path),
            _ => format!("{}{}.html", self.root, self.path),
        }
    }
}

/// The folder of the index page of a kind: `roles`.
pub fn folder(kind: Kind) -> &'static str {
    match kinds::row(kind).written {
        Written::Pages(folder) => folder,
        Written::Entries(name) | Written::Keyed(name) | Written::Whole(name) => name,
        Written::Inside(outer, _) => folder(outer),
        Written::Anywhere => "",
    }
}

/// Where a thing is shown: the path of its page, and the anchor on it if it shares the page.
///
/// `None` for what is shown nowhere: settings, waivers, the profile.
pub fn place(model: &Model, thing: AnyId) -> Option<(String, Option<String>)> {
    let head = model.head(thing)?;
    let id = segment(&head.id.value);
    let folder = folder(thing.kind);
    match thing.kind {
        Kind::Page => Some((page_path(&head.id.value), None)),
        Kind::Duty => {
            let duty = model.duties.items().get(thing.index as usize)?;
            let (page, _) = place(model, duty.area.into())?;
            Some((page, Some(id)))
        }
        Kind::Step => {
            let step = model.steps.items().get(thing.index as usize)?;
            let (page, _) = place(model, step.process.into())?;
            Some((page, Some(id)))
        }
        Kind::Term | Kind::Scope | Kind::Person => Some((format!("{folder}/index"), Some(id))),
        _ => Some((format!("{folder}/{id}"), None)),
    }
}

/// The path of a plain page: `guide/_index` and `guide/README` are the folder's own page.
pub fn page_path(id: &str) -> String {
    let mut parts: Vec<String> = id.split('/').map(segment).collect();
    if let Some(last) = parts.last_mut()
        && matches!(last.as_str(), "_index" | "README")
    {
        "index".clone_into(last);
    }
    parts.join("/")
}

/// A name as one part of a path: what no file system or server takes is replaced by `-`.
pub fn segment(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| {
            if c.is_control() || "<>:\"/\\|?*+%&#;".contains(c) {
                '-'
            } else {
                c
            }
        })
        .collect();
    let trimmed = kept.trim_matches([' ', '.']);
    if trimmed.is_empty() {
        "-".to_owned()
    } else {
        trimmed.to_owned()
    }
}

/// The address of the file `to` as written on the page that is the file `from`: always relative, with
/// what a URL cannot hold percent-encoded. Empty when both are the same.
pub fn relative(from: &str, to: &str) -> String {
    if from == to {
        return to.rsplit('/').next().map(encode).unwrap_or_default();
    }
    let (mut from_folders, mut to_rest) = (from, to);
    while let (Some((one, from_next)), Some((other, to_next))) =
        (from_folders.split_once('/'), to_rest.split_once('/'))
    {
        if one != other {
            break;
        }
        (from_folders, to_rest) = (from_next, to_next);
    }
    let mut out = "../".repeat(from_folders.matches('/').count());
    out.push_str(&encode(to_rest));
    out
}

/// Percent-encodes what a path of a URL cannot hold. Letters of any script stay as they are.
pub fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_ascii_control() || " \"#%<>?[\\]^`{|}".contains(c) {
            let _ = write!(out, "%{:02X}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}
