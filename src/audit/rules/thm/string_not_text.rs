//! THM-102: a string of a theme that is no text.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "THM-102",
    name: "string-not-text",
    severity: Severity::Error,
    page: include_str!("string_not_text.md"),
    check: tell_faults,
};
