//! Tensions: what each side says, in its own words, and what answers it.

use crate::model::Tension;
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{self, Said, said};
use crate::views::sight::{From, Sight};
use crate::views::{section, thing};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "tension",
    pages,
};

/// What the page of a tension shows.
#[derive(Serialize)]
struct Shown {
    between: Vec<Link>,
    voices: Vec<Voice>,
    causes: Vec<String>,
    answers: Vec<Link>,
}

/// What one side says.
#[derive(Serialize)]
struct Voice {
    department: Option<Link>,
    /// Whose voice it is, as written, where that is no department.
    written: String,
    says: Said,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let tensions = sight.model.tensions.items().iter();
    tensions
        .filter_map(|tension| {
            let mut page =
                thing::page(sight, &tension.head, VIEW.name, |from| shown(from, tension))?;
            section::announce(sight, &mut page, &["voices", "answers"]);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, tension: &Tension) -> Shown {
    let sight = &from.sight;
    Shown {
        between: from.links(&tension.between),
        voices: tension
            .says
            .iter()
            .filter_map(|(written, department, words)| {
                Some(Voice {
                    department: department.map(|department| from.link(department)),
                    written: written.value.clone(),
                    says: said(sight, words)?,
                })
            })
            .collect(),
        causes: tension
            .cause
            .iter()
            .map(|cause| said::choice(sight, "tension.causes", &cause.value))
            .collect(),
        answers: from.anys(&tension.answer),
    }
}
