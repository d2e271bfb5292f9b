//! SYN-103: a text within braces that its own comma cuts in two.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-103",
    name: "text-with-comma",
    severity: Severity::Error,
    page: include_str!("text_with_comma.md"),
    check: tell_faults,
};
