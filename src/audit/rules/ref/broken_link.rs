//! REF-105: a link or an image of prose that leads nowhere.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "REF-105",
    name: "broken-link",
    severity: Severity::Warning,
    page: include_str!("broken_link.md"),
    check: tell_faults,
};
