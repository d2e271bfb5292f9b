//! SRC-103: a name that some system cannot have.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SRC-103",
    name: "name-not-portable",
    severity: Severity::Error,
    page: include_str!("name_not_portable.md"),
    check: tell_faults,
};
