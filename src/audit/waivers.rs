//! What a handbook accepts for a time, and which rules it weighs otherwise.

use crate::audit::Verdict;
use crate::audit::rule::Report;
use crate::audit::rules::doc::waiver_unsound;
use crate::finding::{Finding, Severity};
use crate::model::settings::Waiver;
use crate::model::{AnyId, Model};
use crate::parse::kinds::{self, Written};
use crate::span::Span;

/// Gives each finding the weight that the settings ask for, as long as they may.
pub fn set_levels(findings: &mut Vec<Finding>, model: &Model) {
    for switch in &model.settings.rules {
        let is_over = switch
            .until
            .as_ref()
            .is_some_and(|until| until.value < model.today);
        let Some(level) = switch.level.as_ref().filter(|_| !is_over) else {
            continue;
        };
        match level.value.as_str() {
            "off" => findings.retain(|finding| finding.code != switch.rule.value),
            level => {
                let severity = match level {
                    "error" => Severity::Error,
                    "warn" => Severity::Warning,
                    _ => Severity::Info,
                };
                for finding in findings
                    .iter_mut()
                    .filter(|finding| finding.code == switch.rule.value)
                {
                    finding.severity = severity;
                }
            }
        }
    }
}

/// Takes away what a sound waiver accepts; a waiver that accepts nothing is itself a finding.
pub fn apply(findings: Vec<Finding>, model: &Model) -> Verdict {
    let sound: Vec<&Waiver> = model
        .waivers
        .iter()
        .filter(|waiver| is_sound(waiver, model))
        .collect();
    let mut used = vec![false; sound.len()];
    let mut verdict = Verdict::default();
    for finding in findings {
        let accepts = |waiver: &&Waiver| accepts(waiver, &finding, model);
        match sound.iter().position(accepts) {
            Some(at) => {
                used[at] = true;
                verdict.waived.push(finding);
            }
            None => verdict.findings.push(finding),
        }
    }
    let mut report = Report::new(&waiver_unsound::RULE);
    for (waiver, _) in sound.iter().zip(used).filter(|(_, used)| !used) {
        let rule = waiver.rule.as_ref().map_or("", |rule| rule.value.as_str());
        report.at(
            &waiver.span,
            "waiver-without-effect",
            &[("rule", rule.into())],
        );
    }
    verdict.findings.extend(report.into_findings());
    verdict
}

/// Whether a waiver says all it must and still holds.
pub fn is_sound(waiver: &Waiver, model: &Model) -> bool {
    waiver.rule.is_some()
        && !waiver.reason.is_empty()
        && waiver.by.is_some()
        && waiver
            .until
            .as_ref()
            .is_some_and(|until| until.value >= model.today)
}

fn accepts(waiver: &Waiver, finding: &Finding, model: &Model) -> bool {
    let same_rule = waiver
        .rule
        .as_ref()
        .is_some_and(|rule| rule.value == finding.code);
    // A waiver cannot accept what is wrong with waivers.
    same_rule
        && finding.code != waiver_unsound::RULE.code
        && waiver
            .thing
            .is_some_and(|thing| stands_in(&finding.span, thing, model))
}

/// Whether a place belongs to a thing: its page, its entry of a list, or its part of a page.
fn stands_in(place: &Span, thing: AnyId, model: &Model) -> bool {
    let Some(head) = model.head(thing) else {
        return false;
    };
    let has_file = matches!(
        kinds::row(thing.kind).written,
        Written::Pages(_) | Written::Anywhere
    );
    if has_file {
        let mut files = head.files.iter().filter_map(|(_, at)| model.record(*at));
        return files.any(|record| record.file == place.file);
    }
    head.span.file == place.file && head.span.start <= place.start && place.end <= head.span.end
}
