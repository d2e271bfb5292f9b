//! A rewriting in, the lines that go and the lines that come out.

use super::excerpt::{Excerpt, around, whole, write};
use super::places::Places;
use crate::fault::Fix;
use anstyle::{AnsiColor, Style};
use std::fmt::Write as _;

/// Bytes that a rewriting may have, before or after, and still be shown.
const MOST: usize = 4000;

/// The lines that differ, `-` before what goes and `+` before what comes; `None` where they are too
/// many to show, or the text is not known.
pub(super) fn patch(fix: &Fix, places: &Places<'_>) -> Option<String> {
    let place = places.of(&fix.span);
    let lines = places.lines(&fix.span.file)?;
    let (first, last) = (place.line?, place.end_line?);
    let (text, start) = lines.stretch(first, last);
    let focus = fix.span.start.saturating_sub(start)..fix.span.end.saturating_sub(start);
    if fix.text.len() > MOST || (first != last && text.len() > MOST) {
        return None;
    }
    let old = if first == last {
        around(text, focus)
    } else {
        whole(text, focus)
    };
    Some(draw(&old.text, &rewritten(&old, &fix.text), first))
}

fn rewritten(old: &Excerpt, text: &str) -> String {
    let mut new = old.text[..old.focus.start].to_owned();
    write(&mut new, text);
    new.push_str(&old.text[old.focus.end..]);
    new
}

fn draw(old: &str, new: &str, first: usize) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let same = |(one, other): &(&&str, &&str)| one == other;
    let head = old.iter().zip(&new).take_while(same).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let behind = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = behind.take_while(same).count();
    let first = first + head;
    let went = &old_rest[..old_rest.len() - tail];
    let came = &new_rest[..new_rest.len() - tail];
    let width = (first + went.len().max(came.len())).to_string().len();
    let blue = AnsiColor::BrightBlue.on_default().bold();
    let bar = format!("{:width$} {blue}|{blue:#}", "");
    let mut out = format!("{bar}\n");
    for (mark, color, lines) in [
        ('-', AnsiColor::BrightRed, went),
        ('+', AnsiColor::BrightGreen, came),
    ] {
        let color: Style = color.on_default();
        for (number, line) in (first..).zip(lines) {
            _ = write!(out, "{blue}{number:width$}{blue:#} {color}{mark}");
            _ = match line.trim_end() {
                "" => writeln!(out, "{color:#}"),
                line => writeln!(out, " {line}{color:#}"),
            };
        }
    }
    out + &bar
}
