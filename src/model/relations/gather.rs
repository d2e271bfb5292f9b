//! Gathers the relations, one pass over each kind.
//!
//! Things come in the order of their arenas, so a thing that is named twice stands twice in a row.

use super::{Hand, OfRole, Relations, Say, SayPart, Seat, StepPart, scope_named};
use crate::model::area::Letter;
use crate::model::arena::{AnyId, Entity, Id};
use crate::model::decision::{Decider, Row};
use crate::model::reader::NameOr;
use crate::model::{Decision, Goal, LINKABLE, Model, Role, Step};
use crate::parse::kinds::Kind;
use crate::span::Located;

impl Relations {
    /// Fills lists that are still empty.
    pub(super) fn gather(&mut self, model: &Model) {
        self.departments(model);
        self.roles(model);
        self.people(model);
        self.duties(model);
        self.decisions(model);
        self.steps(model);
        self.meetings(model);
        self.forms(model);
        self.goals(model);
        self.budgets(model);
        self.services(model);
        self.documents(model);
    }

    fn departments(&mut self, model: &Model) {
        for (id, department) in model.departments.iter() {
            if let Some(head) = &department.led_by {
                add(&mut self.roles[head.value.index()].leads, id);
            }
            if let Some(parent) = &department.parent {
                add(&mut self.departments[parent.value.index()].children, id);
            }
            for customer in &department.internal_customers {
                add(&mut self.departments[customer.value.index()].served_by, id);
            }
        }
    }

    fn roles(&mut self, model: &Model) {
        for (id, role) in model.roles.iter() {
            if let Some(department) = &role.department {
                add(&mut self.departments[department.value.index()].roles, id);
            }
            for boss in &role.reports_to {
                add(&mut self.roles[boss.value.index()].reports, id);
            }
            for deputy in &role.deputy {
                add(&mut self.roles[deputy.value.index()].deputises, id);
            }
            for weight in role.pay.iter().flat_map(|pay| &pay.weights) {
                if let Some(goal) = weight.goal {
                    self.goals[goal.index()]
                        .pays
                        .push((id, weight.percent.value));
                }
            }
            for (scope, _) in &role.scope {
                if let Some(scope) = scope_named(model, &scope.value) {
                    add(&mut self.scopes[scope.index()].roles, id);
                }
            }
        }
    }

    fn people(&mut self, model: &Model) {
        for (id, person) in model.people.iter() {
            for (at, holding) in person.holds.iter().enumerate() {
                if let Some(role) = &holding.role {
                    self.roles[role.value.index()].held_by.push((id, at));
                }
            }
        }
    }

    fn duties(&mut self, model: &Model) {
        for (id, area) in model.areas.iter() {
            for department in &area.department {
                add(&mut self.departments[department.value.index()].areas, id);
            }
        }
        for (id, duty) in model.duties.iter() {
            for letter in Letter::ALL {
                for bearer in duty.bearers(letter) {
                    let duties = &mut self.roles[bearer.value.index()].duties;
                    match duties.last_mut() {
                        Some((last, letters)) if *last == id => add(letters, letter),
                        _ => duties.push((id, vec![letter])),
                    }
                }
            }
            for scope in &duty.split {
                add(&mut self.scopes[scope.value.index()].duties, id);
            }
        }
    }

    fn decisions(&mut self, model: &Model) {
        for (id, decision) in model.decisions.iter() {
            for area in &decision.about {
                for department in &model.areas[area.value].department {
                    add(
                        &mut self.departments[department.value.index()].decisions,
                        id,
                    );
                }
            }
            for (at, row) in decision.rows.iter().enumerate() {
                for (part, role) in says(row) {
                    let say = Say {
                        decision: id,
                        row: at,
                        part,
                    };
                    add(&mut self.roles[role.index()].decisions, say);
                }
                let envelope = row.self_approval.as_ref();
                if let Some(budget) = envelope.and_then(|own| own.budget_line.as_ref()) {
                    self.budgets[budget.value.index()].rows.push((id, at));
                }
            }
            let escalation = decision.escalate.as_ref();
            if let Some(to) = escalation.and_then(|escalation| escalation.to.as_ref()) {
                add(&mut self.roles[to.value.index()].escalated, id);
            }
        }
    }

    fn steps(&mut self, model: &Model) {
        for (id, process) in model.processes.iter() {
            for role in &process.supervised_by {
                add(&mut self.roles[role.value.index()].supervises, id);
            }
        }
        for (id, step) in model.steps.iter() {
            let deciders = deciders_of(model, step);
            let parts = [
                (StepPart::Does, &step.who),
                (StepPart::Decides, &deciders),
                (StepPart::Supports, &step.support),
                (StepPart::Consulted, &step.consult),
                (StepPart::Instructed, &step.instructs),
                (StepPart::Informed, &step.inform),
            ];
            self.each(id, &parts, |of| &mut of.steps);
        }
    }

    fn meetings(&mut self, model: &Model) {
        for (id, meeting) in model.meetings.iter() {
            let seats = [
                (Seat::Chairs, &meeting.chair),
                (Seat::Minutes, &meeting.minutes),
                (Seat::Attends, &meeting.attend),
                (Seat::Optional, &meeting.optional),
            ];
            self.each(id, &seats, |of| &mut of.meetings);
        }
    }

