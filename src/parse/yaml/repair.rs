//! What people type where YAML wants its own signs: seen line by line, before the parser reads.

use std::ops::Range;

/// A key whose colon lacks its space: seen, but not repaired, as there is no room for the space.
pub(super) const NO_SPACE: &str = "colon-without-space";

/// Replaces, byte for byte, what was typed on a Chinese keyboard where YAML wants its own signs.
///
/// Returns `None` when nothing had to be replaced. Offsets stay what they were: the replacement has
/// exactly as many bytes. `found` gets the range, the name of the fault, and the text that mends it.
pub(super) fn repair(
    text: &str,
    is_key: &dyn Fn(&str) -> bool,
    found: &mut dyn FnMut(Range<usize>, &'static str, &'static str),
) -> Option<String> {
    let mut out: Option<String> = None;
    let mut start = 0;
    let mut block: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t', '\u{3000}']).len();
        let blank = line.trim().is_empty();
        if block.is_some_and(|outer| blank || indent > outer) {
            start += line.len();
            continue;
        }
        block = opens_block(line).then_some(indent);
        for (range, seen, put) in line_repairs(line, indent, is_key) {
            let whole = out.get_or_insert_with(|| text.to_owned());
            let at = start + range.start..start + range.end;
            // A tab's mended text is wider than the tab; in the working copy it stays one space.
            let narrow = &put[..put.len().min(range.len())];
            let filler = format!("{narrow:<width$}", width = range.len());
            whole.replace_range(at.clone(), &filler);
            found(at, seen, put);
        }
        start += line.len();
    }
    out
}

fn opens_block(line: &str) -> bool {
    let end = line.trim_end();
    end.ends_with(['|', '>']) || end.ends_with("|-") || end.ends_with(">-")
}

type Repair = (Range<usize>, &'static str, &'static str);

fn line_repairs(line: &str, indent: usize, is_key: &dyn Fn(&str) -> bool) -> Vec<Repair> {
    let mut repairs = Vec::new();
    for (at, sign) in line[..indent].char_indices() {
        match sign {
            '\t' => repairs.push((at..at + 1, "tab-indent", "  ")),
            '\u{3000}' => repairs.push((at..at + 3, "wide-indent", "  ")),
            _ => {}
        }
    }
    repairs.extend(colon(&line[indent..], is_key).map(|(range, seen, put)| {
        let range = indent + range.start..indent + range.end;
        (range, seen, put)
    }));
    repairs
}

/// The first colon of a line, where it is full-width or lacks its space although a key stands before it.
fn colon(body: &str, is_key: &dyn Fn(&str) -> bool) -> Option<Repair> {
    let item = body.len() - body.trim_start_matches(['-', ' ']).len();
    let at = item + body[item..].find([':', '：', '"', '\'', '#'])?;
    let key = body[item..at].trim();
    let rest = &body[at..];
    if rest.starts_with('：') && is_key(key) {
        return Some((at..at + '：'.len_utf8(), "full-width-colon", ": "));
    }
    let follows = rest.strip_prefix(':')?.chars().next()?;
    let is_close = !follows.is_whitespace() && !matches!(follows, ':' | '/');
    (is_close && is_key(key)).then_some((at..at + 1, NO_SPACE, ": "))
}
