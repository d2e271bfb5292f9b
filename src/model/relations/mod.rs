//! What follows from what was written: who stands in for whom, what each role has a hand in, what
//! belongs to each department.
//!
//! The model in, one value out, computed once per build. Nothing here is written by hand anywhere, and
//! nothing is judged: two bearers of one letter are both listed.

mod gather;

use crate::model::area::Letter;
use crate::model::arena::{AnyId, Arena, Id};
use crate::model::{
    Area, Budget, Decision, Department, Duty, Form, Goal, Meeting, Model, Person, Process, Role,
    Scope, Service, Step,
};

/// The derived relations of a whole model. Its lists are in the order of the model's arenas.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    roles: Vec<OfRole>,
    departments: Vec<OfDepartment>,
    goals: Vec<OfGoal>,
    budgets: Vec<OfBudget>,
    scopes: Vec<OfScope>,
    unknown: Unknown,
}

/// What is known of a thing of another model: nothing.
#[derive(Clone, Debug, Default)]
struct Unknown {
    role: OfRole,
    department: OfDepartment,
    goal: OfGoal,
    budget: OfBudget,
    scope: OfScope,
}

/// What a role has a hand in.
#[derive(Clone, Debug, Default)]
pub struct OfRole {
    /// The roles that report to it.
    pub reports: Vec<Id<Role>>,
    /// The roles for which it stands in.
    pub deputises: Vec<Id<Role>>,
    /// The departments that it leads.
    pub leads: Vec<Id<Department>>,
    /// Who holds it, and which of the person's holdings that is.
    pub held_by: Vec<(Id<Person>, usize)>,
    /// Duties in which it bears letters, the weightiest letter first.
    pub duties: Vec<(Id<Duty>, Vec<Letter>)>,
    /// Its part in rows of decision tables.
    pub decisions: Vec<Say>,
    /// Decision tables whose late answers come to it.
    pub escalated: Vec<Id<Decision>>,
    /// Steps in which it has a part; several parts in one step stand side by side.
    pub steps: Vec<(Id<Step>, StepPart)>,
    /// Processes that it watches over.
    pub supervises: Vec<Id<Process>>,
    /// Meetings in which it has a seat; several seats in one meeting stand side by side.
    pub meetings: Vec<(Id<Meeting>, Seat)>,
    /// Forms that pass through its hands.
    pub forms: Vec<(Id<Form>, Hand)>,
    /// Goals that it answers for.
    pub goals: Vec<Id<Goal>>,
    /// Budgets that it may spend.
    pub budgets: Vec<Id<Budget>>,
    /// Budgets that it watches.
    pub controls: Vec<Id<Budget>>,
    /// Service promises for which one turns to it.
    pub contact_for: Vec<Id<Service>>,
    /// Pages that it keeps right.
    pub keeps: Vec<AnyId>,
    /// Pages that it puts in force.
    pub approves: Vec<AnyId>,
}

/// A role's part in one row of a decision table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Say {
    /// The table.
    pub decision: Id<Decision>,
    /// The row, from 0.
    pub row: usize,
    /// What it does there.
    pub part: SayPart,
}

/// What a role does in a row of a decision table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SayPart {
    /// Decides.
    Decides,
    /// Must agree.
    Agrees,
    /// Proposes.
    Proposes,
    /// Carries it out.
    Performs,
    /// Keeps the record.
    Records,
}

/// A role's part in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepPart {
    /// Does it.
    Does,
    /// Decides some case of the table that decides it, directly or through another table.
    Decides,
    /// Helps.
    Supports,
    /// Is asked before.
    Consulted,
    /// Is directed by it.
    Instructed,
    /// Is told after.
    Informed,
}

/// A role's seat in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seat {
    /// Leads it.
    Chairs,
    /// Writes the minutes.
    Minutes,
    /// Must be there.
    Attends,
    /// May be there.
    Optional,
}

/// What a role does with a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hand {
    /// Fills it in.
    Fills,
    /// Collects it.
    Collects,
    /// Uses it.
    Uses,
    /// Designed it.
    Designs,
}

