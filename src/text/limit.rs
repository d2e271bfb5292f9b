//! Limits on an amount or a count: `超过2万 且 10万以下`, `over 20,000 up to 100,000`. Words in, a
//! closed interval of whole steps out, and back to words.
//!
//! Chinese words are read by law: 以上, 以下 and 以内 include the number, 超过 and 不满 do not (Civil
//! Code of the PRC, article 1259). 以外 after a number is refused, as readers differ on its side.

use super::cursor::Cursor;
use super::number::Step;
use super::{Tongue, Unreadable, Words, money};
use std::ops::Range;

/// What a limited input is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AxisUnit {
    /// Fen, hundredths of the currency.
    Money,
    /// Steps of this size.
    Number(Step),
}

/// The values that an input can have at all, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Axis {
    /// What it is counted in.
    pub unit: AxisUnit,
    /// The smallest value, in that unit; `None` without end.
    pub from: Option<i64>,
    /// The largest value, in that unit; `None` without end.
    pub to: Option<i64>,
}

/// The values from `low` to `high`, both included; `i64::MIN` and `i64::MAX` where there is no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The smallest value.
    pub low: i64,
    /// The largest value; never below `low` when it was read from text.
    pub high: i64,
}

const ZH: &str = "限额可以写 2万以下、超过2万、超过2万 且 10万以下、2万-5万";
const EN: &str = "a limit is written `up to 20,000`, `over 20,000`, `over 20,000 up to 100,000` or `from 20,000 to 50,000`";

/// Which side of its number a word leaves, and whether the number itself stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sense {
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
enum Join {
    And,
    To,
}

