//! SYN-104: a value of another type than its field takes.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-104",
    name: "wrong-shape",
    severity: Severity::Error,
    page: include_str!("wrong_shape.md"),
    check: tell_faults,
};
