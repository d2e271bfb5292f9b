//! REF-104: things that lead to each other in a circle where only a line or a tree makes sense.

use crate::audit::rule::{Report, Rule};
use crate::finding::Severity;
use crate::model::{AnyId, Entity, Id, Model};
use crate::span::{Located, Span};
use crate::text::{Language, Words};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub(crate) const RULE: Rule = Rule {
    code: "REF-104",
    name: "reference-cycle",
    severity: Severity::Error,
    page: include_str!("reference_cycle.md"),
    check,
};

/// One thing naming another.
struct Arrow {
    from: AnyId,
    to: AnyId,
    place: Span,
}

fn check(model: &Model, report: &mut Report<'_>) {
    tell("cycle-of-bosses", &bosses(model), model, report);
    tell("cycle-of-departments", &parents(model), model, report);
    tell("cycle-of-deputies", &deputies(model), model, report);
    tell("cycle-of-trainings", &trainings(model), model, report);
}

fn bosses(model: &Model) -> Vec<Arrow> {
    let roles = model.roles.iter();
    roles
        .flat_map(|(id, role)| arrows(id, &role.reports_to))
        .collect()
}

fn parents(model: &Model) -> Vec<Arrow> {
    let departments = model.departments.iter();
    departments
        .flat_map(|(id, department)| arrows(id, department.parent.as_slice()))
        .collect()
}

/// Two who stand in for each other are right (AB岗), so pairs make no circle; nor does a role that
/// stands in for itself, which another rule tells.
fn deputies(model: &Model) -> Vec<Arrow> {
    let roles = model.roles.iter();
    let all: Vec<Arrow> = roles
        .flat_map(|(id, role)| arrows(id, &role.deputy))
        .collect();
    let known: BTreeSet<(AnyId, AnyId)> = all.iter().map(|it| (it.from, it.to)).collect();
    all.into_iter()
        .filter(|it| it.from != it.to && !known.contains(&(it.to, it.from)))
        .collect()
}

fn trainings(model: &Model) -> Vec<Arrow> {
    let trainings = model.trainings.iter();
    trainings
        .flat_map(|(id, training)| arrows(id, &training.requires))
        .collect()
}

fn arrows<T: Entity>(from: Id<T>, to: &[Located<Id<T>>]) -> impl Iterator<Item = Arrow> {
    to.iter().map(move |to| Arrow {
        from: from.into(),
        to: to.value.into(),
        place: to.span.clone(),
    })
}

/// One finding for each circle, at its first arrow; the others are notes.
fn tell(message: &str, arrows: &[Arrow], model: &Model, report: &mut Report<'_>) {
    for circle in circles(arrows) {
        let mut path: Vec<Words> = circle.iter().map(|it| name(it.from, model)).collect();
        path.extend(path.first().cloned());
        let zh: Vec<&str> = path.iter().map(|words| words.zh.as_str()).collect();
        let en: Vec<&str> = path.iter().map(|words| words.en.as_str()).collect();
        let path = Words::new(zh.join(" → "), en.join(" → "));
        let Some((first, others)) = circle.split_first() else {
            continue;
        };
        let notes: Vec<(Span, Words)> = others
            .iter()
            .map(|it| (it.place.clone(), step(it, model, report)))
            .collect();
        let finding = report.at(&first.place, message, &[("path", path)]);
        for (place, words) in notes {
            finding.note(&place, words);
        }
    }
}

fn step(arrow: &Arrow, model: &Model, report: &Report<'_>) -> Words {
    let (from, to) = (name(arrow.from, model), name(arrow.to, model));
    report.words("cycle-onward", &[("from", from), ("to", to)])
}

fn name(thing: AnyId, model: &Model) -> Words {
    let Some(head) = model.head(thing) else {
        return Words::new("", "");
    };
    let say = |tag| head.name.say(&Language::new(tag)).to_owned();
    Words::new(say("zh"), say("en"))
}

/// Circles that share no thing, the shortest through each, in order.
fn circles(arrows: &[Arrow]) -> Vec<Vec<&Arrow>> {
    let onward = peeled(arrows);
    let mut told: BTreeSet<AnyId> = BTreeSet::new();
    let mut circles = Vec::new();
    for start in onward.keys() {
        if told.contains(start) {
            continue;
        }
        if let Some(circle) = shortest(*start, &onward, &told) {
            told.extend(circle.iter().map(|it| it.from));
            circles.push(circle);
        }
    }
    circles
}

type Onward<'a> = BTreeMap<AnyId, Vec<&'a Arrow>>;

/// The arrows by where they begin, without those that lead out of every circle: what nothing leads on
/// from is taken away until nothing more can be.
fn peeled(arrows: &[Arrow]) -> Onward<'_> {
    let mut onward: Onward<'_> = BTreeMap::new();
    let mut back: Onward<'_> = BTreeMap::new();
    for arrow in arrows {
        onward.entry(arrow.from).or_default().push(arrow);
        back.entry(arrow.to).or_default().push(arrow);
    }
    let mut left: BTreeMap<AnyId, usize> = onward
        .iter()
        .map(|(from, out)| (*from, out.len()))
        .collect();
    let mut ends: Vec<AnyId> = back
        .keys()
        .filter(|thing| !onward.contains_key(thing))
        .copied()
        .collect();
    while let Some(end) = ends.pop() {
        onward.remove(&end);
        for arrow in back.get(&end).into_iter().flatten() {
            if let Some(count) = left.get_mut(&arrow.from) {
                *count -= 1;
                if *count == 0 {
                    ends.push(arrow.from);
                }
            }
        }
    }
    onward
}

/// The shortest way from `start` back to it that meets nothing of `told`.
fn shortest<'a>(
    start: AnyId,
    onward: &Onward<'a>,
    told: &BTreeSet<AnyId>,
) -> Option<Vec<&'a Arrow>> {
    let mut came: BTreeMap<AnyId, &'a Arrow> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(thing) = queue.pop_front() {
        for arrow in onward.get(&thing).into_iter().flatten() {
            if arrow.to == start {
                return Some(way(start, arrow, &came));
            }
            if !told.contains(&arrow.to) && !came.contains_key(&arrow.to) {
                came.insert(arrow.to, arrow);
                queue.push_back(arrow.to);
            }
        }
    }
    None
}

fn way<'a>(start: AnyId, last: &'a Arrow, came: &BTreeMap<AnyId, &'a Arrow>) -> Vec<&'a Arrow> {
    let mut way = vec![last];
    let mut at = last.from;
    while at != start {
        let Some(arrow) = came.get(&at) else { break };
        way.push(arrow);
        at = arrow.from;
    }
    way.reverse();
    way
}
