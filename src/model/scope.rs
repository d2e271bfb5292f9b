//! What a duty may be divided by, as meant.

use crate::model::arena::Entity;
use crate::model::head::Head;
use crate::model::reader::Reader;
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::text::Localized;

/// A dimension and its parts, such as the regions.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Identity.
    pub head: Head,
    /// Its parts by id.
    pub values: Vec<(Located<String>, Localized)>,
}

impl Entity for Scope {
    const KIND: Kind = Kind::Scope;
}

impl Scope {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Scope {
        Scope {
            head,
            values: reader.labels("values"),
        }
    }
}
