//! What a view sees while it makes one page: the model, the words of the page's language, and how
//! everything is reached from there.

use crate::audit::Verdict;
use crate::model::links::Target;
use crate::model::settings::Addresses;
use crate::model::{AnyId, Entity, Id, Model, Relations};
use crate::parse::kinds::{self, Kind};
use crate::span::Located;
use crate::text::{Language, Localized, Tongue, date};
use crate::theme::{Strings, Theme};
use crate::views::page::{Day, Link};
use crate::views::url::{self, Address};
use jiff::civil::Date;

/// Everything that the pages of one language are made from.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// The organisation.
    pub model: &'a Model,
    /// What is wrong with it.
    pub verdict: &'a Verdict,
    /// How the site looks.
    pub theme: &'a Theme,
    /// The language.
    pub language: &'a Language,
    /// Its words.
    pub strings: &'a Strings,
    /// What follows from it.
    pub relations: &'a Relations,
    /// Who refers to whom.
    pub backlinks: &'a Backlinks,
}

/// Who refers to each thing, in order and once each.
pub type Backlinks = std::collections::BTreeMap<AnyId, Vec<AnyId>>;

impl<'a> Sight<'a> {
    /// The nearest of the two languages that Hejin itself speaks.
    pub fn tongue(&self) -> Tongue {
        self.language.tongue()
    }

    /// How addresses are written.
    pub fn addresses(&self) -> Addresses {
        self.model.settings.addresses
    }

    /// A page's place in this language.
    pub fn address(&self, path: &str) -> Address {
        Address::new(self.model, self.language, path)
    }

    /// The view from one page.
    pub fn from(&self, path: &str) -> From<'a> {
        let address = self.address(path);
        From {
            sight: *self,
            file: address.file(self.addresses()),
        }
    }

    /// An author's words in this language.
    pub fn say(&self, words: &Localized) -> String {
        words.say(self.language).to_owned()
    }

    /// The language of an author's words where it is not the page's.
    pub fn lang_of(&self, words: &Localized) -> Option<String> {
        let master = self.model.settings.languages.first()?;
        let is_foreign = master != self.language && !words.others.contains_key(self.language);
        (is_foreign && !words.master.is_ascii()).then(|| master.to_string())
    }

    /// A day in words and for machines.
    pub fn day(&self, day: Date) -> Day {
        Day {
            words: date::show(day, self.tongue()),
            iso: day.to_string(),
        }
    }
}

/// The view from one page: addresses are relative to it.
#[derive(Clone)]
pub struct From<'a> {
    /// What is seen.
    pub sight: Sight<'a>,
    /// The page's own file.
    pub file: String,
}

impl From<'_> {
    /// A link to a thing of any kind.
    pub fn any(&self, thing: AnyId) -> Link {
        let head = self.sight.model.head(thing);
        Link {
            name: head
                .map(|head| self.sight.say(&head.name))
                .unwrap_or_default(),
            href: self.href(thing),
            kind: kinds::row(thing.kind).id,
            lang: head.and_then(|head| self.sight.lang_of(&head.name)),
        }
    }

    /// A link to a thing.
    pub fn link<T: Entity>(&self, thing: Id<T>) -> Link {
        self.any(thing.into())
    }

    /// Links to several things.
    pub fn links<T: Entity>(&self, things: &[Located<Id<T>>]) -> Vec<Link> {
        things.iter().map(|thing| self.link(thing.value)).collect()
    }

    /// A link to the thing that a field names, if it names one.
    pub fn maybe<T: Entity>(&self, thing: Option<&Located<Id<T>>>) -> Option<Link> {
        thing.map(|thing| self.link(thing.value))
    }

    /// Links to several things of any kind.
    pub fn anys(&self, things: &[Located<AnyId>]) -> Vec<Link> {
        things.iter().map(|thing| self.any(thing.value)).collect()
    }

    /// The address of a thing; empty when it is shown nowhere.
    pub fn href(&self, thing: AnyId) -> String {
        match url::place(self.sight.model, thing) {
            Some((path, anchor)) => self.to(&path, anchor.as_deref()),
            None => String::new(),
        }
    }

    /// The address of a page of this language, or of an anchor on it.
    pub fn to(&self, path: &str, anchor: Option<&str>) -> String {
        let file = self.sight.address(path).file(self.sight.addresses());
        match anchor {
            Some(anchor) if file == self.file => format!("#{}", url::encode(anchor)),
            Some(anchor) => format!(
                "{}#{}",
                url::relative(&self.file, &file),
                url::encode(anchor)
            ),
            None => url::relative(&self.file, &file),
        }
    }

    /// A link to the index page of a kind.
    pub fn index(&self, kind: Kind) -> Link {
        let row = kinds::row(kind);
        Link {
            name: self
                .sight
                .strings
                .say(&format!("kinds.{}", row.id))
                .to_owned(),
            href: self.to(&format!("{}/index", url::folder(kind)), None),
            kind: row.id,
            lang: None,
        }
    }

    /// The address of a file of the whole site, such as a static file of the theme.
    pub fn file(&self, file: &str) -> String {
        url::relative(&self.file, file)
    }

    /// Where a link of prose leads from here; empty where it is lost.
    pub fn target(&self, target: &Target) -> String {
        match target {
            Target::Thing(thing, None) => self.href(*thing),
            Target::Thing(thing, Some(anchor)) => url::place(self.sight.model, *thing)
                .map_or_else(String::new, |(path, _)| self.to(&path, Some(anchor))),
            Target::Folder(path) => self.to(&format!("{}/index", url::page_path(path)), None),
            Target::Index(kind) => self.to(&format!("{}/index", url::folder(*kind)), None),
            Target::Asset(path) => self.file(&asset_file(path)),
            Target::Here(anchor) => format!("#{}", url::encode(anchor)),
            Target::Lost => String::new(),
        }
    }
}

/// Where an asset of the content stands in the site.
pub fn asset_file(path: &str) -> String {
    path.strip_prefix("content/").unwrap_or(path).to_owned()
}
