//! Languages, and text that exists in several of them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A language of content, as a BCP 47 tag such as `zh` or `en`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(pub Arc<str>);

impl Language {
    /// The language with this tag.
    pub fn new(tag: &str) -> Language {
        Language(tag.into())
    }

    /// Which of the two languages of messages stands nearest.
    pub fn tongue(&self) -> Tongue {
        if self.0.starts_with("zh") {
            Tongue::Zh
        } else {
            Tongue::En
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A language that the program itself speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// A text of the program's own, in both languages that it speaks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Words {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Words {
    /// A text that differs between the two.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Words {
        Words {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The text in one of them.
    pub fn say(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Zh => &self.zh,
            Tongue::En => &self.en,
        }
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Words {
        Words::new(text, text)
    }
}

impl From<String> for Words {
    fn from(text: String) -> Words {
        Words::new(text.clone(), text)
    }
}

/// What a file's name says: `how-to-read` is “how to read”; hyphens between digits stay, as in a date.
pub fn spoken(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(char::is_ascii_digit)
    };
    let spoken = |(at, c): (usize, &char)| match c {
        '-' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => '-',
        '-' | '_' => ' ',
        c => *c,
    };
    chars.iter().enumerate().map(spoken).collect()
}

/// An author's text: written in the master language, perhaps also in others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Localized {
    /// As written without a language suffix.
    pub master: String,
    /// As written with the suffix of each further language.
    pub others: BTreeMap<Language, String>,
}

impl Localized {
    /// A text in the master language alone.
    pub fn new(master: impl Into<String>) -> Localized {
        Localized {
            master: master.into(),
            others: BTreeMap::new(),
        }
    }

    /// The text in `language`, else in the master language.
    pub fn say(&self, language: &Language) -> &str {
        self.others.get(language).unwrap_or(&self.master)
    }

    /// Whether nothing is written at all.
    pub fn is_empty(&self) -> bool {
        self.master.is_empty() && self.others.is_empty()
    }
}
