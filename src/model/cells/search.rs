//! The search for cases without a row. Axis by axis, carrying the set of rows still alive.

use super::grid::{Bits, Grid, Piece, both, none};
use super::sides::normal_side;
use super::{MOST_STEPS, Region, Side};
use rustc_hash::{FxHashMap, FxHashSet};

/// More axes than this are not searched: each costs a call on the stack.
const MOST_DEPTH: usize = 100;

/// Looks for cells without a row, axis by axis.
pub(super) struct Search<'a> {
    grid: &'a Grid,
    /// The sides chosen on the axes before this one, and their cells.
    path: Vec<(Side, u64)>,
    /// Sets of rows that were seen to answer everything from an axis on.
    answered: FxHashSet<(usize, Bits)>,
    /// What was found, not yet merged.
    pub(super) found: Vec<Region>,
    most: usize,
    /// How many pieces were looked at.
    pub(super) steps: usize,
    /// Whether the search ended early.
    pub(super) stopped: bool,
}

impl<'a> Search<'a> {
    /// Searches all of `grid`, and ends early after `most` boxes.
    pub(super) fn run(grid: &'a Grid, most: usize) -> Search<'a> {
        let mut search = Search {
            grid,
            path: Vec::new(),
            answered: FxHashSet::default(),
            found: Vec::new(),
            most,
            steps: 0,
            stopped: false,
        };
        search.look(0, &grid.live);
        search
    }

    /// Looks through all cases of the axes from `axis` on, where only `rows` are still alive.
    fn look(&mut self, axis: usize, rows: &Bits) {
        if self.stopped || !none(&both(rows, &self.grid.idle_from[axis])) {
            return;
        }
        if none(rows) {
            self.keep();
            return;
        }
        if self.answered.contains(&(axis, rows.clone())) {
            return;
        }
        if axis >= MOST_DEPTH {
            self.stopped = true;
            return;
        }
        let before = self.found.len();
        for (side, cells, alive) in self.branches(axis, rows) {
            self.path.push((side, cells));
            self.look(axis + 1, &alive);
            self.path.pop();
        }
        if !self.stopped && self.found.len() == before {
            self.answered.insert((axis, rows.clone()));
        }
    }

    /// The ways to go on: neighbouring stretches, and choices, that leave the same rows are one way.
    fn branches(&mut self, axis: usize, rows: &Bits) -> Vec<(Side, u64, Bits)> {
        let grid = self.grid;
        self.steps += grid.pieces[axis].len();
        self.stopped |= self.steps > MOST_STEPS;
        let mut ways: Vec<(Side, u64, Bits)> = Vec::new();
        let mut seen: FxHashMap<Bits, usize> = FxHashMap::default();
        for piece in &grid.pieces[axis] {
            let alive = both(rows, &piece.rows);
            let same = match piece.side {
                Side::Choices(_) => seen.get(&alive).copied(),
                Side::Any | Side::Interval(..) => ways
                    .len()
                    .checked_sub(1)
                    .filter(|last| ways[*last].2 == alive),
            };
            if let Some(at) = same {
                extend(&mut ways[at].0, &piece.side);
                ways[at].1 += piece.cells;
            } else {
                seen.insert(alive.clone(), ways.len());
                ways.push((piece.side.clone(), piece.cells, alive));
            }
        }
        ways
    }

    /// Keeps the box of the path so far and all of the axes after it.
    fn keep(&mut self) {
        let grid = self.grid;
        let mut cells = 1_u64;
        let mut sides = Vec::with_capacity(grid.axes.len());
        for (index, axis) in grid.axes.iter().enumerate() {
            let (side, count) = match self.path.get(index) {
                Some((side, count)) => (side.clone(), *count),
                None => whole(&grid.pieces[index]),
            };
            let Some(side) = normal_side(*axis, &side) else {
                return;
            };
            cells = cells.saturating_mul(count);
            sides.push(side);
        }
        self.stopped |= self.found.len() >= self.most;
        if !self.stopped {
            self.found.push(Region { sides, cells });
        }
    }
}

/// All pieces of an axis as one.
fn whole(pieces: &[Piece]) -> (Side, u64) {
    let mut side = pieces
        .first()
        .map_or_else(|| Side::Choices(Vec::new()), |piece| piece.side.clone());
    for piece in pieces.iter().skip(1) {
        extend(&mut side, &piece.side);
    }
    (side, pieces.iter().map(|piece| piece.cells).sum())
}

/// Adds the piece that follows.
fn extend(side: &mut Side, next: &Side) {
    match (side, next) {
        (Side::Choices(choices), Side::Choices(more)) => choices.extend(more),
        (Side::Interval(_, end), Side::Interval(_, to)) => *end = *to,
        _ => {}
    }
}
