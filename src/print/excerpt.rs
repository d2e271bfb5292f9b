//! One line and a stretch of it in, what is shown of them out: never more than a terminal's width, so
//! that a line of ten megabytes costs no more than another.

use super::visible::push;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Columns shown before the stretch when the line is cut.
const BEFORE: usize = 50;
/// Columns shown in all.
const WIDTH: usize = 140;

/// What is shown of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The text, its hidden characters made visible.
    pub(super) text: String,
    /// The stretch, as bytes of `text`.
    pub(super) focus: Range<usize>,
}

/// What is shown of `line` around the bytes `focus` of it.
pub(super) fn around(line: &str, focus: Range<usize>) -> Excerpt {
    let from = line.floor_char_boundary(focus.start.min(line.len()));
    let to = line.floor_char_boundary(focus.end.clamp(from, line.len()));
    let mut left = WIDTH;
    if line.chars().all(|char| fits(char, &mut left)) {
        return build(line, 0..line.len(), from..to);
    }
    let mut left = BEFORE;
    let before: usize = line[..from]
        .chars()
        .rev()
        .take_while(|char| fits(*char, &mut left))
        .map(char::len_utf8)
        .sum();
    let mut left = WIDTH - BEFORE + left;
    let after: usize = line[from..]
        .chars()
        .take_while(|char| fits(*char, &mut left))
        .map(char::len_utf8)
        .sum();
    let end = from + after;
    build(line, from - before..end, from..to.min(end))
}

/// Whether a character fits into the columns left; takes them if so. One without width takes a column
/// too, or a million of them would fit.
fn fits(char: char, left: &mut usize) -> bool {
    let wide = char.width().unwrap_or(1).max(1);
    let does = wide <= *left;
    *left = left.saturating_sub(wide);
    does
}

fn build(line: &str, shown: Range<usize>, focus: Range<usize>) -> Excerpt {
    let mut text = String::new();
    if shown.start > 0 {
        text.push('…');
    }
    write(&mut text, &line[shown.start..focus.start]);
    let from = text.len();
    write(&mut text, &line[focus.clone()]);
    let to = text.len();
    write(&mut text, &line[focus.end..shown.end]);
    if shown.end < line.len() {
        text.push('…');
    }
    Excerpt {
        text,
        focus: from..to,
    }
}

/// All of a few lines, however long: for a stretch that goes over several.
pub(super) fn whole(lines: &str, focus: Range<usize>) -> Excerpt {
    let from = lines.floor_char_boundary(focus.start.min(lines.len()));
    let to = lines.floor_char_boundary(focus.end.clamp(from, lines.len()));
    build(lines, 0..lines.len(), from..to)
}

/// Adds a text so that it can be seen; line ends stay.
pub(super) fn write(out: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '\n' => out.push(char),
            char => push(out, char),
        }
    }
}
