//! A handbook of any size: the project's own, copied with every id and name made its own, so that each
//! copy refers to itself and the proportions stay those of the original.

use hejin::model::{Model, Options};
use hejin::parse::kinds::{KINDS, Kind, is_key};
use hejin::site;
use hejin::sources::Sources;
use hejin::text::Language;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Files of which a handbook has one.
const SINGLE: &[&str] = &[
    "handbook.yaml",
    "profile.yaml",
    "calendar.yaml",
    "waivers.yaml",
    "index.md",
];

/// What is to be told apart between copies.
struct Words {
    /// Ids, which stand alone among letters, digits and hyphens.
    ids: BTreeSet<String>,
    /// Names by their first character, the longest first.
    names: BTreeMap<char, Vec<String>>,
}

/// As many copies of a handbook as give at least `pages` pages, each file by its path below the content.
pub(crate) fn handbook(
    original: &Sources,
    options: &Options,
    pages: usize,
) -> BTreeMap<String, String> {
    let (built, _) = site::build(original, options, &site::Memos::default());
    let copies = pages.div_ceil(built.pages.max(1)).max(1);
    let words = words(&built.model);
    let mut files = BTreeMap::new();
    for (path, text) in &original.texts {
        let Some(path) = path.strip_prefix("content/") else {
            continue;
        };
        files.insert(path.to_owned(), text.text.to_string());
        if SINGLE.contains(&path) {
            continue;
        }
        for copy in 2..=copies {
            files.insert(place(path, copy), words.copy(&text.text, copy));
        }
    }
    files
}

/// Where a copy of a file lies: beside the first, or, for a list, in a folder of that name.
fn place(path: &str, copy: usize) -> String {
    let (stem, end) = path.rsplit_once('.').unwrap_or((path, ""));
    if path.contains('/') {
        format!("{stem}-{copy}.{end}")
    } else {
        format!("{stem}/copy-{copy}.{end}")
    }
}

fn words(model: &Model) -> Words {
    let languages = [Language::new("zh"), Language::new("en")];
    let mut ids = BTreeSet::new();
    let mut all = BTreeSet::new();
    for head in KINDS.iter().flat_map(|row| model.all_of(row.kind)) {
        ids.insert(head.id.value.clone());
        if head.me.kind == Kind::Term {
            continue;
        }
        all.extend(
            languages
                .iter()
                .map(|language| head.name.say(language).to_owned()),
        );
        all.extend(head.aliases.iter().map(|alias| alias.value.clone()));
    }
    let mut names: BTreeMap<char, Vec<String>> = BTreeMap::new();
    for name in all.into_iter().filter(|name| name.chars().count() > 2) {
        if let Some(first) = name.chars().next() {
            names.entry(first).or_default().push(name);
        }
    }
    for names in names.values_mut() {
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    }
    Words { ids, names }
}

impl Words {
    /// A text in which every id and name is that of copy `copy`.
    fn copy(&self, text: &str, copy: usize) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 8);
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c: char| !is_id_letter(c)).unwrap_or(rest.len());
            let length = if end > 0 && self.is_id(rest, end) {
                out.push_str(&rest[..end]);
                out.push_str(&format!("-{copy}"));
                end
            } else if let Some(name) = self.name(rest, first) {
                out.push_str(name);
                out.push_str(&format!("·{copy}"));
                name.len()
            } else {
                let length = end.max(first.len_utf8());
                out.push_str(&rest[..length]);
                length
            };
            rest = &rest[length..];
        }
        out
    }

    /// Whether the first `end` bytes are an id and no key.
    fn is_id(&self, rest: &str, end: usize) -> bool {
        let word = &rest[..end];
        self.ids.contains(word) && !(rest[end..].starts_with(':') && is_key(word))
    }

    /// The longest name that the text begins with.
    fn name(&self, rest: &str, first: char) -> Option<&str> {
        let names = self.names.get(&first)?;
        names
            .iter()
            .map(String::as_str)
            .find(|name| rest.starts_with(name))
    }
}

fn is_id_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}
