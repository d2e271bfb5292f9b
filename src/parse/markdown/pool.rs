//! Stand-ins: characters that a text does not hold.

use rustc_hash::FxHashSet;

/// What a character looks like to the rules of emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Look {
    /// Neither punctuation nor space.
    Letter,
    /// Punctuation.
    Punctuation,
}

/// Characters that the text does not hold, by length and look, to be used up.
pub(super) struct Pools {
    /// Those of the pools' characters that the text holds.
    held: FxHashSet<char>,
    next: [u32; 6],
}

/// For each pool: the length of its characters, how they look, the first and the last. No one writes
/// them: controls, private use, Braille, tiles.
const POOLS: [(usize, Look, u32, u32); 6] = [
    (1, Look::Letter, 0x01, 0x08),
    (2, Look::Letter, 0x86, 0x9f),
    (3, Look::Letter, 0xe000, 0xefff),
    (3, Look::Punctuation, 0x2801, 0x28ff),
    (4, Look::Letter, 0xf_0000, 0x10_fffd),
    (4, Look::Punctuation, 0x1_f000, 0x1_f02b),
];

impl Pools {
    /// The pools for `text`.
    pub(super) fn new(text: &str) -> Pools {
        // The lead bytes that such characters have and ordinary Chinese and Latin text has not.
        let rare = |byte: u8| matches!(byte, 1..=8 | 0xc2 | 0xee | 0xf0 | 0xf3 | 0xf4);
        let mut held = FxHashSet::default();
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            let braille = *byte == 0xe2 && matches!(bytes.get(at + 1), Some(0xa0..=0xa3));
            if (rare(*byte) || braille)
                && let Some(character) = text.get(at..).and_then(|rest| rest.chars().next())
            {
                held.insert(character);
            }
        }
        Pools {
            held,
            next: POOLS.map(|(_, _, first, _)| first),
        }
    }

    /// A character of this many bytes that looks like this, if there is one left.
    pub(super) fn take(&mut self, length: usize, look: Look) -> Option<char> {
        let pool = POOLS
            .iter()
            .position(|(bytes, looks, ..)| *bytes == length && *looks == look)?;
        let (_, _, _, last) = POOLS[pool];
        while self.next[pool] <= last {
            let candidate = char::from_u32(self.next[pool]);
            self.next[pool] += 1;
            if let Some(free) = candidate.filter(|c| !self.held.contains(c)) {
                return Some(free);
            }
        }
        None
    }
}