struct Bound {
    /// `None` for a number without a word.
    sense: Option<Sense>,
    count: i64,
    at: Range<usize>,
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
const AFTER: &[(&str, Sense)] = &[
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
const ALL: &[&str] = &["不限", "任意", "any"];
const AND: &[&str] = &[
    "并且", "而且", "且", "和", "与", "and", "&&", "&", ",", "、",
];
const TO: &[&str] = &["至", "到", "to", "-", "~"];

/// Reads a limit on the input `axis`. A number alone means exactly that number; ends beyond the
/// input's own are drawn in to them; limits that leave nothing are refused.
pub fn parse(text: &str, axis: Axis) -> Result<Interval, Unreadable> {
    read(text, axis).map_err(|wrong| without_unit(wrong, text, axis))
}

/// In words that [`parse`] reads back: `超过2万元 且 10万元以下`, `over CNY 20,000 up to CNY 100,000`.
/// Of the two ways to say an end, the one with the rounder number.
pub fn show(interval: Interval, axis: Axis, tongue: Tongue, currency: &str) -> String {
    let number = |count| match axis.unit {
        AxisUnit::Money => money::brief(count, tongue, currency),
        AxisUnit::Number(step) => step.show(count),
    };
    let words = ends(interval, axis, number);
    words.say(tongue).to_owned()
}

fn read(text: &str, axis: Axis) -> Result<Interval, Unreadable> {
    let whole = Interval {
        low: axis.from.unwrap_or(i64::MIN),
        high: axis.to.unwrap_or(i64::MAX),
    };
    let mut cursor = Cursor::new(text);
    cursor.space();
    if cursor.one_of(ALL) {
        cursor.end(ZH, EN)?;
        return Ok(whole);
    }
    let bounds = bounds(&mut cursor, axis.unit)?;
    let found = meet(text, &bounds)?;
    let inside = Interval {
        low: found.low.max(whole.low),
        high: found.high.min(whole.high),
    };
    if inside.low > inside.high {
        return Err(outside(text, axis));
    }
    Ok(inside)
}

fn ends(interval: Interval, axis: Axis, number: impl Fn(i64) -> String) -> Words {
    let Interval { low, high } = interval;
    if low == high {
        return number(low).into();
    }
    let open = Interval {
        low: axis.from.unwrap_or(i64::MIN),
        high: axis.to.unwrap_or(i64::MAX),
    };
    let over = low.checked_sub(1).filter(|under| rounder(*under, low));
    let under = high.checked_add(1).filter(|over| rounder(*over, high));
    let lower = match over {
        Some(over) => Words::new(
            format!("超过{}", number(over)),
            format!("over {}", number(over)),
        ),
        None => Words::new(
            format!("{}以上", number(low)),
            format!("at least {}", number(low)),
        ),
    };
    let upper = match under {
        Some(under) => Words::new(
            format!("不满{}", number(under)),
            format!("under {}", number(under)),
        ),
        None => Words::new(
            format!("{}以下", number(high)),
            format!("up to {}", number(high)),
        ),
    };
    match (low <= open.low, high >= open.high) {
        (true, true) => Words::new("不限", "any"),
        (true, false) => upper,
        (false, true) => lower,
        (false, false) => Words::new(
            format!("{} 且 {}", lower.zh, upper.zh),
            match (over, under) {
                (None, None) => format!("from {} to {}", number(low), number(high)),
                (Some(_), None) => format!("{} {}", lower.en, upper.en),
                _ => format!("{} and {}", lower.en, upper.en),
            },
        ),
    }
}

/// Whether `one` ends in more zeros than `other`; nought is not round, or `1以上` became `超过0`.
fn rounder(one: i64, other: i64) -> bool {
    let zeros = |mut count: i64| {
        let mut zeros = 0;
        while count != 0 && count % 10 == 0 {
            count /= 10;
            zeros += 1;
        }
        zeros
    };
    zeros(one) > zeros(other)
}

fn bounds(cursor: &mut Cursor<'_>, unit: AxisUnit) -> Result<Vec<(Join, Bound)>, Unreadable> {
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
    let number = cursor.text()[start..before].trim();
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

/// The values that satisfy all bounds.
fn meet(text: &str, bounds: &[(Join, Bound)]) -> Result<Interval, Unreadable> {
    let mut found = Interval {
        low: i64::MIN,
        high: i64::MAX,
    };
    for (index, (join, bound)) in bounds.iter().enumerate() {
        let starts_range = matches!(bounds.get(index + 1), Some((Join::To, _)));
        let ends_range = *join == Join::To && index > 0;
        let sense = place(bound, starts_range, ends_range, bounds.len())?;
        let (low, high) = side(sense, bound.count);
        found.low = found.low.max(low);
        found.high = found.high.min(high);
    }
    if found.low > found.high {
        return Err(Unreadable::new(
            0..text.len(),
            "这些界限互相排斥，没有一个数同时满足",
            "these limits exclude each other: no number satisfies them all",
        ));
    }
    Ok(found)
}

/// What a bound means where it stands: alone, at the start of a range, or at its end.
fn place(
    bound: &Bound,
    starts_range: bool,
    ends_range: bool,
    bounds: usize,
) -> Result<Sense, Unreadable> {
    let wrong = |zh: &str, en: &str| Err(Unreadable::new(bound.at.clone(), zh, en));
    match (bound.sense, starts_range, ends_range) {
        (_, true, true) => wrong("一个范围只有两头", "a range has only two ends"),
        (None | Some(Sense::Between), true, _) => Ok(Sense::AtLeast),
        (Some(sense @ (Sense::AtLeast | Sense::Over)), true, _) => Ok(sense),
        (None, _, true) => Ok(Sense::AtMost),
        (Some(sense @ (Sense::AtMost | Sense::Under)), _, true) => Ok(sense),
        (_, true, _) | (_, _, true) => wrong(
            "范围要从小写到大，例如 2万至5万",
            "a range goes from its lower to its upper end, as in `from 20,000 to 50,000`",
        ),
        (Some(Sense::Between), ..) => wrong(
            "“介于”后面要有两个数，例如 2万至5万",
            "two numbers are needed here, as in `from 20,000 to 50,000`",
        ),
        (None, ..) if bounds > 1 => wrong(
            "这个数没有说明是上限还是下限",
            "this number does not say whether it is an upper or a lower limit",
        ),
        (None, ..) => Ok(Sense::Exactly),
        (Some(sense), ..) => Ok(sense),
    }
}

fn side(sense: Sense, count: i64) -> (i64, i64) {
    match sense {
        Sense::AtLeast => (count, i64::MAX),
        Sense::Over => (count.saturating_add(1), i64::MAX),
        Sense::AtMost => (i64::MIN, count),
        Sense::Under => (i64::MIN, count.saturating_sub(1)),
        Sense::Exactly | Sense::Between => (count, count),
    }
}

fn outside(text: &str, axis: Axis) -> Unreadable {
    let number = |count: Option<i64>| match (count, axis.unit) {
        (None, _) => "…".to_owned(),
        (Some(count), AxisUnit::Money) => Step::HUNDREDTH.show(count),
        (Some(count), AxisUnit::Number(step)) => step.show(count),
    };
    let (from, to) = (number(axis.from), number(axis.to));
    Unreadable::new(
        0..text.len(),
        format!("这一项只能取 {from} 到 {to}，这个限额之内没有可取的数"),
        format!("the input goes from {from} to {to}, and nothing of that is within this limit"),
    )
}

/// `5%以下`, `3个月以下`: an input that counts plain numbers says its unit in its name.
fn without_unit(wrong: Unreadable, text: &str, axis: Axis) -> Unreadable {
    if axis.unit == AxisUnit::Money || wrong.suggest.is_some() {
        return wrong;
    }
    let rest = &text[wrong.at.start..];
    let end = rest
        .char_indices()
        .map(|(at, _)| at)
        .chain([rest.len()])
        .skip(1)
        .take(8)
        .find(|at| {
            let mut ahead = Cursor::new(&rest[*at..]);
            ahead.space();
            ahead.done() || ahead.entry(AFTER).is_some() || ahead.one_of(AND)
        });
    let mended = end.map(|end| format!("{}{}", &text[..wrong.at.start], &rest[end..]));
    match mended {
        Some(mended) if read(&mended, axis).is_ok() => {
            let end = wrong.at.start + end.unwrap_or(0);
            let words = text[wrong.at.start..end].to_owned();
            Unreadable::new(
                wrong.at.start..end,
                format!("这一项是纯数，后面不写单位“{words}”"),
                format!("this input counts plain numbers, so “{words}” is left out"),
            )
            .suggest(mended.trim())
        }
        _ => wrong,
    }
}
