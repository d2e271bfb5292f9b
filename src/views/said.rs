//! Small shown things that many views share: an author's words with their language, a time in words.

use crate::text::{Cadence, Duration, Localized};
use crate::views::sight::Sight;
use serde::Serialize;

/// An author's words as shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Said {
    /// They.
    pub text: String,
    /// Their language where it is not the page's.
    pub lang: Option<String>,
}

/// An author's words in the page's language; nothing where nothing is written.
pub fn said(sight: &Sight<'_>, words: &Localized) -> Option<Said> {
    (!words.is_empty()).then(|| Said {
        text: sight.say(words),
        lang: sight.lang_of(words),
    })
}

/// Words of the theme, or of the program, which are in the page's language.
pub fn own(text: impl Into<String>) -> Said {
    Said {
        text: text.into(),
        lang: None,
    }
}

/// A length of time in words; empty where none is written.
pub fn duration(sight: &Sight<'_>, duration: Option<Duration>) -> String {
    duration
        .map(|duration| duration.show(sight.tongue()))
        .unwrap_or_default()
}

/// A cadence in words; empty where none is written.
pub fn cadence(sight: &Sight<'_>, cadence: Option<&Cadence>) -> String {
    cadence
        .map(|cadence| cadence.show(sight.tongue()))
        .unwrap_or_default()
}

/// A sentence of the theme with its blanks filled: `{n}` by the word for `n`.
pub fn fill(sight: &Sight<'_>, key: &str, blanks: &[(&str, &str)]) -> String {
    let mut sentence = sight.strings.say(key).to_owned();
    for (name, word) in blanks {
        sentence = sentence.replace(&format!("{{{name}}}"), word);
    }
    sentence
}

/// The theme's word for one of the words that a field takes: `forms.types.text`.
pub fn choice(sight: &Sight<'_>, section: &str, value: &str) -> String {
    sight.strings.say(&format!("{section}.{value}")).to_owned()
}
