//! SYN-107: a key that is written twice.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-107",
    name: "duplicate-key",
    severity: Severity::Error,
    page: include_str!("duplicate_key.md"),
    check: tell_faults,
};
