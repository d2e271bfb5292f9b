//! REF-102: a reference that leads to several things.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "REF-102",
    name: "ambiguous-reference",
    severity: Severity::Error,
    page: include_str!("ambiguous_reference.md"),
    check: tell_faults,
};
