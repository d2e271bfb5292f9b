//! Home of a handbook: the author's own words, then the ways in: by role, by department, by kind.
//! A plain folder has no home of its own making here.

use crate::model::{Department, Id};
use crate::parse::kinds::KINDS;
use crate::views::View;
use crate::views::page::{Common, Link, Page};
use crate::views::said::{Said, said};
use crate::views::sight::{From, Sight};
use crate::views::{index, matrix, section, thing, url};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "home",
    pages,
};

const SECTIONS: &[&str] = &["roles", "departments", "kinds"];

/// What the page shows below the author's words.
#[derive(Serialize)]
struct Shown {
    /// By department; those of none last.
    roles: Vec<Group>,
    departments: Vec<Entry>,
    kinds: Vec<Count>,
    matrix: Link,
    duties: usize,
}

#[derive(Serialize)]
struct Group {
    department: Option<Link>,
    roles: Vec<Link>,
}

#[derive(Serialize)]
struct Entry {
    link: Link,
    mission: Option<Said>,
}

#[derive(Serialize)]
struct Count {
    link: Link,
    count: usize,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    if !sight.model.settings.is_handbook {
        return Vec::new();
    }
    let written = sight.model.pages.items().iter().map(|page| &page.head);
    let written = written
        .filter(|head| url::page_path(&head.id.value) == "index")
        .min_by_key(|head| head.id.value.len());
    let page = written.and_then(|head| thing::page(sight, head, VIEW.name, shown));
    let mut page = page.unwrap_or_else(|| unwritten(sight));
    section::announce(sight, &mut page, SECTIONS);
    vec![page]
}

/// Home where nobody wrote an `index.md`.
fn unwritten(sight: &Sight<'_>) -> Page {
    let from = sight.from("index");
    let mut page = Page::new(sight.address("index"), sight.language.clone(), VIEW.name);
    page.common = Common {
        title: index::site_title(sight),
        kind: "index",
        ..Common::default()
    };
    page.view = serde_json::to_value(shown(&from)).unwrap_or_default();
    page
}

fn shown(from: &From<'_>) -> Shown {
    let model = from.sight.model;
    Shown {
        roles: roles(from),
        departments: model
            .departments
            .iter()
            .map(|(id, department)| Entry {
                link: from.link(id),
                mission: said(&from.sight, &department.mission),
            })
            .collect(),
        kinds: KINDS
            .iter()
            .filter(|row| index::has_index(row))
            .map(|row| Count {
                link: from.index(row.kind),
                count: model.all_of(row.kind).count(),
            })
            .filter(|entry| entry.count > 0)
            .collect(),
        matrix: Link {
            name: from.sight.strings.say("matrix.title").to_owned(),
            href: from.to(matrix::PATH, None),
            kind: "duty",
            lang: None,
        },
        duties: model.duties.len(),
    }
}

fn roles(from: &From<'_>) -> Vec<Group> {
    let model = from.sight.model;
    let homeless = || {
        let roles = model.roles.iter();
        let none = roles.filter(|(_, role)| role.department.is_none());
        none.map(|(id, _)| from.link(id)).collect()
    };
    let of = |department: Option<Id<Department>>| -> Vec<Link> {
        department.map_or_else(homeless, |id| {
            let roles = &from.sight.relations.department(id).roles;
            roles.iter().map(|role| from.link(*role)).collect()
        })
    };
    let departments = model.departments.iter();
    let groups = departments.map(|(id, _)| Some(id)).chain([None]);
    groups
        .map(|department| Group {
            roles: of(department),
            department: department.map(|id| from.link(id)),
        })
        .filter(|group| !group.roles.is_empty())
        .collect()
}
