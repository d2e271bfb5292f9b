//! Findings as JSON, for programs. The shape is kept: a change that could break a reader raises
//! `version`.
//!
//! ```json
//! {
//!   "version": 1,
//!   "findings": [{
//!     "code": "DOC-110", "name": "waiver-unsound", "severity": "error",
//!     "file": "content/waivers.yaml", "line": 5, "column": 10, "end_line": 5, "end_column": 20,
//!     "message": {"zh": "…", "en": "…"},
//!     "witness": null, "help": {"zh": "…", "en": "…"},
//!     "fix": {"file": "…", "line": 5, "column": 10, "end_line": 5, "end_column": 20, "text": "…"},
//!     "notes": [{"file": "…", "line": 1, "column": 1, "end_line": 1, "end_column": 3, "message": {…}}]
//!   }],
//!   "summary": {"errors": 1, "warnings": 0, "infos": 0, "waived": 0, "families": {"DOC": {…}}}
//! }
//! ```
//!
//! Lines and columns count from 1, columns in characters (code points), ends are exclusive; they are
//! `null` where the text of the file could not be read. `severity` is `error`, `warning` or `info`.

use super::Report;
use super::places::{Place, Places};
use super::tally::Tally;
use crate::audit::rules::of_code;
use crate::finding::Finding;
use crate::text::Words;
use serde::Serialize;

/// The version of the shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    findings: Vec<Shown<'a>>,
    summary: &'a Tally,
}

#[derive(Serialize)]
struct Shown<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    place: Place,
    message: Both<'a>,
    witness: Option<Both<'a>>,
    help: Option<Both<'a>>,
    fix: Option<Rewriting<'a>>,
    notes: Vec<Further<'a>>,
}

/// A sentence in both languages.
#[derive(Serialize)]
struct Both<'a> {
    zh: &'a str,
    en: &'a str,
}

#[derive(Serialize)]
struct Rewriting<'a> {
    #[serde(flatten)]
    place: Place,
    text: &'a str,
}

#[derive(Serialize)]
struct Further<'a> {
    #[serde(flatten)]
    place: Place,
    message: Both<'a>,
}

/// The report as one JSON document, ended by a line feed.
pub fn json(report: &Report<'_>) -> String {
    let findings = report.findings.iter();
    pretty(&Whole {
        version: VERSION,
        findings: findings
            .map(|finding| shown(finding, &report.places))
            .collect(),
        summary: &report.tally,
    })
}

fn pretty(whole: &Whole<'_>) -> String {
    let mut text = serde_json::to_string_pretty(whole).expect("plain data is JSON");
    text.push('\n');
    text
}

fn shown<'a>(finding: &'a Finding, places: &Places<'_>) -> Shown<'a> {
    Shown {
        code: finding.code,
        name: of_code(finding.code).map_or(finding.code, |rule| rule.name),
        severity: finding.severity.word(),
        place: places.of(&finding.span),
        message: both(&finding.message),
        witness: finding.witness.as_ref().map(both),
        help: finding.help.as_ref().map(both),
        fix: finding.fix.as_ref().map(|fix| Rewriting {
            place: places.of(&fix.span),
            text: &fix.text,
        }),
        notes: finding
            .notes
            .iter()
            .map(|note| Further {
                place: places.of(&note.span),
                message: both(&note.message),
            })
            .collect(),
    }
}

fn both(words: &Words) -> Both<'_> {
    Both {
        zh: &words.zh,
        en: &words.en,
    }
}
