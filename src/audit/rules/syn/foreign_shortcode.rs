//! SYN-118: shortcodes of another program, told once for each name however many pages have it.

use crate::audit::rule::{Report, Rule};
use crate::fault::Fault;
use crate::finding::Severity;
use crate::model::Model;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-118",
    name: "foreign-shortcode",
    severity: Severity::Warning,
    page: include_str!("foreign_shortcode.md"),
    check,
};

fn check(model: &Model, report: &mut Report<'_>) {
    let is_one = |fault: &&Fault| fault.seen == "foreign-shortcode";
    report.alike(model.faults.iter().filter(is_one));
}
