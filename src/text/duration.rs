//! Lengths of time as people agree on them: `45 min`, `2 workdays`, `3个月`; and how long before
//! something they end: `2 workdays before`, `会前2个工作日`. Nothing here knows a calendar.

use super::cursor::Cursor;
use super::decimal::count;
use super::{Tongue, Unreadable};

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Calendar days.
    Day,
    /// Working days, by the holiday table.
    Workday,
    /// Calendar weeks.
    Week,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many; at least 1 when it was read from text.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// How long before an event something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lead {
    /// The time between the two.
    pub before: Duration,
}

const ZH: &str = "时长可以写 45分钟、24小时、3天、2个工作日、2周、3个月、1年";
const EN: &str =
    "a length of time is written 45 min, 24 h, 3 days, 2 workdays, 2 weeks, 3 months or 1 year";
/// Where one word begins another, the longer stands first.
const UNITS: &[(&str, Unit)] = &[
    ("minutes", Unit::Minute),
    ("minute", Unit::Minute),
    ("mins", Unit::Minute),
    ("min", Unit::Minute),
    ("分钟", Unit::Minute),
    ("hours", Unit::Hour),
    ("hour", Unit::Hour),
    ("hrs", Unit::Hour),
    ("hr", Unit::Hour),
    ("h", Unit::Hour),
    ("个小时", Unit::Hour),
    ("小时", Unit::Hour),
    ("working days", Unit::Workday),
    ("working day", Unit::Workday),
    ("business days", Unit::Workday),
    ("business day", Unit::Workday),
    ("work days", Unit::Workday),
    ("work day", Unit::Workday),
    ("workdays", Unit::Workday),
    ("workday", Unit::Workday),
    ("个工作日", Unit::Workday),
    ("工作日", Unit::Workday),
    ("calendar days", Unit::Day),
    ("calendar day", Unit::Day),
    ("days", Unit::Day),
    ("day", Unit::Day),
    ("个自然日", Unit::Day),
    ("自然日", Unit::Day),
    ("天", Unit::Day),
    ("日", Unit::Day),
    ("weeks", Unit::Week),
    ("week", Unit::Week),
    ("个星期", Unit::Week),
    ("星期", Unit::Week),
    ("周", Unit::Week),
    ("months", Unit::Month),
    ("month", Unit::Month),
    ("个月", Unit::Month),
    ("years", Unit::Year),
    ("year", Unit::Year),
    ("年", Unit::Year),
];

impl Duration {
    /// `count` of `unit`.
    pub fn new(count: u32, unit: Unit) -> Duration {
        Duration { count, unit }
    }

    /// Reads a length of time of at least one unit.
    pub fn parse(text: &str) -> Result<Duration, Unreadable> {
        let mut cursor = Cursor::new(text);
        cursor.space();
        let found = read(&mut cursor)?;
        cursor.end(ZH, EN)?;
        Ok(found)
    }

    /// The day that lies this long after `day`, working days counted as days of a five-day week; `None`
    /// past the end of the calendar.
    pub fn after(self, day: jiff::civil::Date) -> Option<jiff::civil::Date> {
        let count = i64::from(self.count);
        let span = jiff::Span::new();
        let span = match self.unit {
            Unit::Minute | Unit::Hour => span,
            Unit::Day => span.try_days(count).ok()?,
            Unit::Workday => span.try_days(count + 2 * (count / 5)).ok()?,
            Unit::Week => span.try_weeks(count).ok()?,
            Unit::Month => span.try_months(count).ok()?,
            Unit::Year => span.try_years(count).ok()?,
        };
        day.checked_add(span).ok()
    }

    /// In words: `2个工作日`, `2 workdays`.
    pub fn show(self, tongue: Tongue) -> String {
        let count = self.count;
        match tongue {
            Tongue::Zh => format!("{count}{}", zh(self.unit)),
            Tongue::En if count == 1 => format!("1 {}", en(self.unit)),
            Tongue::En => format!("{count} {}", plural(self.unit)),
        }
    }

    /// Its exact length in minutes, a day being 24 hours; `None` for workdays, months and years,
    /// whose length depends on the date.
    pub fn minutes(self) -> Option<u64> {
        let each = match self.unit {
            Unit::Minute => 1,
            Unit::Hour => 60,
            Unit::Day => 24 * 60,
            Unit::Week => 7 * 24 * 60,
            Unit::Workday | Unit::Month | Unit::Year => return None,
        };
        Some(u64::from(self.count) * each)
    }

    /// About how many hundredths of a workday pass meanwhile, for adding up the steps of a process:
    /// five workdays in a week, 250 in a year, a twelfth of that in a month, and hours and minutes as
    /// their share of a calendar day, since they run through the night. Rounded up.
    pub fn rough_workday_hundredths(self) -> u64 {
        let count = u64::from(self.count);
        match self.unit {
            Unit::Minute => (count * 500).div_ceil(7 * 24 * 60),
            Unit::Hour => (count * 500).div_ceil(7 * 24),
            Unit::Day => (count * 500).div_ceil(7),
            Unit::Workday => count * 100,
            Unit::Week => count * 500,
            Unit::Month => (count * 25_000).div_ceil(12),
            Unit::Year => count * 25_000,
        }
    }
}

