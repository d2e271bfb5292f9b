//! SRC-106: a file that cannot be read.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SRC-106",
    name: "unreadable-file",
    severity: Severity::Error,
    page: include_str!("unreadable_file.md"),
    check: tell_faults,
};
