//! The Markdown of handbooks: a text goes in, everything that is known of it comes out. The cases
//! stand in `tests/markdown/*.txt`; `UPDATE=1` writes their outcomes anew.

use hejin::fault::Fault;
use hejin::parse::markdown::{
    Arg, BLOCKS, Body, Dialect, Directive, INLINES, LinkKind, Notation, Piece, Setting, parse,
};
use hejin::span::{Span, line_column};
use hejin::text::Tongue;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::fmt::Write;

const TITLE: &str = "=== ";
const OUTCOME: &str = "\n--- html\n";

#[test]
fn every_case_comes_out_as_kept() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/markdown");
    let mut names: Vec<String> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.unwrap().path().display().to_string())
        .filter(|name| name.ends_with("txt"))
        .collect();
    names.sort();
    assert!(names.len() >= 9);
    for name in names {
        #[expect(clippy::disallowed_methods, reason = "the cases are files")]
        let kept = std::fs::read_to_string(&name).unwrap();
        let cases = kept.split(TITLE).skip(1).map(|case| {
            let (title, case) = case.split_once('\n').unwrap();
            let markdown = case
                .split_once(OUTCOME)
                .map_or(case, |(markdown, _)| markdown);
            (title, markdown.trim_end_matches('\n'))
        });
        let mut text = String::new();
        for (title, markdown) in cases {
            let outcome = outcome(markdown, dialect(title));
            write!(text, "{TITLE}{title}\n{markdown}{OUTCOME}{outcome}\n").unwrap();
        }
        #[expect(clippy::disallowed_methods, reason = "the cases are kept")]
        if std::env::var("UPDATE").is_ok() {
            std::fs::write(&name, text).unwrap();
        } else {
            let differs = similar::TextDiff::from_lines(kept.as_str(), text.as_str());
            assert!(kept == text, "{name}\n{}", differs.unified_diff());
        }
    }
}

fn dialect(title: &str) -> Dialect {
    if title.contains("(a folder of notes)") {
        Dialect::PLAIN
    } else {
        Dialect::HANDBOOK
    }
}

/// As if the body began at byte 100 of its file.
fn read(markdown: &str, dialect: Dialect) -> Body {
    let span = Span::new(&"content/example.md".into(), 100..100 + markdown.len());
    parse(&span, markdown, dialect)
}

/// Everything that is known of a text, as text.
fn outcome(markdown: &str, dialect: Dialect) -> String {
    let body = read(markdown, dialect);
    let at = |span: &Span| &markdown[span.start - 100..span.end - 100];
    let mut out = html(&body, &body.pieces);
    if !out.ends_with('\n') {
        out.push('\n');
    }
    for heading in &body.headings {
        let (level, id, text) = (heading.level, &heading.id, &heading.text);
        writeln!(
            out,
            "--- heading {level} #{id} {text:?} at {:?}",
            at(&heading.span)
        )
        .unwrap();
    }
    for link in &body.links {
        let kind = match link.kind {
            LinkKind::Anchor => "link",
            LinkKind::Image => "image",
        };
        let notation = match link.notation {
            Notation::Markdown => "",
            Notation::Wiki => " wiki",
            Notation::Html => " html",
        };
        write!(out, "--- {kind}{notation} {:?}", link.path()).unwrap();
        if let Some(anchor) = link.anchor() {
            write!(out, " anchor {anchor:?}").unwrap();
        }
        if let Some(label) = &link.label {
            write!(out, " label {label:?}").unwrap();
        }
        writeln!(out, " at {:?}", at(&link.span)).unwrap();
    }
    for directive in &body.directives {
        writeln!(
            out,
            "--- {} at {:?}",
            written(directive),
            at(&directive.span)
        )
        .unwrap();
    }
    for anchor in &body.anchors {
        writeln!(out, "--- anchor {} at {:?}", anchor.value, at(&anchor.span)).unwrap();
    }
    for fault in &body.faults {
        writeln!(out, "--- fault {}", told(fault, markdown)).unwrap();
    }
    writeln!(out, "--- plain {:?}", body.plain).unwrap();
    out
}

