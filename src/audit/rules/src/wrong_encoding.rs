//! SRC-101: a text that is not in UTF-8.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SRC-101",
    name: "wrong-encoding",
    severity: Severity::Error,
    page: include_str!("wrong_encoding.md"),
    check: tell_faults,
};
