//! SRC-105: a symbolic link that is not followed.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SRC-105",
    name: "link-not-followed",
    severity: Severity::Error,
    page: include_str!("link_not_followed.md"),
    check: tell_faults,
};