fn told(fault: &Fault, markdown: &str) -> String {
    let range = fault.span.start - 100..fault.span.end - 100;
    let (line, column) = line_column(markdown, range.start);
    let mut told = format!("{} {line}:{column} {:?}", fault.seen, &markdown[range]);
    for (name, words) in &fault.blanks {
        write!(told, " {name}={:?}", words.say(Tongue::En)).unwrap();
    }
    told
}

/// Pieces with their holes shown.
fn html(body: &Body, pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Html(html) => out.push_str(html),
            Piece::Href(link) => write!(out, "⟦href:{}⟧", body.links[*link].target).unwrap(),
            Piece::Text(link) => write!(out, "⟦name:{}⟧", body.links[*link].target).unwrap(),
            Piece::Word(word) => write!(out, "⟦word:{word}⟧").unwrap(),
            Piece::TitleEnd => out.push_str("⟦title-end⟧\n"),
            Piece::Directive(index) => {
                let directive = &body.directives[*index];
                write!(out, "⟦{}", written(directive)).unwrap();
                if !directive.inner.is_empty() {
                    write!(out, "\n{}", html(body, &directive.inner)).unwrap();
                }
                out.push('⟧');
            }
        }
    }
    out
}

fn written(directive: &Directive) -> String {
    let mut words = directive.name.to_owned();
    for Arg { key, value } in &directive.args {
        match key {
            Some(key) => write!(words, " {}={:?}", key.value, value.value).unwrap(),
            None => write!(words, " {:?}", value.value).unwrap(),
        }
    }
    words
        + match directive.setting {
            Setting::Block => " (block)",
            Setting::Inline => "",
            Setting::InLink => " (in a link)",
        }
}

#[test]
fn every_known_directive_has_an_example_that_is_read_as_it() {
    for (known, setting) in BLOCKS
        .iter()
        .map(|known| (known, Setting::Block))
        .chain(INLINES.iter().map(|known| (known, Setting::Inline)))
    {
        let chinese = known.example.replacen(known.name, known.zh, 1);
        for example in [known.example, &chinese] {
            let body = read(example, Dialect::HANDBOOK);
            assert_eq!(body.faults, [], "{example}");
            if let [directive] = body.directives.as_slice() {
                assert_eq!((directive.name, directive.setting), (known.name, setting));
                let unknown = directive.args.iter().find(|arg| {
                    let key = arg.key.as_ref().map_or("", |key| key.value.as_str());
                    !known
                        .args
                        .iter()
                        .any(|known| known.key == "…" || known.key == key)
                });
                assert_eq!(unknown, None, "{example}");
            } else {
                let class = format!("callout-{}", known.name);
                assert!(html(&body, &body.pieces).contains(&class), "{example}");
            }
        }
        assert_ne!(known.says().zh, known.says().en);
    }
}

/// What an author of Chinese prose writes beside marks.
const REALISTIC: [&str; 40] = [
    "**重要：**请注意",
    "请**“重点”**处理",
    "**该星号不会被识别。**这是**粗体**文字",
    "前文**（注意）**后文",
    "**“A”**和*“B”*。",
    "这是**`code`**吗",
    "中文**(x)**中文",
    "说明**[链接](https://a.example/)**后文",
    "**《手册》**说",
    "见**“附录”、“表一”**。",
    "**注意：**a",
    "普通 **bold** text",
    "`**。**`代码",
    "\\*\\*。\\*\\*后",
    "~~删除。~~后",
    "金额**2万元（含）**以下",
    "**2026年1月1日**起，**不再**使用。",
    "由**销售内勤**（代理人：**市场专员**）办理",
    "**是**(原因)",
    "**甲**、**乙**和**丙**。",
    "**甲、**乙",
    "*强调。*后",
    "这是*“强调”*，不是**“加粗”**。",
    "***都要！***后文",
    "**加粗里*有“斜体”*的字。**后",
    "第**1.**条",
    "**「引用」**日本語**です。**はい",
    "**한국어(괄호)**는 이렇다",
    "**終わり。**次",
    "价格**¥3.2万**，折扣**5%**。",
    "**A、B**与**C。**D",
    "“**重点**”和（**附注**）",
    "**%**和**。**",
    "结束**。**开始",
    "请看**[表一][t]**。\n\n[t]: https://a.example/",
    "~~旧：2万~~新：3万",
    "- **负责：**总监\n- **执行：**内勤",
    "# **标题：**副题",
    "**𠮷野家：**x",
    "a**“b”**c",
];

