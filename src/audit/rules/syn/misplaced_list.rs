//! SYN-114: a YAML file that is none of the handbook's, or not made as it must be.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-114",
    name: "misplaced-list",
    severity: Severity::Error,
    page: include_str!("misplaced_list.md"),
    check: tell_faults,
};
