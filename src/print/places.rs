//! A span in, a place that a person can go to out.

use super::lines::Lines;
use super::roots::Roots;
use crate::finding::Finding;
use crate::sources::Sources;
use crate::span::{FilePath, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// Knows the lines of every file that a finding names.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    roots: Roots,
    files: BTreeMap<FilePath, Lines<'a>>,
}

/// A place as shown. Lines and columns count from 1, columns in characters; the end is the place after
/// the last character. All four are `None` where the text of the file is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, as the user knows it.
    pub file: String,
    /// The line it begins on.
    pub line: Option<usize>,
    /// The column it begins at.
    pub column: Option<usize>,
    /// The line it ends on.
    pub end_line: Option<usize>,
    /// The column it ends before.
    pub end_column: Option<usize>,
}

impl<'a> Places<'a> {
    /// The places of `findings` in the texts of `sources`, which came from `roots`.
    pub fn new(findings: &[&Finding], sources: &'a Sources, roots: Roots) -> Places<'a> {
        let mut files = BTreeMap::new();
        for span in findings.iter().copied().flat_map(spans) {
            if let Some(text) = sources.texts.get(&span.file) {
                files
                    .entry(FilePath::clone(&span.file))
                    .or_insert_with(|| Lines::of(&text.text));
            }
        }
        Places { roots, files }
    }

    /// Where a span is.
    pub fn of(&self, span: &Span) -> Place {
        let lines = self.files.get(&span.file);
        let start = lines.map(|lines| lines.place(span.start));
        let end = lines.map(|lines| lines.place(span.end));
        Place {
            file: self.roots.shown(&span.file),
            line: start.map(|start| start.0),
            column: start.map(|start| start.1),
            end_line: end.map(|end| end.0),
            end_column: end.map(|end| end.1),
        }
    }

    /// The lines of a file, if its text is known.
    pub(super) fn lines(&self, file: &FilePath) -> Option<&Lines<'a>> {
        self.files.get(file)
    }
}

/// Every span of a finding.
fn spans(finding: &Finding) -> impl Iterator<Item = &Span> {
    let fix = finding.fix.iter().map(|fix| &fix.span);
    let notes = finding.notes.iter().map(|note| &note.span);
    std::iter::once(&finding.span).chain(fix).chain(notes)
}
