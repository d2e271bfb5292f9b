//! An area of one department, and its duties, as meant.

use crate::model::arena::{Entity, Id};
use crate::model::department::Department;
use crate::model::form::Form;
use crate::model::head::Head;
use crate::model::reader::Reader;
use crate::model::role::Role;
use crate::model::scope::Scope;
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::text::Localized;

/// A business capability (`ArchiMate`) that one department answers for.
#[derive(Clone, Debug)]
pub struct Area {
    /// Identity.
    pub head: Head,
    /// Whose it is; several when an author wrote so, which is for the audit to judge.
    pub department: Vec<Located<Id<Department>>>,
    /// What it is made of.
    pub parts: Vec<Located<Localized>>,
    /// Its duties, in order.
    pub duties: Vec<Id<Duty>>,
}

/// An ongoing activity and the letters of those who share it (RASCI).
#[derive(Clone, Debug)]
pub struct Duty {
    /// Identity.
    pub head: Head,
    /// The area it stands in.
    pub area: Id<Area>,
    /// A: answers for it.
    pub accountable: Vec<Located<Id<Role>>>,
    /// R: carries it out.
    pub responsible: Vec<Located<Id<Role>>>,
    /// S: helps.
    pub supports: Vec<Located<Id<Role>>>,
    /// C: is asked before.
    pub consulted: Vec<Located<Id<Role>>>,
    /// I: is told after.
    pub informed: Vec<Located<Id<Role>>>,
    /// `plan`, `do` or `check`.
    pub phase: Option<Located<String>>,
    /// By what it is divided among several seats.
    pub split: Vec<Located<Id<Scope>>>,
    /// The record that shows it was done.
    pub output: Vec<Located<Id<Form>>>,
}

/// A role's part in a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Letter {
    /// Accountable: 负总责.
    A,
    /// Responsible: 执行.
    R,
    /// Support: 配合.
    S,
    /// Consulted: 征询.
    C,
    /// Informed: 知会.
    I,
}

impl Letter {
    /// All letters, the weightiest first.
    pub const ALL: [Letter; 5] = [Letter::A, Letter::R, Letter::S, Letter::C, Letter::I];

    /// The letter itself.
    pub fn name(self) -> &'static str {
        match self {
            Letter::A => "A",
            Letter::R => "R",
            Letter::S => "S",
            Letter::C => "C",
            Letter::I => "I",
        }
    }
}

impl Entity for Area {
    const KIND: Kind = Kind::Area;
}
impl Entity for Duty {
    const KIND: Kind = Kind::Duty;
}

impl Area {
    /// Reads one; its duties are read by themselves.
    pub fn read(head: Head, reader: &mut Reader<'_>, duties: Vec<Id<Duty>>) -> Area {
        Area {
            head,
            department: reader.many("department"),
            parts: reader.words_list("parts"),
            duties,
        }
    }
}

impl Duty {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>, area: Id<Area>) -> Duty {
        Duty {
            head,
            area,
            accountable: reader.many("A"),
            responsible: reader.many("R"),
            supports: reader.many("S"),
            consulted: reader.many("C"),
            informed: reader.many("I"),
            phase: reader.text("phase"),
            split: reader.many("split"),
            output: reader.many("output"),
        }
    }

    /// Who bears a letter.
    pub fn bearers(&self, letter: Letter) -> &[Located<Id<Role>>] {
        match letter {
            Letter::A => &self.accountable,
            Letter::R => &self.responsible,
            Letter::S => &self.supports,
            Letter::C => &self.consulted,
            Letter::I => &self.informed,
        }
    }

    /// Every letter that `role` bears, the weightiest first.
    pub fn letters(&self, role: Id<Role>) -> Vec<Letter> {
        let bears = |letter: &Letter| {
            self.bearers(*letter)
                .iter()
                .any(|bearer| bearer.value == role)
        };
        Letter::ALL.into_iter().filter(bears).collect()
    }
}
