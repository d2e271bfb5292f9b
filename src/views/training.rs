//! Trainings, coachings and rotations: for whom, what they give, how they are proven.

use crate::model::Training;
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{self, Said};
use crate::views::sight::{From, Sight};
use crate::views::{thing, topics};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "training",
    pages,
};

/// What the page of a programme shows.
#[derive(Serialize)]
struct Shown {
    mode: String,
    meant_for: Vec<Link>,
    gives: Vec<Said>,
    requires: Vec<Link>,
    host: Option<Link>,
    places: String,
    mentor: Option<Link>,
    length: String,
    every: String,
    proof: Vec<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    sight
        .model
        .trainings
        .items()
        .iter()
        .filter_map(|training| {
            thing::page(sight, &training.head, "training", |from| {
                shown(from, training)
            })
        })
        .collect()
}

fn shown(from: &From<'_>, training: &Training) -> Shown {
    let sight = &from.sight;
    let host = training.host.as_ref();
    let places = host.and_then(|host| host.places.as_ref());
    let places = places.map(|places| places.value.to_string());
    let length = training.length.as_ref().map(|length| length.value);
    Shown {
        mode: training
            .mode
            .as_ref()
            .map(|mode| said::choice(sight, "modes", &mode.value))
            .unwrap_or_default(),
        meant_for: thing::names_or_words(from, &training.meant_for),
        gives: topics::abilities(sight, &training.gives),
        requires: from.links(&training.requires),
        host: from.maybe(host.and_then(|host| host.department.as_ref())),
        places: places
            .map(|places| said::fill(sight, "training.places_words", &[("n", &places)]))
            .unwrap_or_default(),
        mentor: from.maybe(host.and_then(|host| host.mentor.as_ref())),
        length: said::duration(sight, length),
        every: said::cadence(sight, training.every.as_ref().map(|every| &every.value)),
        proof: from.links(&training.proof),
    }
}
