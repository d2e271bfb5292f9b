//! A text in, an index out that knows the line and column of a byte without reading the text again.

/// Bytes between two counts of characters.
const STRIDE: usize = 4096;

/// The lines of one text.
#[derive(Clone, Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
    /// Characters before every `STRIDE`th byte.
    counts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The index of a text.
    pub(super) fn of(text: &'a str) -> Lines<'a> {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut counts = vec![0];
        let mut count = 0;
        for stretch in text.as_bytes().chunks(STRIDE) {
            count += characters(stretch);
            counts.push(count);
        }
        Lines {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
            counts,
        }
    }

    /// Line and column of a byte, from 1; the column counts characters. A byte past the end is the
    /// place after the last character.
    pub(super) fn place(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts.get(line.wrapping_sub(1)).copied().unwrap_or(0);
        (line, self.before(byte) - self.before(start) + 1)
    }

    /// The line of a number from 1, without its end, and the byte at which it begins.
    pub(super) fn line(&self, number: usize) -> (&'a str, usize) {
        self.stretch(number, number)
    }

    /// The lines of two numbers and those between, without the last end, and where they begin.
    pub(super) fn stretch(&self, first: usize, last: usize) -> (&'a str, usize) {
        let start = self.starts.get(first.wrapping_sub(1)).copied();
        let start = start.unwrap_or(self.text.len());
        let end = self
            .starts
            .get(last)
            .map_or(self.text.len(), |next| next - 1);
        (&self.text[start..end.max(start)], start)
    }

    /// Characters before a byte.
    fn before(&self, byte: usize) -> usize {
        let stride = byte / STRIDE;
        self.counts[stride] + characters(&self.text.as_bytes()[stride * STRIDE..byte])
    }
}

fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| *byte & 0xC0 != 0x80).count()
}
