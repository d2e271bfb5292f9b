//! SYN-117: headers of another program, told once for each set of keys however many pages have it.

use crate::audit::rule::{Report, Rule};
use crate::fault::Fault;
use crate::finding::Severity;
use crate::model::Model;

pub(crate) const RULE: Rule = Rule {
    code: "SYN-117",
    name: "foreign-header",
    severity: Severity::Warning,
    page: include_str!("foreign_header.md"),
    check,
};

fn check(model: &Model, report: &mut Report<'_>) {
    let is_one = |fault: &&Fault| fault.seen == "foreign-header";
    let unread = model.faults.iter();
    for fault in unread.filter(|fault| fault.seen == "unreadable-header") {
        report.at(&fault.span, fault.seen, &fault.blanks);
    }
    report.alike(model.faults.iter().filter(is_one));
}
