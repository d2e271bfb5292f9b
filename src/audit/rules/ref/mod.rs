//! Rules about references: ids, names and links that lead to exactly one thing.

pub(crate) mod unknown_reference;
pub(crate) mod ambiguous_reference;
pub(crate) mod duplicate_id;
pub(crate) mod reference_cycle;
pub(crate) mod broken_link;
pub(crate) mod never_referenced;
pub(crate) mod duplicate_anchor;
pub(crate) mod value_not_found;
