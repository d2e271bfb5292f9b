//! What one department promises another, as meant.

use crate::model::arena::{AnyId, Entity, Id};
use crate::model::department::Department;
use crate::model::head::Head;
use crate::model::reader::Reader;
use crate::model::role::Role;
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::text::{Duration, Localized};

/// A promise between departments.
#[derive(Clone, Debug)]
pub struct Service {
    /// Identity.
    pub head: Head,
    /// Who promises.
    pub provider: Vec<Located<Id<Department>>>,
    /// To whom.
    pub customer: Vec<Located<Id<Department>>>,
    /// What.
    pub promise: Localized,
    /// How soon.
    pub within: Option<Located<Duration>>,
    /// How it is seen whether it is kept.
    pub measured_by: Vec<Located<AnyId>>,
    /// Whom to ask.
    pub contact: Vec<Located<Id<Role>>>,
}

impl Entity for Service {
    const KIND: Kind = Kind::Service;
}

impl Service {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Service {
        Service {
            head,
            provider: reader.many("provider"),
            customer: reader.many("customer"),
            promise: reader.words("promise"),
            within: reader.duration("within"),
            measured_by: reader.anys("measured_by"),
            contact: reader.many("contact"),
        }
    }
}
