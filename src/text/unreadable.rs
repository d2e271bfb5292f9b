//! What a grammar says of a text that it cannot read. A value: where, why, and what would be right.

use super::Words;
use std::ops::Range;

/// A text that means nothing in its grammar, or two things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The offending bytes, counted in the text that was given. Never outside it, never inside a
    /// character; empty where something is missing.
    pub at: Range<usize>,
    /// What is wrong and what can be written instead, one sentence without its full stop.
    pub why: Words,
    /// The whole text put right, where only one thing can have been meant.
    pub suggest: Option<String>,
}

impl Unreadable {
    /// The bytes `at` are wrong, for the reason given in both languages.
    pub fn new(at: Range<usize>, zh: impl Into<String>, en: impl Into<String>) -> Unreadable {
        Unreadable {
            at,
            why: Words::new(zh, en),
            suggest: None,
        }
    }

    /// The same with the text that was certainly meant.
    #[must_use]
    pub fn suggest(mut self, text: impl Into<String>) -> Unreadable {
        self.suggest = Some(text.into());
        self
    }
}
