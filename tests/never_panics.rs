//! No text makes the program panic, run out of its places or differ from itself: the laws of
//! `tests/fuzz`, here on texts made of scraps; the fuzzer goes on where this stops.

#[path = "fuzz/laws.rs"]
pub(crate) mod laws;

use crate::world::{project, tree};
use laws::{cadences, front_matter, limits, markdown, references};
use proptest::prelude::*;

/// What texts that mean something are made of.
const SCRAPS: &[&str] = &[
    "---\n",
    "+++\n",
    "name: ",
    "owner: ",
    "id: ",
    "- ",
    "  ",
    "\n",
    "\n\n",
    ": ",
    "：",
    "，",
    "、",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "|",
    "&a ",
    "*a",
    "!!str ",
    "? ",
    "#",
    "# ",
    "## 标题 {#x}\n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "~~~",
    "> ",
    "> [!NOTE]\n",
    "[[",
    "]]",
    "[x](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "<div>",
    "</div>",
    "<script>",
    "<!--",
    "-->",
    "<a href=\"",
    "\">",
    "|---|",
    "{{limit ",
    "}}",
    "::: decision ",
    "::: ",
    ":::\n",
    "{{< x >}}",
    "{% x %}",
    "//- content/",
    "roles.yaml\n",
    "forms/x.md\n",
    "page.md\n",
    "handbook.yaml\n",
    "minutes",
    "sales-clerk",
    "everyone",
    "company",
    "form:",
    "步骤",
    "以下",
    "以上",
    "超过",
    "不满",
    "且",
    "或",
    "2万",
    "20,000",
    "元",
    "0.5",
    "-",
    "–",
    "~",
    "CNY",
    "up to ",
    "over ",
    "每周一",
    "每月",
    "最后一个",
    "工作日",
    "weekly ",
    "Mon",
    "monthly day 31",
    "quarterly",
    " 09:00",
    "5 workdays",
    "3个月",
    "2026-02-30",
    "2026年",
    "9999999999999999999",
    "１２",
    "e\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\u{0}",
    "\u{feff}",
    "\r",
    "\t",
    "汉",
    "😀",
];

fn text() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        9 => prop::sample::select(SCRAPS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn in_front_matter(text in text()) {
        front_matter(&text);
    }

    #[test]
    fn in_limits(text in text()) {
        limits(&text);
    }

    #[test]
    fn in_cadences(text in text()) {
        cadences(&text);
    }

    #[test]
    fn in_markdown(text in text()) {
        markdown(&text);
    }

    #[test]
    fn in_references(text in text()) {
        references(&text);
    }
}

/// Texts that once broke a law, found by fuzzing; each file's name begins with its law's.
#[test]
fn what_once_broke_a_law_keeps_it() {
    let kept = tree(&project().join("tests/fuzz/kept"));
    for (name, bytes) in &kept {
        let (_, law) = laws::LAWS
            .iter()
            .find(|(law, _)| name.starts_with(law))
            .expect("a kept text is named for its law");
        law(&String::from_utf8_lossy(bytes));
    }
    assert!(!kept.is_empty());
}