impl Lead {
    /// Reads `2 workdays before`, `会前2个工作日`, `提前2个工作日`, or the length of time alone.
    pub fn parse(text: &str) -> Result<Lead, Unreadable> {
        const ZH: &str = "可以写 会前2个工作日、提前24小时";
        const EN: &str = "write `2 workdays before` or `24 h before`";
        let mut cursor = Cursor::new(text);
        cursor.space();
        let said = cursor.one_of(&["会前", "会议前", "提前", "事前"]);
        cursor.space();
        let before = read(&mut cursor)?;
        cursor.space();
        if !said {
            cursor.one_of(&[
                "before the meeting",
                "before",
                "ahead",
                "in advance",
                "之前",
                "以前",
                "前",
            ]);
        }
        cursor.end(ZH, EN)?;
        Ok(Lead { before })
    }

    /// In words: `提前2个工作日`, `2 workdays before`.
    pub fn show(self, tongue: Tongue) -> String {
        let before = self.before.show(tongue);
        match tongue {
            Tongue::Zh => format!("提前{before}"),
            Tongue::En => format!("{before} before"),
        }
    }
}

fn read(cursor: &mut Cursor<'_>) -> Result<Duration, Unreadable> {
    if let Some(half) = half(cursor) {
        return Ok(half);
    }
    let start = cursor.at();
    let Some(count) = count(cursor) else {
        return Err(cursor.unread(ZH, EN));
    };
    if cursor.sign('.') {
        return Err(fraction(cursor, start, count));
    }
    let counted = start..cursor.at();
    cursor.space();
    let Some(unit) = cursor.entry(UNITS) else {
        return Err(no_unit(cursor, count));
    };
    if count == 0 {
        return Err(Unreadable::new(
            counted,
            "时长至少是 1",
            "a length of time is at least 1",
        ));
    }
    Ok(Duration { count, unit })
}

fn half(cursor: &mut Cursor<'_>) -> Option<Duration> {
    const HALVES: &[(&str, Duration)] = &[
        (
            "半个小时",
            Duration {
                count: 30,
                unit: Unit::Minute,
            },
        ),
        (
            "半小时",
            Duration {
                count: 30,
                unit: Unit::Minute,
            },
        ),
        (
            "半年",
            Duration {
                count: 6,
                unit: Unit::Month,
            },
        ),
    ];
    cursor.entry(HALVES)
}

/// The cursor stands behind the point. Half an hour and half a year can be said in whole units.
fn fraction(cursor: &mut Cursor<'_>, start: usize, count: u32) -> Unreadable {
    let whole = cursor.clone();
    let digit = cursor.digits();
    let wrong = Unreadable::new(
        start..cursor.at(),
        "时长要写整数，可以换成更小的单位",
        "a length of time is a whole number; a smaller unit can say it",
    );
    cursor.space();
    let unit = cursor.entry(UNITS);
    cursor.space();
    if whole.at() + 1 < cursor.at() && digit == Some(5) && cursor.done() {
        let mended = match unit {
            Some(Unit::Hour) => Some((60, Unit::Minute)),
            Some(Unit::Year) => Some((12, Unit::Month)),
            _ => None,
        };
        if let Some((each, unit)) = mended {
            let count = count.saturating_mul(each).saturating_add(each / 2);
            let tongue = if cursor.text().is_ascii() {
                Tongue::En
            } else {
                Tongue::Zh
            };
            let mended = Duration { count, unit }.show(tongue);
            // So many small units may be more than can be written.
            if Duration::parse(&mended).is_ok() {
                return wrong.suggest(mended);
            }
        }
    }
    wrong
}

fn no_unit(cursor: &mut Cursor<'_>, count: u32) -> Unreadable {
    let wrong = cursor.unread(ZH, EN);
    if cursor.sign('月') && cursor.done() && count > 0 {
        // 3月 is March.
        return wrong.suggest(format!("{count}个月"));
    }
    wrong
}

fn zh(unit: Unit) -> &'static str {
    match unit {
        Unit::Minute => "分钟",
        Unit::Hour => "小时",
        Unit::Day => "天",
        Unit::Workday => "个工作日",
        Unit::Week => "周",
        Unit::Month => "个月",
        Unit::Year => "年",
    }
}

fn en(unit: Unit) -> &'static str {
    match unit {
        Unit::Minute => "min",
        Unit::Hour => "h",
        Unit::Day => "day",
        Unit::Workday => "workday",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
    }
}

fn plural(unit: Unit) -> &'static str {
    match unit {
        Unit::Minute => "min",
        Unit::Hour => "h",
        Unit::Day => "days",
        Unit::Workday => "workdays",
        Unit::Week => "weeks",
        Unit::Month => "months",
        Unit::Year => "years",
    }
}
