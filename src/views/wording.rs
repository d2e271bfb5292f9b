//! Sentences of the program's own as pages show them: what stands between backticks is code.

use serde::Serialize;

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Part {
    /// Its words.
    text: String,
    /// They are something written in a file or on a command line.
    is_code: bool,
}

/// A sentence in parts; backticks that do not pair stay as they are.
pub(super) fn parts(sentence: &str) -> Vec<Part> {
    let part = |text: &str, is_code| Part {
        text: text.to_owned(),
        is_code,
    };
    if sentence.matches('`').count() % 2 == 1 {
        return vec![part(sentence, false)];
    }
    sentence
        .split('`')
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
        .map(|(at, text)| part(text, at % 2 == 1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    fn shown(sentence: &str) -> String {
        parts(sentence)
            .iter()
            .map(|part| {
                if part.is_code {
                    format!("[{}]", part.text)
                } else {
                    part.text.clone()
                }
            })
            .collect()
    }

    #[test]
    fn pairs_of_backticks_are_code() {
        assert_eq!(
            shown("no key `nmae`; write `name`"),
            "no key [nmae]; write [name]"
        );
        assert_eq!(shown("`a``b`"), "[a][b]");
        assert_eq!(shown("one ` alone"), "one ` alone");
        assert_eq!(shown(""), "");
    }
}
