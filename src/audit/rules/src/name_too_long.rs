//! SRC-104: a name or a path that is too long for some system.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SRC-104",
    name: "name-too-long",
    severity: Severity::Error,
    page: include_str!("name_too_long.md"),
    check: tell_faults,
};
