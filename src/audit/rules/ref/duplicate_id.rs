//! REF-103: an id that two things of a kind have.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "REF-103",
    name: "duplicate-id",
    severity: Severity::Error,
    page: include_str!("duplicate_id.md"),
    check: tell_faults,
};
