//! Sentences as shown: the theme's words around an author's, each with the language it is in.

use crate::views::page::Link;
use crate::views::said::{Said, own};
use crate::views::sight::Sight;

/// Words that follow each other without a space of their own.
pub type Sentence = Vec<Said>;

/// A sentence of the theme, `负责：{}`, with `inner` in its blank; nothing where that is nothing.
pub fn around(pattern: &str, inner: Sentence) -> Sentence {
    if inner.is_empty() {
        return inner;
    }
    let (before, after) = pattern.split_once("{}").unwrap_or((pattern, ""));
    let mut sentence = vec![own(before)];
    sentence.extend(inner);
    sentence.push(own(after));
    sentence.retain(|said| !said.text.is_empty());
    sentence
}

/// Several sentences as one, `between` between them; what says nothing is left out.
pub fn join(sentences: impl IntoIterator<Item = Sentence>, between: &str) -> Sentence {
    let mut joined = Sentence::new();
    for sentence in sentences.into_iter().filter(|one| !one.is_empty()) {
        if !joined.is_empty() {
            joined.push(own(between));
        }
        joined.extend(sentence);
    }
    joined
}

/// The names of several links, with the language's comma between them.
pub fn names(sight: &Sight<'_>, links: Vec<Link>) -> Sentence {
    let one = |link: Link| {
        vec![Said {
            text: link.name,
            lang: link.lang,
        }]
    };
    join(links.into_iter().map(one), sight.strings.say("list.comma"))
}
