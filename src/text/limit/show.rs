//! A limit in words that the grammar reads back to the same interval.

use super::super::{Tongue, Words, money};
use super::{Axis, AxisUnit, Interval};

/// In words that [`super::parse`] reads back: `超过2万元 且 10万元以下`, `over CNY 20,000 up to CNY 100,000`.
/// Of the two ways to say an end, the one with the rounder number.
pub fn show(interval: Interval, axis: Axis, tongue: Tongue, currency: &str) -> String {
    let number = |count| match axis.unit {
        AxisUnit::Money => money::brief(count, tongue, currency),
        AxisUnit::Number(step) => step.show(count),
    };
    let words = ends(interval, axis, number);
    words.say(tongue).to_owned()
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

/// The number that the words for an upper end name: of `不满5万` it is 5万, not the fen below.
pub fn named_end(high: i64) -> i64 {
    match high.checked_add(1) {
        Some(over) if rounder(over, high) => over,
        _ => high,
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
