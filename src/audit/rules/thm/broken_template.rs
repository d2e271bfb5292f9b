//! THM-101: a template that cannot be used.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "THM-101",
    name: "broken-template",
    severity: Severity::Error,
    page: include_str!("broken_template.md"),
    check: tell_faults,
};
