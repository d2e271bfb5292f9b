//! SRC-107: a text that is too large to be one.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SRC-107",
    name: "file-too-large",
    severity: Severity::Error,
    page: include_str!("file_too_large.md"),
    check: tell_faults,
};
