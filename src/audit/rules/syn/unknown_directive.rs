//! SYN-116: a directive that cannot be followed.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-116",
    name: "unknown-directive",
    severity: Severity::Error,
    page: include_str!("unknown_directive.md"),
    check: tell_faults,
};
