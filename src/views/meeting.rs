//! Meetings: when, who, what to bring, the agenda against the clock, what comes out.

use crate::model::Meeting;
use crate::model::meeting::{AgendaItem, MeetingInput, MeetingOutput};
use crate::text::cadence::Time;
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{self, Said, said};
use crate::views::sight::{From, Sight};
use crate::views::{section, thing, topics};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "meeting",
    pages,
};

/// What the page of a meeting shows.
#[derive(Serialize)]
struct Shown {
    purpose: Option<Said>,
    sort: String,
    direction: Vec<String>,
    when: String,
    on_holiday: String,
    length: String,
    place: Option<Said>,
    chair: Vec<Link>,
    minutes: Vec<Link>,
    attend: Vec<Link>,
    optional: Vec<Link>,
    quorum: Vec<Link>,
    notice: String,
    takes: Vec<Input>,
    agenda: Agenda,
    gives: Vec<Output>,
}

/// What must be there before the meeting.
#[derive(Serialize)]
struct Input {
    form: Option<Link>,
    by: String,
    from: Vec<Link>,
}

/// What comes out of the meeting.
#[derive(Serialize)]
struct Output {
    form: Option<Link>,
    owner: Vec<Link>,
    to: Vec<Link>,
    within: String,
}

/// An agenda, on its meeting's page or in prose.
#[derive(Serialize)]
pub(super) struct Agenda {
    /// Before the ids of the table, so that two of them can stand on one page.
    prefix: String,
    /// The meeting's own page.
    link: Link,
    items: Vec<Item>,
    /// Whether a time of the day is known; minutes from the start are shown otherwise.
    has_clock: bool,
    has_lead: bool,
    has_material: bool,
    /// The minutes of all items together, against the length, as a sentence.
    sum: String,
}

/// One item of an agenda.
#[derive(Serialize)]
struct Item {
    /// `14:00–14:10`.
    clock: String,
    minutes: Option<i64>,
    about: Said,
    sort: String,
    lead: Vec<Link>,
    uses: Vec<Link>,
    decides: Vec<Link>,
    topics: Vec<Said>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let meetings = sight.model.meetings.items().iter();
    meetings
        .filter_map(|meeting| {
            let mut page =
                thing::page(sight, &meeting.head, VIEW.name, |from| shown(from, meeting))?;
            section::announce(sight, &mut page, &["takes", "agenda", "gives"]);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, meeting: &Meeting) -> Shown {
    let sight = &from.sight;
    let word = |section: &str, value: Option<&String>| {
        value
            .map(|value| said::choice(sight, section, value))
            .unwrap_or_default()
    };
    let on_holiday = meeting.on_holiday.as_ref().map(|way| &way.value);
    Shown {
        purpose: said(sight, &meeting.purpose),
        sort: word(
            "meeting.types",
            meeting.sort.as_ref().map(|sort| &sort.value),
        ),
        direction: topics::directions(sight, &meeting.direction),
        when: said::cadence(sight, meeting.when.as_ref().map(|when| &when.value)),
        on_holiday: word("meeting.on_holiday", on_holiday),
        length: said::duration(sight, meeting.length.as_ref().map(|length| length.value)),
        place: said(sight, &meeting.place),
        chair: from.links(&meeting.chair),
        minutes: from.links(&meeting.minutes),
        attend: from.links(&meeting.attend),
        optional: from.links(&meeting.optional),
        quorum: from.links(&meeting.quorum),
        notice: said::duration(sight, meeting.notice.as_ref().map(|notice| notice.value)),
        takes: meeting.takes.iter().map(|one| input(from, one)).collect(),
        agenda: agenda(from, meeting, String::new()),
        gives: meeting.gives.iter().map(|one| output(from, one)).collect(),
    }
}

fn input(from: &From<'_>, input: &MeetingInput) -> Input {
    let filler = input
        .form
        .as_ref()
        .map(|form| from.sight.model.forms[form.value].filled_by.as_slice());
    let bringers = if input.from.is_empty() {
        filler.unwrap_or_default()
    } else {
        &input.from
    };
    Input {
        form: from.maybe(input.form.as_ref()),
        by: input
            .by
            .as_ref()
            .map(|by| by.value.show(from.sight.tongue()))
            .unwrap_or_default(),
        from: from.links(bringers),
    }
}

fn output(from: &From<'_>, output: &MeetingOutput) -> Output {
    let mut to = from.links(&output.to);
    to.extend(from.links(&output.to_departments));
    Output {
        form: from.maybe(output.form.as_ref()),
        owner: from.links(&output.owner),
        to,
        within: said::duration(
            &from.sight,
            output.within.as_ref().map(|within| within.value),
        ),
    }
}

/// The agenda of a meeting with ids that begin with `prefix`.
pub(super) fn agenda(from: &From<'_>, meeting: &Meeting, prefix: String) -> Agenda {
    let start = meeting.when.as_ref().and_then(|when| when.value.time);
    let mut at = 0;
    let mut items = Vec::new();
    for item in &meeting.agenda {
        let minutes = item.minutes.as_ref().map(|minutes| minutes.value.max(0));
        let end = minutes.map(|minutes| i64::saturating_add(at, minutes));
        items.push(Item {
            clock: end.map(|end| clock(start, at, end)).unwrap_or_default(),
            minutes,
            ..one_item(from, item)
        });
        at = end.unwrap_or(at);
    }
    let length = meeting
        .length
        .as_ref()
        .and_then(|length| length.value.minutes());
    let length = length.and_then(|length| i64::try_from(length).ok());
    Agenda {
        prefix,
        link: from.any(meeting.head.me),
        has_clock: start.is_some(),
        has_lead: items.iter().any(|item| !item.lead.is_empty()),
        has_material: items
            .iter()
            .any(|item| !item.uses.is_empty() || !item.decides.is_empty()),
        items,
        sum: sum(from, at, length),
    }
}

fn one_item(from: &From<'_>, item: &AgendaItem) -> Item {
    let sight = &from.sight;
    Item {
        clock: String::new(),
        minutes: None,
        about: said(sight, &item.item).unwrap_or_default(),
        sort: item
            .sort
            .as_ref()
            .map(|sort| said::choice(sight, "meeting.item_types", &sort.value))
            .unwrap_or_default(),
        lead: from.links(&item.lead),
        uses: from.links(&item.uses),
        decides: from.links(&item.decides),
        topics: topics::names(sight, &item.topics),
    }
}

/// From minute `at` to minute `end`, on the clock where the meeting begins at a known time.
fn clock(start: Option<Time>, at: i64, end: i64) -> String {
    let Some(start) = start else {
        return format!("{at}–{end}");
    };
    let begins = i64::from(start.hour) * 60 + i64::from(start.minute);
    let show = |minutes: i64| {
        let day = begins.saturating_add(minutes).rem_euclid(24 * 60);
        format!("{:02}:{:02}", day / 60, day % 60)
    };
    format!("{}–{}", show(at), show(end))
}

fn sum(from: &From<'_>, sum: i64, length: Option<i64>) -> String {
    let number = sum.to_string();
    let sight = &from.sight;
    match length {
        None => said::fill(sight, "meeting.sum", &[("sum", &number)]),
        Some(length) if length == sum => said::fill(sight, "meeting.sum_full", &[("sum", &number)]),
        Some(length) => {
            let key = if length > sum {
                "meeting.sum_short"
            } else {
                "meeting.sum_over"
            };
            let gap = length.saturating_sub(sum).abs().to_string();
            said::fill(sight, key, &[("sum", &number), ("gap", &gap)])
        }
    }
}
