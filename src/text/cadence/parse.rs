//! Cadences as people write them, in Chinese and English.

use super::super::Unreadable;
use super::super::cursor::Cursor;
use super::super::decimal::count;
use super::{Cadence, Cycle, MonthDay, Nth, Rhythm, Time, Weekday};
use std::ops::Range;

const ZH: &str = "周期可以写 每周一 09:00、每两周周三、每月10日、每月最后一个周五、每月第6个工作日 14:00、每季度首月第2个周一、每年1月15日、按需";
const EN: &str = "a cadence is written `weekly Mon 09:00`, `every 2 weeks Wed`, `monthly day 10`, `monthly last Fri`, `monthly 6th workday 14:00`, `quarterly 2nd Mon`, `yearly Jan 15` or `on demand`";

/// No month has fewer workdays than this, longest holidays included.
const MOST_WORKDAYS: u32 = 15;
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
const HAN_DAYS: &[(&str, Weekday)] = &[
    ("一", Weekday::Monday),
    ("二", Weekday::Tuesday),
    ("三", Weekday::Wednesday),
    ("四", Weekday::Thursday),
    ("五", Weekday::Friday),
    ("六", Weekday::Saturday),
    ("日", Weekday::Sunday),
    ("天", Weekday::Sunday),
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
const ORDINALS: &[(&str, u32)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
];

impl MonthDay {
    /// Whether it is counted from the end of the month.
    pub(super) fn from_end(self) -> bool {
        matches!(
            self,
            MonthDay::Last | MonthDay::Weekday(Nth::Last(_), _) | MonthDay::Workday(Nth::Last(_))
        )
    }
}

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
        return yearly(cursor, cycle);
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

fn week_days(cursor: &mut Cursor<'_>) -> Result<Vec<Weekday>, Unreadable> {
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
fn week_day(cursor: &mut Cursor<'_>, after: Option<bool>) -> Option<(Weekday, bool)> {
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

fn yearly(cursor: &mut Cursor<'_>, cycle: Cycle) -> Result<Rhythm, Unreadable> {
    cursor.space();
    cursor.one_of(&["的", "on the", "on"]);
    cursor.space();
    let start = cursor.at();
    let (month, day) = match cycle {
        Cycle::Month => (Some(1), month_day(cursor)?),
        Cycle::Year => in_year(cursor)?,
        Cycle::Quarter | Cycle::HalfYear => (inner_month(cursor, cycle)?, month_day(cursor)?),
    };
    let usual = if day.from_end() { cycle.months() } else { 1 };
    let month = month.unwrap_or(usual);
    exists(cycle, month, day).map_err(|(zh, en)| Unreadable::new(start..cursor.at(), zh, en))?;
    Ok(Rhythm::Yearly { cycle, month, day })
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
    if cursor.one_of(&["月"]) {
        return Ok((Some(number), month_day(cursor)?));
    }
    ordinal_ending(cursor);
    cursor.space();
    cursor.one_of(&["of"]);
    cursor.space();
    match cursor.entry(MONTHS) {
        Some(month) => Ok((Some(month), MonthDay::Day(number))),
        None => {
            cursor.go(start);
            Err(cursor.unread(ZH, EN))
        }
    }
}

/// After `Jan 2nd`: whether a date ends here, or the second of something follows.
fn date_ends(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    ahead.space();
    ahead.done() || ahead.word("at") || ahead.digits().is_some()
}

/// The month within a quarter or half year, if it is named.
fn inner_month(cursor: &mut Cursor<'_>, cycle: Cycle) -> Result<Option<u32>, Unreadable> {
    let start = cursor.at();
    let named = match cursor.entry(&[
        ("首月", 1),
        ("第一月", 1),
        ("次月", 2),
        ("末月", cycle.months()),
        ("最后一个月", cycle.months()),
        ("first month", 1),
        ("second month", 2),
        ("third month", 3),
        ("last month", cycle.months()),
    ]) {
        Some(month) => Some(month),
        None => numbered_month(cursor),
    };
    let at = start..cursor.at();
    cursor.space();
    cursor.one_of(&["的", "on the", "on"]);
    cursor.space();
    match named {
        Some(month) if !(1..=cycle.months()).contains(&month) => {
            let months = cycle.months();
            Err(Unreadable::new(
                at,
                format!("这里只有第 1 到第 {months} 个月"),
                format!("the months here go from 1 to {months}"),
            ))
        }
        Some(month) => Ok(Some(month)),
        None => Ok(None),
    }
}

fn numbered_month(cursor: &mut Cursor<'_>) -> Option<u32> {
    let start = cursor.at();
    let found = (|| {
        if cursor.word("month") {
            cursor.space();
            return cursor.digits();
        }
        if cursor.word("第") {
            let month = count(cursor)?;
            return cursor.one_of(&["个月", "月"]).then_some(month);
        }
        let month = cursor.digits().filter(|_| ordinal_ending(cursor))?;
        cursor.space();
        cursor.word("month").then_some(month)
    })();
    if found.is_none() {
        cursor.go(start);
    }
    found
}

fn month_day(cursor: &mut Cursor<'_>) -> Result<MonthDay, Unreadable> {
    const ZH: &str = "要写明哪一天，例如 10日、最后一天、最后一个周五、第2个周一、第6个工作日";
    const EN: &str =
        "say on which day, as in `day 10`, `last day`, `last Fri`, `2nd Mon` or `6th workday`";
    cursor.space();
    let start = cursor.at();
    if cursor.word("day") {
        cursor.space();
        if let Some(day) = cursor.digits() {
            return Ok(MonthDay::Day(day));
        }
    } else if let Some(nth) = nth(cursor) {
        cursor.space();
        if let Some(day) = counted(cursor, nth) {
            return Ok(day);
        }
    } else if let Some(day) = count(cursor)
        && cursor.one_of(&["日", "号"])
    {
        return Ok(MonthDay::Day(day));
    }
    cursor.go(start);
    Err(cursor.unread(ZH, EN))
}

/// What is counted.
fn counted(cursor: &mut Cursor<'_>, nth: Nth) -> Option<MonthDay> {
    if cursor.one_of(&["工作日", "workday", "working day", "business day"]) {
        return Some(MonthDay::Workday(nth));
    }
    if let Some((day, _)) = week_day(cursor, None) {
        return Some(MonthDay::Weekday(nth, day));
    }
    let day = cursor.one_of(&["天", "日", "day"]);
    match nth {
        Nth::Last(1) if day => Some(MonthDay::Last),
        Nth::First(count) if day || date_ends(cursor) => Some(MonthDay::Day(count)),
        _ => None,
    }
}

fn nth(cursor: &mut Cursor<'_>) -> Option<Nth> {
    if cursor.one_of(&["最后一个", "最后1个", "最后一", "最后1", "最后", "last"]) {
        return Some(Nth::Last(1));
    }
    let start = cursor.at();
    let found = (|| {
        if cursor.word("倒数第") {
            let nth = count(cursor)?;
            cursor.word("个");
            return Some(Nth::Last(nth));
        }
        if cursor.word("第") {
            let nth = count(cursor)?;
            cursor.word("个");
            return Some(Nth::First(nth));
        }
        let nth = match cursor.entry(ORDINALS) {
            Some(nth) => nth,
            None => cursor.digits().filter(|_| ordinal_ending(cursor))?,
        };
        let after = cursor.at();
        cursor.space();
        if cursor.one_of(&["to last", "last"]) {
            return Some(Nth::Last(nth));
        }
        cursor.go(after);
        Some(Nth::First(nth))
    })();
    if found.is_none() {
        cursor.go(start);
    }
    found
}

fn ordinal_ending(cursor: &mut Cursor<'_>) -> bool {
    cursor.one_of(&["st", "nd", "rd", "th"])
}

/// Whether every cycle has this day; if not, why it does not.
fn exists(cycle: Cycle, month: u32, day: MonthDay) -> Result<(), (String, String)> {
    let (count, most) = match day {
        MonthDay::Last => return Ok(()),
        MonthDay::Day(day) => (day, shortest(cycle, month)),
        MonthDay::Weekday(Nth::First(nth) | Nth::Last(nth), _) => (nth, 4),
        MonthDay::Workday(Nth::First(nth) | Nth::Last(nth)) => (nth, MOST_WORKDAYS),
    };
    if !(1..=12).contains(&month) {
        return Err((
            "一年只有 1 到 12 月".to_owned(),
            "the months go from 1 to 12".to_owned(),
        ));
    }
    if (1..=most).contains(&count) {
        return Ok(());
    }
    Err((
        format!("不是每次都有这一天，最多写到 {most}；月末请写“最后一天”“最后一个周五”的样子"),
        format!(
            "this day does not exist every time, count at most to {most}; the end of a month is `last day` or `last Fri`"
        ),
    ))
}

/// How many days the months on which the cadence falls have at least.
fn shortest(cycle: Cycle, month: u32) -> u32 {
    const DAYS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    (month..=12)
        .step_by(cycle.months() as usize)
        .filter_map(|month| DAYS.get((month as usize).checked_sub(1)?).copied())
        .min()
        .unwrap_or(31)
}

const CLOCK: &[(&str, Half)] = &[
    ("上午", Half::Morning),
    ("早上", Half::Morning),
    ("中午", Half::Afternoon),
    ("下午", Half::Afternoon),
    ("晚上", Half::Afternoon),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// The time of the day, if one follows: `09:00`, `at 9:30`, `2 pm`, `9点`, `下午2点半`.
fn time(cursor: &mut Cursor<'_>) -> Result<Option<Time>, Unreadable> {
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
        Some(Half::Afternoon) if hour < 12 => hour += 12,
        Some(Half::Morning) if hour == 12 => hour = 0,
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
    let words = cursor.text()[at.clone()].trim();
    Unreadable::new(
        at,
        format!("“{words}”不是钟点；请写成 09:00 的样子"),
        format!("“{words}” is no time of the day; write it like 09:00"),
    )
}
