//! SYN-119: HTML that is left out of the page.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-119",
    name: "cleaned-html",
    severity: Severity::Warning,
    page: include_str!("cleaned_html.md"),
    check: tell_faults,
};
