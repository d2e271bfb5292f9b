//! What directives name: each line of prose goes in, what it shows and what is wrong with it comes out.
//!
//! The handbook is that of `tests/sites/directive`; `Shown` and the faults are kept as text.

use crate::sites::{difference, options};
use hejin::memo::Memo;
use hejin::model::{Input, Memos, Model};
use hejin::parse;
use hejin::sources::fixture;
use hejin::text::Tongue;
use std::collections::BTreeSet;
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

fn model(page: &str) -> Model {
    let input = include_str!("sites/directive/input.txt");
    let (_, files) = input.split_once('\n').unwrap();
    let files = files.split("//- content/guide/").next().unwrap();
    let sources = fixture(&format!("{files}{page}"));
    let setup = parse::setup(&sources);
    let (records, _) = parse::all(&sources, &setup, &Memo::default());
    let input = Input {
        records,
        setup: &setup,
        options: &options(),
        assets: &BTreeSet::new(),
    };
    Model::new(input, &Memos::default()).0
}

fn say(model: &Model, file: &str) -> String {
    let mut out = String::new();
    let files = model.records.iter().zip(&model.prose);
    let prose = files.filter(|(record, _)| {
        record
            .as_ref()
            .as_ref()
            .is_some_and(|record| *record.file == *file)
    });
    for shown in prose.flat_map(|(_, prose)| &prose.directives) {
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

#[test]
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
