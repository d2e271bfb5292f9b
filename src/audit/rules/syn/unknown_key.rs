//! SYN-102: a key that the kind does not have.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-102",
    name: "unknown-key",
    severity: Severity::Error,
    page: include_str!("unknown_key.md"),
    check: tell_faults,
};
