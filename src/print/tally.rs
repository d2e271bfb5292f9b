//! How many findings there are, by weight and by family.

use super::family::Family;
use crate::finding::{Finding, Severity};
use crate::text::Tongue;
use serde::Serialize;
use std::collections::BTreeMap;

/// Numbers of findings by weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// What is only shown on the audit page.
    pub infos: usize,
}

/// Numbers of findings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// In all.
    #[serde(flatten)]
    pub all: Count,
    /// How many a waiver accepts.
    pub waived: usize,
    /// By the letters of their codes.
    pub families: BTreeMap<&'static str, Count>,
}

impl Tally {
    /// Counts.
    pub fn of(findings: &[Finding], waived: usize) -> Tally {
        let mut tally = Tally {
            waived,
            ..Tally::default()
        };
        for finding in findings {
            let letters = finding.code.split('-').next().unwrap_or(finding.code);
            tally.all.add(finding.severity);
            tally
                .families
                .entry(letters)
                .or_default()
                .add(finding.severity);
        }
        tally
    }

    /// One line for each family that has findings.
    pub fn by_family(&self, tongue: Tongue) -> String {
        let line = |(code, count): (&&'static str, &Count)| {
            let name = Family::of(code).say(tongue);
            match tongue {
                Tongue::Zh => format!("  {code} {name}：{}\n", count.say_some(tongue)),
                Tongue::En => format!("  {code} {name}: {}\n", count.say_some(tongue)),
            }
        };
        self.families.iter().map(line).collect()
    }
}

impl Count {
    /// Counts one more.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
    }

    /// `1 error, 0 warnings`, and the rest only if there is any.
    pub fn say(&self, tongue: Tongue) -> String {
        let mut parts = vec![errors(self.errors, tongue), warnings(self.warnings, tongue)];
        parts.extend((self.infos > 0).then(|| infos(self.infos, tongue)));
        join(&parts, tongue)
    }

    /// Only what there is.
    pub fn say_some(&self, tongue: Tongue) -> String {
        let mut parts = Vec::new();
        parts.extend((self.errors > 0).then(|| errors(self.errors, tongue)));
        parts.extend((self.warnings > 0).then(|| warnings(self.warnings, tongue)));
        parts.extend((self.infos > 0).then(|| infos(self.infos, tongue)));
        join(&parts, tongue)
    }
}

fn join(parts: &[String], tongue: Tongue) -> String {
    parts.join(match tongue {
        Tongue::Zh => "，",
        Tongue::En => ", ",
    })
}

fn errors(count: usize, tongue: Tongue) -> String {
    match (tongue, count) {
        (Tongue::Zh, _) => format!("{count} 个错误"),
        (Tongue::En, 1) => "1 error".to_owned(),
        (Tongue::En, _) => format!("{count} errors"),
    }
}

fn warnings(count: usize, tongue: Tongue) -> String {
    match (tongue, count) {
        (Tongue::Zh, _) => format!("{count} 个警告"),
        (Tongue::En, 1) => "1 warning".to_owned(),
        (Tongue::En, _) => format!("{count} warnings"),
    }
}

fn infos(count: usize, tongue: Tongue) -> String {
    match (tongue, count) {
        (Tongue::Zh, _) => format!("{count} 条提示"),
        (Tongue::En, 1) => "1 remark".to_owned(),
        (Tongue::En, _) => format!("{count} remarks"),
    }
}
