//! Findings as text for a terminal, with colours: the edge that writes takes them out where they are
//! not wanted.

use super::Report;
use super::excerpt::{Excerpt, around};
use super::patch::patch;
use super::places::{Place, Places};
use super::tally::Count;
use super::visible::visible;
use crate::finding::{Finding, Severity};
use crate::span::Span;
use crate::text::{Tongue, Words};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Message, Renderer, Snippet};
use anstyle::{AnsiColor, Style};
use std::fmt::Write as _;

/// Columns that a line may have before the renderer cuts it; ours are cut before.
const COLUMNS: usize = 1000;

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
    let bold = Style::new().bold();
    let count = count.say_some(tongue);
    _ = match tongue {
        Tongue::Zh => writeln!(out, "{bold}{file}{bold:#}（{count}）\n"),
        Tongue::En => writeln!(out, "{bold}{file}{bold:#} ({count})\n"),
    };
}

/// One finding: what, where, the line underlined, a case, what to do, further places, the rewriting.
pub fn finding(finding: &Finding, places: &Places<'_>, tongue: Tongue) -> String {
    let title = format!("{}[{}]", severity(finding.severity, tongue), finding.code);
    let title = paint(&title, color(finding.severity));
    let mut blocks = vec![Block {
        title,
        message: finding.message.say(tongue),
        place: Some(&finding.span),
        level: level(finding.severity),
        below: below(finding, tongue),
    }];
    for note in &finding.notes {
        blocks.push(Block {
            title: paint(word(tongue, "另见", "note"), AnsiColor::BrightGreen),
            message: note.message.say(tongue),
            place: Some(&note.span),
            level: Level::NOTE,
            below: Vec::new(),
        });
    }
    let mut out: Vec<String> = blocks.into_iter().map(|block| block.draw(places)).collect();
    let fix = finding.fix.as_ref();
    if let Some(patch) = fix.and_then(|fix| patch(fix, places)) {
        let title = paint(word(tongue, "改成", "fix"), AnsiColor::BrightCyan);
        out.push(format!("{title}\n{patch}"));
    }
    out.join("\n")
}

/// What stands below the line: a case, and what to do.
fn below<'a>(finding: &'a Finding, tongue: Tongue) -> Vec<Message<'a>> {
    let say = |words: &'a Words| visible(words.say(tongue));
    let witness = finding.witness.as_ref().map(|witness| {
        let level = Level::NOTE.with_name(word(tongue, "例证", "case"));
        level.message(say(witness))
    });
    let help = finding.help.as_ref().map(|help| {
        let level = Level::HELP.with_name(word(tongue, "办法", "help"));
        level.message(say(help))
    });
    witness.into_iter().chain(help).collect()
}

/// A title, a place, its line, and what stands below.
struct Block<'a> {
    title: String,
    message: &'a str,
    place: Option<&'a Span>,
    level: Level<'a>,
    below: Vec<Message<'a>>,
}

impl Block<'_> {
    fn draw(self, places: &Places<'_>) -> String {
        let bold = Style::new().bold();
        let message = visible(self.message);
        let mut out = format!("{}{bold}: {message}{bold:#}", self.title);
        let mut group = Group::with_level(self.level);
        if let Some(span) = self.place {
            let place = places.of(span);
            _ = write!(out, "\n{}", arrow(&place));
            if let Some(snippet) = snippet(span, &place, places) {
                group = group.element(snippet);
            }
        }
        group = group.elements(self.below);
        if !group.is_empty() {
            out.push('\n');
            out.push_str(&renderer().render(&[group]));
        }
        out
    }
}

/// `  --> file:line:column`, the arrow over the bar that stands behind the number of the line.
fn arrow(place: &Place) -> String {
    let blue = AnsiColor::BrightBlue.on_default().bold();
    let file = &place.file;
    match (place.line, place.column) {
        (Some(line), Some(column)) => {
            let width = line.to_string().len();
            format!("{:width$}{blue}-->{blue:#} {file}:{line}:{column}", "")
        }
        _ => format!(" {blue}-->{blue:#} {file}"),
    }
}

/// The line of a place, the place underlined, where the text is known.
fn snippet<'a>(
    span: &Span,
    place: &Place,
    places: &Places<'_>,
) -> Option<Snippet<'a, Annotation<'a>>> {
    let line = place.line?;
    let (text, start) = places.lines(&span.file)?.line(line);
    let focus = span.start.saturating_sub(start)..span.end.saturating_sub(start);
    let Excerpt { text, focus } = around(text, focus);
    let snippet = Snippet::source(text).line_start(line);
    Some(snippet.annotation(AnnotationKind::Primary.span(focus)))
}

fn renderer() -> Renderer {
    Renderer::styled().term_width(COLUMNS)
}

fn paint(text: &str, color: AnsiColor) -> String {
    let style = color.on_default().bold();
    format!("{style}{text}{style:#}")
}

fn color(severity: Severity) -> AnsiColor {
    match severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::BrightBlue,
    }
}

/// The name of a weight.
pub fn severity(severity: Severity, tongue: Tongue) -> &'static str {
    match severity {
        Severity::Error => word(tongue, "错误", "error"),
        Severity::Warning => word(tongue, "警告", "warning"),
        Severity::Info => word(tongue, "提示", "remark"),
    }
}

fn level(weight: Severity) -> Level<'static> {
    match weight {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

fn word(tongue: Tongue, zh: &'static str, en: &'static str) -> &'static str {
    match tongue {
        Tongue::Zh => zh,
        Tongue::En => en,
    }
}
