//! The sides of boxes: what fits them, what two of them share, what they are together.

use super::{Axis, Row, Side};
use std::collections::BTreeSet;

/// Whether a side of this axis has this value.
pub(super) fn holds(axis: Axis, side: &Side, value: i64) -> bool {
    match (axis, side) {
        (Axis::Choice(count), Side::Any) => (0..i64::from(count)).contains(&value),
        (Axis::Range { low, high }, Side::Any) => (low..=high).contains(&value),
        (Axis::Choice(_), Side::Choices(choices)) => {
            choices.iter().any(|choice| i64::from(*choice) == value)
        }
        (Axis::Range { .. }, Side::Interval(low, high)) => (*low..=*high).contains(&value),
        (Axis::Range { .. }, Side::Choices(_)) | (Axis::Choice(_), Side::Interval(..)) => false,
    }
}

/// The row with one side per axis, drawn in to the axes, choices sorted, [`Side::Any`] for a whole
/// axis; `None` if no case is left.
pub(super) fn normal(axes: &[Axis], row: &Row) -> Option<Row> {
    let sides = row.iter().chain(std::iter::repeat(&Side::Any));
    axes.iter()
        .zip(sides)
        .map(|(axis, side)| normal_side(*axis, side))
        .collect()
}

/// One side of a row, made normal; `None` if no value is left.
pub(super) fn normal_side(axis: Axis, side: &Side) -> Option<Side> {
    match (axis, side) {
        (Axis::Choice(count), Side::Any) => (count > 0).then_some(Side::Any),
        (Axis::Range { low, high }, Side::Any) => (low <= high).then_some(Side::Any),
        (Axis::Choice(count), Side::Choices(choices)) => {
            let choices: BTreeSet<u16> = choices.iter().copied().filter(|it| *it < count).collect();
            match choices.len() {
                0 => None,
                every if every == usize::from(count) => Some(Side::Any),
                _ => Some(Side::Choices(choices.into_iter().collect())),
            }
        }
        (Axis::Range { low, high }, Side::Interval(from, to)) => {
            let (from, to) = (low.max(*from), high.min(*to));
            match (from, to) {
                _ if from > to => None,
                _ if from == low && to == high => Some(Side::Any),
                _ => Some(Side::Interval(from, to)),
            }
        }
        (Axis::Range { .. }, Side::Choices(_)) | (Axis::Choice(_), Side::Interval(..)) => None,
    }
}

/// The cases of two normal rows that both answer, as a normal row.
pub(super) fn common(axes: &[Axis], left: &Row, right: &Row) -> Option<Row> {
    axes.iter()
        .zip(left.iter().zip(right))
        .map(|(axis, pair)| match pair {
            (Side::Any, side) | (side, Side::Any) => Some(side.clone()),
            (Side::Interval(from, to), Side::Interval(low, high)) => {
                normal_side(*axis, &Side::Interval(*from.max(low), *to.min(high)))
            }
            (Side::Choices(left), Side::Choices(right)) => {
                let both = left.iter().filter(|choice| right.contains(choice));
                normal_side(*axis, &Side::Choices(both.copied().collect()))
            }
            (Side::Choices(_), Side::Interval(..)) | (Side::Interval(..), Side::Choices(_)) => None,
        })
        .collect()
}

/// Two normal rows as one, if they differ on exactly one axis and leave nothing between them there.
pub(super) fn join_sides(axes: &[Axis], left: &Row, right: &Row) -> Option<Row> {
    let mut differing = (0..axes.len()).filter(|index| left[*index] != right[*index]);
    let index = differing.next()?;
    if differing.next().is_some() {
        return None;
    }
    let side = match (&left[index], &right[index]) {
        (Side::Choices(left), Side::Choices(right)) => {
            Side::Choices(left.iter().chain(right).copied().collect())
        }
        (Side::Interval(from, to), Side::Interval(low, high))
            if *low.max(from) <= to.min(high).saturating_add(1) =>
        {
            Side::Interval(*from.min(low), *to.max(high))
        }
        _ => return None,
    };
    let mut row = left.clone();
    row[index] = normal_side(axes[index], &side)?;
    Some(row)
}

/// What two sides of one axis share.
pub(super) fn common_side(axis: Axis, left: &Side, right: &Side) -> Option<Side> {
    common(&[axis], &vec![left.clone()], &vec![right.clone()])?.pop()
}
