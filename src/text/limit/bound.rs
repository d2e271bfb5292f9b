//! The bounds of a limit: a number, the word that limits it, and how it follows the bound before it.

use super::super::Unreadable;
use super::super::cursor::{Cursor, quoted};
use super::super::money;
use super::{AxisUnit, EN, ZH};
use std::ops::Range;

/// Which side of its number a word leaves, and whether the number itself stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    AtLeast,
    Over,
    AtMost,
    Under,
    Exactly,
    /// `between`, `介于`: the following `and` leads to the other end.
    Between,
}

/// How a bound follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    And,
    To,
}

/// A number and its word.
pub(super) struct Bound {
    /// `None` for a number without a word.
    pub(super) sense: Option<Sense>,
    /// The number in smallest units.
    pub(super) count: i64,
    /// Both together.
    pub(super) at: Range<usize>,
}

/// Where one word begins another, the longer stands first.
const BEFORE: &[(&str, Sense)] = &[
    ("大于等于", Sense::AtLeast),
    ("大于或等于", Sense::AtLeast),
    ("不少于", Sense::AtLeast),
    ("不低于", Sense::AtLeast),
    ("不小于", Sense::AtLeast),
    ("至少", Sense::AtLeast),
    ("最少", Sense::AtLeast),
    ("从", Sense::AtLeast),
    ("自", Sense::AtLeast),
    ("小于等于", Sense::AtMost),
    ("小于或等于", Sense::AtMost),
    ("不超过", Sense::AtMost),
    ("未超过", Sense::AtMost),
    ("不多于", Sense::AtMost),
    ("不高于", Sense::AtMost),
    ("不大于", Sense::AtMost),
    ("至多", Sense::AtMost),
    ("最多", Sense::AtMost),
    ("超过", Sense::Over),
    ("多于", Sense::Over),
    ("大于", Sense::Over),
    ("高于", Sense::Over),
    ("不满", Sense::Under),
    ("未满", Sense::Under),
    ("不足", Sense::Under),
    ("不到", Sense::Under),
    ("少于", Sense::Under),
    ("低于", Sense::Under),
    ("小于", Sense::Under),
    ("等于", Sense::Exactly),
    ("介于", Sense::Between),
    ("at least", Sense::AtLeast),
    ("no less than", Sense::AtLeast),
    ("not less than", Sense::AtLeast),
    ("no fewer than", Sense::AtLeast),
    ("not under", Sense::AtLeast),
    ("not below", Sense::AtLeast),
    ("from", Sense::AtLeast),
    ("up to", Sense::AtMost),
    ("at most", Sense::AtMost),
    ("no more than", Sense::AtMost),
    ("not more than", Sense::AtMost),
    ("not over", Sense::AtMost),
    ("not above", Sense::AtMost),
    ("not exceeding", Sense::AtMost),
    ("more than", Sense::Over),
    ("greater than", Sense::Over),
    ("over", Sense::Over),
    ("above", Sense::Over),
    ("exceeding", Sense::Over),
    ("less than", Sense::Under),
    ("fewer than", Sense::Under),
    ("under", Sense::Under),
    ("below", Sense::Under),
    ("exactly", Sense::Exactly),
    ("between", Sense::Between),
    (">=", Sense::AtLeast),
    ("≥", Sense::AtLeast),
    ("≧", Sense::AtLeast),
    ("<=", Sense::AtMost),
    ("≤", Sense::AtMost),
    ("≦", Sense::AtMost),
    (">", Sense::Over),
    ("<", Sense::Under),
    ("=", Sense::Exactly),
];
pub(super) const AFTER: &[(&str, Sense)] = &[
    ("及以上", Sense::AtLeast),
    ("或以上", Sense::AtLeast),
    ("以上", Sense::AtLeast),
    ("起", Sense::AtLeast),
    ("及以下", Sense::AtMost),
    ("或以下", Sense::AtMost),
    ("以下", Sense::AtMost),
    ("以内", Sense::AtMost),
    ("之内", Sense::AtMost),
    ("or more", Sense::AtLeast),
    ("or above", Sense::AtLeast),
    ("or less", Sense::AtMost),
    ("or fewer", Sense::AtMost),
    ("or below", Sense::AtMost),
];
/// Said in brackets before or after the word, to be plain about the number itself.
const INCLUDED: &[(&str, bool)] = &[
    ("(含本数)", true),
    ("(不含本数)", false),
    ("(含)", true),
    ("(不含)", false),
];
pub(super) const ALL: &[&str] = &["不限", "任意", "any"];
pub(super) const AND: &[&str] = &[
    "并且", "而且", "且", "和", "与", "and", "&&", "&", ",", "、",
];
const TO: &[&str] = &["至", "到", "to", "-", "~"];

