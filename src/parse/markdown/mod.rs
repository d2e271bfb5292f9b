//! Prose: the body of a page becomes HTML with *holes*.
//!
//! In comes the stretch of a file that is Markdown; out goes a [`Body`]: everything that a page needs
//! and that can be known from this one file. What can only be known later (where a link leads, what a
//! decision table says today, the word for "note" in the reader's language) is a hole, a [`Piece`] that
//! is not [`Piece::Html`]. So the result can be remembered between builds, and a link can be judged
//! and shown after everything is resolved.
//!
//! The way of a text, one file per station:
//!
//! 1. `veil`, with `cut`, `fence`, `cover` and `cjk`: the directives, the foreign shortcodes and the characters that
//!    mislead the rules of emphasis are covered by stand-ins *of the same length*. Whatever the parser
//!    then hands back is a stretch of the veiled text, and the same stretch of the original is what is
//!    meant: so places stay exact, and text in code comes out as it was written.
//! 2. pulldown-cmark reads the veiled text and yields events.
//! 3. `write` tells the events apart, and `block`, `words`, `span` (links), `note` (footnotes) and
//!    `embed` (directives) turn them into pieces; `raw` reads the HTML that the author wrote, tag by
//!    tag, and lets through what stands on its list (`tag`).
//! 4. `clean`, only where there was such HTML: the whole is balanced and cleaned by ammonia, with a
//!    mark that no author can write standing for each hole.
//!
//! Nothing here resolves, judges or words anything, and no text makes it panic, recurse without end or
//! take more than linear time.

mod block;
mod cjk;
mod clean;
mod cover;
mod cut;
mod embed;
mod escape;
mod fence;
mod ground;
mod known;
mod link;
mod note;
mod out;
mod pool;
mod raw;
mod slug;
mod span;
mod tag;
mod veil;
mod words;
mod write;

pub use escape::{escape_attribute, escape_href, escape_text};
pub use known::{Argument, BLOCKS, INLINES, Known, known_block, known_inline};
pub use link::{Link, LinkKind, Notation};

use crate::fault::Fault;
use crate::span::{Located, Span};

/// Which Markdown is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dialect(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Handbook,
    Plain,
    CommonMark,
}

impl Dialect {
    /// The pages of a handbook: everything on.
    pub const HANDBOOK: Dialect = Dialect(Kind::Handbook);
    /// The pages of a folder that is no handbook: the same, but a directive that nobody knows is another
    /// program's, not a slip of the pen.
    pub const PLAIN: Dialect = Dialect(Kind::Plain);
    /// CommonMark 0.31.2 alone: no extensions, no rules for Chinese, no ids, nothing cleaned. For
    /// measuring, never for pages.
    pub const COMMONMARK: Dialect = Dialect(Kind::CommonMark);

    /// Whether everything beyond CommonMark is on.
    fn extended(self) -> bool {
        self.0 != Kind::CommonMark
    }
}

/// The body of a page, read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Body {
    /// In order; written one after another they are the page's HTML.
    pub pieces: Vec<Piece>,
    /// The headings, in order, those inside directives among them.
    pub headings: Vec<Heading>,
    /// Everything that leads to a place inside the site.
    pub links: Vec<Link>,
    /// What is to be filled in from the handbook's own data.
    pub directives: Vec<Directive>,
    /// Ids that the author's own HTML gives, so that a link may lead to them.
    pub anchors: Vec<Located<String>>,
    /// The text without marks, for search and excerpts: one block on a line, headings on their own.
    pub plain: String,
    /// What could not be used as it is written.
    pub faults: Vec<Fault>,
}

/// A part of the page's HTML.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Finished HTML, clean. Not necessarily balanced by itself.
    Html(String),
    /// Inside the quotes of an attribute: the address that this link resolves to.
    Href(usize),
    /// The name of what this link leads to: it was written `[[target]]`, without words of its own. As
    /// text, or inside the quotes of an attribute.
    Text(usize),
    /// What this directive shows.
    Directive(usize),
    /// A word of the theme, by name, as text or inside the quotes of an attribute: `note`, `tip`,
    /// `important`, `warning`, `caution`, `heading-link`, `table`, `task-done`, `task-open`,
    /// `footnotes`, `footnote-back`.
    Word(&'static str),
    /// Shows nothing. What stands before it is a level-1 heading with which the page begins, so that a
    /// page that shows its title elsewhere can leave it out.
    TitleEnd,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id in the page, never empty, never given twice.
    pub id: String,
    /// Its words, without marks.
    pub text: String,
    /// The whole heading in the file.
    pub span: Span,
}

/// A place in prose for the handbook's own data.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Directive {
    /// Its name in [`BLOCKS`] or [`INLINES`], also where the author wrote the Chinese one.
    pub name: &'static str,
    /// What was written after the name, in order.
    pub args: Vec<Arg>,
    /// What stands between the lines `:::`, already read; empty for the others.
    pub inner: Vec<Piece>,
    /// Where it stands.
    pub setting: Setting,
    /// The whole of it, or its first line where it is a block.
    pub span: Span,
}

/// A word after a directive's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Arg {
    /// What stands before `=`, if anything does.
    pub key: Option<Located<String>>,
    /// The word itself, without quotes.
    pub value: Located<String>,
}

/// What a directive stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// It is a block of its own.
    Block,
    /// It stands in a line of text.
    Inline,
    /// It stands in the words of a link: it must not make a link itself.
    InLink,
}

/// Read `text`, which is exactly what stands at `source` in its file.
pub fn parse(source: &Span, text: &str, dialect: Dialect) -> Body {
    write::page(source, text, dialect)
}
