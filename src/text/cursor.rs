//! Reads an author's text from left to right. Full-width letters, digits, signs and spaces count as
//! their plain selves and capitals as small letters, while places stay those of the text as written.

use super::Unreadable;
use std::ops::Range;

/// A place in a text, and what stands to its right.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// Before the first character of `text`.
    pub(super) fn new(text: &'a str) -> Cursor<'a> {
        Cursor { text, at: 0 }
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The bytes already read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes back, or on, to a place that [`Cursor::at`] gave.
    pub(super) fn go(&mut self, at: usize) {
        self.at = at;
    }

    /// Whether nothing is left.
    pub(super) fn done(&self) -> bool {
        self.at >= self.text.len()
    }

    /// The next character, folded.
    pub(super) fn peek(&self) -> Option<char> {
        self.written().map(fold)
    }

    /// The next character as it is written.
    pub(super) fn written(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Takes the next character, folded.
    pub(super) fn take(&mut self) -> Option<char> {
        let written = self.written()?;
        self.at += written.len_utf8();
        Some(fold(written))
    }

    /// Takes the next character if it is `wanted`.
    pub(super) fn sign(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.take();
        }
        found
    }

    /// Takes `word` if it comes next. A space in it stands for any number of spaces; a word that ends
    /// in a Latin letter must not go on with another one.
    pub(super) fn word(&mut self, word: &str) -> bool {
        let start = self.at;
        for wanted in word.chars() {
            let found = self.sign(wanted);
            if found && wanted == ' ' {
                self.space();
            }
            if !found {
                self.at = start;
                return false;
            }
        }
        let latin = word.ends_with(|last: char| last.is_ascii_alphabetic());
        if latin && self.peek().is_some_and(|next| next.is_ascii_alphabetic()) {
            self.at = start;
            return false;
        }
        true
    }

    /// Takes the first of `words` that comes next.
    pub(super) fn one_of(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(word))
    }

    /// Takes the first entry of `table` whose word comes next, and says what it stands for.
    pub(super) fn entry<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        let (_, value) = table.iter().find(|(word, _)| self.word(word))?;
        Some(*value)
    }

    /// Passes over spaces.
    pub(super) fn space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.take();
        }
    }

    /// Takes at most nine plain digits as a number.
    pub(super) fn digits(&mut self) -> Option<u32> {
        let start = self.at;
        let mut value = 0;
        while let Some(digit) = self.peek().and_then(|next| next.to_digit(10)) {
            self.take();
            value = value * 10 + digit;
            if value > 99_999_999 {
                self.at = start;
                return None;
            }
        }
        (self.at > start).then_some(value)
    }

    /// What is left, without spaces around it; the end of the text if that is nothing.
    pub(super) fn rest(&self) -> Range<usize> {
        let rest = &self.text[self.at..];
        let start = self.text.len() - rest.trim_start().len();
        start..start.max(self.at + rest.trim_end().len())
    }

    /// Demands that nothing but spaces is left.
    pub(super) fn end(&mut self, zh: &str, en: &str) -> Result<(), Unreadable> {
        self.space();
        if self.done() {
            return Ok(());
        }
        Err(self.unread(zh, en))
    }

    /// What is left cannot be read; `zh` and `en` say what can be written in this grammar.
    pub(super) fn unread(&self, zh: &str, en: &str) -> Unreadable {
        let rest = self.rest();
        let words = quoted(&self.text[rest.clone()]);
        if words.is_empty() {
            return Unreadable::new(
                rest,
                format!("这里没有写完；{zh}"),
                format!("something is missing here; {en}"),
            );
        }
        Unreadable::new(
            rest,
            format!("看不懂“{words}”；{zh}"),
            format!("“{words}” is not understood; {en}"),
        )
    }
}

/// The text as a message quotes it: not endlessly.
pub(super) fn quoted(text: &str) -> String {
    const MOST: usize = 40;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The plain, small character that a full-width or capital one stands for.
pub(super) fn fold(written: char) -> char {
    let plain = match written {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(written) - 0xFEE0).unwrap_or(written),
        '\u{3000}' | '\u{A0}' | '\u{202F}' => ' ',
        '\u{FFE5}' => '¥',
        '\u{301C}' => '~',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    };
    plain.to_ascii_lowercase()
}
