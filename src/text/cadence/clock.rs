//! The time of the day in a cadence.

use super::super::Unreadable;
use super::super::cursor::{Cursor, quoted};
use super::Time;
use std::ops::Range;

const CLOCK: &[(&str, Half)] = &[
    ("上午", Half::Morning),
    ("早上", Half::Morning),
    ("中午", Half::Afternoon),
    ("下午", Half::Afternoon),
    ("晚上", Half::Evening),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
    /// Twelve in the evening is said of two days.
    Evening,
}

/// The time of the day, if one follows: `09:00`, `at 9:30`, `2 pm`, `9点`, `下午2点半`.
pub(super) fn time(cursor: &mut Cursor<'_>) -> Result<Option<Time>, Unreadable> {
    let before = cursor.at();
    cursor.space();
    cursor.one_of(&["at", "@", ","]);
    cursor.space();
    let start = cursor.at();
    let mut half = cursor.entry(CLOCK);
    cursor.space();
    let Some(mut hour) = cursor.digits() else {
        cursor.go(before);
        return Ok(None);
    };
    let minute = minute(cursor);
    let bare = minute.is_none();
    cursor.space();
    half = half.or_else(|| cursor.entry(&[("am", Half::Morning), ("pm", Half::Afternoon)]));
    match half {
        Some(Half::Morning) if hour == 12 => hour = 0,
        Some(Half::Afternoon | Half::Evening) if hour < 12 => hour += 12,
        Some(Half::Evening) if hour == 12 => hour = 24,
        _ => {}
    }
    let minute = minute.unwrap_or(0);
    if (bare && half.is_none()) || hour > 23 || minute > 59 {
        return Err(not_a_time(cursor, start..cursor.at()));
    }
    Ok(Some(Time { hour, minute }))
}

/// What follows the hour: `:30`, `点`, `点半`, `点30分`, `时`. `None` if nothing does.
fn minute(cursor: &mut Cursor<'_>) -> Option<u32> {
    if cursor.sign(':') {
        let start = cursor.clone();
        let minute = cursor.digits()?;
        let digits = start.text()[start.at()..cursor.at()].chars().count();
        return (digits == 2).then_some(minute);
    }
    if !cursor.one_of(&["点钟", "点", "时"]) {
        return None;
    }
    if cursor.word("半") {
        return Some(30);
    }
    let minute = cursor.digits().unwrap_or(0);
    cursor.word("分");
    Some(minute)
}

fn not_a_time(cursor: &Cursor<'_>, at: Range<usize>) -> Unreadable {
    let words = quoted(&cursor.text()[at.clone()]);
    Unreadable::new(
        at,
        format!("“{words}”不是钟点；请写成 09:00 的样子"),
        format!("“{words}” is no time of the day; write it like 09:00"),
    )
}
