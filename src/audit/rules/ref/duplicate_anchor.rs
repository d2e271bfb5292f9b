//! REF-107: an anchor that a page gives twice.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "REF-107",
    name: "duplicate-anchor",
    severity: Severity::Warning,
    page: include_str!("duplicate_anchor.md"),
    check: tell_faults,
};
