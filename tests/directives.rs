//! What directives name: each line of prose goes in, what it shows and what is wrong with it comes out.
//!
//! The handbook is that of `tests/sites/directive`; `Shown` and the faults are kept as text.

use crate::sites::{difference, options, text};
use hejin::model::Model;
use hejin::parse::record::Record;
use hejin::site::{Memos, Site, build, check};
use hejin::sources::fixture;
use hejin::text::Tongue;
use std::fmt::Write as _;

const LINES: &str = "\
{{role sales-clerk}}
{{role 销售内勤}}
{{role sales-clark}}
{{role nobody-like-this}}
{{role}}
{{role sales-clerk colour=red}}
{{limit promotion budget=out}}
{{limit 促销审批 预算=预算外}}
{{limit promotion budget=in}}
{{limit promotion budget=in decide=sales-director}}
{{limit promotion budget=out decide=sales-director}}
{{limit promotion decide=marketing-director}}
{{limit promotion decide=marketing-director budget=in}}
{{limit promotion budget=inn}}
{{limit promotion buget=in}}
{{limit promotion amount=3}}
{{within answer}}
{{within ask#fill}}
{{within ask#fil}}
{{within nowhere#fill}}
{{within decide}}
{{within fill}}
{{date effective}}
{{date reviewed}}
{{date today}}
{{count roles}}
{{count roles of=sales}}
{{count 岗位 of=市场部}}
{{count duties of=market}}
{{count steps of=ask}}
{{count meetings of=sales-clerk}}
{{count roless}}
{{count areas off=sales}}
::: matrix of=sales for=sales-clerk,marketing-director :::
::: matrix for=sales-clerk、nobody-at-all :::
::: duties sales-clerk letter=a :::
::: duties sales-clerk letter=X :::
::: list areas of=sales :::
::: decision :::
::: note
";

const INPUT: &str = include_str!("sites/directive/input.txt");

fn model(page: &str) -> Model {
    let (_, files) = INPUT.split_once('\n').unwrap();
    let files = files.split("//- content/guide/").next().unwrap();
    check(&fixture(&format!("{files}{page}")), &options()).0
}

fn say(model: &Model, file: &str) -> String {
    let mut out = String::new();
    let is_file = |record: &Option<Record>| {
        let record = record.as_ref();
        record.is_some_and(|record| *record.file == *file)
    };
    let at = model.records.iter().position(|record| is_file(record));
    let shown = at.map(|at| model.prose[at].directives.as_slice());
    for shown in shown.unwrap_or_default() {
        writeln!(out, "  {shown:?}").unwrap();
    }
    for fault in model
        .faults
        .iter()
        .filter(|fault| *fault.span.file == *file)
    {
        write!(out, "  {}", fault.seen).unwrap();
        for (name, words) in &fault.blanks {
            write!(out, " {name}={:?}", words.say(Tongue::Zh)).unwrap();
        }
        if let Some(fix) = &fault.fix {
            write!(out, " → {:?}", fix.text).unwrap();
        }
        out.push('\n');
    }
    out
}

/// The files of a site, in words.
fn drawn(site: &Site) -> Vec<(String, String)> {
    let outputs = site.outputs.iter();
    outputs
        .map(|(path, bytes)| (path.to_string(), text(bytes)))
        .collect()
}

#[test]
fn a_warm_build_shows_what_a_cold_one_shows() {
    let (_, files) = INPUT.split_once('\n').unwrap();
    let edits = [
        ("数字是假设", "数字全是假设"),
        ("表后的一句", "{{limit promotion budget=out}}，表后的一句"),
        ("{{count roles}}个岗位", "{{count areas}}个职能"),
        ("{{role sales-clark}}", "{{role sales-clerk}}"),
        ("amount: 5万以下", "amount: 6万以下"),
        (
            "::: list meetings of=sales :::",
            "::: list meetings of=marketing :::",
        ),
        ("term: 终端", "term: 售点"),
    ];
    let mut now = files.to_owned();
    let (_, mut memos) = build(&fixture(&now), &options(), &Memos::default());
    for (old, new) in edits {
        now = now.replace(old, new);
        let (warm, next) = build(&fixture(&now), &options(), &memos);
        let (cold, _) = build(&fixture(&now), &options(), &Memos::default());
        assert!(drawn(&warm) == drawn(&cold), "after {new}");
        assert_eq!(warm.verdict.findings, cold.verdict.findings, "after {new}");
        memos = next;
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test keeps what was said")]
fn every_directive_says_what_it_names() {
    let mut out = String::new();
    for line in LINES.lines() {
        let close = if line == "::: note" { "\n:::" } else { "" };
        let page = format!("//- content/guide/p.md\n---\nname: 页\n---\n{line}{close}\n");
        let said = say(&model(&page), "content/guide/p.md");
        writeln!(out, "{line}\n{said}").unwrap();
    }
    let kept =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/directive/names.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&kept, &out).unwrap();
    }
    let old = std::fs::read_to_string(&kept).unwrap_or_default();
    assert!(old == out, "{}", difference(&old, &out));
}

#[test]
fn a_page_of_a_department_lists_its_own() {
    let page = "//- content/departments/finance.md\n---\nname: 财务部\nhead: accountant\n---\n::: list roles :::\n{{count roles}}，{{date effective}}\n//- content/roles/finance.yaml\n- {id: accountant, name: 会计, department: finance}\n";
    let said = say(&model(page), "content/departments/finance.md");
    assert_eq!(
        said,
        "  List(Role, [AnyId { kind: Role, index: 3 }])\n  Count(1)\n  Lost\n  date-not-found name=\"effective\"\n"
    );
}

#[test]
fn what_a_directive_names_knows_of_it() {
    let model = model("//- content/guide/p.md\n---\nname: 页\n---\n{{role sales-clerk}}\n");
    let mentions = model.mentions();
    let from_page: Vec<_> = mentions
        .filter(|(_, to)| &*to.span.file == "content/guide/p.md")
        .collect();
    assert_eq!(from_page.len(), 1);
    assert_eq!(
        model.head(from_page[0].1.value).unwrap().id.value,
        "sales-clerk"
    );
}
