//! SYN-105: a text that is not valid YAML.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-105",
    name: "yaml-syntax",
    severity: Severity::Error,
    page: include_str!("yaml_syntax.md"),
    check: tell_faults,
};
