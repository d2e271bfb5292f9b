//! `hejin explain`: a rule's page, or all rules.

use super::command::{Command, Exit};
use super::flags::Format;
use super::terminal::Terminal;
use super::words::{Both, both, either};
use crate::audit::page::{Page, Section};
use crate::audit::rule::Rule;
use crate::audit::rules::{RULES, of_code};
use crate::parse::decode::nearest;
use crate::print::{FAMILIES, Family, severity, visible};
use crate::text::{Tongue, Words};
use anstyle::{Effects, Style};
use clap::{Args, FromArgMatches};
use serde_json::{Value, json};
use std::fmt::Write as _;

pub(super) const COMMAND: Command = Command {
    name: "explain",
    about: both(
        "解释一条检查规则，或列出全部规则。",
        "Explains a rule, or lists all of them.",
    ),
    usage: both("[规则] [选项]", "[CODE] [OPTIONS]"),
    examples: &[
        (
            "hejin explain DOC-110",
            both(
                "一条规则：是什么、为什么、怎么改",
                "one rule: what, why, wrong, right",
            ),
        ),
        (
            "hejin explain waiver-unsound",
            both("也可以用名字", "by its name"),
        ),
        ("hejin explain", both("全部规则", "all rules")),
    ],
    arguments: &[(
        "code",
        both("规则的代码或名字", "the code or the name of a rule"),
    )],
    augment: Arguments::augment_args,
    run: |matches, terminal| match Arguments::from_arg_matches(matches) {
        Ok(arguments) => run(&arguments, terminal),
        Err(_) => Exit::Failed,
    },
};

#[derive(Args, Debug)]
struct Arguments {
    #[arg(value_name = "CODE")]
    code: Option<String>,
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: Format,
}

fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let tongue = terminal.tongue;
    let text = match (&arguments.code, arguments.format) {
        (None, Format::Text) => all(tongue),
        (None, Format::Json) => pretty(&RULES.iter().map(|rule| data(rule)).collect()),
        (Some(code), format) => match (of_code(code), format) {
            (None, _) => return unknown(code, terminal),
            (Some(rule), Format::Text) => one(rule, tongue),
            (Some(rule), Format::Json) => pretty(&data(rule)),
        },
    };
    terminal.out(&text);
    Exit::Fine
}

fn unknown(code: &str, terminal: &mut Terminal) -> Exit {
    let upper = code.to_uppercase();
    let codes = nearest(&upper, RULES.iter().map(|rule| rule.code));
    let near = codes.or_else(|| nearest(code, RULES.iter().map(|rule| rule.name)));
    let mut text = either(
        terminal.tongue,
        format!("没有“{code}”这条规则"),
        format!("there is no rule `{code}`"),
    );
    if let Some(near) = near {
        text += &either(
            terminal.tongue,
            format!("，是不是 {near}？"),
            format!("; did you mean `{near}`?"),
        );
    }
    text += &either(
        terminal.tongue,
        "\n全部规则见 hejin explain\n".to_owned(),
        "\nSee hejin explain for all rules\n".to_owned(),
    );
    terminal.failure(&visible(&text))
}

/// A line per rule, by family in the order of the families.
fn all(tongue: Tongue) -> String {
    let mut letters: Vec<&'static str> = FAMILIES.iter().map(|family| family.code).collect();
    for rule in RULES {
        if !letters.contains(&rule.family()) {
            letters.push(rule.family());
        }
    }
    let bold = Style::new().effects(Effects::BOLD);
    let mut out = String::new();
    for code in letters {
        let mut rules: Vec<&Rule> = RULES.to_vec();
        rules.retain(|rule| rule.family() == code);
        rules.sort_by_key(|rule| rule.code);
        if rules.is_empty() {
            continue;
        }
        let name = Family::of(code).say(tongue);
        _ = writeln!(out, "{bold}{code} {name}{bold:#}");
        for rule in rules {
            let title = Page::parse(rule.page).title;
            let title = title.as_ref().map_or(rule.name, |title| title.say(tongue));
            let weight = severity(rule.severity, tongue);
            _ = writeln!(out, "  {}  {weight}  {title}", rule.code);
        }
        out.push('\n');
    }
    out
}

/// The page of a rule.
fn one(rule: &Rule, tongue: Tongue) -> String {
    let page = Page::parse(rule.page);
    let bold = Style::new().effects(Effects::BOLD);
    let title = page.title.as_ref().map_or("", |title| title.say(tongue));
    let weight = severity(rule.severity, tongue);
    let mut out = format!("{bold}{} {}{bold:#}", rule.code, rule.name);
    _ = match tongue {
        Tongue::Zh => writeln!(out, "（{weight}）\n{title}"),
        Tongue::En => writeln!(out, " ({weight})\n{title}"),
    };
    for section in &page.sections {
        let heading = heading(&section.name).map_or(&*section.name, |both| both.say(tongue));
        _ = writeln!(out, "\n{bold}{heading}{bold:#}");
        fill(&mut out, section, tongue);
    }
    out
}

fn heading(name: &str) -> Option<Both> {
    Some(match name {
        "What" => both("是什么", "What"),
        "Why" => both("为什么", "Why"),
        "Silent" => both("什么时候不提示", "When it is silent"),
        "Wrong" => both("错误的写法", "Wrong"),
        "Right" => both("正确的写法", "Right"),
        _ => return None,
    })
}

fn fill(out: &mut String, section: &Section, tongue: Tongue) {
    if let Some(prose) = &section.prose {
        _ = writeln!(out, "{}", prose.say(tongue).trim_end());
    }
    for (index, example) in section.examples.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        for line in example.files.lines() {
            let line = line
                .strip_prefix("//- ")
                .map_or_else(|| format!("    {line}"), |path| format!("  {path}"));
            _ = writeln!(out, "{}", line.trim_end());
        }
    }
}

/// What a program is told of a rule.
fn data(rule: &Rule) -> Value {
    let page = Page::parse(rule.page);
    let section = |section: &Section| {
        json!({
            "name": section.name,
            "prose": section.prose.as_ref().map(words),
            "examples": section.examples.iter().map(|example| &example.files).collect::<Vec<_>>(),
        })
    };
    json!({
        "code": rule.code,
        "name": rule.name,
        "family": rule.family(),
        "severity": rule.severity.word(),
        "title": page.title.as_ref().map(words),
        "sections": page.sections.iter().map(section).collect::<Vec<_>>(),
    })
}

fn words(words: &Words) -> Value {
    json!({"zh": words.zh, "en": words.en})
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