fn as_comrak_reads_it(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.cjk_friendly_emphasis = true;
    options.extension.strikethrough = true;
    comrak::markdown_to_html(markdown, &options).replace("&quot;", "\"")
}

/// Ours, without what comrak does not make.
fn as_we_read_it(markdown: &str) -> String {
    let body = read(markdown, Dialect::HANDBOOK);
    let html = html(&body, &body.pieces).replace("⟦title-end⟧\n", "");
    match (
        html.split_once(" id=\""),
        html.split_once("<a class=\"anchor\""),
    ) {
        (Some((before, after)), Some(_)) => {
            let (_, after) = after.split_once('"').unwrap();
            let (words, rest) = after.split_once("<a class=\"anchor\"").unwrap();
            format!("{before}{words}{}", rest.split_once("</a>").unwrap().1)
        }
        _ => html,
    }
}

#[test]
fn emphasis_beside_chinese_is_right_in_every_realistic_case() {
    for case in REALISTIC {
        assert_eq!(as_we_read_it(case), as_comrak_reads_it(case), "{case}");
    }
}

#[test]
fn emphasis_beside_chinese_is_right_on_98_of_100_random_strings() {
    let word = prop::sample::select(vec![
        "*", "**", "**", "中", "文", "。", "”", "“", "（", "）", "(", ")", " ", "a", ",", "《",
        "》", "、",
    ]);
    let strategy = prop::collection::vec(word, 5..14).prop_map(|words| words.concat());
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut same, mut all) = (0, 0);
    while all < 4_000 {
        let text = strategy.new_tree(&mut runner).unwrap().current();
        if text.starts_with(['*', ' ']) || !text.contains('*') || text.contains("***") {
            continue;
        }
        all += 1;
        same += usize::from(as_we_read_it(&text) == as_comrak_reads_it(&text));
    }
    assert!(same * 100 >= all * 98, "{same} of {all}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    /// Any text at all: no panic, places inside the text, and nothing of the veil left behind.
    #[test]
    fn any_text_is_read(words in prop::collection::vec(prop::sample::select(vec![
        "*", "**", "~~", "中", "。", "“", "a", " ", "\n", "\n\n", "> ", "- ", "1. ", "# ", "|", "|-|\n", "`", "```\n",
        "[", "]", "[[", "]]", "(", ")", "![", "[^1]", "[^1]: ", "{{limit a}}", "{{", "}}", "{{< x >}}", "{% y %}",
        "::: note\n", ":::: list x\n", ":::\n", "::::\n", "::: list y :::\n", "<b>", "</b>", "<div>\n", "<a href=\"x\">",
        "<img src='y'>", "<script>", "</script>", "<!--", "-->", "\\", "&amp;", "&#x41;", "\u{e000}", "\u{1}", "\u{2801}",
        "\u{f0000}", "    ", "\t", "{#id}", "    ::: note\n", "<", ">", "\"", "=", "hejin:", "é", "·", "𠮷",
    ]), 0..40)) {
        let text = words.concat();
        for dialect in [Dialect::HANDBOOK, Dialect::PLAIN, Dialect::COMMONMARK] {
            let body = read(&text, dialect);
            let spans = body.faults.iter().map(|fault| &fault.span)
                .chain(body.links.iter().map(|link| &link.span))
                .chain(body.directives.iter().map(|directive| &directive.span))
                .chain(body.headings.iter().map(|heading| &heading.span))
                .chain(body.anchors.iter().map(|anchor| &anchor.span));
            for span in spans {
                prop_assert!(span.start >= 100 && span.start <= span.end && span.end <= 100 + text.len());
                prop_assert!(text.is_char_boundary(span.start - 100) && text.is_char_boundary(span.end - 100));
            }
            let inner = body.directives.iter().flat_map(|directive| &directive.inner);
            let shown: String = body.pieces.iter().chain(inner).map(|piece| match piece {
                Piece::Html(html) => html.as_str(),
                _ => "⟦⟧",
            }).collect();
            for veil in ['\u{e000}', '\u{1}', '\u{2801}', '\u{f0000}'] {
                prop_assert!(text.contains(veil) || !shown.contains(veil), "{shown}");
            }
            prop_assert!(dialect == Dialect::COMMONMARK || !shown.contains("<script"));
            prop_assert!(shown.matches("hejin:").count() <= text.matches("hejin:").count() * 3, "{shown}");
        }
    }
}

