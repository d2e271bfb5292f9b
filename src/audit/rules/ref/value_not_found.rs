//! REF-108: data that prose shows and that is not written.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "REF-108",
    name: "value-not-found",
    severity: Severity::Error,
    page: include_str!("value_not_found.md"),
    check: tell_faults,
};
