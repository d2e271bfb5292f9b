//! A page still to be drawn. Its fields are all that its bytes depend on, besides the theme and the frame.

use crate::memo::{Digest, digest};
use crate::parse::record::Record;
use crate::text::Language;
use crate::views::url::Address;
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;

/// One page of the site.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// In which language it speaks.
    pub language: Language,
    /// The template that draws it, without `.html`.
    pub template: &'static str,
    /// The folder whose part of the navigation is open.
    pub section: String,
    /// What every page says of itself.
    pub common: Common,
    /// What only this kind of page says: the template's `view`.
    pub view: Value,
    /// Its prose.
    pub prose: Option<Prose>,
    /// Digest of all of it, made when the page is finished.
    pub digest: Digest,
}

/// What every page says of itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Common {
    /// Its title.
    pub title: String,
    /// What kind of thing it shows, as a word of the theme: `meeting`.
    pub kind: &'static str,
    /// Its name in addresses and data: the thing's id.
    pub id: String,
    /// One sentence on it, for search engines and previews; may be empty.
    pub description: String,
    /// The way to it from home, without itself.
    pub crumbs: Vec<Link>,
    /// The page before.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
    /// The same page in the other languages.
    pub languages: Vec<LanguageLink>,
    /// The headings of its prose, for the contents.
    pub contents: Vec<ContentsItem>,
    /// The headings of what its view shows, for the contents.
    pub sections: Vec<ContentsItem>,
    /// Document control; nothing on pages that nobody wrote.
    pub strip: Option<Strip>,
    /// Where the thing is used, by kind.
    pub used_in: Vec<UsedIn>,
    /// The source file, below the handbook's root.
    pub source: String,
}

/// A link to something, as seen from the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Its name in the page's language.
    pub name: String,
    /// Its address, relative to the page; empty when it is shown nowhere.
    pub href: String,
    /// The kind of thing it leads to: `role`.
    pub kind: &'static str,
    /// The language of the name where it is not the page's.
    pub lang: Option<String>,
}

/// The page in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageLink {
    /// BCP 47 tag.
    pub tag: String,
    /// The language's name in itself.
    pub name: String,
    /// The page's address there, relative to this page.
    pub href: String,
    /// This is the page's own language.
    pub is_current: bool,
}

/// One line of the contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContentsItem {
    /// 2 to 6.
    pub level: u8,
    /// Anchor.
    pub id: String,
    /// Words.
    pub text: String,
}

/// Document control as shown on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Strip {
    /// Who keeps it right.
    pub owner: Option<Link>,
    /// Who put it in force.
    pub approved_by: Option<Link>,
    /// Its version.
    pub version: String,
    /// From when it holds, as a date in words and as ISO 8601.
    pub effective: Option<Day>,
    /// The day by which it is looked at again.
    pub next_review: Option<Day>,
    /// That day is past.
    pub is_overdue: bool,
    /// It is not in force yet.
    pub is_future: bool,
    /// `draft`, `in-force` or `obsolete`.
    pub status: String,
    /// What stands in its place.
    pub replaced_by: Option<Link>,
    /// Some of its numbers are assumed.
    pub assumption: bool,
    /// Who must read it.
    pub read_by: Vec<Link>,
}

/// A day, for eyes and for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// `2026年1月1日`.
    pub words: String,
    /// `2026-01-01`.
    pub iso: String,
}

/// The things of one kind that use the page's thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UsedIn {
    /// Their kind.
    pub kind: &'static str,
    /// They.
    pub things: Vec<Link>,
}

/// The prose of a page: the remembered body of a file, and what fills its holes here.
#[derive(Clone, Debug)]
pub struct Prose {
    /// The file; it has a body.
    pub record: Arc<Option<Record>>,
    /// Its place among all files.
    pub at: usize,
    /// The language of the prose where it is not the page's.
    pub lang: Option<String>,
    /// The address of each link, as seen from the page; empty where it is lost.
    pub hrefs: Vec<String>,
    /// The name of what each link without words leads to.
    pub names: Vec<String>,
    /// What each directive shows.
    pub embeds: Vec<Embed>,
    /// The page shows its title elsewhere, so a heading that begins the prose is left out.
    pub drops_title: bool,
}

/// What a directive shows: a template of its own, and its data.
#[derive(Clone, Debug, Serialize)]
pub struct Embed {
    /// Template below `embed/`, without `.html`; empty for what is shown as the text it was.
    pub template: String,
    /// The template's `view`.
    pub view: Value,
}

impl Page {
    /// A page that says nothing yet.
    pub fn new(address: Address, language: Language, template: &'static str) -> Page {
        Page {
            address,
            language,
            template,
            section: String::new(),
            common: Common::default(),
            view: Value::Null,
            prose: None,
            digest: 0,
        }
    }

    /// Notes the digest of everything that the page's bytes depend on, besides theme and frame.
    pub fn seal(&mut self) {
        let common = serde_json::to_vec(&self.common).unwrap_or_default();
        let view = serde_json::to_vec(&self.view).unwrap_or_default();
        let prose = self
            .prose
            .as_ref()
            .map(Prose::fingerprint)
            .unwrap_or_default();
        self.digest = digest(&[
            self.address.root.as_bytes(),
            self.address.path.as_bytes(),
            self.language.0.as_bytes(),
            self.template.as_bytes(),
            self.section.as_bytes(),
            &common,
            &view,
            &prose,
        ]);
    }
}

impl Prose {
    /// The body by the digest of its text, and what fills its holes.
    fn fingerprint(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        if let Some(record) = self.record.as_ref() {
            bytes.extend(record.digest.to_le_bytes());
            bytes.extend(record.file.as_bytes());
        }
        let marks = (
            &self.lang,
            &self.hrefs,
            &self.names,
            &self.embeds,
            self.drops_title,
        );
        bytes.extend(serde_json::to_vec(&marks).unwrap_or_default());
        bytes
    }
}
