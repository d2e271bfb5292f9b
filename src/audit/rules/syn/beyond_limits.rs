//! SYN-109: nesting, lines or lists beyond what a handbook needs.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-109",
    name: "beyond-limits",
    severity: Severity::Error,
    page: include_str!("beyond_limits.md"),
    check: tell_faults,
};
