//! Hejin builds coordination handbooks and checks the organisation they describe.
//!
//! The program is one function over plain data, [`site::build`]:
//!
//! ```text
//! Sources ─parse→ Records ─resolve→ Model ─┬─audit→ Findings ─┐
//!   (text)  per file,      whole,  typed   └─────views→ Pages ─render→ Outputs
//!           remembered     cheap   ids                          per page, remembered
//! ```
//!
//! The modules stand in the order of travel. A module uses only what stands above it
//! (`tests/layers.rs`), and only the rooms after `site` touch the world.

// Words that every layer speaks.
pub mod text;
pub mod span;
pub mod fault;
pub mod finding;
pub mod memo;

// The pipeline: values in, values out; no I/O, cannot fail.
pub mod sources;
pub mod parse;
pub mod model;
pub mod audit;
pub mod theme;
pub mod views;
pub mod render;
pub mod site;

// The edges: the only rooms that touch the world.
pub mod disk;
pub mod print;
pub mod cli;
