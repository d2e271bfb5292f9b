//! The only room that judges: a model in, findings out.
//!
//! One pair of files per rule in `rules/`: the check, and the page that holds its words, is its
//! explanation and its test.

pub mod page;
pub mod rule;
pub mod rules;
pub mod waivers;

use crate::audit::rule::{Report, Rule};
use crate::audit::rules::RULES;
use crate::finding::{Finding, Severity};
use crate::model::Model;
use rayon::prelude::*;

/// What the audit came to.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// What is wrong, by place.
    pub findings: Vec<Finding>,
    /// What a waiver accepts for now.
    pub waived: Vec<Finding>,
}

impl Verdict {
    /// How many findings of a weight there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }
}

/// Lets every rule look at the model, in parallel, and takes away what the handbook waives.
pub fn run(model: &Model) -> Verdict {
    let mut findings: Vec<Finding> = RULES
        .par_iter()
        .flat_map_iter(|rule| judge(rule, model))
        .collect();
    waivers::set_levels(&mut findings, model);
    let mut verdict = waivers::apply(findings, model);
    verdict.findings.sort_by(by_place);
    verdict.findings.dedup();
    verdict.waived.sort_by(by_place);
    verdict
}

fn judge(rule: &Rule, model: &Model) -> Vec<Finding> {
    let mut report = Report::new(rule);
    (rule.check)(model, &mut report);
    report.into_findings()
}

fn by_place(one: &Finding, other: &Finding) -> std::cmp::Ordering {
    (&one.span, one.code, &one.message).cmp(&(&other.span, other.code, &other.message))
}
