//! Exact decimal numbers as people write them: `20,000.50`, `3.2万`, `1亿2000万`, `五千`. No floats.

use super::Unreadable;
use super::cursor::{Cursor, quoted};
use std::ops::Range;

/// A number of `10^-scale`, and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    /// How many of them; below 10^30.
    pub(super) mantissa: u128,
    /// Digits after the point, without trailing zeros; at most 30.
    pub(super) scale: u32,
    /// Where.
    pub(super) at: Range<usize>,
}

/// Why a number cannot be counted in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Uncountable {
    /// It lies between two steps.
    Between,
    /// It is beyond 64 bits.
    TooLarge,
}

const MOST_DIGITS: u32 = 30;
const LARGEST: u128 = 10_u128.pow(MOST_DIGITS);
/// Largest first: what follows a multiplier in a compound number is smaller than it.
const SMALL: &[(&str, u32)] = &[("百", 2), ("千", 3)];
const LARGE: &[(&str, u32)] = &[("万亿", 12), ("亿", 8), ("億", 8), ("万", 4), ("萬", 4)];
const HAN: &[(&str, u32)] = &[
    ("一", 1),
    ("二", 2),
    ("两", 2),
    ("兩", 2),
    ("三", 3),
    ("四", 4),
    ("五", 5),
    ("六", 6),
    ("七", 7),
    ("八", 8),
    ("九", 9),
];

impl Decimal {
    /// How many steps of `size × 10^-scale` it makes.
    pub(super) fn count(&self, size: i64, scale: u32) -> Result<i64, Uncountable> {
        let size = u128::try_from(size).map_err(|_| Uncountable::Between)?;
        let fine = if self.scale > scale {
            // Trailing zeros are gone, so a finer number lies between two steps.
            return Err(Uncountable::Between);
        } else {
            raise(self.mantissa, scale - self.scale).ok_or(Uncountable::TooLarge)?
        };
        if size == 0 || fine % size != 0 {
            return Err(Uncountable::Between);
        }
        // The two ends of i64 mean "without end" elsewhere.
        i64::try_from(fine / size)
            .ok()
            .filter(|count| *count < i64::MAX)
            .ok_or(Uncountable::TooLarge)
    }

    fn plain(&mut self) {
        while self.scale > 0 && self.mantissa.is_multiple_of(10) {
            self.mantissa /= 10;
            self.scale -= 1;
        }
    }
}

/// Reads a number if one stands here.
pub(super) fn decimal(cursor: &mut Cursor<'_>) -> Result<Option<Decimal>, Unreadable> {
    let Some(first) = part(cursor)? else {
        return Ok(None);
    };
    let mut total = first.number;
    let mut power = first.power;
    // 2万5千: each further part is smaller than the multiplier before it and has one of its own.
    while power > 0 {
        let before = cursor.at();
        let Some(next) = part(cursor)? else { break };
        let unit = 10_u128.pow(power.min(MOST_DIGITS));
        if next.number.mantissa >= raise(unit, next.number.scale).unwrap_or(LARGEST) {
            cursor.go(before);
            break;
        }
        if next.power == 0 {
            return Err(ambiguous(cursor, total.at.start));
        }
        total = sum(&total, &next.number).ok_or_else(|| too_large(total.at.start..cursor.at()))?;
        power = next.power;
    }
    Ok(Some(total))
}

/// Reads `1`–`99` in plain or Chinese digits, or a larger count in plain ones.
pub(super) fn count(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.digits().or_else(|| han(cursor))
}

/// A number and the power of ten by which its own multiplier has raised it.
struct Part {
    number: Decimal,
    power: u32,
}

