//! Service promises: what one department may count on from another.

use crate::model::Service;
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{self, Said, said};
use crate::views::sight::{From, Sight};
use crate::views::thing;
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "service",
    pages,
};

/// What the page of a promise shows.
#[derive(Serialize)]
struct Shown {
    promise: Option<Said>,
    provider: Vec<Link>,
    customer: Vec<Link>,
    within: String,
    measured_by: Vec<Link>,
    contact: Vec<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    sight
        .model
        .services
        .items()
        .iter()
        .filter_map(|service| {
            thing::page(sight, &service.head, "service", |from| shown(from, service))
        })
        .collect()
}

fn shown(from: &From<'_>, service: &Service) -> Shown {
    let within = service.within.as_ref().map(|within| within.value);
    Shown {
        promise: said(&from.sight, &service.promise),
        provider: from.links(&service.provider),
        customer: from.links(&service.customer),
        within: said::duration(&from.sight, within),
        measured_by: from.anys(&service.measured_by),
        contact: from.links(&service.contact),
    }
}
