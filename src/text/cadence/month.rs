//! The day in a month, and the month in a quarter or half year, in a cadence.

use super::super::Unreadable;
use super::super::cursor::Cursor;
use super::super::decimal::count;
use super::week::week_day;
use super::{Cycle, MonthDay, Nth};

/// No month has fewer workdays than this, longest holidays included.
const MOST_WORKDAYS: u32 = 15;
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
    pub(super) fn ends_month(self) -> bool {
        matches!(
            self,
            MonthDay::Last | MonthDay::Weekday(Nth::Last(_), _) | MonthDay::Workday(Nth::Last(_))
        )
    }
}

/// The month within a quarter or half year, if it is named.
pub(super) fn inner_month(
    cursor: &mut Cursor<'_>,
    cycle: Cycle,
) -> Result<Option<u32>, Unreadable> {
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

pub(super) fn month_day(cursor: &mut Cursor<'_>) -> Result<MonthDay, Unreadable> {
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
    } else if let Some(day) = count(cursor) {
        cursor.space();
        if cursor.one_of(&["日", "号"]) {
            return Ok(MonthDay::Day(day));
        }
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

pub(super) fn ordinal_ending(cursor: &mut Cursor<'_>) -> bool {
    cursor.one_of(&["st", "nd", "rd", "th"])
}

/// Whether every cycle has this day; if not, why it does not.
pub(super) fn exists(cycle: Cycle, month: u32, day: MonthDay) -> Result<(), (String, String)> {
    if !(1..=12).contains(&month) {
        return Err((
            "一年只有 1 到 12 月".to_owned(),
            "the months go from 1 to 12".to_owned(),
        ));
    }
    let (count, most) = match day {
        MonthDay::Last => return Ok(()),
        MonthDay::Day(day) => (day, shortest(cycle, month)),
        MonthDay::Weekday(Nth::First(nth) | Nth::Last(nth), _) => (nth, 4),
        MonthDay::Workday(Nth::First(nth) | Nth::Last(nth)) => (nth, MOST_WORKDAYS),
    };
    if (1..=most).contains(&count) {
        return Ok(());
    }
    Err((
        format!(
            "不是每次都有这一天，这里可以写 1 到 {most}；月末请写“最后一天”“最后一个周五”的样子"
        ),
        format!(
            "this day does not exist every time, count from 1 to {most}; the end of a month is `last day` or `last Fri`"
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

/// After `Jan 2nd`: whether a date ends here, or the second of something follows.
pub(super) fn date_ends(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    ahead.space();
    ahead.done() || ahead.word("at") || ahead.digits().is_some()
}
