//! What a kind's fields are called and what may stand in them.
//!
//! One table of [`Field`]s per kind drives all that must agree: decoding, the suggestion for an unknown
//! key, the reference pages, and whatever else describes the format.

use crate::parse::kinds::Kind;

/// One key of a kind.
#[derive(Debug)]
pub struct Field {
    /// The English key, as written in files: `reports_to`.
    pub name: &'static str,
    /// The Chinese key that may stand for it: `汇报`.
    pub zh: &'static str,
    /// Whether it must be there.
    pub need: Need,
    /// What may stand in it.
    pub shape: Shape,
    /// A worked example of the value, as YAML on one line.
    pub example: &'static str,
    /// What it says, one sentence in Chinese and one in English.
    pub about: (&'static str, &'static str),
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A missing one is a fault.
    Required,
    /// It may be left out.
    Optional,
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Text of the program's: an id, a file name, a word. Never translated.
    Text,
    /// An author's words; `…_en` beside it translates them.
    Words,
    /// `true` or `false` (是, 否).
    Flag,
    /// A whole number.
    Whole,
    /// A decimal number such as `0.1`; kept as text until its step is known.
    Decimal,
    /// An amount of money.
    Money,
    /// A stretch of time: `2 workdays`.
    Duration,
    /// A time before something: `2 workdays before`.
    Lead,
    /// How often: `weekly Mon 09:00`.
    Cadence,
    /// A day.
    Date,
    /// From a day to a day: `2026-01-01..2026-03-31`.
    Period,
    /// One of a few words.
    Choice(&'static [Choice]),
    /// A reference to one of these kinds, by id, name or alias.
    Ref(&'static [Kind]),
    /// A reference to one of these kinds, or one of these reserved words.
    RefOr(&'static [Kind], &'static [&'static str]),
    /// Several of a shape; one alone may be written without brackets.
    List(&'static Shape),
    /// Author-chosen keys, each with a value of this shape.
    Map(&'static Shape),
    /// A group of keys of its own.
    Group(&'static [Field]),
    /// Anything; its meaning depends on what stands elsewhere.
    Any,
}

/// One of the words that a field takes.
#[derive(Debug)]
pub struct Choice {
    /// As written and as kept: `director`.
    pub value: &'static str,
    /// The Chinese word, also accepted when written: `总监级`.
    pub zh: &'static str,
    /// The English word shown to readers.
    pub en: &'static str,
}

impl Shape {
    /// Whether the value is made of an author's words, so that `…_en` may stand beside the key.
    pub fn is_words(&self) -> bool {
        match self {
            Shape::Words => true,
            Shape::List(inner) | Shape::Map(inner) => inner.is_words(),
            _ => false,
        }
    }
}

/// Writes a table of fields, one row a key:
/// `"key" "中文键" Required Shape, "example", "中文一句。", "One sentence.";`
macro_rules! fields {
    ($($name:literal $zh:literal $need:ident $shape:expr, $example:literal, $about_zh:literal, $about_en:literal;)*) => {
        &[$($crate::parse::fields::Field {
            name: $name,
            zh: $zh,
            need: $crate::parse::fields::Need::$need,
            shape: $shape,
            example: $example,
            about: ($about_zh, $about_en),
        }),*]
    };
}
pub(crate) use fields;

/// Writes a table of choices, one row a word: `"director" "总监级" "director";`
macro_rules! choices {
    ($($value:literal $zh:literal $en:literal;)*) => {
        &[$($crate::parse::fields::Choice { value: $value, zh: $zh, en: $en }),*]
    };
}
pub(crate) use choices;
