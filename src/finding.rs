//! What the audit says: judgements about places, worded in both languages of messages.

use crate::fault::Fix;
use crate::span::Span;
use crate::text::Words;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Shown on the audit page only.
    Info,
    /// Shown everywhere; stops nothing.
    Warning,
    /// Stops the build when the settings say `fail_on: error`.
    Error,
}

impl Severity {
    /// The lower-case word used in settings and machine-readable output.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One judgement about one place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The rule's code, such as `REF-101`.
    pub code: &'static str,
    /// How much it matters here, after the settings have spoken.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What is wrong, one sentence.
    pub message: Words,
    /// One concrete case that shows it, where the rule computes one.
    pub witness: Option<Words>,
    /// The smallest change that mends it.
    pub help: Option<Words>,
    /// That change as a rewriting, when it is certain.
    pub fix: Option<Fix>,
    /// Other places that belong to it, each with what it has to do with the finding.
    pub notes: Vec<Note>,
}

/// A further place of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Note {
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: Words,
}
