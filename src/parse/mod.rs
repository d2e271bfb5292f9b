//! One file's text to one record. Records faults, never judges; knows no other file.

pub mod yaml;
pub mod fields;
pub mod kinds;
