//! One test binary; each module proves one thing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod bounded;
mod cell_laws;
mod cells;
mod choices;
mod cli;
mod commonmark;
mod directives;
mod disk;
mod foreign;
mod grammar_laws;
mod grammars;
mod kinds;
mod layers;
mod markdown;
mod never_panics;
mod print;
mod rebuild;
mod reproducible;
mod rules;
mod sites;
mod theme;
mod tidy;
mod world;
mod yaml_oracle;
