//! The page of an area: what it is made of, and its duties with who has which letter in each.

use crate::model::{Area, Duty, Letter};
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{Said, own, said};
use crate::views::section;
use crate::views::sight::{From, Sight};
use crate::views::{thing, url};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "area",
    pages,
};

/// What the page shows.
#[derive(Serialize)]
struct Shown {
    department: Vec<Link>,
    parts: Vec<Said>,
    duties: Vec<Row>,
    /// Some duty is divided among several seats.
    has_split: bool,
}

/// One duty.
#[derive(Serialize)]
struct Row {
    /// Its anchor.
    id: String,
    name: Said,
    /// `plan`, `do`, `check` or nothing.
    phase: String,
    letters: Vec<Bearers>,
    output: Vec<Link>,
    split: Vec<Link>,
}

/// Who bears a letter.
#[derive(Serialize)]
struct Bearers {
    letter: &'static str,
    roles: Vec<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    sight
        .model
        .areas
        .items()
        .iter()
        .filter_map(|area| {
            let mut page = thing::page(sight, &area.head, VIEW.name, |from| shown(from, area))?;
            section::announce(sight, &mut page, &["duties"]);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, area: &Area) -> Shown {
    let sight = &from.sight;
    let duties = || area.duties.iter().map(|duty| &sight.model.duties[*duty]);
    Shown {
        department: from.links(&area.department),
        parts: area
            .parts
            .iter()
            .filter_map(|part| said(sight, &part.value))
            .collect(),
        duties: duties().map(|duty| row(from, duty)).collect(),
        has_split: duties().any(|duty| !duty.split.is_empty()),
    }
}

fn row(from: &From<'_>, duty: &Duty) -> Row {
    let id = &duty.head.id.value;
    Row {
        id: url::segment(id),
        name: said(&from.sight, &duty.head.name).unwrap_or_else(|| own(id.clone())),
        phase: duty
            .phase
            .as_ref()
            .map(|phase| phase.value.clone())
            .unwrap_or_default(),
        letters: Letter::ALL
            .into_iter()
            .map(|letter| Bearers {
                letter: letter.name(),
                roles: from.links(duty.bearers(letter)),
            })
            .collect(),
        output: from.links(&duty.output),
        split: from.links(&duty.split),
    }
}
