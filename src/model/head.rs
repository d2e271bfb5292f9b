//! What every thing of a handbook has: an identity, a place, document control, and perhaps prose.

use crate::fault::Fault;
use crate::model::arena::{AnyId, Id};
use crate::model::reader::{NameOr, Reader};
use crate::model::role::Role;
use crate::span::{FilePath, Located, Span};
use crate::text::{Duration, Language, Localized, Words};
use jiff::civil::Date;

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
    /// The files that hold its prose, by their place among all files, the master first.
    pub files: Vec<(Option<Language>, usize)>,
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
            former: former(reader),
        }
    }

    /// The day by which it must be looked at again; `None` where that was never promised.
    pub fn next_review(&self) -> Option<Date> {
        let last = self.reviewed.as_ref().or(self.effective.as_ref())?;
        self.review_every.as_ref()?.value.after(last.value)
    }
}

/// Former addresses, without those that no file can have.
fn former(reader: &mut Reader<'_>) -> Vec<Located<String>> {
    let all = reader.texts("former");
    let (good, bad): (Vec<_>, Vec<_>) = all.into_iter().partition(|path| is_address(&path.value));
    for path in bad {
        let why = Words::new(
            "旧地址是网站里的路径，例如 meetings/monthly-review.html",
            "a former address is a path within the site, such as `meetings/monthly-review.html`",
        );
        let fault = Fault::new("unreadable-value", path.span).blank("text", path.value);
        reader.seen.faults.push(fault.blank("why", why));
    }
    good
}

fn is_address(path: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    let is_kept = |c: char| !c.is_control() && !"<>:\"\\|?*#".contains(c);
    path.chars().all(is_kept) && path.trim_matches('/').split('/').all(is_part)
}

impl Head {
    /// The file whose prose is shown in `language`: its own, else the master's; with the language that it
    /// is really written in (`None` for the master).
    pub fn file_in(&self, language: &Language) -> Option<(Option<&Language>, usize)> {
        let exact = self
            .files
            .iter()
            .find(|(written, _)| written.as_ref() == Some(language));
        let master = || self.files.iter().find(|(written, _)| written.is_none());
        exact
            .or_else(master)
            .map(|(written, at)| (written.as_ref(), *at))
    }

    /// The file it is written in.
    pub fn file(&self) -> &FilePath {
        &self.span.file
    }
}
