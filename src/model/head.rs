//! What every thing of a handbook has: an identity, a place, document control, and perhaps prose.

use crate::model::arena::{AnyId, Id};
use crate::model::reader::{NameOr, Reader};
use crate::model::role::Role;
use crate::parse::markdown::Body;
use crate::parse::record::Record;
use crate::span::{FilePath, Located, Span};
use crate::text::{Duration, Language, Localized};
use jiff::civil::Date;
use std::sync::Arc;

/// Identity and place of a thing.
#[derive(Clone, Debug)]
pub struct Head {
    /// Which thing this is.
    pub me: AnyId,
    /// Its id, and where that is written (the file's first line when the file's name gives it).
    pub id: Located<String>,
    /// Its name in all languages.
    pub name: Localized,
    /// Where its name is written.
    pub name_at: Span,
    /// Other names.
    pub aliases: Vec<Located<String>>,
    /// The whole of its fields.
    pub span: Span,
    /// Document control; that of the page it stands on for things inside a page.
    pub control: Control,
    /// The files that hold its prose, the master first.
    pub records: Vec<(Option<Language>, Arc<Option<Record>>)>,
}

/// Document control, after ISO 9001:2015, 7.5.2 and 7.5.3.
#[derive(Clone, Debug, Default)]
pub struct Control {
    /// Who keeps it right.
    pub owner: Option<Located<Id<Role>>>,
    /// Who wrote it.
    pub author: Option<Located<AnyId>>,
    /// Who put it in force.
    pub approved_by: Option<Located<Id<Role>>>,
    /// Its version.
    pub version: Option<Located<String>>,
    /// From when it holds.
    pub effective: Option<Located<Date>>,
    /// When it was last looked at.
    pub reviewed: Option<Located<Date>>,
    /// How often it must be looked at.
    pub review_every: Option<Located<Duration>>,
    /// `draft`, `in-force` or `obsolete`.
    pub status: Option<Located<String>>,
    /// What stands in its place.
    pub replaced_by: Option<Located<AnyId>>,
    /// Who must read it.
    pub read_by: Vec<Located<NameOr>>,
    /// Words to find it by.
    pub tags: Vec<Located<String>>,
    /// It holds numbers that are only assumed.
    pub assumption: bool,
    /// Which of the six readings it belongs to.
    pub reading: Vec<Located<String>>,
    /// Addresses that it had before, without extension.
    pub former: Vec<Located<String>>,
}

impl Control {
    /// Takes document control out of a page's header.
    pub fn read(reader: &mut Reader<'_>) -> Control {
        Control {
            owner: reader.one("owner"),
            author: reader.anys("author").into_iter().next(),
            approved_by: reader.one("approved_by"),
            version: reader.text("version"),
            effective: reader.date("effective"),
            reviewed: reader.date("reviewed"),
            review_every: reader.duration("review_every"),
            status: reader.text("status"),
            replaced_by: reader.anys("replaced_by").into_iter().next(),
            read_by: reader.names_or_words("read_by"),
            tags: reader.texts("tags"),
            assumption: reader.flag("assumption"),
            reading: reader.texts("reading"),
            former: reader.texts("former"),
        }
    }

    /// The day by which it must be looked at again; `None` where that was never promised.
    pub fn next_review(&self) -> Option<Date> {
        let last = self.reviewed.as_ref().or(self.effective.as_ref())?;
        self.review_every.as_ref()?.value.after(last.value)
    }
}

impl Head {
    /// The prose in `language`, else in the master language; with the file it stands in and the
    /// language it is really written in (`None` for the master).
    pub fn body(&self, language: &Language) -> Option<(&Body, &FilePath, Option<&Language>)> {
        let exact = self
            .records
            .iter()
            .find(|(written, _)| written.as_ref() == Some(language));
        let master = self.records.iter().find(|(written, _)| written.is_none());
        let (written, record) = exact.or(master)?;
        let record = record.as_ref().as_ref()?;
        let body = record.body.as_ref()?;
        Some((body, &record.file, written.as_ref()))
    }

    /// The file it is written in.
    pub fn file(&self) -> &FilePath {
        &self.span.file
    }
}
