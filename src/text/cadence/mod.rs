//! How often something happens: `weekly Mon 09:00`, `每月第6个工作日 14:00`. Words in, a [`Cadence`]
//! out; from it words again, an RFC 5545 recurrence rule, and the days themselves.
//!
//! No clock, no time zone and no holiday table: who asks for days says which of them are worked.

mod clock;
mod week;
mod month;
mod days;
mod parse;
mod show;

pub use parse::parse;

use std::fmt::Write as _;

/// How often, and at what time of the day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cadence {
    /// On which days.
    pub rhythm: Rhythm,
    /// At what time, if that is fixed.
    pub time: Option<Time>,
}

/// On which days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Rhythm {
    /// Every calendar day.
    Daily,
    /// Every working day.
    Workdays,
    /// On days of the week.
    Weekly {
        /// Which, in order, each once, at least one.
        days: Vec<Weekday>,
        /// In every week (1), in every second week (2), and so on; weeks begin on Monday and are
        /// counted from 1 January 2001.
        every: u32,
    },
    /// On one day in every month, quarter, half year or year.
    Cyclic {
        /// Which of these.
        cycle: Cycle,
        /// The month within it, from 1; always 1 for a month.
        month: u32,
        /// The day within that month.
        day: MonthDay,
    },
    /// When something calls for it; no day is known beforehand.
    OnDemand,
}

/// A stretch of whole months that divides the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cycle {
    /// One month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    HalfYear,
    /// Twelve months.
    Year,
}

/// One day in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MonthDay {
    /// The day of this number, from 1. One that some month lacks is refused when it is read.
    Day(u32),
    /// The last day.
    Last,
    /// The first to fourth, or the last, of its kind.
    Weekday(Nth, Weekday),
    /// A working day, counted from either end of the month.
    Workday(Nth),
}

/// Counted from which end, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nth {
    /// From the start.
    First(u32),
    /// From the end.
    Last(u32),
}

/// A day of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A time of the day on the clock of the handbook's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time {
    /// 0 to 23.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// Its two letters in RFC 5545.
    pub fn code(self) -> &'static str {
        ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][self as usize]
    }
}

impl Cycle {
    /// How many months it has.
    pub fn months(self) -> u32 {
        match self {
            Cycle::Month => 1,
            Cycle::Quarter => 3,
            Cycle::HalfYear => 6,
            Cycle::Year => 12,
        }
    }
}

impl Cadence {
    /// `rhythm` without a time of the day.
    pub fn new(rhythm: Rhythm) -> Cadence {
        Cadence { rhythm, time: None }
    }

    /// The recurrence rule of RFC 5545, without `RRULE:`. `None` where the holiday table decides and
    /// where nothing is known beforehand: the former become dates, the latter no calendar entry. The
    /// first day from [`Cadence::occurrences`] is the DTSTART that makes the rule give the same days.
    pub fn rrule(&self) -> Option<String> {
        match &self.rhythm {
            Rhythm::Daily => Some("FREQ=DAILY".to_owned()),
            Rhythm::Weekly { days, every } => {
                let codes: Vec<&str> = days.iter().map(|day| day.code()).collect();
                let interval = match every {
                    0 | 1 => String::new(),
                    every => format!(";INTERVAL={every}"),
                };
                Some(format!("FREQ=WEEKLY{interval};BYDAY={}", codes.join(",")))
            }
            Rhythm::Cyclic { cycle, month, day } => cyclic_rule(*cycle, *month, *day),
            Rhythm::Workdays | Rhythm::OnDemand => None,
        }
    }

    /// How many times it happens in a month on average, as an exact fraction (numerator,
    /// denominator): 52 weeks, 250 workdays and 365 days in a year; 0 on demand.
    pub fn per_month(&self) -> (u32, u32) {
        match &self.rhythm {
            Rhythm::Daily => (365, 12),
            Rhythm::Workdays => (250, 12),
            Rhythm::Weekly { days, every } => {
                let days = u32::try_from(days.len().min(7)).unwrap_or(7);
                (52 * days, every.saturating_mul(12).max(1))
            }
            Rhythm::Cyclic { cycle, .. } => (1, cycle.months()),
            Rhythm::OnDemand => (0, 1),
        }
    }
}

/// A rule by month, so that an ordinal counts within the month and not within the year.
fn cyclic_rule(cycle: Cycle, month: u32, day: MonthDay) -> Option<String> {
    let months: Vec<String> = (0..12 / cycle.months())
        .map(|part| (part * cycle.months() + month).to_string())
        .collect();
    let mut rule = match cycle {
        Cycle::Month => "FREQ=MONTHLY".to_owned(),
        Cycle::Year => format!("FREQ=YEARLY;BYMONTH={month}"),
        Cycle::Quarter | Cycle::HalfYear => format!("FREQ=MONTHLY;BYMONTH={}", months.join(",")),
    };
    let written = match day {
        MonthDay::Day(day) => write!(rule, ";BYMONTHDAY={day}"),
        MonthDay::Last => write!(rule, ";BYMONTHDAY=-1"),
        MonthDay::Weekday(Nth::First(nth), day) => write!(rule, ";BYDAY={nth}{}", day.code()),
        MonthDay::Weekday(Nth::Last(nth), day) => write!(rule, ";BYDAY=-{nth}{}", day.code()),
        MonthDay::Workday(_) => return None,
    };
    written.ok().map(|()| rule)
}
