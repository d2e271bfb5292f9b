//! One test binary; each module proves one thing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod cell_laws;
mod cells;
mod disk;
mod grammar_laws;
mod grammars;
mod kinds;
mod rules;
mod sites;
