//! Policies, tensions and the words that everybody uses, as meant.

use crate::model::arena::{AnyId, Entity, Id};
use crate::model::department::Department;
use crate::model::head::Head;
use crate::model::reader::Reader;
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::text::Localized;

/// A principle or a rule.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Identity.
    pub head: Head,
    /// `principle` or `rule`.
    pub sort: Option<Located<String>>,
    /// What it says, in one sentence.
    pub says: Localized,
    /// What makes it more than a slogan.
    pub made_real_by: Vec<Located<AnyId>>,
}

impl Entity for Policy {
    const KIND: Kind = Kind::Policy;
}

impl Policy {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Policy {
        Policy {
            head,
            sort: reader.text("type"),
            says: reader.words("says"),
            made_real_by: reader.anys("made_real_by"),
        }
    }
}

/// What two departments hold against each other, and what answers it.
#[derive(Clone, Debug)]
pub struct Tension {
    /// Identity.
    pub head: Head,
    /// Between whom.
    pub between: Vec<Located<Id<Department>>>,
    /// What each says, by department as written.
    pub says: Vec<(Located<String>, Option<Id<Department>>, Localized)>,
    /// `concept`, `institution`, `information`, `people` or `training`.
    pub cause: Vec<Located<String>>,
    /// What answers it.
    pub answer: Vec<Located<AnyId>>,
}

impl Entity for Tension {
    const KIND: Kind = Kind::Tension;
}

impl Tension {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Tension {
        let says = reader.labels("says");
        Tension {
            head,
            between: reader.many("between"),
            says: says
                .into_iter()
                .map(|(voice, words)| {
                    let department = reader
                        .follow(&voice, &[Kind::Department])
                        .and_then(AnyId::of);
                    (voice, department, words)
                })
                .collect(),
            cause: reader.texts("cause"),
            answer: reader.anys("answer"),
        }
    }
}

/// A word of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// Identity; the name is the word itself.
    pub head: Head,
    /// Words that are not used for it.
    pub not: Vec<Located<String>>,
    /// What it means.
    pub means: Localized,
}

impl Entity for Term {
    const KIND: Kind = Kind::Term;
}

impl Term {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Term {
        Term {
            head,
            not: reader.texts("not"),
            means: reader.words("means"),
        }
    }
}

/// A page without a kind.
#[derive(Clone, Debug)]
pub struct Page {
    /// Identity; the id is its path below the content, without extension.
    pub head: Head,
    /// Its place among its neighbours: the lighter the earlier.
    pub weight: Option<i64>,
}

impl Entity for Page {
    const KIND: Kind = Kind::Page;
}

impl Page {
    /// Reads one.
    pub fn read(head: Head, reader: &mut Reader<'_>) -> Page {
        Page {
            head,
            weight: reader.whole("weight").map(|weight| weight.value),
        }
    }
}
