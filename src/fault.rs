//! What parsing and resolving saw and could not use. Data without judgement: a rule of `audit` gives
//! each kind of fault its code, its weight and its words.

use crate::span::Span;
use crate::text::Words;

/// One thing that could not be used as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fault {
    /// What was seen: the name of a message in the rule that tells it, such as `unknown-key`.
    pub seen: &'static str,
    /// Where.
    pub span: Span,
    /// What fills the blanks of the message, by the blank's name.
    pub blanks: Vec<(&'static str, Words)>,
    /// The rewriting that would certainly mend it, if there is one.
    pub fix: Option<Fix>,
    /// Further places that belong to it, each with the name of the message that says what is there.
    pub notes: Vec<(Span, &'static str)>,
}

/// Replace the text at `span` by `text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fix {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// The new text.
    pub text: String,
}

impl Fault {
    /// A fault seen at `span`, without blanks or fix.
    pub fn new(seen: &'static str, span: Span) -> Fault {
        Fault {
            seen,
            span,
            blanks: Vec::new(),
            fix: None,
            notes: Vec::new(),
        }
    }

    /// The same fault with one more blank filled.
    #[must_use]
    pub fn blank(mut self, name: &'static str, words: impl Into<Words>) -> Fault {
        self.blanks.push((name, words.into()));
        self
    }

    /// The same fault with the rewriting that mends it.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Fault {
        self.fix = Some(Fix {
            span,
            text: text.into(),
        });
        self
    }

    /// The same fault with one more place that belongs to it, worded by the rule's message `seen`.
    #[must_use]
    pub fn note(mut self, span: Span, seen: &'static str) -> Fault {
        self.notes.push((span, seen));
        self
    }
}
