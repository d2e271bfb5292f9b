//! One test binary; each module proves one thing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod cell_laws;
mod cells;
mod cli;
mod commonmark;
mod disk;
mod grammar_laws;
mod grammars;
mod kinds;
mod markdown;
mod print;
mod rules;
mod choices;
mod directives;
mod sites;
mod yaml_oracle;
