//! The navigation: which pages there are, in which folder, in which order.

use crate::views::page::Page;
use std::collections::BTreeMap;

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
            title: name.replace(['-', '_'], " "),
            ..Section::default()
        },
    );
}
