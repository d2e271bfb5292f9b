//! The navigation: which pages there are, in which folder, in which order.

use crate::text::spoken;
use crate::views::page::Page;
use crate::views::sight::Sight;
use std::collections::BTreeMap;

/// The folders at the top of a handbook, as readers meet them; folders of the author's own stand where
/// the gap is, before what the program adds.
const ORDER: (&[&str], &[&str]) = (
    &[
        "guide",
        "departments",
        "roles",
        "responsibilities",
        "matrix",
        "decisions",
        "processes",
        "meetings",
        "forms",
        "services",
        "goals",
        "budgets",
        "training",
        "careers",
        "policies",
        "tensions",
        "glossary",
        "people",
        "scopes",
        "calendar",
    ],
    &["audit", "reference"],
);

/// A folder of the site in one language, and what lies directly in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its title: that of its index page, else its folder's name.
    pub title: String,
    /// Path of its index page; nothing where there is none.
    pub index: Option<String>,
    /// Pages in it, in order: title and path.
    pub pages: Vec<(String, String)>,
    /// Folders in it, in order, by path.
    pub sections: Vec<String>,
}

/// The folders of the site in one language by path; the root is the empty path.
pub type Sections = BTreeMap<String, Section>;

/// Sorts the pages of one language into their folders. The pages come in reading order.
pub fn sections<'a>(pages: impl Iterator<Item = &'a Page>) -> Sections {
    let mut sections = Sections::new();
    sections.insert(String::new(), Section::default());
    for page in pages {
        let path = page.address.path.as_str();
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        open(&mut sections, folder);
        let Some(section) = sections.get_mut(folder) else {
            continue;
        };
        if name == "index" {
            section.title.clone_from(&page.common.title);
            section.index = Some(path.to_owned());
        } else {
            section
                .pages
                .push((page.common.title.clone(), path.to_owned()));
        }
    }
    sections
}

/// Puts the folders at the top of a handbook into the order in which readers meet them.
pub fn arrange(sections: &mut Sections) {
    if let Some(root) = sections.get_mut("") {
        root.sections.sort_by_key(|folder| rank(folder));
    }
}

fn rank(folder: &str) -> (usize, usize) {
    let (first, last) = ORDER;
    let at = |folders: &[&str]| folders.iter().position(|known| *known == folder);
    match (at(first), at(last)) {
        (Some(at), _) => (0, at),
        (_, Some(at)) => (2, at),
        (None, None) => (1, 0),
    }
}

/// What a folder is called that has no page of its own: the theme's word for it, else its name.
pub fn folder_title(sight: &Sight<'_>, folder: &str) -> String {
    let name = folder.rsplit('/').next().unwrap_or(folder);
    let key = format!("folders.{name}");
    let known = sight.strings.say(&key);
    if known == key || !sight.model.settings.is_handbook {
        spoken(name)
    } else {
        known.to_owned()
    }
}

/// Makes sure that a folder and those above it are there.
fn open(sections: &mut Sections, folder: &str) {
    if sections.contains_key(folder) {
        return;
    }
    let (parent, name) = folder.rsplit_once('/').unwrap_or(("", folder));
    open(sections, parent);
    if let Some(parent) = sections.get_mut(parent) {
        parent.sections.push(folder.to_owned());
    }
    sections.insert(
        folder.to_owned(),
        Section {
            title: spoken(name),
            ..Section::default()
        },
    );
}
