//! The page of a department: why it exists, whom it serves, who works in it, what it answers for.

use crate::model::{Area, Department, Goal, Id, Role, Service};
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{Said, said};
use crate::views::section;
use crate::views::sight::{From, Sight};
use crate::views::thing;
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "department",
    pages,
};

const SECTIONS: &[&str] = &["roles", "areas", "goals", "services", "decisions"];

/// Kinds whose things the page lists itself.
const LISTED: &[&str] = &["department", "role", "area", "goal", "service"];

/// What the page shows.
#[derive(Serialize)]
struct Shown {
    mission: Option<Said>,
    /// The role that leads it.
    head: Vec<Link>,
    parent: Vec<Link>,
    children: Vec<Link>,
    /// Departments that it serves.
    serves: Vec<Link>,
    served_by: Vec<Link>,
    roles: Vec<Member>,
    areas: Vec<Duties>,
    goals: Vec<Aim>,
    gives: Vec<Promise>,
    gets: Vec<Promise>,
    decisions: Vec<Link>,
}

/// A role of the department.
#[derive(Serialize)]
struct Member {
    link: Link,
    purpose: Option<Said>,
    /// It leads the department.
    is_head: bool,
}

/// An area of the department.
#[derive(Serialize)]
struct Duties {
    link: Link,
    duties: Vec<Duty>,
}

/// A duty and who answers for it.
#[derive(Serialize)]
struct Duty {
    link: Link,
    accountable: Vec<Link>,
}

/// A goal of the department.
#[derive(Serialize)]
struct Aim {
    link: Link,
    target: Option<Said>,
    owner: Vec<Link>,
    /// The departments that share it.
    shared_by: Vec<Link>,
}

/// A promise by or to the department.
#[derive(Serialize)]
struct Promise {
    link: Link,
    says: Option<Said>,
    /// Who promises, or to whom.
    other: Vec<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    sight
        .model
        .departments
        .iter()
        .filter_map(|(id, department)| {
            let mut page = thing::page(sight, &department.head, VIEW.name, |from| {
                shown(from, id, department)
            })?;
            section::announce(sight, &mut page, SECTIONS);
            section::lists_itself(&mut page, LISTED);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, id: Id<Department>, department: &Department) -> Shown {
    let sight = &from.sight;
    let of = sight.relations.department(id);
    let link = |ids: &[Id<Department>]| ids.iter().map(|id| from.link(*id)).collect();
    Shown {
        mission: said(sight, &department.mission),
        head: from.maybe(department.led_by.as_ref()).into_iter().collect(),
        parent: from.maybe(department.parent.as_ref()).into_iter().collect(),
        children: link(&of.children),
        serves: from.links(&department.internal_customers),
        served_by: link(&of.served_by),
        roles: members(from, department, &of.roles),
        areas: of.areas.iter().map(|area| duties(from, *area)).collect(),
        goals: of.goals.iter().map(|goal| aim(from, *goal)).collect(),
        gives: promises(from, &of.gives, |service| from.links(&service.customer)),
        gets: promises(from, &of.gets, |service| from.links(&service.provider)),
        decisions: of.decisions.iter().map(|table| from.link(*table)).collect(),
    }
}

/// The head first, the others as written.
fn members(from: &From<'_>, department: &Department, roles: &[Id<Role>]) -> Vec<Member> {
    let head = department.led_by.as_ref().map(|head| head.value);
    let mut members: Vec<Member> = roles
        .iter()
        .map(|role| Member {
            link: from.link(*role),
            purpose: said(&from.sight, &from.sight.model.roles[*role].purpose),
            is_head: Some(*role) == head,
        })
        .collect();
    members.sort_by_key(|member| !member.is_head);
    members
}

fn duties(from: &From<'_>, area: Id<Area>) -> Duties {
    let model = from.sight.model;
    Duties {
        link: from.link(area),
        duties: model.areas[area]
            .duties
            .iter()
            .map(|duty| Duty {
                link: from.link(*duty),
                accountable: from.links(&model.duties[*duty].accountable),
            })
            .collect(),
    }
}

fn aim(from: &From<'_>, id: Id<Goal>) -> Aim {
    let goal = &from.sight.model.goals[id];
    Aim {
        link: from.link(id),
        target: said(&from.sight, &goal.target),
        owner: from.links(&goal.owner),
        shared_by: from.links(&goal.shared_by),
    }
}

fn promises(
    from: &From<'_>,
    services: &[Id<Service>],
    other: impl Fn(&Service) -> Vec<Link>,
) -> Vec<Promise> {
    services
        .iter()
        .map(|id| {
            let service = &from.sight.model.services[*id];
            Promise {
                link: from.link(*id),
                says: said(&from.sight, &service.promise),
                other: other(service),
            }
        })
        .collect()
}
