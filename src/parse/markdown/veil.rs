//! The text that the parser reads instead of the author's: of the same length, byte for byte, with
//! stand-ins over what would mislead it.
//!
//! What the parser hands back is nearly always a stretch of the veiled text, and then the same stretch
//! of the original is what is meant. Only where it made a new string (a destination with an escape in
//! it, code over two lines) are the stand-ins looked up one by one; they are characters that the
//! original does not hold, so nothing that an author wrote can be taken for one.

use super::Dialect;
use super::cover::{self, Covered};
use super::cut::{self, Cut};
use super::ground::Ground;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;

/// A text and its veil.
#[derive(Debug)]
pub(super) struct Veil<'a> {
    original: &'a str,
    veiled: Cow<'a, str>,
    /// For each stand-in the stretch of the original that it stands for.
    meant: FxHashMap<char, Range<usize>>,
    /// Directives and foreign shortcodes, in order, none inside another.
    pub(super) cuts: Vec<Cut>,
}

impl<'a> Veil<'a> {
    /// The veil of `text`.
    pub(super) fn new(text: &'a str, dialect: Dialect, ground: &Ground) -> Veil<'a> {
        let mut veil = Veil {
            original: text,
            veiled: Cow::Borrowed(text),
            meant: FxHashMap::default(),
            cuts: Vec::new(),
        };
        if dialect.extended() {
            veil.cuts = cut::cuts(text, ground.depth);
            if let Some(Covered { text, meant }) = cover::cover(text, &veil.cuts) {
                veil.veiled = Cow::Owned(text);
                veil.meant = meant;
            }
        }
        veil
    }

    /// What the parser reads.
    pub(super) fn text(&self) -> &str {
        &self.veiled
    }

    /// What the author wrote.
    pub(super) fn original(&self) -> &'a str {
        self.original
    }

    /// Where a string of the parser's lies in the text; `None` for one that it made.
    pub(super) fn place(&self, shown: &str) -> Option<Range<usize>> {
        let start = (shown.as_ptr() as usize).checked_sub(self.veiled.as_ptr() as usize)?;
        let end = start + shown.len();
        (end <= self.veiled.len()).then_some(start..end)
    }

    /// What the author wrote where the parser saw `shown`.
    pub(super) fn lift<'s>(&'s self, shown: &'s str) -> Cow<'s, str> {
        if matches!(self.veiled, Cow::Borrowed(_)) {
            return Cow::Borrowed(shown);
        }
        if let Some(written) = self.place(shown).and_then(|at| self.original.get(at)) {
            return Cow::Borrowed(written);
        }
        if shown.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
            return Cow::Borrowed(shown);
        }
        let mut out = String::with_capacity(shown.len());
        let mut at = 0;
        while let Some(character) = shown.get(at..).and_then(|rest| rest.chars().next()) {
            let meant = self.meant.get(&character).cloned();
            if let Some(written) = meant.and_then(|range| self.original.get(range)) {
                out.push_str(written);
                at += written.len();
            } else {
                out.push(character);
                at += character.len_utf8();
            }
        }
        Cow::Owned(out)
    }
}
