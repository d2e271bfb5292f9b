//! A cadence in words that the grammar reads back to the same cadence.

use super::super::Tongue;
use super::{Cadence, Cycle, MonthDay, Nth, Rhythm, Time, Weekday};
use std::fmt;

/// The Chinese names of the days of the week, Monday first, without 周.
pub(super) const ZH_DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
const EN_DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const EN_MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl Cadence {
    /// In words: `每月第6个工作日 14:00`, `monthly 6th workday 14:00`.
    pub fn show(&self, tongue: Tongue) -> String {
        let rhythm = match tongue {
            Tongue::Zh => zh(&self.rhythm),
            Tongue::En => en(&self.rhythm),
        };
        match self.time {
            Some(time) => format!("{rhythm} {time}"),
            None => rhythm,
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.hour, self.minute)
    }
}

fn zh(rhythm: &Rhythm) -> String {
    match rhythm {
        Rhythm::Daily => "每天".to_owned(),
        Rhythm::Workdays => "每个工作日".to_owned(),
        Rhythm::OnDemand => "按需".to_owned(),
        Rhythm::Weekly { days, every } => {
            let days: Vec<String> = days
                .iter()
                .map(|day| format!("周{}", zh_day(*day)))
                .collect();
            let days = days.join("、");
            match every {
                0 | 1 => format!("每{days}"),
                2 => format!("每两周{days}"),
                every => format!("每{every}周{days}"),
            }
        }
        Rhythm::Cyclic { cycle, month, day } => {
            format!("{}{}", zh_month(*cycle, *month), zh_month_day(*day))
        }
    }
}

fn zh_month(cycle: Cycle, month: u32) -> String {
    match (cycle, month) {
        (Cycle::Month, _) => "每月".to_owned(),
        (Cycle::Year, month) => format!("每年{month}月"),
        (Cycle::Quarter, 1) => "每季度首月".to_owned(),
        (Cycle::Quarter, 3) => "每季度末月".to_owned(),
        (Cycle::Quarter, month) => format!("每季度第{month}个月"),
        (Cycle::HalfYear, 1) => "每半年首月".to_owned(),
        (Cycle::HalfYear, 6) => "每半年末月".to_owned(),
        (Cycle::HalfYear, month) => format!("每半年第{month}个月"),
    }
}

fn zh_month_day(day: MonthDay) -> String {
    match day {
        MonthDay::Day(day) => format!("{day}日"),
        MonthDay::Last => "最后一天".to_owned(),
        MonthDay::Weekday(nth, day) => format!("{}周{}", zh_nth(nth), zh_day(day)),
        MonthDay::Workday(nth) => format!("{}工作日", zh_nth(nth)),
    }
}

fn zh_nth(nth: Nth) -> String {
    match nth {
        Nth::First(count) => format!("第{count}个"),
        Nth::Last(1) => "最后一个".to_owned(),
        Nth::Last(count) => format!("倒数第{count}个"),
    }
}

fn zh_day(day: Weekday) -> &'static str {
    ZH_DAYS[day as usize]
}

fn en(rhythm: &Rhythm) -> String {
    match rhythm {
        Rhythm::Daily => "daily".to_owned(),
        Rhythm::Workdays => "every workday".to_owned(),
        Rhythm::OnDemand => "on demand".to_owned(),
        Rhythm::Weekly { days, every } => {
            let days: Vec<&str> = days.iter().map(|day| en_day(*day)).collect();
            let days = days.join(", ");
            match every {
                0 | 1 => format!("weekly {days}"),
                every => format!("every {every} weeks {days}"),
            }
        }
        Rhythm::Cyclic { cycle, month, day } => en_cyclic(*cycle, *month, *day),
    }
}

fn en_cyclic(cycle: Cycle, month: u32, day: MonthDay) -> String {
    // Counted from its start, a cycle's day lies in the first month unless another is named; counted
    // from its end, in the last.
    let usual = if day.ends_month() { cycle.months() } else { 1 };
    let which = if month == usual {
        String::new()
    } else {
        format!("month {month} ")
    };
    let when = en_month_day(day);
    match (cycle, day) {
        (Cycle::Month, _) => format!("monthly {when}"),
        (Cycle::Quarter, _) => format!("quarterly {which}{when}"),
        (Cycle::HalfYear, _) => format!("half-yearly {which}{when}"),
        (Cycle::Year, MonthDay::Day(day)) => format!("yearly {} {day}", en_month(month)),
        (Cycle::Year, _) => format!("yearly {} {when}", en_month(month)),
    }
}

fn en_month_day(day: MonthDay) -> String {
    match day {
        MonthDay::Day(day) => format!("day {day}"),
        MonthDay::Last => "last day".to_owned(),
        MonthDay::Weekday(nth, day) => format!("{} {}", en_nth(nth), en_day(day)),
        MonthDay::Workday(nth) => format!("{} workday", en_nth(nth)),
    }
}

fn en_nth(nth: Nth) -> String {
    match nth {
        Nth::First(count) => ordinal(count),
        Nth::Last(1) => "last".to_owned(),
        Nth::Last(count) => format!("{} last", ordinal(count)),
    }
}

fn ordinal(count: u32) -> String {
    let ending = match (count % 10, count % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{count}{ending}")
}

fn en_day(day: Weekday) -> &'static str {
    EN_DAYS[day as usize]
}

fn en_month(month: u32) -> &'static str {
    let index = month.clamp(1, 12) - 1;
    EN_MONTHS[index as usize]
}
