//! SYN-113: a page of a kind without its header.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-113",
    name: "missing-header",
    severity: Severity::Error,
    page: include_str!("missing_header.md"),
    check: tell_faults,
};
