//! SYN-101: punctuation or indentation of a Chinese keyboard, or a tab, where YAML wants its own.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-101",
    name: "wide-punctuation",
    severity: Severity::Error,
    page: include_str!("wide_punctuation.md"),
    check: tell_faults,
};
