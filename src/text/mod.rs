//! The small grammars that authors write in, Chinese and English, and the words they read.
//!
//! Strings in, values out, and back. Nothing here knows files, kinds or pages.

pub mod words;

pub use words::{Language, Localized, Tongue, Words};
