//! A department, as meant.

use crate::model::arena::{Entity, Id};
use crate::model::head::Head;
use crate::model::reader::Reader;
use crate::model::role::Role;
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::text::Localized;

/// A department: who leads it and whom it serves.
#[derive(Clone, Debug)]
pub struct Department {
    /// Identity.
    pub head: Head,
    /// The role that leads it.
    pub led_by: Option<Located<Id<Role>>>,
    /// The department it belongs to.
    pub parent: Option<Located<Id<Department>>>,
    /// Why it exists.
    pub mission: Localized,
    /// Whom it serves inside the company.
    pub internal_customers: Vec<Located<Id<Department>>>,
}

impl Entity for Department {
    const KIND: Kind = Kind::Department;
}

impl Department {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Department {
        Department {
            head,
            led_by: reader.one("head"),
            parent: reader.one("parent"),
            mission: reader.words("mission"),
            internal_customers: reader.many("internal_customers"),
        }
    }
}