/// What belongs to a department.
#[derive(Clone, Debug, Default)]
pub struct OfDepartment {
    /// Departments below it.
    pub children: Vec<Id<Department>>,
    /// Departments that serve it.
    pub served_by: Vec<Id<Department>>,
    /// Its roles.
    pub roles: Vec<Id<Role>>,
    /// Its areas.
    pub areas: Vec<Id<Area>>,
    /// Goals that are its own or that it shares.
    pub goals: Vec<Id<Goal>>,
    /// What it promises.
    pub gives: Vec<Id<Service>>,
    /// What is promised to it.
    pub gets: Vec<Id<Service>>,
    /// Decision tables about its areas.
    pub decisions: Vec<Id<Decision>>,
}

/// What hangs on a goal.
#[derive(Clone, Debug, Default)]
pub struct OfGoal {
    /// The goals that serve it.
    pub below: Vec<Id<Goal>>,
    /// Goals that pull the other way, whichever of the two says so.
    pub conflicts: Vec<Id<Goal>>,
    /// The roles paid by it, and the percentage of their variable pay.
    pub pays: Vec<(Id<Role>, i64)>,
    /// The money set aside for it.
    pub budgets: Vec<Id<Budget>>,
}

/// What spends a budget.
#[derive(Clone, Debug, Default)]
pub struct OfBudget {
    /// The rows of decision tables that name it: table and row, from 0.
    pub rows: Vec<(Id<Decision>, usize)>,
}

/// What a scope divides.
#[derive(Clone, Debug, Default)]
pub struct OfScope {
    /// The duties split by it.
    pub duties: Vec<Id<Duty>>,
    /// The roles whose seats divide it.
    pub roles: Vec<Id<Role>>,
    /// The forms that ask for it.
    pub forms: Vec<Id<Form>>,
}

impl Relations {
    /// All of them.
    pub fn of(model: &Model) -> Relations {
        let mut all = Relations {
            roles: empty(&model.roles),
            departments: empty(&model.departments),
            goals: empty(&model.goals),
            budgets: empty(&model.budgets),
            scopes: empty(&model.scopes),
            unknown: Unknown::default(),
        };
        all.gather(model);
        all
    }

    /// Those of a role; none where it is of another model.
    pub fn role(&self, role: Id<Role>) -> &OfRole {
        self.roles.get(role.index()).unwrap_or(&self.unknown.role)
    }

    /// Those of a department; none where it is of another model.
    pub fn department(&self, department: Id<Department>) -> &OfDepartment {
        self.departments
            .get(department.index())
            .unwrap_or(&self.unknown.department)
    }

    /// Those of a goal; none where it is of another model.
    pub fn goal(&self, goal: Id<Goal>) -> &OfGoal {
        self.goals.get(goal.index()).unwrap_or(&self.unknown.goal)
    }

    /// Those of a budget; none where it is of another model.
    pub fn budget(&self, budget: Id<Budget>) -> &OfBudget {
        self.budgets
            .get(budget.index())
            .unwrap_or(&self.unknown.budget)
    }

    /// Those of a scope; none where it is of another model.
    pub fn scope(&self, scope: Id<Scope>) -> &OfScope {
        self.scopes
            .get(scope.index())
            .unwrap_or(&self.unknown.scope)
    }
}

/// The scope that a key of an author's `scope:` means: by id, or by name in any language.
pub fn scope_named(model: &Model, word: &str) -> Option<Id<Scope>> {
    let is_meant = |scope: &Scope| {
        let name = &scope.head.name;
        scope.head.id.value == word
            || name.master == word
            || name.others.values().any(|other| other == word)
    };
    model
        .scopes
        .iter()
        .find(|(_, scope)| is_meant(scope))
        .map(|(id, _)| id)
}

fn empty<T, R: Clone + Default>(arena: &Arena<T>) -> Vec<R> {
    vec![R::default(); arena.len()]
}
