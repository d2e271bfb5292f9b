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
pub mod belonging;
pub mod directives;
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
use crate::memo::{Digest, Memo, Remembered};
use crate::model::links::Prose;
use crate::model::names::Names;
use crate::parse::kinds::Kind;
use crate::parse::record::{Record, Setup};
use crate::parse::value::Object;
use crate::span::{FilePath, Located};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
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

/// Everything that the handbook says, its prose left out: what follows from headers and lists alone.
#[derive(Clone, Debug)]
pub struct Organisation {
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
    /// Who refers to whom in headers and lists.
    pub own_mentions: Vec<(AnyId, Located<AnyId>)>,
    /// What could not be followed in headers and lists.
    pub own_faults: Vec<Fault>,
    /// The thing that each page's file holds.
    pub by_file: FxHashMap<FilePath, AnyId>,
    /// The day for which everything is judged.
    pub today: Date,
    /// Whether what only depends on the day is as grave as the rest.
    pub is_strict: bool,
}

/// What a model is made from.
pub struct Input<'a> {
    /// The files read.
    pub records: Vec<Arc<Option<Record>>>,
    /// What their reading depended on.
    pub setup: &'a Setup,
    /// What else a build depends on.
    pub options: &'a Options,
    /// The files that are handed on as they are.
    pub assets: &'a BTreeSet<FilePath>,
}

/// What the making of a model remembers for the next.
#[derive(Debug, Default)]
pub struct Memos {
    /// The organisation, by all headers and lists.
    pub organisation: Remembered<Organisation>,
    /// Where the prose of each file leads.
    pub prose: Memo<Prose>,
}

/// The whole model: the organisation, and the prose about it.
#[derive(Clone, Debug)]
pub struct Model {
    /// What follows from headers and lists.
    pub organisation: Arc<Organisation>,
    /// Digest of all that it was made from.
    pub key: Digest,
    /// The files, in the order of their paths.
    pub records: Vec<Arc<Option<Record>>>,
    /// Where the links of each file's prose lead, in the order of the files.
    pub prose: Vec<Arc<Prose>>,
    /// What was seen and could not be used, anywhere.
    pub faults: Vec<Fault>,
}

impl std::ops::Deref for Model {
    type Target = Organisation;
    fn deref(&self) -> &Organisation {
        &self.organisation
    }
}

impl Model {
    /// Reads the organisation out of the files, or takes what is remembered of the very same headers and
    /// lists, and follows the prose.
    pub fn new(input: Input<'_>, memos: &Memos) -> (Model, Memos) {
        let Input {
            records,
            setup,
            options,
            assets,
        } = input;
        let key = resolve::key(&records, setup, options);
        let (organisation, remembered) = memos
            .organisation
            .get(key, || resolve::resolve(&records, setup, options));
        let mut model = Model {
            faults: organisation.own_faults.clone(),
            organisation,
            key,
            records,
            prose: Vec::new(),
        };
        let prose = links::follow(&mut model, assets, &memos.prose);
        for record in model
            .records
            .iter()
            .filter_map(|record| record.as_ref().as_ref())
        {
            model.faults.extend(record.faults.iter().cloned());
        }
        for prose in &model.prose {
            model.faults.extend(prose.faults.iter().cloned());
        }
        let memos = Memos {
            organisation: remembered,
            prose,
        };
        (model, memos)
    }

    /// Who refers to whom, anywhere.
    pub fn mentions(&self) -> impl Iterator<Item = &(AnyId, Located<AnyId>)> {
        let in_prose = self.prose.iter().flat_map(|prose| &prose.mentions);
        self.own_mentions.iter().chain(in_prose)
    }

    /// The file at this place among the files.
    pub fn record(&self, at: usize) -> Option<&Record> {
        self.records.get(at)?.as_ref().as_ref()
    }
}

impl Organisation {
    /// A handbook that says nothing yet.
    pub fn empty(settings: Settings) -> Organisation {
        Organisation {
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
            own_mentions: Vec::new(),
            own_faults: Vec::new(),
            by_file: FxHashMap::default(),
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
