//! Text of any origin in, text that a terminal shows as it is out: no character that moves the cursor,
//! turns the direction of writing or hides is handed on.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with every control or hidden character written as `\u{…}`; line ends stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|char| char != '\n' && is_hidden(char)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for char in text.chars() {
        if char == '\n' {
            out.push(char);
        } else {
            push(&mut out, char);
        }
    }
    Cow::Owned(out)
}

/// Adds a character so that it can be seen; a tab is four spaces.
pub(super) fn push(out: &mut String, char: char) {
    if char == '\t' {
        out.push_str("    ");
    } else if is_hidden(char) {
        _ = write!(out, "\\u{{{:x}}}", u32::from(char));
    } else {
        out.push(char);
    }
}

/// Whether a terminal would do something else than show it.
fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
