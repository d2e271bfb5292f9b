//! The days of the week in a cadence.

use super::super::Unreadable;
use super::super::cursor::Cursor;
use super::Weekday;
use super::parse::{EN, ZH};

/// Where one word begins another, the longer stands first.
const DAYS: &[(&str, Weekday)] = &[
    ("monday", Weekday::Monday),
    ("mon", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("tues", Weekday::Tuesday),
    ("tue", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("wed", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("thurs", Weekday::Thursday),
    ("thu", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("fri", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sat", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("sun", Weekday::Sunday),
];
/// After 周 or 星期.
pub(super) const HAN_DAYS: &[(&str, Weekday)] = &[
    ("一", Weekday::Monday),
    ("二", Weekday::Tuesday),
    ("三", Weekday::Wednesday),
    ("四", Weekday::Thursday),
    ("五", Weekday::Friday),
    ("六", Weekday::Saturday),
    ("日", Weekday::Sunday),
    ("天", Weekday::Sunday),
];

pub(super) fn week_days(cursor: &mut Cursor<'_>) -> Result<Vec<Weekday>, Unreadable> {
    cursor.space();
    cursor.one_of(&["on"]);
    cursor.space();
    let mut days = Vec::new();
    let mut written = None;
    while let Some((day, han)) = week_day(cursor, written) {
        days.push(day);
        written = Some(han);
        let before = cursor.at();
        cursor.space();
        let start = cursor.at();
        if cursor.one_of(&["至", "到", "to", "-", "~"]) {
            cursor.space();
            let Some((last, _)) = week_day(cursor, written) else {
                return Err(cursor.unread(ZH, EN));
            };
            if last < day {
                return Err(Unreadable::new(
                    start..cursor.at(),
                    "一周从周一算起，请逐日列出",
                    "a week begins on Monday; list the days one by one",
                ));
            }
            days.extend(
                Weekday::ALL
                    .iter()
                    .filter(|each| (day..=last).contains(each)),
            );
            break;
        }
        let parted = cursor.one_of(&["、", ",", "和", "and", "&"]);
        cursor.space();
        cursor.one_of(&["and"]);
        cursor.space();
        if !parted {
            cursor.go(before);
            break;
        }
        if week_day(&mut cursor.clone(), written).is_none() {
            return Err(cursor.unread(ZH, EN));
        }
    }
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

/// A day of the week, and whether it is said in Chinese; after 周一 a bare 三 will do.
pub(super) fn week_day(cursor: &mut Cursor<'_>, after: Option<bool>) -> Option<(Weekday, bool)> {
    if let Some(day) = cursor.entry(DAYS) {
        return Some((day, false));
    }
    let start = cursor.at();
    let named = cursor.one_of(&["周", "星期", "礼拜"]);
    let day = if named || after == Some(true) {
        cursor.entry(HAN_DAYS)
    } else {
        None
    };
    if day.is_none() {
        cursor.go(start);
    }
    Some((day?, true))
}
