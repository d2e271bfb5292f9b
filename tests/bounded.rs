//! No text takes more than its length's worth of time: families of texts that grow without end in one
//! direction, at a length where anything worse than linear is far beyond the limit.

use crate::never_panics::laws::LAWS;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Bytes of a text of a family.
const LENGTH: usize = 30_000;

/// For one text in one law, in a debug build beside other work. What is linear takes a hundredth.
const LIMIT: Duration = Duration::from_secs(10);

/// What is written over and over, with what stands before and after it.
const FAMILIES: &[(&str, &str, &str)] = &[
    ("", "[", ""),
    ("", "{", ""),
    ("", "- ", ""),
    ("", "> ", "x"),
    ("", "*", ""),
    ("", "**a", ""),
    ("", "a**b", ""),
    ("", "_a ", ""),
    ("", "~~a", ""),
    ("", "[[", ""),
    ("", "[[a]] ", ""),
    ("", "[a](b) ", ""),
    ("", "![", ""),
    ("", "[a][b]", "\n\n[b]: c\n"),
    ("", "[^1]", "\n\n[^1]: x\n"),
    ("", "<div>", ""),
    ("", "<b>x", ""),
    ("", "</div>", ""),
    ("", "<!--", ""),
    ("", "<a href=\"", ""),
    ("", "&", ""),
    ("", "`", ""),
    ("", "``a`", ""),
    ("", "::: x\n", ""),
    ("", ":::: decision x\n", ""),
    ("", "{{limit ", ""),
    ("", "{{< x >}}", ""),
    ("", "# a\n", ""),
    ("", "a\n", ""),
    ("|a|b|\n|-|-|\n", "|c|d|\n", ""),
    ("|a|\n|-|\n|", "b|", "\n"),
    ("", "汉", ""),
    ("", "\u{200b}", ""),
    ("", "万", ""),
    ("", "超过", ""),
    ("", "9", ""),
    ("", "每月", ""),
    ("", "、周一", ""),
    ("a: ", "[", ""),
    ("a: ", "{a: ", ""),
    ("", "a: ", ""),
    ("", "- a\n", ""),
    ("", "- id: x\n", ""),
    ("", "? ", ""),
    ("a: \"", "x ", "\""),
    ("a: |\n", "  x\n", ""),
    ("a: &a [x]\nb: [", "*a, ", "]"),
    ("", "&a ", ""),
    ("//- content/page.md\n", "[[page]] [x](page.md) ", "\n"),
    (
        "//- content/roles.yaml\n",
        "- {id: x, name: y, reports_to: x}\n",
        "",
    ),
    ("//- content/roles.yaml\n", "- {id: x, nmae: y}\n", ""),
    ("", "//- content/a.md\n# b\n", ""),
];

#[test]
fn texts_that_grow_take_time_that_grows_alike() {
    let slow: Vec<String> = FAMILIES.iter().flat_map(|family| slow(*family)).collect();
    assert!(slow.is_empty(), "over {LIMIT:?}:\n{}", slow.join("\n"));
}

/// Every scalar that an alias of an alias of an alias means is not read a billion times.
#[test]
fn aliases_of_aliases_end() {
    let mut text = String::from("l0: &l0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let below = format!("*l{}", level - 1);
        let items = vec![below; 9].join(", ");
        text.push_str(&format!("l{level}: &l{level} [{items}]\n"));
    }
    let slow = slow((
        "",
        "",
        Box::leak(format!("---\n{text}---\n").into_boxed_str()),
    ));
    assert!(slow.is_empty(), "{slow:?}");
}

/// The laws that take a text of a family longer than the limit.
fn slow((before, part, after): (&'static str, &'static str, &'static str)) -> Vec<String> {
    let count = LENGTH.checked_div(part.len()).unwrap_or(0);
    let body = format!("{before}{}{after}", part.repeat(count));
    let texts = [body.clone(), format!("---\n{body}\n---\n{body}")];
    let (send, receive) = mpsc::channel();
    for (name, law) in LAWS {
        let (send, texts) = (send.clone(), texts.clone());
        // A law that goes on without end is left behind: its thread dies with the tests.
        thread::spawn(move || {
            for text in &texts {
                law(text);
            }
            let _ = send.send(*name);
        });
    }
    drop(send);
    let mut late: Vec<&str> = LAWS.iter().map(|(name, _)| *name).collect();
    while let Ok(done) = receive.recv_timeout(LIMIT) {
        late.retain(|name| *name != done);
    }
    late.into_iter()
        .map(|name| format!("{name}: {before:?} {part:?} {after:?}"))
        .collect()
}