/// Reads all bounds of a limit, at least one.
pub(super) fn bounds(
    cursor: &mut Cursor<'_>,
    unit: AxisUnit,
) -> Result<Vec<(Join, Bound)>, Unreadable> {
    let mut found = vec![(Join::And, bound(cursor, unit)?)];
    loop {
        cursor.space();
        if let [.., (_, last)] = &found[..]
            && cursor.one_of(&["之间"])
            && (found.len() < 2 || last.sense.is_some())
        {
            return Err(Unreadable::new(
                last.at.start..cursor.at(),
                "“之间”前面要有两个数，例如 2万至5万",
                "two numbers are needed here, as in `from 20,000 to 50,000`",
            ));
        }
        cursor.space();
        if cursor.done() {
            return Ok(found);
        }
        let between = matches!(&found[..], [(_, first)] if first.sense == Some(Sense::Between));
        let join = join(cursor).ok_or_else(|| cursor.unread(ZH, EN))?;
        let join = if between { Join::To } else { join };
        found.push((join, bound(cursor, unit)?));
    }
}

/// Limits may also follow each other without a word: `超过2万10万以下`.
fn join(cursor: &mut Cursor<'_>) -> Option<Join> {
    if cursor.one_of(AND) {
        cursor.one_of(AND);
        return Some(Join::And);
    }
    let mut ahead = cursor.clone();
    if ahead.entry(BEFORE).is_some() || ahead.peek().is_some_and(|next| next.is_ascii_digit()) {
        return Some(Join::And);
    }
    cursor.one_of(TO).then_some(Join::To)
}

fn bound(cursor: &mut Cursor<'_>, unit: AxisUnit) -> Result<Bound, Unreadable> {
    cursor.space();
    let start = cursor.at();
    let before = cursor.entry(BEFORE);
    cursor.space();
    let number = match unit {
        AxisUnit::Money => money::read(cursor)?,
        AxisUnit::Number(step) => step.read(cursor)?,
    };
    let Some((count, _)) = number else {
        return Err(cursor.unread(ZH, EN));
    };
    let first = next(cursor, INCLUDED);
    beside(cursor, start)?;
    let after = next(cursor, AFTER);
    let included = next(cursor, INCLUDED).or(first);
    let end = cursor.at();
    let sense = one_sense(before, after).map_err(|()| two_words(start..end))?;
    Ok(Bound {
        sense: sense.map(|sense| settle(sense, included)),
        count,
        at: start..end,
    })
}

/// Takes an entry of `table`, and the spaces before it only if there is one.
fn next<T: Copy>(cursor: &mut Cursor<'_>, table: &[(&str, T)]) -> Option<T> {
    let before = cursor.at();
    cursor.space();
    let found = cursor.entry(table);
    if found.is_none() {
        cursor.go(before);
    }
    found
}

fn one_sense(before: Option<Sense>, after: Option<Sense>) -> Result<Option<Sense>, ()> {
    match (before, after) {
        (Some(_), Some(_)) => Err(()),
        (before, after) => Ok(before.or(after)),
    }
}

fn settle(sense: Sense, included: Option<bool>) -> Sense {
    match (sense, included) {
        (Sense::AtLeast | Sense::Over, Some(true)) => Sense::AtLeast,
        (Sense::AtLeast | Sense::Over, Some(false)) => Sense::Over,
        (Sense::AtMost | Sense::Under, Some(true)) => Sense::AtMost,
        (Sense::AtMost | Sense::Under, Some(false)) => Sense::Under,
        (sense, _) => sense,
    }
}

fn beside(cursor: &mut Cursor<'_>, start: usize) -> Result<(), Unreadable> {
    let before = cursor.at();
    if next(cursor, &[("以外", ()), ("之外", ())]).is_none() {
        return Ok(());
    }
    let number = quoted(&cursor.text()[start..before]);
    Err(Unreadable::new(
        before..cursor.at(),
        format!("“以外”读不出是哪一边；含这个数就写“{number}以上”，不含就写“超过{number}”"),
        format!(
            "“以外” does not say which side is meant; write `{number}以上` to include the number, `超过{number}` to leave it out"
        ),
    ))
}

fn two_words(at: Range<usize>) -> Unreadable {
    Unreadable::new(
        at,
        "一个数前后各有一个界限词，只能留一个；两个界限之间写“且”",
        "one number has a limiting word on both sides; keep one, and part two limits with `and`",
    )
}
