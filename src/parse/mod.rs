//! One file's text becomes one record. Faults are recorded, never judged.

pub mod markdown;
