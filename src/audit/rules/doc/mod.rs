//! Rules about the control of documents.

pub(crate) mod waiver_unsound;
