//! Places in source text. Values: valid without any registry, safe to remember.

use std::ops::Range;
use std::sync::Arc;

/// Path of a source file below the handbook's root, with `/` between its parts and beginning with
/// `content/` or `themes/`, whatever the folders are called on disk.
pub type FilePath = Arc<str>;

/// A stretch of bytes in one source file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FilePath,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// The stretch `bytes` of `file`.
    pub fn new(file: &FilePath, bytes: Range<usize>) -> Span {
        Span {
            file: Arc::clone(file),
            start: bytes.start,
            end: bytes.end,
        }
    }

    /// The stretch as a range of bytes.
    pub fn bytes(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The part of this stretch that begins `inner.start` bytes into it.
    #[must_use]
    pub fn part(&self, inner: Range<usize>) -> Span {
        Span::new(
            &self.file,
            self.start + inner.start..(self.start + inner.end).min(self.end.max(self.start)),
        )
    }
}

/// A value and the place where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// The place.
    pub span: Span,
}

impl<T> Located<T> {
    /// `value`, written at `span`.
    pub fn new(value: T, span: Span) -> Located<T> {
        Located { value, span }
    }

    /// The same place with another value.
    pub fn with<U>(&self, value: U) -> Located<U> {
        Located {
            value,
            span: self.span.clone(),
        }
    }
}

/// Line and column of a byte, both counted from 1; the column counts characters, not bytes.
///
/// A byte past the end of `text` is the place after its last character.
pub fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}