fn part(cursor: &mut Cursor<'_>) -> Result<Option<Part>, Unreadable> {
    let start = cursor.at();
    let Some(mut number) = digits(cursor)?.or_else(|| {
        let count = han(cursor)?;
        Some(Decimal {
            mantissa: u128::from(count),
            scale: 0,
            at: start..cursor.at(),
        })
    }) else {
        return Ok(None);
    };
    let power = multiplier(cursor);
    if power > 0 {
        let kept = power.min(number.scale);
        number.scale -= kept;
        number.mantissa =
            raise(number.mantissa, power - kept).ok_or_else(|| too_large(start..cursor.at()))?;
    }
    number.at = start..cursor.at();
    number.plain();
    Ok(Some(Part { number, power }))
}

fn multiplier(cursor: &mut Cursor<'_>) -> u32 {
    let before = cursor.at();
    cursor.space();
    let small = cursor.entry(SMALL).unwrap_or(0);
    let power = small + cursor.entry(LARGE).unwrap_or(0);
    if power == 0 {
        cursor.go(before);
    }
    power
}

/// Plain digits, in groups of three where commas stand between them, and a fraction.
fn digits(cursor: &mut Cursor<'_>) -> Result<Option<Decimal>, Unreadable> {
    let start = cursor.at();
    let mut found = Decimal {
        mantissa: 0,
        scale: 0,
        at: start..start,
    };
    let first = run(cursor, &mut found.mantissa);
    if first == 0 {
        return Ok(None);
    }
    let grouped = first <= 3 && cursor.written() == Some(',');
    while grouped && cursor.written() == Some(',') && group_follows(cursor) {
        cursor.take();
        run(cursor, &mut found.mantissa);
    }
    let point = cursor.at();
    if cursor.peek() == Some('.') {
        cursor.take();
        found.scale = run(cursor, &mut found.mantissa);
        if found.scale == 0 {
            cursor.go(point);
        }
    }
    if found.mantissa >= LARGEST || found.scale > MOST_DIGITS {
        return Err(too_large(start..cursor.at()));
    }
    found.plain();
    Ok(Some(found))
}

/// Takes digits, and says how many; the value stays at [`LARGEST`] once it is that large.
fn run(cursor: &mut Cursor<'_>, value: &mut u128) -> u32 {
    let mut taken = 0;
    while let Some(digit) = cursor.peek().and_then(|next| next.to_digit(10)) {
        cursor.take();
        taken += 1;
        *value = if *value >= LARGEST {
            LARGEST
        } else {
            *value * 10 + u128::from(digit)
        };
    }
    taken
}

fn group_follows(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    ahead.take();
    let mut value = 0;
    run(&mut ahead, &mut value) == 3
}

/// 一 to 九十九.
fn han(cursor: &mut Cursor<'_>) -> Option<u32> {
    let ones = cursor.entry(HAN);
    if !cursor.word("十") {
        return ones;
    }
    Some(ones.unwrap_or(1) * 10 + cursor.entry(HAN).unwrap_or(0))
}

fn raise(value: u128, power: u32) -> Option<u128> {
    let raised = value.checked_mul(10_u128.checked_pow(power)?)?;
    (raised < LARGEST).then_some(raised)
}

fn sum(left: &Decimal, right: &Decimal) -> Option<Decimal> {
    let scale = left.scale.max(right.scale);
    let mantissa =
        raise(left.mantissa, scale - left.scale)? + raise(right.mantissa, scale - right.scale)?;
    Some(Decimal {
        mantissa,
        scale,
        at: left.at.start..right.at.end,
    })
}

fn too_large(at: Range<usize>) -> Unreadable {
    Unreadable::new(
        at,
        "这个数太大，无法记录",
        "this number is too large to be kept",
    )
}

fn ambiguous(cursor: &Cursor<'_>, start: usize) -> Unreadable {
    let at = start..cursor.at();
    let words = quoted(&cursor.text()[at.clone()]);
    Unreadable::new(
        at,
        format!("“{words}”末尾的数没有单位，有两种读法；请写成“2.5万”或“2万5千”的样子"),
        format!(
            "the end of “{words}” has no unit and can be read in two ways; write it like `2.5万` or `25,000`"
        ),
    )
}
