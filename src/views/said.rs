//! Words as shown: an author's own with the language they are in, and the theme's sentences with their
//! blanks filled.

use crate::text::Localized;
use crate::views::page::Link;
use crate::views::sight::Sight;
use serde::Serialize;

/// Some words, and their language where it is not the page's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The words.
    pub words: String,
    /// Their language where it is not the page's.
    pub lang: Option<String>,
}

/// Words that follow each other without a space of their own.
pub type Sentence = Vec<Said>;

impl Said {
    /// An author's words; nothing where nothing was written.
    pub fn of(sight: &Sight<'_>, words: &Localized) -> Option<Said> {
        let said = Said {
            words: sight.say(words),
            lang: sight.lang_of(words),
        };
        (!said.words.is_empty()).then_some(said)
    }

    /// Words in the page's language.
    pub fn plain(words: impl Into<String>) -> Said {
        Said {
            words: words.into(),
            lang: None,
        }
    }
}

impl From<Link> for Said {
    fn from(link: Link) -> Said {
        Said {
            words: link.name,
            lang: link.lang,
        }
    }
}

/// A sentence of the theme, `负责：{}`, with `inner` in its blank; nothing where that is nothing.
pub fn fill(pattern: &str, inner: Sentence) -> Sentence {
    if inner.is_empty() {
        return inner;
    }
    let (before, after) = pattern.split_once("{}").unwrap_or((pattern, ""));
    let mut sentence = vec![Said::plain(before)];
    sentence.extend(inner);
    sentence.push(Said::plain(after));
    sentence.retain(|said| !said.words.is_empty());
    sentence
}

/// Several sentences as one, `between` between them; what says nothing is left out.
pub fn join(sentences: impl IntoIterator<Item = Sentence>, between: &str) -> Sentence {
    let mut joined = Sentence::new();
    for sentence in sentences.into_iter().filter(|one| !one.is_empty()) {
        if !joined.is_empty() {
            joined.push(Said::plain(between));
        }
        joined.extend(sentence);
    }
    joined
}

/// The names of several links, with the language's comma between them.
pub fn names(sight: &Sight<'_>, links: Vec<Link>) -> Sentence {
    let one = |link: Link| vec![Said::from(link)];
    join(links.into_iter().map(one), sight.strings.say("list.comma"))
}
