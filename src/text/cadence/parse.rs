//! Cadences as people write them, in Chinese and English.

use super::super::Unreadable;
use super::super::cursor::Cursor;
use super::super::decimal::count;
use super::clock::time;
use super::month::{date_ends, exists, inner_month, month_day, ordinal_ending};
use super::week::{HAN_DAYS, week_days};
use super::{Cadence, Cycle, MonthDay, Rhythm};

pub(super) const ZH: &str = "周期可以写 每周一 09:00、每两周周三、每月10日、每月最后一个周五、每月第6个工作日 14:00、每季度首月第2个周一、每年1月15日、按需";
pub(super) const EN: &str = "a cadence is written `weekly Mon 09:00`, `every 2 weeks Wed`, `monthly day 10`, `monthly last Fri`, `monthly 6th workday 14:00`, `quarterly 2nd Mon`, `yearly Jan 15` or `on demand`";

const MOST_WEEKS: u32 = 52;

const ON_DEMAND: &[&str] = &[
    "按需",
    "不定期",
    "每次活动",
    "on demand",
    "as needed",
    "ad hoc",
    "per event",
];
const WORKDAYS: &[&str] = &[
    "每个工作日",
    "每工作日",
    "every workday",
    "every working day",
    "workdays",
];
const DAILY: &[&str] = &["每天", "每日", "daily", "every day"];
/// Where one word begins another, the longer stands first.
const CYCLES: &[(&str, Cycle)] = &[
    ("每个月", Cycle::Month),
    ("每月", Cycle::Month),
    ("monthly", Cycle::Month),
    ("every month", Cycle::Month),
    ("每个季度", Cycle::Quarter),
    ("每季度", Cycle::Quarter),
    ("每季", Cycle::Quarter),
    ("quarterly", Cycle::Quarter),
    ("every quarter", Cycle::Quarter),
    ("每半年", Cycle::HalfYear),
    ("half-yearly", Cycle::HalfYear),
    ("every half year", Cycle::HalfYear),
    ("每年", Cycle::Year),
    ("yearly", Cycle::Year),
    ("annually", Cycle::Year),
    ("every year", Cycle::Year),
];
const EVERY_OTHER: &[&str] = &[
    "隔周",
    "双周",
    "biweekly",
    "fortnightly",
    "every other week",
    "every second week",
];
const MONTHS: &[(&str, u32)] = &[
    ("january", 1),
    ("jan", 1),
    ("february", 2),
    ("feb", 2),
    ("march", 3),
    ("mar", 3),
    ("april", 4),
    ("apr", 4),
    ("may", 5),
    ("june", 6),
    ("jun", 6),
    ("july", 7),
    ("jul", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("october", 10),
    ("oct", 10),
    ("november", 11),
    ("nov", 11),
    ("december", 12),
    ("dec", 12),
];

/// Reads a cadence. A day that some months lack (the 31st, a fifth Friday) is refused, since nobody
/// can say what happens then; so is a cadence that does not say on which day.
pub fn parse(text: &str) -> Result<Cadence, Unreadable> {
    let mut cursor = Cursor::new(text);
    cursor.space();
    let rhythm = rhythm(&mut cursor)?;
    let time = time(&mut cursor)?;
    cursor.end(ZH, EN)?;
    Ok(Cadence { rhythm, time })
}

fn rhythm(cursor: &mut Cursor<'_>) -> Result<Rhythm, Unreadable> {
    if cursor.one_of(ON_DEMAND) {
        return Ok(Rhythm::OnDemand);
    }
    if cursor.one_of(WORKDAYS) {
        return Ok(Rhythm::Workdays);
    }
    if cursor.one_of(DAILY) {
        return Ok(Rhythm::Daily);
    }
    if let Some(cycle) = cursor.entry(CYCLES) {
        return cyclic(cursor, cycle);
    }
    weekly(cursor)
}

fn weekly(cursor: &mut Cursor<'_>) -> Result<Rhythm, Unreadable> {
    let start = cursor.at();
    let Some(every) = weeks(cursor)? else {
        cursor.go(start);
        return Err(cursor.unread(ZH, EN));
    };
    let days = week_days(cursor)?;
    if days.is_empty() {
        return Err(cursor.unread(
            "要写明星期几，例如 每周一 09:00",
            "say on which day, as in `weekly Mon 09:00`",
        ));
    }
    Ok(Rhythm::Weekly { days, every })
}

/// In every how many weeks. For `every Monday` and 每周一 the days are left to be read.
fn weeks(cursor: &mut Cursor<'_>) -> Result<Option<u32>, Unreadable> {
    if cursor.one_of(EVERY_OTHER) {
        return Ok(Some(2));
    }
    if cursor.one_of(&["weekly", "every week"]) {
        return Ok(Some(1));
    }
    if !cursor.one_of(&["every", "each", "每"]) {
        return Ok(None);
    }
    cursor.space();
    let start = cursor.at();
    let counted = match count(cursor) {
        Some(count) => Some(count),
        None => cursor.entry(&[("two", 2), ("three", 3), ("four", 4)]),
    };
    let counted_at = start..cursor.at();
    cursor.space();
    match counted {
        Some(every) if cursor.one_of(&["weeks", "week", "个星期", "星期", "周"]) => {
            if (1..=MOST_WEEKS).contains(&every) {
                return Ok(Some(every));
            }
            Err(Unreadable::new(
                counted_at,
                format!("可以是每 1 到 {MOST_WEEKS} 周"),
                format!("weeks can be counted from 1 to {MOST_WEEKS}"),
            ))
        }
        Some(_) => Ok(None),
        None => {
            // 每周周一 says 周 twice, 每周一 once.
            let before = cursor.at();
            if cursor.one_of(&["周", "星期"]) && cursor.entry(HAN_DAYS).is_some() {
                cursor.go(before);
            }
            Ok(Some(1))
        }
    }
}

fn cyclic(cursor: &mut Cursor<'_>, cycle: Cycle) -> Result<Rhythm, Unreadable> {
    cursor.space();
    cursor.one_of(&["的", "on the", "on"]);
    cursor.space();
    let start = cursor.at();
    let (month, day) = match cycle {
        Cycle::Month => (Some(1), month_day(cursor)?),
        Cycle::Year => in_year(cursor)?,
        Cycle::Quarter | Cycle::HalfYear => (inner_month(cursor, cycle)?, month_day(cursor)?),
    };
    let usual = if day.ends_month() { cycle.months() } else { 1 };
    let month = month.unwrap_or(usual);
    exists(cycle, month, day).map_err(|(zh, en)| Unreadable::new(start..cursor.at(), zh, en))?;
    Ok(Rhythm::Cyclic { cycle, month, day })
}

/// `Jan 15`, `15 Jan`, `Jan 2nd Mon`, `1月15日`, `1月第2个周一`.
fn in_year(cursor: &mut Cursor<'_>) -> Result<(Option<u32>, MonthDay), Unreadable> {
    const ZH: &str = "要写明月和日，例如 每年1月15日";
    const EN: &str = "say the month and the day, as in `yearly Jan 15`";
    let start = cursor.at();
    if let Some(month) = cursor.entry(MONTHS) {
        cursor.space();
        let before = cursor.at();
        if let Some(day) = cursor.digits() {
            let after = cursor.at();
            if !ordinal_ending(cursor) || date_ends(cursor) {
                return Ok((Some(month), MonthDay::Day(day)));
            }
            cursor.go(after);
        }
        cursor.go(before);
        return Ok((Some(month), month_day(cursor)?));
    }
    let Some(number) = count(cursor) else {
        return Err(cursor.unread(ZH, EN));
    };
    ordinal_ending(cursor);
    cursor.space();
    if cursor.one_of(&["月"]) {
        return Ok((Some(number), month_day(cursor)?));
    }
    cursor.one_of(&["of"]);
    cursor.space();
    if let Some(month) = cursor.entry(MONTHS) {
        return Ok((Some(month), MonthDay::Day(number)));
    }
    cursor.go(start);
    Err(cursor.unread(ZH, EN))
}
