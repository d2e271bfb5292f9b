//! Where a text lies in its file.

use crate::span::Span;
use std::ops::Range;

/// Where a text lies in its file: the first byte of each unbroken stretch, here and there. A text that
/// was taken out of a list or a quotation has one stretch a line.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    /// The file and the whole stretch.
    pub(super) span: Span,
    /// Pairs of a byte here and the byte of the file.
    pub(super) steps: Vec<(usize, usize)>,
    /// How many directives stand around it.
    pub(super) depth: usize,
}

impl Ground {
    /// The stretch of the file that `range` of the text is.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.byte(range.start);
        let end = match range.end.checked_sub(1) {
            Some(last) if range.end > range.start => self.byte(last) + 1,
            _ => start,
        };
        Span::new(&self.span.file, start..end.max(start))
    }

    /// The byte of the file that byte `at` of the text is.
    pub(super) fn byte(&self, at: usize) -> usize {
        let step = self.steps.partition_point(|(here, _)| *here <= at);
        match self.steps.get(step.saturating_sub(1)) {
            Some((here, there)) => there + at.saturating_sub(*here),
            None => self.span.start + at,
        }
    }
}
