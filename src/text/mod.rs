//! The small grammars that authors write in, Chinese and English, and the words they read.
//!
//! Strings in, values out, and back. Nothing here knows files, kinds or pages.

pub mod words;
pub mod unreadable;
mod cursor;
mod decimal;
pub mod money;
pub mod number;
pub mod duration;
pub mod date;
pub mod limit;
pub mod cadence;

pub use cadence::Cadence;
pub use date::Period;
pub use duration::{Duration, Lead, Unit};
pub use limit::{Axis, AxisUnit, Interval};
pub use number::Step;
pub use unreadable::Unreadable;
pub use words::{Language, Localized, Tongue, Words, spoken};
