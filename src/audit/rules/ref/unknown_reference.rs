//! REF-101: a reference that leads to nothing.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "REF-101",
    name: "unknown-reference",
    severity: Severity::Error,
    page: include_str!("unknown_reference.md"),
    check: tell_faults,
};
