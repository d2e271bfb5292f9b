//! DOC-110: a waiver that does not say all it must, has run out, runs too long, or accepts nothing.

use crate::audit::rule::{Report, Rule};
use crate::finding::Severity;
use crate::model::Model;
use crate::model::settings::Waiver;
use crate::text::Words;

pub(crate) const RULE: Rule = Rule {
    code: "DOC-110",
    name: "waiver-unsound",
    severity: Severity::Error,
    page: include_str!("waiver_unsound.md"),
    check,
};

/// Months that a waiver may run from the day on which it is judged.
const MOST_MONTHS: i32 = 12;

fn check(model: &Model, report: &mut Report<'_>) {
    for waiver in &model.waivers {
        unsaid(waiver, report);
        let Some(until) = &waiver.until else { continue };
        let rule = waiver.rule.as_ref().map_or("", |rule| rule.value.as_str());
        if until.value < model.today {
            let day = until.value.to_string();
            let found = report.at(
                &until.span,
                "waiver-expired",
                &[("rule", rule.into()), ("until", day.into())],
            );
            // A date never stops a build: it is an error only where the check is strict.
            found.severity = if model.is_strict {
                Severity::Error
            } else {
                Severity::Warning
            };
        } else if model
            .today
            .checked_add(jiff::Span::new().months(MOST_MONTHS))
            .is_ok_and(|last| until.value > last)
        {
            let most = MOST_MONTHS.to_string();
            report.at(
                &until.span,
                "waiver-too-long",
                &[("rule", rule.into()), ("most", most.into())],
            );
        }
    }
}

/// What a waiver leaves out, all in one finding.
fn unsaid(waiver: &Waiver, report: &mut Report<'_>) {
    let missing = [
        ("reason", "理由", waiver.reason.is_empty()),
        ("by", "批准人", waiver.by.is_none()),
        ("until", "截止", waiver.until.is_none()),
    ];
    let missing: Vec<(&str, &str)> = missing
        .into_iter()
        .filter(|(_, _, is_missing)| *is_missing)
        .map(|(en, zh, _)| (en, zh))
        .collect();
    if !missing.is_empty() {
        let zh: Vec<String> = missing
            .iter()
            .map(|(en, zh)| format!("{zh}（{en}）"))
            .collect();
        let en: Vec<&str> = missing.iter().map(|(en, _)| *en).collect();
        report.at(
            &waiver.span,
            "waiver-incomplete",
            &[("missing", Words::new(zh.join("、"), en.join(", ")))],
        );
    }
}
