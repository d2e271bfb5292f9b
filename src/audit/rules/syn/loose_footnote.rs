//! SYN-121: a footnote or a named link that lacks its other end.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-121",
    name: "loose-footnote",
    severity: Severity::Warning,
    page: include_str!("loose_footnote.md"),
    check: tell_faults,
};
