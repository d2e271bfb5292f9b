//! Box algebra: rows of conditions as boxes in the space of all cases. Boxes in; out come the cases
//! that no row answers, those that two rows answer, and the rows that never get to answer.
//!
//! Every row is a product of one side per axis. The ends of all sides cut each axis into pieces such
//! that a piece lies wholly inside or wholly outside every side; the products of pieces are the cells.
//! The search never walks the cells one by one: it goes axis by axis, carries the set of rows still
//! alive, and takes all pieces that leave the same set together. Exact, no floats. The question is
//! NP-complete in the number of axes, so the search counts its steps and says when it stopped early.

mod grid;
mod search;
mod sides;

use grid::Grid;
use search::Search;
use sides::{common, holds, join_sides, normal};

/// One input of a table: the values that it can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// One of this many choices, numbered from 0.
    Choice(u16),
    /// A whole number, both ends included; `i64::MIN` and `i64::MAX` where there is no end.
    Range {
        /// The smallest.
        low: i64,
        /// The largest.
        high: i64,
    },
}

/// What a row asks of one input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Nothing.
    Any,
    /// One of these choices, in any order. On a [`Axis::Range`] no value fits.
    Choices(Vec<u16>),
    /// A number from the first to the second, both included. On an [`Axis::Choice`] no value fits.
    Interval(i64, i64),
}

/// What a row asks of each input, in the order of the axes; inputs beyond its end are [`Side::Any`].
pub type Row = Vec<Side>;

/// One case: for each axis the number of the choice, or the value.
pub type Point = Vec<i64>;

/// A box of cases that have the same answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// One side per axis: [`Side::Any`] for the whole axis, choices in order, intervals never empty.
    pub sides: Vec<Side>,
    /// How many cells it has: each choice counts, and each stretch between two ends of rows.
    pub cells: u64,
}

/// The cases that no row answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// They, as boxes that do not overlap, neighbours merged.
    pub regions: Vec<Region>,
    /// Whether these are all of them. The search ends after [`MOST_REGIONS`] boxes or [`MOST_STEPS`]
    /// steps; then what is listed is a gap, and there may be more.
    pub all: bool,
}

/// The cases that two rows answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The two rows, the earlier first, counted from 0.
    pub rows: (usize, usize),
    /// The cases.
    pub region: Region,
}

/// All pairs of rows that answer the same cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlaps {
    /// The pairs, by the earlier row and then the later.
    pub pairs: Vec<Overlap>,
    /// Whether these are all of them: the list ends after [`MOST_REGIONS`].
    pub all: bool,
}

/// After so many boxes or pairs a list ends: nobody reads more.
pub const MOST_REGIONS: usize = 200;

/// Tables with more rows are not searched: nobody reads them either.
pub const MOST_ROWS: usize = 1000;

/// After so many steps the search for gaps ends, well under a second.
pub const MOST_STEPS: usize = 300_000;

/// How much the search for masked rows may cost, in comparisons of a row with a piece.
const MOST_WORK: usize = 30_000_000;

/// The cases that no row answers.
pub fn gaps(axes: &[Axis], rows: &[Row]) -> Gaps {
    if rows.len() > MOST_ROWS {
        return Gaps {
            regions: Vec::new(),
            all: false,
        };
    }
    let grid = Grid::new(axes, rows);
    let search = Search::run(&grid, MOST_REGIONS);
    Gaps {
        regions: merged(axes, search.found),
        all: !search.stopped,
    }
}

/// The cases that two rows answer, for each such pair of rows, by the earlier row and then the later.
/// The cases common to two boxes are a box, so no search is needed.
pub fn overlaps(axes: &[Axis], rows: &[Row]) -> Overlaps {
    let mut found = Overlaps {
        pairs: Vec::new(),
        all: rows.len() <= MOST_ROWS,
    };
    if !found.all {
        return found;
    }
    let grid = Grid::new(axes, rows);
    let plain: Vec<Option<Row>> = rows.iter().map(|row| normal(axes, row)).collect();
    let pairs =
        (0..rows.len()).flat_map(|left| (left + 1..rows.len()).map(move |right| (left, right)));
    for (left, right) in pairs {
        let (Some(one), Some(other)) = (&plain[left], &plain[right]) else {
            continue;
        };
        let Some(sides) = common(axes, one, other) else {
            continue;
        };
        found.all = found.pairs.len() < MOST_REGIONS;
        if !found.all {
            break;
        }
        found.pairs.push(Overlap {
            rows: (left, right),
            region: grid.region(sides),
        });
    }
    found
}

