//! Limits on an amount or a count: `超过2万 且 10万以下`, `over 20,000 up to 100,000`. Words in, a
//! closed interval of whole steps out, and back to words.
//!
//! Chinese words are read by law: 以上, 以下 and 以内 include the number, 超过 and 不满 do not (Civil
//! Code of the PRC, article 1259). 以外 after a number is refused, as readers differ on its side.

mod bound;
mod show;

pub use show::{named_end, show};

use super::Unreadable;
use super::cursor::Cursor;
use super::number::Step;
use bound::{AFTER, ALL, AND, Bound, Join, Sense, bounds};
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

/// Reads a limit on the input `axis`. A number alone means exactly that number; ends beyond the
/// input's own are drawn in to them; limits that leave nothing are refused.
pub fn parse(text: &str, axis: Axis) -> Result<Interval, Unreadable> {
    read(text, axis).map_err(|wrong| without_unit(wrong, text, axis))
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
    let is_below_zero = axis.unit == AxisUnit::Money && inside.high < 0;
    if inside.low > inside.high || is_below_zero {
        return Err(outside(text, axis));
    }
    Ok(inside)
}

/// The values that satisfy all bounds.
fn meet(text: &str, bounds: &[(Join, Bound)]) -> Result<Interval, Unreadable> {
    let mut found = Interval {
        low: i64::MIN,
        high: i64::MAX,
    };
    for (index, (join, bound)) in bounds.iter().enumerate() {
        let before_to = matches!(bounds.get(index + 1), Some((Join::To, _)));
        let sense = match (before_to, *join) {
            (true, Join::To) => Err(Unreadable::new(
                bound.at.clone(),
                "一个范围只有两头",
                "a range has only two ends",
            )),
            (true, Join::And) => start(bound),
            (false, Join::To) => end(bound),
            (false, Join::And) if bounds.len() == 1 && bound.sense.is_none() => Ok(Sense::Exactly),
            (false, Join::And) => alone(bound),
        }?;
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

/// What a bound means at the start of a range.
fn start(bound: &Bound) -> Result<Sense, Unreadable> {
    match bound.sense {
        None | Some(Sense::Between) => Ok(Sense::AtLeast),
        Some(sense @ (Sense::AtLeast | Sense::Over)) => Ok(sense),
        Some(_) => Err(backwards(bound)),
    }
}

/// What a bound means at the end of a range.
fn end(bound: &Bound) -> Result<Sense, Unreadable> {
    match bound.sense {
        None => Ok(Sense::AtMost),
        Some(sense @ (Sense::AtMost | Sense::Under)) => Ok(sense),
        Some(_) => Err(backwards(bound)),
    }
}

/// What a bound means that is no end of a range.
fn alone(bound: &Bound) -> Result<Sense, Unreadable> {
    match bound.sense {
        None => Err(Unreadable::new(
            bound.at.clone(),
            "这个数没有说明是上限还是下限",
            "this number does not say whether it is an upper or a lower limit",
        )),
        Some(Sense::Between) => Err(Unreadable::new(
            bound.at.clone(),
            "“介于”后面要有两个数，例如 2万至5万",
            "two numbers are needed here, as in `from 20,000 to 50,000`",
        )),
        Some(sense) => Ok(sense),
    }
}

fn backwards(bound: &Bound) -> Unreadable {
    Unreadable::new(
        bound.at.clone(),
        "范围要从小写到大，例如 2万至5万",
        "a range goes from its lower to its upper end, as in `from 20,000 to 50,000`",
    )
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
    // No amount is below 0, whatever the input says.
    let from = match axis.unit {
        AxisUnit::Money => Some(axis.from.unwrap_or(0).max(0)),
        AxisUnit::Number(_) => axis.from,
    };
    let (from, to) = (number(from), number(axis.to));
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
    let Some(end) = word_end(text, wrong.at.start) else {
        return wrong;
    };
    let at = wrong.at.start..end;
    let mut mended = cut(text, &at);
    // One word for each of at most two ends.
    if let Err(next) = read(&mended, axis)
        && let Some(end) = word_end(&mended, next.at.start)
    {
        mended = cut(&mended, &(next.at.start..end));
    }
    if read(&mended, axis).is_err() {
        return wrong;
    }
    let words = text[at.clone()].to_owned();
    Unreadable::new(
        at,
        format!("这一项是纯数，后面不写单位“{words}”"),
        format!("this input counts plain numbers, so “{words}” is left out"),
    )
    .suggest(mended.trim())
}

/// Where a short word ends that begins at `start` and stands before a word of this grammar.
fn word_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    rest.char_indices()
        .map(|(at, _)| at)
        .chain([rest.len()])
        .skip(1)
        .take(8)
        .find(|at| {
            let mut ahead = Cursor::new(&rest[*at..]);
            ahead.space();
            ahead.done() || ahead.entry(AFTER).is_some() || ahead.one_of(AND)
        })
        .map(|length| start + length)
}

fn cut(text: &str, at: &Range<usize>) -> String {
    format!("{}{}", &text[..at.start], &text[at.end..])
}
