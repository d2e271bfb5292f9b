//! What was probably meant by a word that means nothing where it stands: faults with a suggestion.

use crate::fault::Fault;
use crate::parse::fields::Field;
use crate::parse::yaml::{Node, NodeKind};
use crate::span::{Located, Span};
use crate::text::{Unreadable, Words};

/// The known word that `word` was probably meant to be: at most two slips away, fewer in short words.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Two Latin letters are one slip away from too much to be a hint; two Chinese characters are not.
    let most = match word.chars().count() {
        0..=2 if word.is_ascii() => 0,
        0..=3 => 1,
        _ => 2,
    };
    known
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= most * 4)
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= most && *distance < candidate.chars().count())
        .min_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(b.1)))
        .map(|(_, candidate)| candidate)
}

/// A key that the table does not have, and the field that it was probably meant to be.
pub(super) fn unknown_key(
    key: &Located<String>,
    table: &[&'static Field],
) -> (Fault, Option<&'static Field>) {
    let word = &key.value;
    let words = table.iter().flat_map(|field| [field.name, field.zh]);
    if let Some(near) = nearest(word, words) {
        let fault = Fault::new("unknown-key-near", key.span.clone())
            .blank("key", shown(word))
            .blank("near", near)
            .fix(key.span.clone(), near);
        return (fault, named(table, near));
    }
    // The author's own language: who writes English keys is offered English keys.
    let known: Vec<&str> = table
        .iter()
        .map(|field| {
            if word.is_ascii() {
                field.name
            } else {
                field.zh
            }
        })
        .collect();
    let fault = Fault::new("unknown-key", key.span.clone())
        .blank("key", shown(word))
        .blank("known", listed(&known));
    (fault, None)
}

/// The field of exactly this name, in English or in Chinese.
pub(super) fn named(table: &[&'static Field], word: &str) -> Option<&'static Field> {
    table
        .iter()
        .copied()
        .find(|field| field.name == word || field.zh == word)
}

/// Within braces, colons and commas of a Chinese keyboard make one text of several keys; the faults of
/// `text`, which stands where a key stands or a value, and the fields that were meant.
pub(super) fn merged(
    text: &Located<String>,
    place: Place,
    table: &[&'static Field],
) -> (Vec<Fault>, Vec<&'static Field>) {
    let mut faults = Vec::new();
    let mut meant = Vec::new();
    let is_exact = text.span.end - text.span.start == text.value.len();
    if !is_exact || !text.value.contains(['：', '，']) {
        return (faults, meant);
    }
    let mut at = 0;
    for part in text.value.split_inclusive('，') {
        let start = at;
        at += part.len();
        let colon = part.find('：');
        let is_value = start == 0 && place == Place::Value;
        // The last word of what became one key has a colon of its own.
        let is_last_key = at == text.value.len() && place == Place::Key && start > 0;
        if is_value || (colon.is_none() && !is_last_key) {
            continue;
        }
        let word = &part[..colon.unwrap_or(part.len())];
        let Some(field) = named(table, word.trim()) else {
            continue;
        };
        meant.push(field);
        if start > 0 {
            let comma = text.span.part(start - '，'.len_utf8()..start);
            let fixed = ascii(&text.value);
            faults.push(wide_comma(comma.clone(), fixed).fix(comma, ", "));
        }
        if let Some(colon) = colon {
            let colon = start + colon;
            let colon = text.span.part(colon..colon + '：'.len_utf8());
            faults.push(Fault::new("full-width-colon", colon.clone()).fix(colon, ": "));
        }
    }
    (faults, meant)
}

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Before a colon, or where there is none.
    Key,
    /// After a colon.
    Value,
}

/// A word within full-width quotation marks, and a list within full-width brackets: what was meant.
pub(super) fn wide_marks(node: &Node) -> Option<Fault> {
    let NodeKind::Scalar { text, plain: true } = &node.kind else {
        return None;
    };
    let inside = |open, close| text.trim().strip_prefix(open)?.strip_suffix(close);
    let fault = |seen, fixed: String| {
        let fault = Fault::new(seen, node.span.clone()).blank("fixed", fixed.clone());
        Some(fault.fix(node.span.clone(), fixed))
    };
    if let Some(inner) = inside('［', '］').or_else(|| inside('【', '】')) {
        return fault("full-width-brackets", format!("[{}]", ascii(inner)));
    }
    let quoted = inside('“', '”').or_else(|| inside('‘', '’'));
    fault("full-width-quotes", quoted?.to_owned())
}

/// A text without quotes that its own comma has cut; `before` is the value that stands before the comma.
pub(super) fn cut_by_comma(key: &Located<String>, before: Option<&Node>) -> Fault {
    let text = shown(&key.value);
    let fault = |seen| Fault::new(seen, key.span.clone()).blank("text", text);
    match before.map(|node| (&node.kind, &node.span)) {
        Some((NodeKind::Scalar { text: first, plain }, place))
            if *plain && !first.contains('"') =>
        {
            let whole = format!("\"{first}, {}\"", key.value);
            let place = Span::new(&place.file, place.start..key.span.end);
            fault("text-cut-by-comma")
                .blank("whole", shown(&whole))
                .fix(place, whole)
        }
        _ => fault("text-with-comma"),
    }
}

/// A comma of a Chinese keyboard that was meant to part things; `fixed` is the text with the right one.
pub(super) fn wide_comma(span: Span, fixed: String) -> Fault {
    Fault::new("full-width-comma", span).blank("fixed", fixed)
}

/// The text with YAML's own colons and commas.
pub(super) fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '，' | '、' => out.push_str(", "),
            '：' => out.push_str(": "),
            ' ' if out.ends_with(' ') => {}
            sign => out.push(sign),
        }
    }
    out
}

/// A word that is none of those that may stand here; each of `known` is what is written and what it is
/// called.
pub fn unknown_choice(place: &Span, text: &str, known: &[(&str, &str)]) -> Fault {
    let words = known.iter().flat_map(|(word, label)| [*word, *label]);
    if let Some(near) = nearest(text, words) {
        return Fault::new("unknown-choice-near", place.clone())
            .blank("text", shown(text))
            .blank("near", near)
            .fix(place.clone(), near);
    }
    let zh: Vec<String> = known
        .iter()
        .map(|(word, label)| format!("{word}（{label}）"))
        .collect();
    let en: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
    Fault::new("unknown-choice", place.clone())
        .blank("text", shown(text))
        .blank("known", Words::new(zh.join("、"), en.join(", ")))
}

/// A text that its grammar cannot read, at the place where it stops making sense.
///
/// `whole` is the whole value as it is written; offsets within the text hold in the file only where
/// the value is written without quotes.
pub fn unreadable(whole: &Span, text: &str, why: Unreadable) -> Fault {
    let is_exact = whole.end - whole.start == text.len();
    let span = if is_exact {
        whole.part(why.at)
    } else {
        whole.clone()
    };
    let Some(suggest) = why.suggest else {
        return Fault::new("unreadable-value", span)
            .blank("text", shown(text))
            .blank("why", why.why);
    };
    Fault::new("unreadable-value-near", span)
        .blank("text", shown(text))
        .blank("why", why.why)
        .blank("near", suggest.clone())
        .fix(whole.clone(), suggest)
}

/// Words in a row, as each language parts them.
pub fn listed(words: &[&str]) -> Words {
    Words::new(words.join("、"), words.join(", "))
}

/// The beginning of a text, on one line: enough to know it by.
pub fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
