//! What a rule is, and how it tells what it found.

use crate::audit::page::{Message, Page};
use crate::fault::{Fault, Fix};
use crate::finding::{Finding, Note, Severity};
use crate::model::Model;
use crate::span::Span;
use crate::text::Words;
use std::collections::BTreeMap;

/// One thing that can be wrong with a handbook.
#[derive(Debug)]
pub struct Rule {
    /// Its code, such as `REF-101`. Never used again for another.
    pub code: &'static str,
    /// Its name, which says what is wrong: “allow unknown-reference” reads right.
    pub name: &'static str,
    /// How much it matters unless the settings say otherwise.
    pub severity: Severity,
    /// Its page: the words of its messages, its explanation, and its tests.
    pub page: &'static str,
    /// The look.
    pub check: fn(&Model, &mut Report<'_>),
}

impl Rule {
    /// The family: the letters before the number.
    pub fn family(&self) -> &'static str {
        self.code.split('-').next().unwrap_or(self.code)
    }
}

/// Where a rule says what it found.
pub struct Report<'a> {
    rule: &'a Rule,
    page: Page,
    findings: Vec<Finding>,
}

impl<'a> Report<'a> {
    /// An empty report of `rule`.
    pub fn new(rule: &'a Rule) -> Report<'a> {
        Report {
            rule,
            page: Page::parse(rule.page),
            findings: Vec::new(),
        }
    }

    /// Something is wrong at `span`: the rule's message `name`, its blanks filled. What comes back can
    /// be given a weight, a witness, notes and a fix.
    pub fn at(&mut self, span: &Span, name: &str, blanks: &[(&str, Words)]) -> &mut Finding {
        let message = self.page.message(name);
        self.findings
            .push(finding(self.rule, span.clone(), message, blanks));
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// Tells every fault that has one of this rule's messages.
    pub fn faults(&mut self, faults: &[Fault]) {
        for fault in faults {
            if self.page.has(fault.seen) {
                self.fault(fault);
            }
        }
    }

    fn fault(&mut self, fault: &Fault) {
        let notes: Vec<Note> = fault
            .notes
            .iter()
            .map(|(span, seen)| Note {
                span: span.clone(),
                message: self.words(seen, &fault.blanks),
            })
            .collect();
        let finding = self.at(&fault.span, fault.seen, &fault.blanks);
        finding.fix.clone_from(&fault.fix);
        finding.notes = notes;
    }

    /// Tells faults with the same blanks once, at the first of them in order; `{pages}` says on how many
    /// pages they stand, each of which has at most one.
    pub fn alike<'f>(&mut self, faults: impl Iterator<Item = &'f Fault>) {
        let mut groups: Vec<(&Fault, usize)> = Vec::new();
        let mut known: BTreeMap<&[(&str, Words)], usize> = BTreeMap::new();
        for fault in faults {
            let at = *known.entry(&fault.blanks).or_insert(groups.len());
            match groups.get_mut(at) {
                Some((_, count)) => *count += 1,
                None => groups.push((fault, 1)),
            }
        }
        for (fault, count) in groups {
            let mut blanks: Vec<(&str, Words)> = fault.blanks.clone();
            blanks.push(("pages", pages(count)));
            self.at(&fault.span, fault.seen, &blanks);
        }
    }

    /// The rule's message `name` with its blanks filled, for a note.
    pub fn words(&self, name: &str, blanks: &[(&str, Words)]) -> Words {
        self.page
            .message(name)
            .map_or_else(|| Words::from(name), |message| fill(&message.says, blanks))
    }

    /// What was found.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

fn finding(
    rule: &Rule,
    span: Span,
    message: Option<&Message>,
    blanks: &[(&str, Words)],
) -> Finding {
    let words = |text: &Words| fill(text, blanks);
    Finding {
        code: rule.code,
        severity: rule.severity,
        span,
        message: message.map_or_else(|| Words::from(rule.name), |message| words(&message.says)),
        witness: None,
        help: message.and_then(|message| message.help.as_ref()).map(words),
        fix: None,
        notes: Vec::new(),
    }
}

/// Puts the words of each blank in its place: `{name}`.
pub fn fill(text: &Words, blanks: &[(&str, Words)]) -> Words {
    let mut filled = text.clone();
    for (name, words) in blanks {
        let blank = format!("{{{name}}}");
        filled.zh = filled.zh.replace(&blank, &words.zh);
        filled.en = filled.en.replace(&blank, &words.en);
    }
    filled
}

impl Finding {
    /// Says where something stands that belongs to it.
    pub fn note(&mut self, span: &Span, message: Words) -> &mut Finding {
        self.notes.push(Note {
            span: span.clone(),
            message,
        });
        self
    }

    /// Says the rewriting that would certainly mend it.
    pub fn rewrite(&mut self, span: &Span, text: impl Into<String>) -> &mut Finding {
        self.fix = Some(Fix {
            span: span.clone(),
            text: text.into(),
        });
        self
    }
}

fn pages(count: usize) -> Words {
    let s = if count == 1 { "" } else { "s" };
    Words::new(format!("{count} 个页面"), format!("{count} page{s}"))
}

/// The check of a rule that only words what parsing or resolving has seen.
pub fn tell_faults(model: &Model, report: &mut Report<'_>) {
    report.faults(&model.faults);
}
