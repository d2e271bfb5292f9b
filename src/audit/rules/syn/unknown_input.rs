//! SYN-115: a condition that a decision table does not have.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-115",
    name: "unknown-input",
    severity: Severity::Error,
    page: include_str!("unknown_input.md"),
    check: tell_faults,
};
