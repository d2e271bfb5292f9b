//! What a file says, field by field, as written: no reference is followed yet.

use crate::parse::fields::Field;
use crate::parse::yaml::Node;
use crate::span::{Located, Span};
use crate::text::{Cadence, Duration, Language, Lead, Period};
use jiff::civil::Date;

/// One value, by the shape of its field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, words, or one of a choice.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// Money, in the smallest unit (1/100).
    Money(i64),
    /// A stretch of time.
    Duration(Duration),
    /// A time before something.
    Lead(Lead),
    /// How often.
    Cadence(Cadence),
    /// A day.
    Date(Date),
    /// From a day to a day.
    Period(Period),
    /// A reference as written: an id, a name or an alias.
    Name(String),
    /// Several values.
    List(Vec<Located<Value>>),
    /// Values by keys of the author's choosing.
    Map(Vec<(Located<String>, Located<Value>)>),
    /// A group of known keys.
    Object(Object),
    /// A value whose meaning depends on what stands elsewhere.
    Raw(Node),
}

/// The known keys of one thing and what stands in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    /// The whole of it.
    pub span: Span,
    /// In the order of writing.
    pub entries: Vec<Entry>,
}

/// One key and its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which key.
    pub field: &'static Field,
    /// The language of `name_en`; none for `name`.
    pub language: Option<Language>,
    /// Where the key is written.
    pub key: Span,
    /// The value; `None` when it is empty or could not be used.
    pub value: Located<Option<Value>>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Entry) -> bool {
        (self.field.name, &self.language, &self.key, &self.value)
            == (other.field.name, &other.language, &other.key, &other.value)
    }
}

impl Object {
    /// The entry of a key, in a language or without one.
    pub fn entry(&self, name: &str, language: Option<&Language>) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.field.name == name && entry.language.as_ref() == language)
    }

    /// The usable value of a key without language suffix.
    pub fn get(&self, name: &str) -> Option<Located<&Value>> {
        let entry = self.entry(name, None)?;
        let value = entry.value.value.as_ref()?;
        Some(Located::new(value, entry.value.span.clone()))
    }
}
