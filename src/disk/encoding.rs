//! Bytes of a file → its text in UTF-8 with LF, or where it stops being UTF-8 and what it seems to be.
//!
//! A text that is not UTF-8 is never used, not even in part: a guess may be wrong, and a handbook with
//! wrong words is worse than none.

use crate::text::Words;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use std::borrow::Cow;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Why bytes are no UTF-8 text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Foreign {
    /// The first byte that cannot stand in UTF-8, counted from 0.
    pub byte: usize,
    /// Its line, counted from 1.
    pub line: usize,
    /// What the bytes seem to be written in.
    pub encoding: Words,
}

/// The text of `bytes`, without byte order mark, lines ended by LF alone.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Foreign> {
    let body = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = match std::str::from_utf8(body) {
        Ok(text) => text,
        Err(error) => {
            let byte = bytes.len() - body.len() + error.valid_up_to();
            return Err(foreign(bytes, byte));
        }
    };
    // Pure ASCII in UTF-16 is valid UTF-8, half of it zeros.
    if let Some(zero) = zero_of_utf16(body) {
        return Err(foreign(bytes, bytes.len() - body.len() + zero));
    }
    if body.contains(&b'\r') {
        return Ok(Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")));
    }
    Ok(Cow::Borrowed(text))
}

fn foreign(bytes: &[u8], byte: usize) -> Foreign {
    let before = &bytes[..byte];
    let wide = utf16(bytes);
    let ends = match wide {
        // A byte that looks like a line's end may be half a character here.
        Some(name) => {
            let little = name.ends_with("LE");
            let pairs = before.chunks_exact(2).map(|pair| [pair[0], pair[1]]);
            line_ends(pairs.map(|pair| {
                if little {
                    u16::from_le_bytes(pair)
                } else {
                    u16::from_be_bytes(pair)
                }
            }))
        }
        None => line_ends(before.iter().map(|byte| u16::from(*byte))),
    };
    Foreign {
        byte,
        line: 1 + ends,
        encoding: wide.map_or_else(|| guess(bytes), Words::from),
    }
}

/// How many lines end among these characters, by LF, CRLF or CR.
fn line_ends(letters: impl Iterator<Item = u16>) -> usize {
    let (mut ends, mut last) = (0, 0);
    for letter in letters {
        let pair = last == u16::from(b'\r') && letter == u16::from(b'\n');
        ends += usize::from(!pair && (letter == u16::from(b'\n') || letter == u16::from(b'\r')));
        last = letter;
    }
    ends
}

/// What bytes of an encoding without zeros seem to be written in.
fn guess(bytes: &[u8]) -> Words {
    if damaged(bytes) {
        return Words::new("UTF-8（有损坏的字节）", "UTF-8 with damaged bytes");
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // A hint at a country would outweigh the bytes: Big5 becomes GBK.
    let name = detector.guess(None, Utf8Detection::Deny).name();
    if name == "GBK" && four_bytes(bytes) {
        return "GB18030".into();
    }
    name.into()
}

/// Whether a character of four bytes, which GB18030 has and GBK has not, stands in `bytes`.
fn four_bytes(bytes: &[u8]) -> bool {
    let lead = |byte: u8| (0x81..=0xFE).contains(&byte);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match bytes.get(at + 1..at + 4) {
            Some(rest)
                if lead(byte)
                    && rest[0].is_ascii_digit()
                    && lead(rest[1])
                    && rest[2].is_ascii_digit() =>
            {
                return true;
            }
            _ => at += if lead(byte) { 2 } else { 1 },
        }
    }
    false
}

/// Whether this was UTF-8 before a few of its bytes were hurt. Text in another encoding seldom has
/// characters of three bytes by chance, and has errors all over.
fn damaged(bytes: &[u8]) -> bool {
    let (mut characters, mut errors) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        characters += chunk
            .valid()
            .chars()
            .filter(|it| it.len_utf8() >= 3)
            .count();
        errors += usize::from(!chunk.invalid().is_empty());
    }
    characters >= 4 * errors && characters > 0
}

/// The name of the UTF-16 or UTF-32 that `bytes` seem to be written in, by mark, by zeros, or by what
/// its units mean.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] => return Some("UTF-32LE"),
        [0, 0, 0xFE, 0xFF, ..] => return Some("UTF-32BE"),
        [0xFF, 0xFE, ..] => return Some("UTF-16LE"),
        [0xFE, 0xFF, ..] => return Some("UTF-16BE"),
        _ => {}
    }
    let (even, odd) = zeros(bytes);
    if even + odd > 0 {
        return (even.max(odd) > 8 * even.min(odd)).then_some(if odd > even {
            "UTF-16LE"
        } else {
            "UTF-16BE"
        });
    }
    let units = bytes.chunks_exact(2).len();
    let han = |unit: u16| matches!(unit, 0x4E00..=0x9FFF | 0x3000..=0x30FF | 0xFF01..=0xFF5E);
    let count = |read: fn([u8; 2]) -> u16| {
        let pairs = bytes.chunks_exact(2);
        pairs.filter(|pair| han(read([pair[0], pair[1]]))).count()
    };
    let (little, big) = (count(u16::from_le_bytes), count(u16::from_be_bytes));
    (units >= 2 && little.max(big) * 20 >= units * 19).then_some(if little >= big {
        "UTF-16LE"
    } else {
        "UTF-16BE"
    })
}

/// How many zeros stand at even and at odd places.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    bytes.chunks(2).fold((0, 0), |(even, odd), pair| {
        (
            even + usize::from(pair[0] == 0),
            odd + usize::from(pair.get(1) == Some(&0)),
        )
    })
}

/// The first zero of valid UTF-8 that is UTF-16 all the same: zeros at every other place. A stray zero
/// is left to the parser.
fn zero_of_utf16(bytes: &[u8]) -> Option<usize> {
    let first = bytes.iter().take(4096).position(|byte| *byte == 0)?;
    let (even, odd) = zeros(bytes);
    let zeros = even.max(odd);
    let alternate = zeros > 1 && zeros * 4 >= bytes.len() && zeros > 8 * even.min(odd);
    alternate.then_some(first)
}