/// How often the parts of the monstrous texts are repeated.
const MANY: usize = 3_000;

const REPEATED: &str = "> |>|[|[[|- |*a |**a *b |中*。|{{limit a b=c}}|{{|{% x\n|\\{{|::: note\n|::: note\na\n:::\n|<div>|\
    x <b>|<a \"|<table><tr><td>|<svg>|<!--|a <?|<p>|<ul><li>|# a\n|`|![|![a](|<http://|&#x|中\n|中\n[a](b)|~~a。|\
    [a]: b\n|- [x] a\n|```\n|> [!NOTE]\n> a\n\n|<a title=\"&ouml;\">x</a>\n|<select>|{{{|*`|[[a\\";

/// Inputs that make careless programs slow, deep or dead.
fn monsters() -> Vec<String> {
    let lines = |line: fn(usize) -> String| (0..MANY).map(line).collect::<String>();
    let nested = (3..200)
        .rev()
        .map(|colons| format!("{} note\n", ":".repeat(colons)));
    let closed = (3..200).map(|colons| format!("{}\n", ":".repeat(colons)));
    let mut texts: Vec<String> = REPEATED.split('|').map(|text| text.repeat(MANY)).collect();
    texts.push("[[a|".repeat(MANY));
    texts.push("[".repeat(MANY) + &"]".repeat(MANY));
    texts.push("[[".repeat(MANY) + &"]]".repeat(MANY));
    texts.push(nested.chain(["x\n".to_owned()]).chain(closed).collect());
    texts.push("|a|b|\n|-|-|\n".to_owned() + &"|中文|[x](y.md)|\n".repeat(MANY));
    texts.push(lines(|number| format!("<b id=a{number}>x\n\n")));
    texts.push(format!("<a {}>", lines(|number| format!("a{number}=b "))));
    texts.push(
        lines(|number| format!("[^{number}]"))
            + "\n\n"
            + &lines(|number| format!("[^{number}]: x\n")),
    );
    texts
}

/// Here they only have to come to an end, and to something of a size and depth that a browser can show.
#[test]
fn monstrous_texts_are_read() {
    for text in monsters() {
        let body = read(&text, Dialect::HANDBOOK);
        let shown = html(&body, &body.pieces);
        let name: String = text.chars().take(12).collect();
        assert!(shown.len() < text.len() * 40 + 10_000, "{name:?} grew");
        let (mut depth, mut deepest) = (0_usize, 0);
        for tag in shown.split('<').skip(1) {
            if tag.starts_with('/') {
                depth = depth.saturating_sub(1);
            } else if !["img", "input", "hr", "br"]
                .iter()
                .any(|void| tag.starts_with(void))
            {
                depth += 1;
            }
            deepest = deepest.max(depth);
        }
        assert!(deepest < 300, "{name:?} nests {deepest} deep");
    }
}
