//! SYN-106: a key that must be there and is not.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-106",
    name: "missing-field",
    severity: Severity::Error,
    page: include_str!("missing_field.md"),
    check: tell_faults,
};
