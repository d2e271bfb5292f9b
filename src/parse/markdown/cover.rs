//! Laying the veil: which bytes are covered, and by what.

use super::cjk;
use super::cut::{Block, Cut, End};
use super::pool::{Look, Pools};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A text with its stand-ins.
#[derive(Debug)]
pub(super) struct Covered {
    /// As long as the original.
    pub(super) text: String,
    /// For each stand-in the stretch of the original that it stands for.
    pub(super) meant: FxHashMap<char, Range<usize>>,
}

/// `text` with its cuts and the misleading neighbours of emphasis covered; `None` where nothing is.
pub(super) fn cover(text: &str, cuts: &[Cut]) -> Option<Covered> {
    let mut cover = Cover {
        text,
        bytes: Vec::new(),
        pools: None,
        meant: FxHashMap::default(),
        given: FxHashMap::default(),
    };
    for cut in cuts {
        cover.cut(cut);
    }
    if text.bytes().any(|b| matches!(b, b'*' | b'~')) && !text.is_ascii() {
        cover.emphasis(&Ranges(cuts.iter().filter_map(Cut::covers).collect()));
    }
    let veiled = String::from_utf8(cover.bytes).ok()?;
    (!veiled.is_empty()).then_some(Covered {
        text: veiled,
        meant: cover.meant,
    })
}

/// A veil being laid.
struct Cover<'a> {
    text: &'a str,
    /// Empty until there is something to cover.
    bytes: Vec<u8>,
    pools: Option<Pools>,
    meant: FxHashMap<char, Range<usize>>,
    given: FxHashMap<(char, Look), char>,
}

impl Cover<'_> {
    fn stand_in(&mut self, length: usize, look: Look) -> Option<char> {
        let text = self.text;
        self.pools
            .get_or_insert_with(|| Pools::new(text))
            .take(length, look)
    }

    fn put(&mut self, at: usize, over: &[u8]) {
        if self.bytes.is_empty() {
            self.bytes = self.text.as_bytes().to_vec();
        }
        if let Some(place) = self.bytes.get_mut(at..at + over.len()) {
            place.copy_from_slice(over);
        }
    }

    /// An inline cut becomes one word, a block a comment of HTML, which the parser hands back whole.
    fn cut(&mut self, cut: &Cut) {
        match cut {
            Cut::Inline { range, .. } | Cut::Foreign { range, .. } => {
                self.put(range.start, &vec![b'x'; range.len()]);
                if range.len() >= 4
                    && let Some(stand_in) = self.stand_in(4, Look::Letter)
                {
                    self.put(range.start, stand_in.encode_utf8(&mut [0; 4]).as_bytes());
                    self.meant.insert(stand_in, range.clone());
                }
            }
            Cut::Block(block) => self.block(block),
            Cut::Unknown { .. } => {}
        }
    }

    fn block(&mut self, block: &Block) {
        for line in &block.covered {
            self.put(line.start, &vec![b'x'; line.len()]);
        }
        if let (Some(first), Some(last)) = (block.covered.first(), block.covered.last()) {
            self.put(first.start, b"<!--");
            let end = match block.end {
                End::Closed => last.start,
                End::OneLine | End::Missing => first.end.saturating_sub(3),
            };
            self.put(end, b"-->");
        }
    }

    /// Where one neighbour of a run of `*` or `~~` is East Asian and only one of the two is punctuation,
    /// the run shall both open and close: so both neighbours must look alike.
    fn emphasis(&mut self, cuts: &Ranges) {
        let bytes = self.text.as_bytes();
        let mut before: Option<(usize, Look)> = None;
        let mut at = 0;
        while let Some(found) = bytes[at..].iter().position(|b| matches!(b, b'*' | b'~')) {
            let start = at + found;
            if let Some(cut) = cuts.around(start) {
                at = cut.end;
                continue;
            }
            let run = Run::at(self.text, start);
            at = run.end;
            let Some((left, right)) = run.neighbours(self.text) else {
                continue;
            };
            if run.is_range_mark(left, right) {
                self.swap(start, '~', Look::Letter);
                continue;
            }
            let left_at = start - left.len_utf8();
            let left = Neighbour {
                character: left,
                at: left_at,
                look: before
                    .filter(|(place, _)| *place == left_at)
                    .map(|(_, look)| look),
                fixed: cuts.around(left_at).is_some(),
            };
            let right = Neighbour {
                character: right,
                at: run.end,
                look: None,
                fixed: cuts.around(run.end).is_some(),
            };
            before = Some((run.end, self.even(left, right)));
        }
    }

    /// Make the two look alike if they should and do not. How the right one looks afterwards: the next
    /// run must leave it so.
    fn even(&mut self, left: Neighbour, right: Neighbour) -> Look {
        let (looks_left, looks_right) = (left.look(), right.look());
        let concerned = cjk::is_east_asian(left.character) || cjk::is_east_asian(right.character);
        if !concerned || looks_left == looks_right {
            return looks_right;
        }
        let (mark, letter) = match looks_left {
            Look::Punctuation => (left, right),
            Look::Letter => (right, left),
        };
        // A mark first: what follows a mark is rarely misled. But a mark of ASCII may mean something.
        let mark = (mark, Look::Letter);
        let letter = (letter, Look::Punctuation);
        let order = if mark.0.character.is_ascii() {
            [letter, mark]
        } else {
            [mark, letter]
        };
        let done = order
            .into_iter()
            .find(|(neighbour, look)| self.change(*neighbour, *look));
        match done {
            Some((neighbour, look)) if neighbour.at == right.at => look,
            _ => looks_right,
        }
    }

    fn change(&mut self, neighbour: Neighbour, look: Look) -> bool {
        let ascii = neighbour.character.is_ascii();
        // Of ASCII only marks without a meaning of their own between words.
        let inert = matches!(
            neighbour.character,
            ',' | '.' | ';' | ':' | '?' | '%' | '"' | '\'' | '/' | '(' | ')'
        );
        if neighbour.fixed || neighbour.look.is_some() || (ascii && !inert) {
            return false;
        }
        self.swap(neighbour.at, neighbour.character, look)
    }

    fn swap(&mut self, at: usize, character: char, look: Look) -> bool {
        let length = character.len_utf8();
        let known = self.given.get(&(character, look)).copied();
        let Some(stand_in) = known.or_else(|| self.stand_in(length, look)) else {
            return false;
        };
        if known.is_none() {
            self.given.insert((character, look), stand_in);
            self.meant.insert(stand_in, at..at + length);
        }
        self.put(at, stand_in.encode_utf8(&mut [0; 4]).as_bytes());
        true
    }
}

