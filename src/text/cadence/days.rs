//! The days on which a cadence falls. In goes a stretch of days and who works when, out come dates in
//! order.

use super::{Cadence, Cycle, MonthDay, Nth, Rhythm, Weekday};
use jiff::civil::{Date, date};

impl Cadence {
    /// Every day from `first` to `last`, both included, on which it happens, in order. `is_workday`
    /// knows the holiday table. A day that a month lacks (a 15th workday) is left out of that month.
    pub fn occurrences(
        &self,
        first: Date,
        last: Date,
        is_workday: &dyn Fn(Date) -> bool,
    ) -> Vec<Date> {
        match &self.rhythm {
            Rhythm::Daily => each_day(first, last).collect(),
            Rhythm::Workdays => each_day(first, last)
                .filter(|day| is_workday(*day))
                .collect(),
            Rhythm::Weekly { days, every } => each_day(first, last)
                .filter(|day| {
                    days.contains(&weekday(*day)) && week(*day) % i64::from(*every).max(1) == 0
                })
                .collect(),
            Rhythm::Cyclic { cycle, month, day } => each_month(first, last)
                .filter(|start| in_cycle(*start, *cycle, *month))
                .filter_map(|start| in_month(start, *day, is_workday))
                .filter(|day| (first..=last).contains(day))
                .collect(),
            Rhythm::OnDemand => Vec::new(),
        }
    }
}

fn each_day(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.tomorrow().ok())
        .take_while(move |day| *day <= last)
}

/// The first day of every month that lies in the stretch at least in part.
fn each_month(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first.first_of_month()), |start| {
        start.last_of_month().tomorrow().ok()
    })
    .take_while(move |start| *start <= last)
}

fn in_cycle(start: Date, cycle: Cycle, month: u32) -> bool {
    let index = u32::from(start.month().unsigned_abs()) - 1;
    index % cycle.months() + 1 == month
}

fn in_month(start: Date, day: MonthDay, is_workday: &dyn Fn(Date) -> bool) -> Option<Date> {
    let end = start.last_of_month();
    match day {
        MonthDay::Day(day) => Date::new(start.year(), start.month(), i8::try_from(day).ok()?).ok(),
        MonthDay::Last => Some(end),
        MonthDay::Weekday(nth, wanted) => pick(start, nth, &|day| weekday(day) == wanted),
        MonthDay::Workday(nth) => pick(start, nth, is_workday),
    }
}

fn pick(start: Date, nth: Nth, wanted: &dyn Fn(Date) -> bool) -> Option<Date> {
    let days: Vec<Date> = each_day(start, start.last_of_month())
        .filter(|day| wanted(*day))
        .collect();
    let index = |count: u32| (count as usize).checked_sub(1);
    match nth {
        Nth::First(count) => days.get(index(count)?).copied(),
        Nth::Last(count) => days.iter().rev().nth(index(count)?).copied(),
    }
}

fn weekday(day: Date) -> Weekday {
    let index = day.weekday().to_monday_zero_offset();
    Weekday::ALL[usize::from(index.unsigned_abs()) % 7]
}

/// Weeks since that of 1 January 2001, a Monday.
fn week(day: Date) -> i64 {
    let days = day.duration_since(date(2001, 1, 1)).as_hours() / 24;
    days.div_euclid(7)
}
