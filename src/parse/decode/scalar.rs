//! One written value by the shape of its field: words, choices, names, and what has a small grammar.

use super::{shape_words, wrong_shape};
use crate::fault::Fault;
use crate::parse::fields::{Choice, Shape};
use crate::parse::slips;
use crate::parse::value::Value;
use crate::parse::yaml::{Node, NodeKind};
use crate::text::{Duration, Lead, Period, Unreadable, cadence, date, money};

pub(super) fn scalar(node: &Node, shape: &Shape, faults: &mut Vec<Fault>) -> Option<Value> {
    let NodeKind::Scalar { text, plain } = &node.kind else {
        faults.push(wrong_shape(node, &shape_words(shape)));
        return None;
    };
    let text = text.trim();
    let result = match shape {
        Shape::Text | Shape::Words => {
            if *plain && reads_as_data(text) {
                faults.push(
                    Fault::new("text-looks-like-data", node.span.clone())
                        .blank("text", text)
                        .fix(node.span.clone(), format!("\"{text}\"")),
                );
            }
            Ok(Value::Text(text.to_owned()))
        }
        Shape::Flag => flag(text).ok_or_else(|| not(text, shape)),
        Shape::Whole => text.parse().map(Value::Whole).map_err(|_| not(text, shape)),
        Shape::Decimal if is_decimal(text) => Ok(Value::Text(text.to_owned())),
        Shape::Decimal => Err(not(text, shape)),
        Shape::Choice(choices) => return choice(node, text, choices, faults),
        Shape::Ref(_) | Shape::RefOr(..) => return name(node, text, faults),
        _ => grammar(text, shape),
    };
    result
        .map_err(|why| faults.push(slips::unreadable(&node.span, text, why)))
        .ok()
}

/// The values that have a small grammar of their own.
fn grammar(text: &str, shape: &Shape) -> Result<Value, Unreadable> {
    match shape {
        Shape::Money => money::parse(text).map(Value::Money),
        Shape::Duration => Duration::parse(text).map(Value::Duration),
        Shape::Lead => Lead::parse(text).map(Value::Lead),
        Shape::Cadence => cadence::parse(text).map(Value::Cadence),
        Shape::Date => date::parse(text).map(Value::Date),
        Shape::Period => Period::parse(text).map(Value::Period),
        _ => Err(not(text, shape)),
    }
}

fn not(text: &str, shape: &Shape) -> Unreadable {
    let wanted = shape_words(shape);
    let (zh, en) = (wanted.zh, wanted.en);
    let shown = slips::shown(text);
    Unreadable::new(
        0..text.len(),
        format!("“{shown}”不是{zh}"),
        format!("“{shown}” is not {en}"),
    )
}

fn flag(text: &str) -> Option<Value> {
    match text {
        "true" | "yes" | "是" => Some(Value::Flag(true)),
        "false" | "no" | "否" => Some(Value::Flag(false)),
        _ => None,
    }
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.matches('.').count() <= 1
        && digits.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether another reader of YAML would take this unquoted text for a number, a time or a yes or no.
fn reads_as_data(text: &str) -> bool {
    let number = text.contains('.') && is_decimal(text);
    let time = text.split_once(':').is_some_and(|(hour, minute)| {
        !hour.is_empty()
            && !minute.is_empty()
            && (hour.to_owned() + minute)
                .chars()
                .all(|c| c.is_ascii_digit())
    });
    let flag =
        ["true", "false", "yes", "no", "on", "off"].contains(&text.to_ascii_lowercase().as_str());
    number || time || flag
}

fn choice(
    node: &Node,
    text: &str,
    choices: &'static [Choice],
    faults: &mut Vec<Fault>,
) -> Option<Value> {
    if let Some(choice) = choices
        .iter()
        .find(|choice| choice.value == text || choice.zh == text)
    {
        return Some(Value::Text(choice.value.to_owned()));
    }
    let known: Vec<(&str, &str)> = choices
        .iter()
        .map(|choice| (choice.value, choice.zh))
        .collect();
    faults.push(slips::unknown_choice(&node.span, text, &known));
    None
}

fn name(node: &Node, text: &str, faults: &mut Vec<Fault>) -> Option<Value> {
    if let Some(at) = text.find(['，', '、']) {
        let is_exact = node.span.end - node.span.start == text.len();
        let span = if is_exact {
            node.span.part(at..at + '，'.len_utf8())
        } else {
            node.span.clone()
        };
        let fixed = format!("[{}]", slips::ascii(text));
        faults.push(slips::wide_comma(span, fixed));
        return None;
    }
    if let Some(fault) = slips::wide_marks(node) {
        faults.push(fault);
        return None;
    }
    Some(Value::Name(text.to_owned()))
}
