//! SYN-112: an item of a list that holds nothing.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-112",
    name: "empty-item",
    severity: Severity::Error,
    page: include_str!("empty_item.md"),
    check: tell_faults,
};
