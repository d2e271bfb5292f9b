//! Another reader of YAML reads the same: `serde_yaml` is given every YAML file and header of the content
//! and of the rules' examples, and comes to the same data.
//!
//! It reads a bare `1.10` as a number where the program reads text, so that what it makes of each bare
//! value alone is compared. Where the program refuses (aliases, tags, what it repairs), nothing is compared;
//! where `serde_yaml` refuses, the program must not go on in silence.

#![expect(
    clippy::disallowed_methods,
    reason = "a test of what lies in files reads them"
)]

use hejin::audit::page::Page;
use hejin::audit::rules::RULES;
use hejin::parse::front_matter::{Header, cut};
use hejin::parse::kinds::is_key;
use hejin::parse::yaml::{Node, NodeKind, read};
use hejin::sources::fixture;
use serde_yaml::Value;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// A text and the part of it that is YAML.
struct Case {
    path: String,
    text: String,
    part: Range<usize>,
}

impl Case {
    fn new(path: String, text: String) -> Option<Case> {
        let part = if path.rsplit('.').next() == Some("md") {
            match cut(&text).header {
                Header::Yaml(part) => part,
                _ => return None,
            }
        } else {
            0..text.len()
        };
        Some(Case { path, text, part })
    }
}

fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut cases = Vec::new();
    for folder in ["content", "themes"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).sort_by_file_name() {
            let entry = entry.unwrap();
            let path = entry.path().display().to_string();
            if is_ours(&path) {
                let text = fs::read_to_string(entry.path()).unwrap();
                cases.extend(Case::new(path, text));
            }
        }
    }
    for folder in ["tests/findings", "tests/sites"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).sort_by_file_name() {
            let entry = entry.unwrap();
            if entry.path().extension().is_some_and(|end| end == "txt") {
                let text = fs::read_to_string(entry.path()).unwrap();
                let name = entry.path().display();
                cases.extend(of_fixture(
                    &name.to_string(),
                    text.split("\n====").next().unwrap(),
                ));
            }
        }
    }
    for rule in RULES {
        for section in Page::parse(rule.page).sections {
            for example in section.examples {
                cases.extend(of_fixture(rule.code, &example.files));
            }
        }
    }
    cases
}

fn is_ours(path: &str) -> bool {
    matches!(path.rsplit('.').next(), Some("md" | "yaml"))
}

fn of_fixture(name: &str, files: &str) -> Vec<Case> {
    let texts = fixture(files).texts.into_iter();
    let texts = texts.filter(|(path, _)| is_ours(path));
    texts
        .filter_map(|(path, text)| Case::new(format!("{name} {path}"), text.text.to_string()))
        .collect()
}

/// What `serde_yaml` makes of a node of the program's.
fn as_value(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Null => Value::Null,
        NodeKind::Scalar { text, plain: false } => Value::String(text.clone()),
        NodeKind::Scalar { text, plain: true } => bare(text),
        NodeKind::Sequence(items) => Value::Sequence(items.iter().map(as_value).collect()),
        NodeKind::Mapping { entries, .. } => {
            let pairs = entries.iter();
            Value::Mapping(
                pairs
                    .map(|(key, value)| (bare(&key.value), as_value(value)))
                    .collect(),
            )
        }
    }
}

/// A bare text as `serde_yaml` reads it, where it stands alone.
fn bare(text: &str) -> Value {
    match serde_yaml::from_str(text) {
        Ok(value @ (Value::Number(_) | Value::Bool(_))) => value,
        _ => Value::String(text.to_owned()),
    }
}

fn has_twins(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Sequence(items) => items.iter().any(has_twins),
        NodeKind::Mapping { entries, .. } => {
            entries.iter().enumerate().any(|(at, (key, value))| {
                has_twins(value)
                    || entries[..at]
                        .iter()
                        .any(|(other, _)| other.value == key.value)
            })
        }
        _ => false,
    }
}

/// How the two readers differ; `None` where they agree or cannot be compared.
fn difference(case: &Case) -> Option<String> {
    let file = "content/x.yaml".into();
    let ours = read(&file, &case.text, case.part.clone(), &is_key);
    let theirs: Result<Value, _> = serde_yaml::from_str(&case.text[case.part.clone()]);
    match (&ours.node, theirs) {
        _ if !ours.faults.is_empty() => None,
        (Some(node), _) if has_twins(node) => None,
        (Some(node), Ok(value)) => {
            let own = as_value(node);
            (own != value).then(|| format!("{}\n  {own:?}\n  {value:?}", case.path))
        }
        (Some(_), Err(error)) => Some(format!("{}: only serde_yaml refuses: {error}", case.path)),
        (None, _) => Some(format!("{}: no data and no fault", case.path)),
    }
}

#[test]
fn serde_yaml_reads_the_same() {
    let cases = cases();
    let file = "content/x.yaml".into();
    let is_read = |case: &&Case| {
        let ours = read(&file, &case.text, case.part.clone(), &is_key);
        ours.faults.is_empty() && ours.node.is_some()
    };
    let compared = cases.iter().filter(is_read).count();
    assert!(compared > 250, "{compared} of {}", cases.len());
    let wrong: Vec<String> = cases.iter().filter_map(difference).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_difference_is_seen() {
    let case = |text: &str| Case::new("a.yaml".to_owned(), text.to_owned()).unwrap();
    assert_eq!(difference(&case("a: [1.10, '2', x: y]\nb:\n")), None);
    let node = read(&"a.yaml".into(), "a: b", 0..4, &is_key).node.unwrap();
    assert_ne!(
        as_value(&node),
        serde_yaml::from_str::<Value>("a: c").unwrap()
    );
    assert_ne!(bare("1.10"), Value::String("1.10".to_owned()));
}