/// A run of `*` or `~`.
struct Run {
    start: usize,
    end: usize,
    mark: u8,
}

impl Run {
    fn at(text: &str, start: usize) -> Run {
        let bytes = text.as_bytes();
        let mark = bytes[start];
        let length = bytes[start..].iter().take_while(|b| **b == mark).count();
        Run {
            start,
            end: start + length,
            mark,
        }
    }

    /// The characters on both sides, if neither is space.
    fn neighbours(&self, text: &str) -> Option<(char, char)> {
        let left = text[..self.start].chars().next_back()?;
        let right = text[self.end..].chars().next()?;
        (!left.is_whitespace() && !right.is_whitespace()).then_some((left, right))
    }

    /// A single `~` beside Chinese is "from … to …" (`（1）~（3）`), not deletion.
    fn is_range_mark(&self, left: char, right: char) -> bool {
        self.mark == b'~'
            && self.end == self.start + 1
            && (cjk::is_east_asian(left) || cjk::is_east_asian(right))
    }
}

/// A character beside a run.
#[derive(Clone, Copy)]
struct Neighbour {
    character: char,
    at: usize,
    /// How it was made to look already.
    look: Option<Look>,
    /// It belongs to a cut.
    fixed: bool,
}

impl Neighbour {
    fn look(&self) -> Look {
        match self.look {
            Some(look) => look,
            None if self.fixed || !cjk::is_punctuation(self.character) => Look::Letter,
            None => Look::Punctuation,
        }
    }
}

/// Stretches in order, none over another.
struct Ranges(Vec<Range<usize>>);

impl Ranges {
    /// The one that holds byte `at`.
    fn around(&self, at: usize) -> Option<&Range<usize>> {
        let next = self.0.partition_point(|range| range.start <= at);
        self.0
            .get(next.checked_sub(1)?)
            .filter(|range| at < range.end)
    }
}
