//! What belongs to what: the departments that a thing has its home in, and the things that name another.
//!
//! Asked before the links of prose are folded in, so that only what fields say counts.

use crate::model::Organisation;
use crate::model::arena::{AnyId, Id};
use crate::model::department::Department;
use crate::model::role::Role;
use crate::parse::kinds::Kind;
use crate::span::Located;
use rustc_hash::FxHashSet;

/// Those of `all` that belong to `of`, in their order.
///
/// To a department belongs what has its home there; to anything else what names it in a field, and
/// what stands inside it.
pub fn of(model: &Organisation, of: AnyId, all: impl Iterator<Item = AnyId>) -> Vec<AnyId> {
    if let Some(department) = of.of::<Department>() {
        return all
            .filter(|thing| homes(model, *thing).contains(&department))
            .collect();
    }
    let naming: FxHashSet<AnyId> = model
        .own_mentions
        .iter()
        .filter(|(_, to)| to.value == of)
        .map(|(from, _)| *from)
        .collect();
    all.filter(|thing| naming.contains(thing) || outer(model, *thing) == Some(of))
        .collect()
}

/// What a duty or a step stands in.
fn outer(model: &Organisation, thing: AnyId) -> Option<AnyId> {
    let at = thing.index as usize;
    match thing.kind {
        Kind::Duty => model.duties.items().get(at).map(|duty| duty.area.into()),
        Kind::Step => model.steps.items().get(at).map(|step| step.process.into()),
        _ => None,
    }
}

/// The departments in which a thing has its home: whose it is said to be, else where those sit who do it,
/// else where its owner sits.
pub fn homes(model: &Organisation, thing: AnyId) -> Vec<Id<Department>> {
    let said = said_homes(model, thing);
    if !said.is_empty() {
        return said;
    }
    let owner = model
        .head(thing)
        .and_then(|head| head.control.owner.as_ref());
    sat_in(model, owner)
}

fn said_homes(model: &Organisation, thing: AnyId) -> Vec<Id<Department>> {
    let at = thing.index as usize;
    macro_rules! of {
        ($arena:ident, $read:expr) => {
            model.$arena.items().get(at).map($read).unwrap_or_default()
        };
    }
    match thing.kind {
        Kind::Department => of!(departments, |it| plain(&it.parent)),
        Kind::Area => of!(areas, |it| plain(&it.department)),
        Kind::Duty => of!(duties, |it| plain(&model.areas[it.area].department)),
        Kind::Role => of!(roles, |it| plain(&it.department)),
        Kind::Person => of!(people, |it| sat_in(
            model,
            it.holds.iter().filter_map(|holding| holding.role.as_ref())
        )),
        Kind::Decision => of!(decisions, |it| it
            .about
            .iter()
            .flat_map(|area| plain(&model.areas[area.value].department))
            .collect()),
        Kind::Process => of!(processes, |it| {
            let who = it.steps.iter().flat_map(|step| &model.steps[*step].who);
            sat_in(model, who)
        }),
        Kind::Step => of!(steps, |it| sat_in(model, &it.who)),
        Kind::Meeting => of!(meetings, |it| sat_in(
            model,
            it.chair.iter().chain(&it.attend)
        )),
        Kind::Form => of!(forms, |it| sat_in(model, &it.filled_by)),
        Kind::Service => of!(services, |it| plain(&it.provider)),
        Kind::Goal => of!(goals, |it| {
            let mut homes = plain(it.department.iter().chain(&it.shared_by));
            homes.extend(sat_in(model, &it.owner));
            homes
        }),
        Kind::Budget => of!(budgets, |it| sat_in(model, &it.owner)),
        Kind::Training => of!(trainings, |it| plain(
            it.host.as_ref().and_then(|host| host.department.as_ref())
        )),
        Kind::Tension => of!(tensions, |it| plain(&it.between)),
        _ => Vec::new(),
    }
}

fn plain<'a>(
    departments: impl IntoIterator<Item = &'a Located<Id<Department>>>,
) -> Vec<Id<Department>> {
    departments.into_iter().map(|found| found.value).collect()
}

/// Where roles sit, in their order, each department once.
pub fn sat_in<'a>(
    model: &Organisation,
    roles: impl IntoIterator<Item = &'a Located<Id<Role>>>,
) -> Vec<Id<Department>> {
    let mut homes = Vec::new();
    for role in roles {
        let home = model.roles[role.value].department.as_ref();
        if let Some(home) = home.map(|home| home.value)
            && !homes.contains(&home)
        {
            homes.push(home);
        }
    }
    homes
}
