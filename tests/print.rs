//! Findings as text and as JSON: the sources go in with the findings, the whole text comes out.
#![expect(clippy::disallowed_methods, reason = "what is kept lies in files")]

use hejin::fault::Fix;
use hejin::finding::{Finding, Note, Severity};
use hejin::print::{Places, Report, Roots, Tally, findings, json};
use hejin::sources::{Sources, fixture};
use hejin::span::{FilePath, Span};
use hejin::text::{Tongue, Words};
use std::fs;
use std::path::Path;

/// A finding at the first place of `needle` in `file`.
fn at(sources: &Sources, file: &str, needle: &str) -> Finding {
    Finding {
        code: "REF-101",
        severity: Severity::Error,
        span: span(sources, file, needle),
        message: Words::new("没有“内情”这个岗位", "there is no role `内情`"),
        witness: None,
        help: None,
        fix: None,
        notes: Vec::new(),
    }
}

fn span(sources: &Sources, file: &str, needle: &str) -> Span {
    let file: FilePath = file.into();
    let start = sources
        .texts
        .get(&file)
        .map_or(0, |text| text.text.find(needle).unwrap());
    Span::new(&file, start..start + needle.len())
}

fn report<'a>(sources: &'a Sources, findings: &'a [Finding]) -> Report<'a> {
    let shown: Vec<&Finding> = findings.iter().collect();
    let roots = Roots {
        content: "docs".into(),
        themes: Some("/srv/look".into()),
        theme: Some("look".to_owned()),
    };
    Report {
        places: Places::new(&shown, sources, roots),
        tally: Tally::of(findings, 0),
        findings: shown,
    }
}

fn text(sources: &Sources, findings_: &[Finding], tongue: Tongue) -> String {
    let text = findings(&report(sources, findings_), tongue);
    anstream::adapter::strip_str(&text).to_string()
}

/// Compares with what is kept in `tests/print/`; `UPDATE=1` rewrites it.
fn same(name: &str, now: &str) {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/print");
    let place = place.join(name).with_extension("txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(place, now).unwrap();
        return;
    }
    let kept = fs::read_to_string(place).unwrap_or_default();
    assert!(now == kept, "{}", crate::sites::difference(&kept, now));
}

fn full() -> (Sources, Finding) {
    let sources = fixture(
        "//- content/areas/调研.md\n---\nduties:\n  - 负责: 内情，总管  # 收表\n---\n\
         //- content/roles.yaml\n- {id: sales-clerk, name: 销售内勤}\n",
    );
    let mut finding = at(&sources, "content/areas/调研.md", "内情，总管");
    finding.witness = Some(Words::new("东区没有人收表", "nobody collects in the east"));
    finding.help = Some(Words::new("改成“内勤”。", "Write `内勤`."));
    finding.fix = Some(Fix {
        span: span(&sources, "content/areas/调研.md", "内情"),
        text: "内勤".to_owned(),
    });
    finding.notes.push(Note {
        span: span(&sources, "content/roles.yaml", "销售内勤"),
        message: Words::new("最近的岗位", "the nearest role"),
    });
    (sources, finding)
}

#[test]
fn a_finding_shows_all_it_has_in_chinese() {
    let (sources, finding) = full();
    same(
        "a_finding_shows_all_it_has_in_chinese",
        &text(&sources, &[finding], Tongue::Zh),
    );
}

#[test]
fn a_finding_shows_all_it_has_in_english() {
    let (sources, finding) = full();
    same(
        "a_finding_shows_all_it_has_in_english",
        &text(&sources, &[finding], Tongue::En),
    );
}

#[test]
fn a_finding_is_json() {
    let (sources, finding) = full();
    same("a_finding_is_json", &json(&report(&sources, &[finding])));
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let long = format!(
        "//- content/a.md\n{}这里{}\n",
        "甲".repeat(3_000_000),
        "乙".repeat(300_000)
    );
    let sources = fixture(&long);
    let finding = at(&sources, "content/a.md", "这里");
    same(
        "a_long_line_is_cut_around_the_place",
        &text(&sources, &[finding], Tongue::Zh),
    );
}

#[test]
fn a_stretch_longer_than_a_line_is_cut_too() {
    let sources = fixture(&format!("//- content/a.md\n{}\nb\n", "甲".repeat(3_000)));
    let mut finding = at(&sources, "content/a.md", "甲");
    finding.span.end = 9_003;
    finding.fix = Some(Fix {
        span: finding.span.clone(),
        text: String::new(),
    });
    same(
        "a_stretch_longer_than_a_line_is_cut_too",
        &text(&sources, &[finding], Tongue::En),
    );
}

#[test]
fn nothing_hidden_reaches_the_terminal() {
    let sources =
        fixture("//- content/a\u{1b}[2J.md\nok \u{202e}gnorw\u{202c}\t\u{1b}[31m \u{200b}here\n");
    let mut finding = at(&sources, "content/a\u{1b}[2J.md", "here");
    finding.message = Words::from("\u{1b}]0;title\u{7} \u{2066}x");
    finding.fix = Some(Fix {
        span: finding.span.clone(),
        text: "\u{1b}[0m".to_owned(),
    });
    same(
        "nothing_hidden_reaches_the_terminal",
        &text(&sources, &[finding], Tongue::En),
    );
}

#[test]
fn a_file_whose_text_is_not_known_shows_its_name_alone() {
    let sources = fixture("//- themes/look/templates/a.html\n<p>{{ 内 }}\n");
    let mut encoding = at(&sources, "content/gbk.md", "x");
    encoding.help = Some(Words::from("iconv"));
    let bare = at(&sources, "themes/default/templates/b.html", "x");
    let themed = at(&sources, "themes/look/templates/a.html", "内");
    same(
        "a_file_whose_text_is_not_known_shows_its_name_alone",
        &text(&sources, &[encoding, bare, themed], Tongue::En),
    );
}

#[test]
fn a_fix_over_several_lines_shows_both_states() {
    let sources = fixture("//- content/a.yaml\na: 1\nb：\n  c：2\nd: 3\n");
    let mut finding = at(&sources, "content/a.yaml", "b：\n  c：2");
    finding.fix = Some(Fix {
        span: finding.span.clone(),
        text: "b:\n  c: 2".to_owned(),
    });
    let mut insert = at(&sources, "content/a.yaml", "d: 3");
    insert.severity = Severity::Info;
    insert.fix = Some(Fix {
        span: Span::new(&insert.span.file, insert.span.end..insert.span.end),
        text: "\nname: 名".to_owned(),
    });
    let mut end = at(&sources, "content/a.yaml", "d: 3");
    end.severity = Severity::Warning;
    end.span = Span::new(&insert.span.file, 1000..2000);
    same(
        "a_fix_over_several_lines_shows_both_states",
        &text(&sources, &[finding, insert, end], Tongue::Zh),
    );
}
