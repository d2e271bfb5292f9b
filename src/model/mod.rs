//! model

pub mod cells;
