//! The calendar: days off, days worked instead, and what is due in the next weeks.

use crate::model::settings::Calendar;
use crate::model::{Form, Meeting};
use crate::parse::kinds::Kind;
use crate::text::Cadence;
use crate::views::View;
use crate::views::page::{Day, Link, Page};
use crate::views::said::fill;
use crate::views::sight::{From, Sight};
use crate::views::{index, section};
use jiff::civil::{Date, Weekday};
use serde::Serialize;
use std::collections::BTreeMap;

pub(super) const VIEW: View = View {
    name: "calendar",
    pages,
};

/// How many days ahead are shown.
const AHEAD: i32 = 60;
/// How far a meeting may be moved by holidays.
const SHIFT: i32 = 15;

/// What the calendar shows.
#[derive(Serialize)]
struct Shown {
    /// From and until when, as a sentence.
    span: String,
    days: Vec<Due>,
    years: Vec<Year>,
}

/// A day on which something is due.
#[derive(Serialize)]
struct Due {
    day: Day,
    weekday: String,
    /// Nobody works on it.
    is_off: bool,
    things: Vec<Thing>,
}

/// A meeting held or a form due.
#[derive(Serialize)]
struct Thing {
    /// `09:00`; empty where the time is open.
    time: String,
    /// `meeting` or `form`.
    kind: &'static str,
    link: Link,
    /// Who leads it, or fills it.
    who: Vec<Link>,
}

/// The days off and the days worked instead of a year.
#[derive(Serialize)]
struct Year {
    number: i16,
    holidays: Vec<Stretch>,
    workdays: Vec<Stretch>,
}

/// Days without a gap.
#[derive(Serialize)]
struct Stretch {
    first: Day,
    /// Nothing where it is one day.
    last: Option<Day>,
    /// How many days, in words.
    count: String,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let model = sight.model;
    let calendar = &model.calendar;
    let is_empty = calendar.holidays.is_empty()
        && calendar.workdays.is_empty()
        && model.meetings.is_empty()
        && model.forms.is_empty();
    if !model.settings.is_handbook || is_empty {
        return Vec::new();
    }
    let mut page = index::listing(sight, Kind::Calendar, VIEW.name, shown);
    section::announce(sight, &mut page, &["due", "days_off"]);
    vec![page]
}

fn shown(from: &From<'_>) -> Shown {
    let sight = &from.sight;
    let first = sight.model.today;
    let last = later(first, AHEAD);
    let words = [
        ("first", &*sight.day(first).words),
        ("last", &*sight.day(last).words),
    ];
    Shown {
        span: fill(sight, "calendar.span", &words),
        days: due(from, first, last),
        years: years(sight, &sight.model.calendar),
    }
}

fn later(day: Date, days: i32) -> Date {
    day.saturating_add(jiff::Span::new().days(days))
}

/// Everything that falls on the days from `first` to `last`, by day, meetings before forms.
fn due(from: &From<'_>, first: Date, last: Date) -> Vec<Due> {
    let model = from.sight.model;
    let mut days: BTreeMap<Date, Vec<Thing>> = BTreeMap::new();
    for meeting in model.meetings.items() {
        for day in held_on(meeting, &model.calendar, first, last) {
            days.entry(day).or_default().push(of_meeting(from, meeting));
        }
    }
    for form in model.forms.items() {
        let every = form.every.as_ref().map(|every| &every.value);
        let is_workday = |day| model.calendar.is_workday(day);
        let due = every.map(|every| every.occurrences(first, last, &is_workday));
        for day in due.unwrap_or_default() {
            days.entry(day).or_default().push(of_form(from, form));
        }
    }
    days.into_iter()
        .map(|(day, mut things)| {
            things.sort_by(|a, b| (a.time.is_empty(), &a.time).cmp(&(b.time.is_empty(), &b.time)));
            Due {
                weekday: weekday(&from.sight, day),
                is_off: !model.calendar.is_workday(day),
                day: from.sight.day(day),
                things,
            }
        })
        .collect()
}

fn of_meeting(from: &From<'_>, meeting: &Meeting) -> Thing {
    Thing {
        time: time(meeting.when.as_ref().map(|when| &when.value)),
        kind: "meeting",
        link: from.any(meeting.head.me),
        who: from.links(&meeting.chair),
    }
}

fn of_form(from: &From<'_>, form: &Form) -> Thing {
    Thing {
        time: time(form.every.as_ref().map(|every| &every.value)),
        kind: "form",
        link: from.any(form.head.me),
        who: from.links(&form.filled_by),
    }
}

fn time(cadence: Option<&Cadence>) -> String {
    cadence
        .and_then(|cadence| cadence.time)
        .map(|time| time.to_string())
        .unwrap_or_default()
}

/// The days on which a meeting is held, moved out of the way of days off as it says.
fn held_on(meeting: &Meeting, calendar: &Calendar, first: Date, last: Date) -> Vec<Date> {
    let Some(when) = &meeting.when else {
        return Vec::new();
    };
    let way = meeting.on_holiday.as_ref().map(|way| way.value.as_str());
    let is_workday = |day| calendar.is_workday(day);
    when.value
        .occurrences(later(first, -SHIFT), later(last, SHIFT), &is_workday)
        .into_iter()
        .filter_map(|day| moved(day, way, calendar))
        .filter(|day| (first..=last).contains(day))
        .collect()
}

/// Where a day goes that nobody works on; nowhere where it is left out.
fn moved(day: Date, way: Option<&str>, calendar: &Calendar) -> Option<Date> {
    if calendar.is_workday(day) {
        return Some(day);
    }
    let step = match way {
        Some("next workday") => 1,
        Some("previous workday") => -1,
        Some("skip") => return None,
        _ => return Some(day),
    };
    (1..=SHIFT)
        .map(|days| later(day, step * days))
        .find(|day| calendar.is_workday(*day))
}

fn weekday(sight: &Sight<'_>, day: Date) -> String {
    let name = match day.weekday() {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    };
    sight.strings.say(&format!("calendar.{name}")).to_owned()
}

fn years(sight: &Sight<'_>, calendar: &Calendar) -> Vec<Year> {
    let mut years: Vec<i16> = calendar
        .holidays
        .iter()
        .chain(&calendar.workdays)
        .map(|day| day.year())
        .collect();
    years.sort_unstable();
    years.dedup();
    years
        .into_iter()
        .map(|year| Year {
            number: year,
            holidays: stretches(sight, &calendar.holidays, year),
            workdays: stretches(sight, &calendar.workdays, year),
        })
        .collect()
}

/// The days of a year as stretches without a gap.
fn stretches(sight: &Sight<'_>, days: &[Date], year: i16) -> Vec<Stretch> {
    let mut days: Vec<Date> = days
        .iter()
        .copied()
        .filter(|day| day.year() == year)
        .collect();
    days.sort_unstable();
    days.dedup();
    days.chunk_by(|day, next| day.tomorrow().is_ok_and(|after| after == *next))
        .filter_map(|chunk| {
            let (first, last) = (*chunk.first()?, *chunk.last()?);
            let count = chunk.len().to_string();
            let key = if first == last {
                "calendar.one_day"
            } else {
                "calendar.days"
            };
            Some(Stretch {
                first: sight.day(first),
                last: (first != last).then(|| sight.day(last)),
                count: fill(sight, key, &[("n", &count)]),
            })
        })
        .collect()
}
