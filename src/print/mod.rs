//! Findings in, text or JSON out. Nothing here judges, and nothing is written: the edges that call
//! hand the string on.

mod visible;
mod excerpt;
mod family;
mod lines;
mod roots;
mod places;
mod tally;
mod patch;
mod text;
mod json;

pub use family::{FAMILIES, Family};
pub use json::json;
pub use places::{Place, Places};
pub use roots::Roots;
pub use tally::{Count, Tally};
pub use text::{finding, findings, severity};
pub use visible::visible;

use crate::finding::Finding;

/// What is to be printed.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// The findings to show, by place.
    pub findings: Vec<&'a Finding>,
    /// How many there are in all, shown or not.
    pub tally: Tally,
    /// Where they stand, as the user knows it.
    pub places: Places<'a>,
}
