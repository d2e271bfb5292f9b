//! Career paths: the moves from role to role, what each asks for and who decides it.

use crate::model::growth::Move as ModelMove;
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said;
use crate::views::sight::{From, Sight};
use crate::views::{section, thing};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "career",
    pages,
};

/// What the page of a career path shows.
#[derive(Serialize)]
struct Shown {
    moves: Vec<Move>,
}

/// One move.
#[derive(Serialize)]
struct Move {
    from: Vec<Link>,
    to: Vec<Link>,
    /// Programmes to have done.
    programmes: Vec<Link>,
    /// Months to have worked, as sentences.
    months: Vec<String>,
    decided_by: Option<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let careers = sight.model.careers.items().iter();
    careers
        .filter_map(|career| {
            let moves =
                |from: &From<'_>| career.moves.iter().map(|one| one_move(from, one)).collect();
            let view = |from: &From<'_>| Shown { moves: moves(from) };
            let mut page = thing::page(sight, &career.head, VIEW.name, view)?;
            section::announce(sight, &mut page, &["moves"]);
            Some(page)
        })
        .collect()
}

fn one_move(from: &From<'_>, moved: &ModelMove) -> Move {
    let months = [
        ("career.months_in_role", &moved.months_in_role),
        ("career.sales_months", &moved.sales_months),
    ];
    Move {
        from: from.links(&moved.from),
        to: from.links(&moved.to),
        programmes: from.anys(&moved.programmes),
        months: months
            .into_iter()
            .filter_map(|(key, count)| Some((key, count.as_ref()?.value.to_string())))
            .map(|(key, count)| said::fill(&from.sight, key, &[("n", &count)]))
            .collect(),
        decided_by: from.maybe(moved.decided_by.as_ref()),
    }
}
