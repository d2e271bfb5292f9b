//! Which characters are Chinese, Japanese or Korean, and what they do to the rules of emphasis and of
//! line breaks. Characters in, answers out.

use unicode_normalization::char::is_combining_mark;

/// Whether emphasis treats `character` as East Asian: letters and punctuation alike.
pub(super) fn is_east_asian(character: char) -> bool {
    matches!(u32::from(character),
        0x1100..=0x11ff | 0x2e80..=0x303e | 0x3041..=0x321e | 0x3220..=0x3247 | 0x3250..=0xa4c6
        | 0xa960..=0xa97c | 0xac00..=0xd7fb | 0xf900..=0xfaff | 0xfe10..=0xfe19 | 0xfe30..=0xfe6b
        | 0xff01..=0xffee | 0x16fe0..=0x18df2 | 0x1aff0..=0x1b2fb | 0x1f200..=0x1f265
        | 0x20000..=0x3fffd | 0xe0100..=0xe01ef)
}

/// Whether CommonMark counts `character` as punctuation: categories P and S.
pub(super) fn is_punctuation(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_punctuation();
    }
    let silent = character.is_alphanumeric()
        || character.is_whitespace()
        || character.is_control()
        || is_combining_mark(character);
    // Beyond these there are formatting characters, private use and what is not assigned.
    let unprinted = matches!(u32::from(character),
        0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xd800..=0xf8ff
        | 0xfdd0..=0xfdef | 0xfe00..=0xfe0f | 0xfeff | 0xfff0..=0xfffb | 0xe0000..=0x0010_ffff);
    !silent && !unprinted
}

/// What stands beside a line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// A character.
    Char(char),
    /// Something whose text is known later. It goes with whatever its other side is.
    Hole,
    /// Something that is no text.
    Other,
}

/// Whether a line break between these two is no space: both are of scripts that write without spaces,
/// or one is and the other goes with it.
pub(super) fn joins(before: Side, after: Side) -> bool {
    let spaceless = |side| matches!(side, Side::Char(character) if is_spaceless(character));
    let follows = |side| match side {
        Side::Char(character) => matches!(character, '‘' | '’' | '“' | '”' | '—' | '…' | '·'),
        Side::Hole => true,
        Side::Other => false,
    };
    match (spaceless(before), spaceless(after)) {
        (true, true) => true,
        (true, false) => follows(after),
        (false, true) => follows(before),
        (false, false) => false,
    }
}

/// Chinese and Japanese writing and its punctuation; not Korean, which puts spaces between words.
fn is_spaceless(character: char) -> bool {
    is_east_asian(character)
        && !matches!(u32::from(character),
            0x1100..=0x11ff | 0x3130..=0x318f | 0x3200..=0x321e | 0x3260..=0x327f
            | 0xa960..=0xa97c | 0xac00..=0xd7fb | 0xffa0..=0xffdc)
}
