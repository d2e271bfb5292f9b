//! The organisation: every thing typed, every reference followed.
//!
//! Records in, one model out. Nothing is judged here; what could not be followed is kept as a fault.

pub mod arena;
pub mod names;
pub mod reader;
pub mod head;
pub mod department;
pub mod area;
pub mod role;
pub mod scope;
pub mod decision;
pub mod process;
pub mod meeting;
pub mod form;
pub mod service;
pub mod goal;
pub mod growth;
pub mod culture;
pub mod settings;
pub mod cells;
pub mod resolve;
pub mod links;
pub mod relations;

pub use area::{Area, Duty, Letter};
pub use arena::{AnyId, Arena, Entity, Id};
pub use culture::{Page, Policy, Tension, Term};
pub use decision::Decision;
pub use department::Department;
pub use form::Form;
pub use goal::{Budget, Goal};
pub use growth::{Career, Training};
pub use head::Head;
pub use meeting::Meeting;
pub use process::{Process, Step};
pub use relations::Relations;
pub use role::{Person, Role};
pub use scope::Scope;
pub use service::Service;
pub use settings::{Calendar, Settings, Waiver};

use crate::fault::Fault;
use crate::model::links::Prose;
use crate::model::names::Names;
use crate::parse::kinds::Kind;
use crate::parse::record::Record;
use crate::parse::value::Object;
use crate::span::{FilePath, Located};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What a build depends on besides its sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day for which everything is judged.
    pub today: Date,
    /// Whether what only depends on the day is as grave as the rest.
    pub is_strict: bool,
}

/// The kinds that prose and waivers can name.
pub const LINKABLE: &[Kind] = &[
    Kind::Department,
    Kind::Area,
    Kind::Role,
    Kind::Decision,
    Kind::Process,
    Kind::Meeting,
    Kind::Form,
    Kind::Service,
    Kind::Goal,
    Kind::Budget,
    Kind::Training,
    Kind::Career,
    Kind::Policy,
    Kind::Tension,
    Kind::Scope,
    Kind::Page,
    Kind::Term,
    Kind::Duty,
    Kind::Step,
];

/// Everything that the handbook says.
#[derive(Clone, Debug)]
pub struct Model {
    /// The settings.
    pub settings: Settings,
    /// Departments.
    pub departments: Arena<Department>,
    /// Areas.
    pub areas: Arena<Area>,
    /// Duties of all areas.
    pub duties: Arena<Duty>,
    /// Roles.
    pub roles: Arena<Role>,
    /// People.
    pub people: Arena<Person>,
    /// Scopes.
    pub scopes: Arena<Scope>,
    /// Decision tables.
    pub decisions: Arena<Decision>,
    /// Processes.
    pub processes: Arena<Process>,
    /// Steps of all processes.
    pub steps: Arena<Step>,
    /// Meetings.
    pub meetings: Arena<Meeting>,
    /// Forms.
    pub forms: Arena<Form>,
    /// Services.
    pub services: Arena<Service>,
    /// Goals.
    pub goals: Arena<Goal>,
    /// Budgets.
    pub budgets: Arena<Budget>,
    /// Trainings.
    pub trainings: Arena<Training>,
    /// Career paths.
    pub careers: Arena<Career>,
    /// Policies.
    pub policies: Arena<Policy>,
    /// Tensions.
    pub tensions: Arena<Tension>,
    /// Terms.
    pub terms: Arena<Term>,
    /// Plain pages.
    pub pages: Arena<Page>,
    /// Accepted findings.
    pub waivers: Vec<Waiver>,
    /// Days off.
    pub calendar: Calendar,
    /// The sets that this kind of handbook must hold, as written.
    pub profile: Option<Object>,
    /// Ids, names and aliases.
    pub names: Names,
    /// Who refers to whom.
    pub mentions: Vec<(AnyId, Located<AnyId>)>,
    /// What was seen and could not be used.
    pub faults: Vec<Fault>,
    /// Where the links of each file's prose lead.
    pub prose: Arc<FxHashMap<FilePath, Prose>>,
    /// The files.
    pub records: Vec<Arc<Option<Record>>>,
    /// The day for which everything is judged.
    pub today: Date,
    /// Whether what only depends on the day is as grave as the rest.
    pub is_strict: bool,
}

impl Model {
    /// A handbook that says nothing yet.
    pub fn empty(settings: Settings) -> Model {
        Model {
            settings,
            departments: Arena::default(),
            areas: Arena::default(),
            duties: Arena::default(),
            roles: Arena::default(),
            people: Arena::default(),
            scopes: Arena::default(),
            decisions: Arena::default(),
            processes: Arena::default(),
            steps: Arena::default(),
            meetings: Arena::default(),
            forms: Arena::default(),
            services: Arena::default(),
            goals: Arena::default(),
            budgets: Arena::default(),
            trainings: Arena::default(),
            careers: Arena::default(),
            policies: Arena::default(),
            tensions: Arena::default(),
            terms: Arena::default(),
            pages: Arena::default(),
            waivers: Vec::new(),
            calendar: Calendar::default(),
            profile: None,
            names: Names::default(),
            mentions: Vec::new(),
            faults: Vec::new(),
            prose: Arc::default(),
            records: Vec::new(),
            today: Date::constant(2000, 1, 1),
            is_strict: false,
        }
    }

    /// The identity of a thing of any kind that has one.
    pub fn head(&self, thing: AnyId) -> Option<&Head> {
        let at = thing.index as usize;
        macro_rules! of {
            ($arena:ident) => {
                self.$arena.items().get(at).map(|thing| &thing.head)
            };
        }
        match thing.kind {
            Kind::Department => of!(departments),
            Kind::Area => of!(areas),
            Kind::Role => of!(roles),
            Kind::Person => of!(people),
            Kind::Duty => of!(duties),
            Kind::Scope => of!(scopes),
            Kind::Decision => of!(decisions),
            Kind::Process => of!(processes),
            Kind::Step => of!(steps),
            Kind::Meeting => of!(meetings),
            Kind::Form => of!(forms),
            Kind::Service => of!(services),
            Kind::Goal => of!(goals),
            Kind::Budget => of!(budgets),
            Kind::Training => of!(trainings),
            Kind::Career => of!(careers),
            Kind::Policy => of!(policies),
            Kind::Tension => of!(tensions),
            Kind::Term => of!(terms),
            Kind::Page => of!(pages),
            Kind::Calendar | Kind::Waiver | Kind::Settings | Kind::Profile => None,
        }
    }

    /// Every thing of a kind that has an identity, in order.
    pub fn all_of(&self, kind: Kind) -> impl Iterator<Item = &Head> {
        (0u32..).map_while(move |index| self.head(AnyId { kind, index }))
    }
}