    fn forms(&mut self, model: &Model) {
        for (id, form) in model.forms.iter() {
            let hands = [
                (Hand::Fills, &form.filled_by),
                (Hand::Collects, &form.collected_by),
                (Hand::Uses, &form.used_by),
                (Hand::Designs, &form.designed_by),
            ];
            self.each(id, &hands, |of| &mut of.forms);
            for scope in form.fields.iter().filter_map(|field| field.from.as_ref()) {
                add(&mut self.scopes[scope.value.index()].forms, id);
            }
        }
    }

    fn goals(&mut self, model: &Model) {
        for (id, goal) in model.goals.iter() {
            for owner in &goal.owner {
                add(&mut self.roles[owner.value.index()].goals, id);
            }
            for department in goal.department.iter().chain(&goal.shared_by) {
                add(&mut self.departments[department.value.index()].goals, id);
            }
            for above in goal.ladder.iter().filter_map(goal_named) {
                add(&mut self.goals[above.index()].below, id);
            }
            for other in &goal.conflicts_with {
                self.conflict(id, other.value);
                self.conflict(other.value, id);
            }
        }
    }

    fn budgets(&mut self, model: &Model) {
        for (id, budget) in model.budgets.iter() {
            for owner in &budget.owner {
                add(&mut self.roles[owner.value.index()].budgets, id);
            }
            for controller in &budget.controller {
                add(&mut self.roles[controller.value.index()].controls, id);
            }
            for goal in &budget.goal {
                add(&mut self.goals[goal.value.index()].budgets, id);
            }
        }
    }

    fn conflict(&mut self, one: Id<Goal>, other: Id<Goal>) {
        let conflicts = &mut self.goals[one.index()].conflicts;
        if one != other && !conflicts.contains(&other) {
            conflicts.push(other);
        }
    }

    fn services(&mut self, model: &Model) {
        for (id, service) in model.services.iter() {
            for provider in &service.provider {
                add(&mut self.departments[provider.value.index()].gives, id);
            }
            for customer in &service.customer {
                add(&mut self.departments[customer.value.index()].gets, id);
            }
            for contact in &service.contact {
                add(&mut self.roles[contact.value.index()].contact_for, id);
            }
        }
    }

    /// Who keeps which page. A goal's owner answers for the goal, a budget's may spend it.
    fn documents(&mut self, model: &Model) {
        let kinds = LINKABLE.iter().copied();
        let documents = kinds
            .filter(|kind| !matches!(kind, Kind::Duty | Kind::Step | Kind::Goal | Kind::Budget));
        for head in documents.flat_map(|kind| model.all_of(kind)) {
            if let Some(owner) = &head.control.owner {
                add(&mut self.roles[owner.value.index()].keeps, head.me);
            }
            if let Some(approver) = &head.control.approved_by {
                add(&mut self.roles[approver.value.index()].approves, head.me);
            }
        }
    }

    /// Gives each role its parts in `thing`, in the order of `parts`.
    fn each<T: Entity, P: Copy + PartialEq>(
        &mut self,
        thing: Id<T>,
        parts: &[(P, &Vec<Located<Id<Role>>>)],
        list: impl Fn(&mut OfRole) -> &mut Vec<(Id<T>, P)>,
    ) {
        for (part, roles) in parts {
            for role in *roles {
                add(list(&mut self.roles[role.value.index()]), (thing, *part));
            }
        }
    }
}

/// Who decides a step for which nobody but a table is named.
fn deciders_of(model: &Model, step: &Step) -> Vec<Located<Id<Role>>> {
    let mut deciders = Vec::new();
    if let (true, Some(decision)) = (step.who.is_empty(), &step.decision) {
        let mut seen = Vec::new();
        deciders_in(model, decision.value, &mut seen, &mut deciders);
    }
    deciders
}

/// Adds the deciders of a table and of the tables that answer in its place, each table and role once.
fn deciders_in(
    model: &Model,
    table: Id<Decision>,
    seen: &mut Vec<Id<Decision>>,
    deciders: &mut Vec<Located<Id<Role>>>,
) {
    if seen.contains(&table) {
        return;
    }
    seen.push(table);
    for row in &model.decisions[table].rows {
        if let Some(decider) = &row.decide
            && let Decider::Role(role) = decider.value
            && !deciders.iter().any(|known| known.value == role)
        {
            deciders.push(decider.with(role));
        }
        if let Some(other) = &row.uses {
            deciders_in(model, other.value, seen, deciders);
        }
    }
}

/// Who says what in a row, the decider first.
fn says(row: &Row) -> Vec<(SayPart, Id<Role>)> {
    let mut says = Vec::new();
    if let Some(Located {
        value: Decider::Role(role),
        ..
    }) = &row.decide
    {
        says.push((SayPart::Decides, *role));
    }
    for (part, roles) in [
        (SayPart::Agrees, &row.agree),
        (SayPart::Proposes, &row.propose),
        (SayPart::Performs, &row.perform),
        (SayPart::Records, &row.record),
    ] {
        says.extend(roles.iter().map(|role| (part, role.value)));
    }
    says
}

fn goal_named(name: &Located<NameOr>) -> Option<Id<Goal>> {
    match &name.value {
        NameOr::Thing(thing) => AnyId::of(*thing),
        NameOr::Word(_) => None,
    }
}

/// Adds what was not just added.
fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if list.last() != Some(&item) {
        list.push(item);
    }
}
