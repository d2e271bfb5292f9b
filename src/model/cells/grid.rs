//! Axes cut into pieces at the ends of all rows, and which rows hold on each piece.

use super::sides::{common_side, holds, normal, normal_side};
use super::{Axis, Region, Row, Side};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A set of rows.
pub(super) type Bits = Vec<u64>;

/// A stretch of an axis, or some of its choices, on which the same rows hold.
pub(super) struct Piece {
    /// A normal side or, for all choices of an axis, each of them.
    pub(super) side: Side,
    /// How many cells of this axis it stands for.
    pub(super) cells: u64,
    /// The rows that hold on it.
    pub(super) rows: Bits,
}

/// All axes, cut where some row begins or ends.
pub(super) struct Grid {
    /// The axes as given.
    pub(super) axes: Vec<Axis>,
    /// The pieces of each axis, in order.
    pub(super) pieces: Vec<Vec<Piece>>,
    /// For each axis, the rows that ask nothing of it and of those after it.
    pub(super) idle_from: Vec<Bits>,
    /// The rows that have cases at all.
    pub(super) live: Bits,
}

impl Grid {
    /// The grid of all cases.
    pub(super) fn new(axes: &[Axis], rows: &[Row]) -> Grid {
        Grid::within(axes, &vec![Side::Any; axes.len()], rows)
    }

    /// The grid of the box `inside` alone.
    pub(super) fn within(axes: &[Axis], inside: &Row, rows: &[Row]) -> Grid {
        let words = rows.len().div_ceil(64);
        let rows: Vec<Option<Row>> = rows.iter().map(|row| normal(axes, row)).collect();
        let mut live = vec![0; words];
        for (index, _) in rows.iter().enumerate().filter(|(_, row)| row.is_some()) {
            set(&mut live, index);
        }
        let pieces = axes
            .iter()
            .zip(inside)
            .enumerate()
            .map(|(index, (axis, inside))| {
                let sides: Vec<&Side> = rows
                    .iter()
                    .map(|row| row.as_ref().map_or(&Side::Any, |row| &row[index]))
                    .collect();
                cut(*axis, inside, &sides)
            })
            .collect();
        let mut idle_from = vec![live.clone()];
        for index in (0..axes.len()).rev() {
            let mut idle = idle_from[0].clone();
            for (number, row) in rows.iter().enumerate() {
                let asks = row
                    .as_ref()
                    .is_some_and(|row| row[index] != Side::Any && row[index] != inside[index]);
                if asks {
                    idle[number / 64] &= !(1 << (number % 64));
                }
            }
            idle_from.insert(0, idle);
        }
        Grid {
            axes: axes.to_vec(),
            pieces,
            idle_from,
            live,
        }
    }

    /// The region of these normal sides, whose ends are ends of pieces.
    pub(super) fn region(&self, sides: Vec<Side>) -> Region {
        let on_axis = |(index, side): (usize, &Side)| -> u64 {
            let inside = self.pieces[index].iter().filter_map(|piece| {
                let shared = common_side(self.axes[index], &piece.side, side)?;
                Some(match shared {
                    Side::Choices(choices) => choices.len() as u64,
                    Side::Any | Side::Interval(..) => piece.cells,
                })
            });
            inside.sum()
        };
        let cells = sides
            .iter()
            .enumerate()
            .map(on_axis)
            .fold(1, u64::saturating_mul);
        Region { sides, cells }
    }
}

fn set(bits: &mut Bits, index: usize) {
    bits[index / 64] |= 1 << (index % 64);
}

/// The rows of both sets.
pub(super) fn both(left: &Bits, right: &Bits) -> Bits {
    left.iter()
        .zip(right)
        .map(|(one, other)| one & other)
        .collect()
}

/// Whether a set has no rows.
pub(super) fn none(bits: &Bits) -> bool {
    bits.iter().all(|word| *word == 0)
}

/// The pieces of one axis that lie inside `inside`.
fn cut(axis: Axis, inside: &Side, sides: &[&Side]) -> Vec<Piece> {
    let Some(inside) = normal_side(axis, inside) else {
        return Vec::new();
    };
    match axis {
        Axis::Choice(count) => cut_choices(count, &inside, sides),
        Axis::Range { low, high } => {
            let (low, high) = match inside {
                Side::Interval(low, high) => (low, high),
                Side::Any | Side::Choices(_) => (low, high),
            };
            cut_range(axis, (low, high), sides)
        }
    }
}

/// Choices that the same rows name are one piece.
fn cut_choices(count: u16, inside: &Side, sides: &[&Side]) -> Vec<Piece> {
    let mut by_rows: Vec<Bits> = vec![vec![0; sides.len().div_ceil(64)]; usize::from(count)];
    for (index, side) in sides.iter().enumerate() {
        match side {
            Side::Choices(choices) => {
                for choice in choices {
                    set(&mut by_rows[usize::from(*choice)], index);
                }
            }
            Side::Any => by_rows.iter_mut().for_each(|rows| set(rows, index)),
            Side::Interval(..) => {}
        }
    }
    let mut pieces: Vec<(Vec<u16>, Bits)> = Vec::new();
    let mut seen: FxHashMap<Bits, usize> = FxHashMap::default();
    for (choice, rows) in (0..count).zip(by_rows) {
        if !holds(Axis::Choice(count), inside, i64::from(choice)) {
            continue;
        }
        let next = pieces.len();
        let at = *seen.entry(rows.clone()).or_insert(next);
        if at == next {
            pieces.push((Vec::new(), rows));
        }
        pieces[at].0.push(choice);
    }
    pieces
        .into_iter()
        .map(|(choices, rows)| Piece {
            cells: choices.len() as u64,
            side: Side::Choices(choices),
            rows,
        })
        .collect()
}

fn cut_range(axis: Axis, (low, high): (i64, i64), sides: &[&Side]) -> Vec<Piece> {
    let mut starts = BTreeSet::from([low]);
    for side in sides {
        if let Side::Interval(from, to) = side {
            starts.extend((*from > low && *from <= high).then_some(*from));
            starts.extend((*to >= low && *to < high).then(|| *to + 1));
        }
    }
    let starts: Vec<i64> = starts.into_iter().collect();
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([high]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            let mut rows = vec![0; sides.len().div_ceil(64)];
            for (index, side) in sides.iter().enumerate() {
                if holds(axis, side, *start) {
                    set(&mut rows, index);
                }
            }
            Piece {
                side: Side::Interval(*start, end),
                cells: 1,
                rows,
            }
        })
        .collect()
}
