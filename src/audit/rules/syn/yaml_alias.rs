//! SYN-108: anchors, aliases and tags of YAML, which are not used here.

use crate::audit::rule::{Rule, tell_faults};
use crate::finding::Severity;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-108",
    name: "yaml-alias",
    severity: Severity::Error,
    page: include_str!("yaml_alias.md"),
    check: tell_faults,
};