/// The rows that never answer when the first that fits does: all of their cases are taken by rows
/// before them, or they have no case at all. Rows for which the search stops early are not among them.
pub fn masked(axes: &[Axis], rows: &[Row]) -> Vec<usize> {
    let plain: Vec<Option<Row>> = rows.iter().map(|row| normal(axes, row)).collect();
    let mut left = MOST_WORK;
    let mut found = Vec::new();
    for (index, row) in plain.iter().enumerate().take(MOST_ROWS) {
        let Some(row) = row else {
            found.push(index);
            continue;
        };
        let before: Vec<Row> = plain[..index]
            .iter()
            .filter_map(|earlier| common(axes, earlier.as_ref()?, row))
            .collect();
        left = left.saturating_sub(before.len() * before.len() * axes.len());
        if left == 0 {
            break;
        }
        let grid = Grid::within(axes, row, &before);
        let search = Search::run(&grid, 1);
        left = left.saturating_sub(search.steps * 10);
        if search.found.is_empty() && !search.stopped {
            found.push(index);
        }
    }
    found
}

/// The rows that answer the case `point`, in order. A value beyond its axis is answered by none.
pub fn hits(axes: &[Axis], rows: &[Row], point: &[i64]) -> Vec<usize> {
    let fits = |row: &Row| {
        axes.iter().enumerate().all(|(index, axis)| {
            let value = point.get(index);
            let side = row.get(index).unwrap_or(&Side::Any);
            value
                .is_some_and(|value| holds(*axis, &Side::Any, *value) && holds(*axis, side, *value))
        })
    };
    let answering = rows.iter().enumerate().filter(|(_, row)| fits(row));
    answering.map(|(index, _)| index).collect()
}

/// One case of a region, to be shown as an example: the first choice, and of an interval the end at
/// which rows meet rather than the end of the axis, of two such ends the rounder number.
pub fn witness(axes: &[Axis], region: &Region) -> Point {
    let sides = region.sides.iter().chain(std::iter::repeat(&Side::Any));
    axes.iter()
        .zip(sides)
        .map(|(axis, side)| match (axis, side) {
            (_, Side::Choices(choices)) => choices.first().copied().map_or(0, i64::from),
            (Axis::Choice(_), _) => 0,
            (Axis::Range { low, high }, Side::Interval(from, to)) => {
                telling((*low, *high), (*from, *to))
            }
            (Axis::Range { low, high }, Side::Any) => telling((*low, *high), (*low, *high)),
        })
        .collect()
}

/// How many cells the table has.
pub fn cells(axes: &[Axis], rows: &[Row]) -> u64 {
    let grid = Grid::new(axes, rows);
    let whole = vec![Side::Any; axes.len()];
    grid.region(whole).cells
}

/// Whether every case of `inner` is one of `outer`; a row without cases is within every other.
pub fn within(axes: &[Axis], inner: &Row, outer: &Row) -> bool {
    match (normal(axes, inner), normal(axes, outer)) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(inner), Some(outer)) => common(axes, &inner, &outer).as_ref() == Some(&inner),
    }
}

/// The one row that answers exactly what two rows answer together, if there is one: they differ on at
/// most one axis, and meet or overlap there, or one lies within the other.
pub fn joined(axes: &[Axis], left: &Row, right: &Row) -> Option<Row> {
    if within(axes, left, right) {
        return normal(axes, right);
    }
    if within(axes, right, left) {
        return normal(axes, left);
    }
    join_sides(axes, &normal(axes, left)?, &normal(axes, right)?)
}

/// The end of `inner` that tells most about it, inside `axis`.
fn telling(axis: (i64, i64), inner: (i64, i64)) -> i64 {
    let (low, high) = inner;
    match (low > axis.0, high < axis.1) {
        (true, true) if zeros(high) > zeros(low) => high,
        (true, _) => low,
        (false, true) => high,
        (false, false) if low > i64::MIN => low,
        (false, false) if high < i64::MAX => high,
        (false, false) => 0,
    }
}

fn zeros(mut value: i64) -> u32 {
    let mut zeros = 0;
    while value != 0 && value % 10 == 0 {
        value /= 10;
        zeros += 1;
    }
    zeros
}

/// Merges regions while any two make a box together.
fn merged(axes: &[Axis], mut regions: Vec<Region>) -> Vec<Region> {
    let mut index = 0;
    while index < regions.len() {
        let partner = (index + 1..regions.len()).find_map(|other| {
            let sides = join_sides(axes, &regions[index].sides, &regions[other].sides)?;
            Some((other, sides))
        });
        match partner {
            Some((other, sides)) => {
                let taken = regions.remove(other);
                regions[index].sides = sides;
                regions[index].cells = regions[index].cells.saturating_add(taken.cells);
                // What was merged may now fit an earlier one.
                index = 0;
            }
            None => index += 1,
        }
    }
    regions
}
