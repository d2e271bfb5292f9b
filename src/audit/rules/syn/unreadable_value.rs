//! SYN-111: an amount, a time, a day or a limit that cannot be read.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-111",
    name: "unreadable-value",
    severity: Severity::Error,
    page: include_str!("unreadable_value.md"),
    check: tell_faults,
};
