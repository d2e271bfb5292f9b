//! The responsibility matrix: areas and duties against roles, a table for each department, so that
//! it fits on paper.

use crate::model::{Area, Department, Duty, Id, Letter, Role};
use crate::views::View;
use crate::views::page::{Common, ContentsItem, Link, Page};
use crate::views::sight::{From, Sight};
use crate::views::url;
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "matrix",
    pages,
};

/// The path of the page.
pub(super) const PATH: &str = "matrix/index";

/// What the page shows.
#[derive(Serialize)]
struct Shown {
    letters: Vec<&'static str>,
    blocks: Vec<Block>,
}

/// The areas of one department.
#[derive(Serialize)]
struct Block {
    /// Its anchor.
    id: String,
    department: Link,
    /// The roles that have a part in its duties, its own first.
    roles: Vec<Column>,
    areas: Vec<AreaRow>,
}

/// The column of a role.
#[derive(Serialize)]
struct Column {
    /// The role's id, by which a reader's own column is found.
    id: String,
    link: Link,
}

/// An area and its duties.
#[derive(Serialize)]
struct AreaRow {
    link: Link,
    /// The weightiest letter of each role in any of its duties.
    cells: Vec<Cell>,
    duties: Vec<DutyRow>,
}

/// A duty.
#[derive(Serialize)]
struct DutyRow {
    link: Link,
    cells: Vec<Cell>,
    /// How many roles bear the A.
    accountable: usize,
}

/// What a role has to do with a row: its letters, the weightiest first.
#[derive(Serialize)]
struct Cell {
    role: String,
    letters: Vec<&'static str>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    if !sight.model.settings.is_handbook {
        return Vec::new();
    }
    let from = sight.from(PATH);
    let blocks = blocks(&from);
    let sections = blocks.iter().map(|block| ContentsItem {
        level: 2,
        id: block.id.clone(),
        text: block.department.name.clone(),
    });
    let mut page = Page::new(sight.address(PATH), sight.language.clone(), VIEW.name);
    page.common = Common {
        title: sight.strings.say("matrix.title").to_owned(),
        kind: "index",
        id: VIEW.name.to_owned(),
        description: sight.strings.say("matrix.about").to_owned(),
        sections: sections.collect(),
        ..Common::default()
    };
    let letters = Letter::ALL.map(Letter::name).to_vec();
    page.view = serde_json::to_value(Shown { letters, blocks }).unwrap_or_default();
    vec![page]
}

/// One for each department that has duties, and one for the areas of none.
fn blocks(from: &From<'_>) -> Vec<Block> {
    let model = from.sight.model;
    let mut blocks: Vec<Block> = model
        .departments
        .iter()
        .filter_map(|(id, department)| {
            let areas = &from.sight.relations.department(id).areas;
            let anchor = url::segment(&department.head.id.value);
            block(from, Some(id), (anchor, from.link(id)), areas)
        })
        .collect();
    let homeless: Vec<Id<Area>> = model
        .areas
        .iter()
        .filter(|(_, area)| area.department.is_empty())
        .map(|(id, _)| id)
        .collect();
    let nobody = Link {
        name: from.sight.strings.say("matrix.homeless").to_owned(),
        href: String::new(),
        kind: "word",
        lang: None,
    };
    blocks.extend(block(
        from,
        None,
        ("no-department".to_owned(), nobody),
        &homeless,
    ));
    blocks
}

fn block(
    from: &From<'_>,
    department: Option<Id<Department>>,
    (id, link): (String, Link),
    areas: &[Id<Area>],
) -> Option<Block> {
    let model = from.sight.model;
    let duties: Vec<&Duty> = areas
        .iter()
        .flat_map(|area| &model.areas[*area].duties)
        .map(|duty| &model.duties[*duty])
        .collect();
    if duties.is_empty() {
        return None;
    }
    let roles = columns(from, department, &duties);
    Some(Block {
        id,
        department: link,
        areas: areas.iter().map(|area| row(from, *area, &roles)).collect(),
        roles: roles
            .iter()
            .map(|role| Column {
                id: model.roles[*role].head.id.value.clone(),
                link: from.link(*role),
            })
            .collect(),
    })
}

/// The roles that bear a letter in some of the duties: those of the department first, then the others.
fn columns(from: &From<'_>, department: Option<Id<Department>>, duties: &[&Duty]) -> Vec<Id<Role>> {
    let roles = &from.sight.model.roles;
    let mut columns: Vec<Id<Role>> = duties
        .iter()
        .flat_map(|duty| Letter::ALL.map(|letter| duty.bearers(letter)))
        .flatten()
        .map(|bearer| bearer.value)
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let is_foreign = |role: &Id<Role>| {
        let own = roles[*role].department.as_ref();
        own.map(|own| own.value) != department
    };
    columns.sort_by_key(is_foreign);
    columns
}

fn row(from: &From<'_>, area: Id<Area>, roles: &[Id<Role>]) -> AreaRow {
    let model = from.sight.model;
    let duties = &model.areas[area].duties;
    let best = |role: Id<Role>| {
        let letters = duties
            .iter()
            .filter_map(|duty| model.duties[*duty].letters(role).first().copied());
        letters.min().into_iter().collect()
    };
    AreaRow {
        link: from.link(area),
        cells: cells(from, roles, best),
        duties: duties
            .iter()
            .map(|id| {
                let duty = &model.duties[*id];
                DutyRow {
                    link: from.link(*id),
                    cells: cells(from, roles, |role| duty.letters(role)),
                    accountable: duty.accountable.len(),
                }
            })
            .collect(),
    }
}

fn cells(
    from: &From<'_>,
    roles: &[Id<Role>],
    letters: impl Fn(Id<Role>) -> Vec<Letter>,
) -> Vec<Cell> {
    roles
        .iter()
        .map(|role| Cell {
            role: from.sight.model.roles[*role].head.id.value.clone(),
            letters: letters(*role).into_iter().map(Letter::name).collect(),
        })
        .collect()
}
