//! Findings as text for a terminal, with colours: the edge that writes takes them out where they are
//! not wanted.

use super::Report;
use super::excerpt::{Excerpt, around, whole, write};
use super::places::Places;
use super::tally::Count;
use super::visible::visible;
use crate::fault::Fix;
use crate::finding::{Finding, Severity};
use crate::span::Span;
use crate::text::{Tongue, Words};
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet,
};
use anstyle::{Effects, Style};
use std::fmt::Write as _;

/// Columns that a line may have before the renderer cuts it; ours are cut before.
const COLUMNS: usize = 1000;
/// Bytes that a rewriting may have, before or after, and still be shown.
const PATCH_BYTES: usize = 4000;

/// Every finding to show, by file.
pub fn findings(report: &Report<'_>, tongue: Tongue) -> String {
    let mut out = String::new();
    let same_file = |one: &&Finding, other: &&Finding| one.span.file == other.span.file;
    for group in report.findings.chunk_by(same_file) {
        let mut count = Count::default();
        for finding in group {
            count.add(finding.severity);
        }
        heading(
            &mut out,
            &report.places.of(&group[0].span).file,
            count,
            tongue,
        );
        for found in group {
            out.push_str(&finding(found, &report.places, tongue));
            out.push_str("\n\n");
        }
    }
    out
}

fn heading(out: &mut String, file: &str, count: Count, tongue: Tongue) {
    let bold = Style::new().effects(Effects::BOLD);
    let count = count.say_some(tongue);
    _ = match tongue {
        Tongue::Zh => writeln!(out, "{bold}{file}{bold:#}（{count}）\n"),
        Tongue::En => writeln!(out, "{bold}{file}{bold:#} ({count})\n"),
    };
}

/// One finding: what, where, the line underlined, a case, what to do, the rewriting, further places.
pub fn finding(finding: &Finding, places: &Places<'_>, tongue: Tongue) -> String {
    let say = |words: &Words| visible(words.say(tongue)).into_owned();
    let level = level(finding.severity, tongue);
    let mut first = level
        .primary_title(say(&finding.message))
        .id(finding.code)
        .elements(Vec::<Origin<'_>>::new());
    first = at(first, &finding.span, places, AnnotationKind::Primary);
    if let Some(witness) = &finding.witness {
        let level = Level::NOTE.with_name(word(tongue, "例证", "case"));
        first = first.element(level.message(say(witness)));
    }
    if let Some(help) = &finding.help {
        let level = Level::HELP.with_name(word(tongue, "办法", "help"));
        first = first.element(level.message(say(help)));
    }
    let mut groups = vec![first];
    for note in &finding.notes {
        let level = Level::NOTE.with_name(word(tongue, "另见", "note"));
        let group = Group::with_title(level.secondary_title(say(&note.message)));
        groups.push(at(group, &note.span, places, AnnotationKind::Primary));
    }
    groups.extend(
        finding
            .fix
            .as_ref()
            .and_then(|fix| patch(fix, places, tongue)),
    );
    Renderer::styled().term_width(COLUMNS).render(&groups)
}

/// The name of a weight.
pub fn severity(severity: Severity, tongue: Tongue) -> &'static str {
    match severity {
        Severity::Error => word(tongue, "错误", "error"),
        Severity::Warning => word(tongue, "警告", "warning"),
        Severity::Info => word(tongue, "提示", "remark"),
    }
}

fn level(weight: Severity, tongue: Tongue) -> Level<'static> {
    let level = match weight {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    level.with_name(severity(weight, tongue))
}

fn word(tongue: Tongue, zh: &'static str, en: &'static str) -> &'static str {
    match tongue {
        Tongue::Zh => zh,
        Tongue::En => en,
    }
}

/// Adds a place, and its line with the place underlined where the text is known.
fn at<'a>(group: Group<'a>, span: &Span, places: &Places<'_>, kind: AnnotationKind) -> Group<'a> {
    let place = places.of(span);
    let mut origin = Origin::path(place.file);
    let (Some(line), Some(column)) = (place.line, place.column) else {
        return group.element(origin);
    };
    origin = origin.line(line).char_column(column);
    let group = group.element(origin);
    let Some(lines) = places.lines(&span.file) else {
        return group;
    };
    let (text, start) = lines.line(line);
    let Excerpt { text, focus } = around(
        text,
        span.start.saturating_sub(start)..span.end.saturating_sub(start),
    );
    let annotation: Annotation<'_> = kind.span(focus);
    group.element(
        Snippet::source(text)
            .line_start(line)
            .annotation(annotation),
    )
}

/// The lines that go and the lines that come; `None` where they are too many to show.
fn patch<'a>(fix: &Fix, places: &Places<'_>, tongue: Tongue) -> Option<Group<'a>> {
    let place = places.of(&fix.span);
    let lines = places.lines(&fix.span.file)?;
    let (first, last) = (place.line?, place.end_line?);
    let (text, start) = lines.stretch(first, last);
    let focus = fix.span.start.saturating_sub(start)..fix.span.end.saturating_sub(start);
    let excerpt = if first == last {
        around(text, focus)
    } else {
        whole(text, focus)
    };
    let mut new = String::new();
    write(&mut new, &fix.text);
    if excerpt.text.len() > PATCH_BYTES || new.len() > PATCH_BYTES {
        return None;
    }
    let level = Level::HELP.with_name(word(tongue, "改成", "write"));
    Some(
        Group::with_title(level.secondary_title(place.file)).element(
            Snippet::source(excerpt.text)
                .line_start(first)
                .patch(Patch::new(excerpt.focus, new)),
        ),
    )
}
