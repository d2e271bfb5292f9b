//! Forms: who fills, collects and uses them, and the sheet itself, which works on paper.

use crate::model::Form;
use crate::model::form::{Answer as ModelAnswer, Question as ModelQuestion};
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{self, Said, own, said};
use crate::views::sight::{From, Sight};
use crate::views::{section, thing, topics};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "form",
    pages,
};

/// A register never prints more empty lines than fit on a few sheets.
const MOST_LINES: i64 = 60;

/// What the page of a form shows.
#[derive(Serialize)]
struct Shown {
    purpose: Option<Said>,
    topics: Vec<Said>,
    direction: Vec<String>,
    designed_by: Vec<Link>,
    filled_by: Vec<Link>,
    collected_by: Vec<Link>,
    used_by: Vec<Link>,
    feeds: Vec<Link>,
    answers: Vec<Answer>,
    every: String,
    apply_before: String,
    keep: String,
    /// How long it takes to fill, in words.
    minutes: String,
    sheet: Sheet,
    /// Whether anything is known of where answers go.
    has_uses: bool,
}

/// What the filler gets back.
#[derive(Serialize)]
struct Answer {
    who: Vec<Link>,
    form: Option<Link>,
    within: String,
}

/// The sheet, on the form's own page or in prose.
#[derive(Serialize)]
pub(super) struct Sheet {
    /// Before the ids of the sheet, so that two of them can stand on one page.
    prefix: String,
    /// The form's own page.
    link: Link,
    fields: Vec<Question>,
    /// A register's empty lines; none where it is a sheet of questions.
    lines: Vec<()>,
    signed_by: Vec<Link>,
}

/// One question.
#[derive(Serialize)]
struct Question {
    number: usize,
    ask: Said,
    /// What sort of answer, and between which numbers.
    sort: String,
    /// `text`, `number`, `choice`, …
    shape: String,
    unit: Option<Said>,
    is_required: bool,
    /// More than one box may be ticked.
    is_many: bool,
    choices: Vec<Said>,
    note: Option<Said>,
    used_in: Vec<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let forms = sight.model.forms.items().iter();
    forms
        .filter_map(|form| {
            let mut page = thing::page(sight, &form.head, VIEW.name, |from| shown(from, form))?;
            let is_used = form.fields.iter().any(|field| !field.used_in.is_empty());
            let sections: &[&str] = if is_used {
                &["sheet", "uses"]
            } else {
                &["sheet"]
            };
            section::announce(sight, &mut page, sections);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, form: &Form) -> Shown {
    let sight = &from.sight;
    let minutes = form.minutes_to_fill.as_ref();
    let minutes = minutes.map(|minutes| minutes.value.to_string());
    let sheet = sheet(from, form, String::new());
    let before = form.apply_before.as_ref().map(|before| before.value);
    Shown {
        purpose: said(sight, &form.purpose),
        topics: topics::names(sight, &form.topics),
        direction: topics::directions(sight, &form.direction),
        designed_by: from.links(&form.designed_by),
        filled_by: from.links(&form.filled_by),
        collected_by: from.links(&form.collected_by),
        used_by: from.links(&form.used_by),
        feeds: from.anys(&form.feeds),
        answers: form.answer_to.iter().map(|one| answer(from, one)).collect(),
        every: said::cadence(sight, form.every.as_ref().map(|every| &every.value)),
        apply_before: said::duration(sight, before),
        keep: said::duration(sight, form.keep.as_ref().map(|keep| keep.value)),
        minutes: minutes
            .map(|minutes| said::fill(sight, "form.minutes_words", &[("n", &minutes)]))
            .unwrap_or_default(),
        has_uses: sheet.fields.iter().any(|field| !field.used_in.is_empty()),
        sheet,
    }
}

fn answer(from: &From<'_>, answer: &ModelAnswer) -> Answer {
    Answer {
        who: from.links(&answer.who),
        form: from.maybe(answer.form.as_ref()),
        within: said::duration(
            &from.sight,
            answer.within.as_ref().map(|within| within.value),
        ),
    }
}

/// The sheet of a form with ids that begin with `prefix`.
pub(super) fn sheet(from: &From<'_>, form: &Form, prefix: String) -> Sheet {
    let lines = form.lines.as_ref().map_or(0, |lines| lines.value);
    let lines = usize::try_from(lines.clamp(0, MOST_LINES)).unwrap_or(0);
    Sheet {
        prefix,
        link: from.any(form.head.me),
        fields: form
            .fields
            .iter()
            .enumerate()
            .map(|(at, field)| question(from, field, at + 1))
            .collect(),
        lines: vec![(); lines],
        signed_by: from.links(&form.signed_by),
    }
}

fn question(from: &From<'_>, field: &ModelQuestion, number: usize) -> Question {
    let sight = &from.sight;
    let shape = field
        .sort
        .as_ref()
        .map_or("text", |sort| sort.value.as_str());
    Question {
        number,
        ask: said(sight, &field.ask).unwrap_or_default(),
        sort: sort(sight, field, shape),
        shape: shape.to_owned(),
        unit: said(sight, &field.unit),
        is_required: field.required,
        is_many: shape == "multichoice",
        choices: choices(from, field, shape),
        note: said(sight, &field.note),
        used_in: from.anys(&field.used_in),
    }
}

/// `数字，0至100`: the sort of answer, and between which numbers.
fn sort(sight: &Sight<'_>, field: &ModelQuestion, shape: &str) -> String {
    let word = said::choice(sight, "form.types", shape);
    let least = field.least.as_ref().map(|least| least.value.as_str());
    let most = field.most.as_ref().map(|most| most.value.as_str());
    let (key, least, most) = match (least, most) {
        (None, None) => return word,
        (Some(least), None) => ("form.at_least", least, ""),
        (None, Some(most)) => ("form.at_most", "", most),
        (Some(least), Some(most)) => ("form.between", least, most),
    };
    let blanks = [("sort", word.as_str()), ("least", least), ("most", most)];
    said::fill(sight, key, &blanks)
}

/// The boxes to tick: the field's own choices, those of its scope, yes and no.
fn choices(from: &From<'_>, field: &ModelQuestion, shape: &str) -> Vec<Said> {
    let sight = &from.sight;
    let scope = field.from.as_ref();
    let values = match scope {
        Some(scope) if field.values.is_empty() => &sight.model.scopes[scope.value].values,
        _ => &field.values,
    };
    if values.is_empty() && shape == "yesno" {
        return ["yes", "no"]
            .map(|word| own(said::choice(sight, "form", word)))
            .into();
    }
    values
        .iter()
        .map(|(id, label)| said(sight, label).unwrap_or_else(|| own(id.value.clone())))
        .collect()
}
