//! SRC-102: two names that some system takes for one.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SRC-102",
    name: "names-collide",
    severity: Severity::Error,
    page: include_str!("names_collide.md"),
    check: tell_faults,
};
