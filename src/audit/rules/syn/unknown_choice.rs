//! SYN-110: a word that is none of those that its field takes.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-110",
    name: "unknown-choice",
    severity: Severity::Error,
    page: include_str!("unknown_choice.md"),
    check: tell_faults,
};
