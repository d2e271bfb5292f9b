//! SYN-120: a link that may not be followed.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-120",
    name: "unsafe-link",
    severity: Severity::Warning,
    page: include_str!("unsafe_link.md"),
    check: tell_faults,
};
