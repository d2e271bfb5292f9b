//! Box algebra: the search agrees with counting case by case on every small table, and reaches the end
//! of large ones.

use hejin::model::cells::{
    Axis, Row, Side, cells, gaps, hits, joined, masked, overlaps, within, witness,
};
use proptest::prelude::*;

/// Fifty rows that part the space of five inputs without gap or overlap.
fn parted(rows: usize, axes: &[Axis]) -> Vec<Row> {
    let whole: Row = axes
        .iter()
        .map(|axis| match axis {
            Axis::Range { low, high } => Side::Interval(*low, *high),
            Axis::Choice(count) => Side::Choices((0..*count).collect()),
        })
        .collect();
    let mut parts = vec![whole];
    let mut seed = 7_u64;
    while parts.len() < rows {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let random = usize::try_from(seed >> 33).unwrap();
        let index = random % axes.len();
        let taken = random / axes.len() % parts.len();
        let part = parts[taken].clone();
        let halves = match &part[index] {
            Side::Interval(low, high) if low < high => {
                let middle = low + i64::try_from(random).unwrap() % (high - low);
                Some((
                    Side::Interval(*low, middle),
                    Side::Interval(middle + 1, *high),
                ))
            }
            Side::Choices(choices) if choices.len() > 1 => {
                let (left, right) = choices.split_at(1 + random % (choices.len() - 1));
                Some((Side::Choices(left.to_vec()), Side::Choices(right.to_vec())))
            }
            _ => None,
        };
        if let Some((left, right)) = halves {
            parts[taken][index] = left;
            let mut other = part;
            other[index] = right;
            parts.push(other);
        }
    }
    parts
}

#[test]
fn fifty_rows_of_five_inputs_are_searched_to_the_end() {
    let range = Axis::Range {
        low: 0,
        high: 100_000_000,
    };
    for axes in [
        [range; 5],
        [range, range, Axis::Choice(8), Axis::Choice(4), range],
    ] {
        let mut rows = parted(50, &axes);
        assert!(cells(&axes, &rows) > 1_000);
        let found = gaps(&axes, &rows);
        assert!(found.all && found.regions.is_empty());
        assert_eq!(overlaps(&axes, &rows).pairs, []);
        assert_eq!(masked(&axes, &rows), Vec::<usize>::new());
        let taken = rows.remove(20);
        let found = gaps(&axes, &rows);
        assert!(found.all);
        assert!(
            found
                .regions
                .iter()
                .all(|gap| within(&axes, &gap.sides, &taken))
        );
        let point = witness(&axes, &found.regions[0]);
        assert_eq!(hits(&axes, &[taken], &point), [0]);
    }
}

fn small_axes() -> impl Strategy<Value = Vec<Axis>> {
    let axis = prop_oneof![
        (1..=4_u16).prop_map(Axis::Choice),
        (-2..2_i64, 0..6_i64).prop_map(|(low, more)| Axis::Range {
            low,
            high: low + more
        }),
    ];
    prop::collection::vec(axis, 0..=4)
}

fn side_of(axis: Axis) -> BoxedStrategy<Side> {
    let some = match axis {
        Axis::Choice(count) => prop::collection::vec(0..count + 1, 0..=4)
            .prop_map(Side::Choices)
            .boxed(),
        Axis::Range { low, high } => (low - 1..=high + 1, low - 1..=high + 1)
            .prop_map(|(one, other)| Side::Interval(one, other.max(one - 1)))
            .boxed(),
    };
    prop_oneof![2 => some, 1 => Just(Side::Any)].boxed()
}

fn small_tables() -> impl Strategy<Value = (Vec<Axis>, Vec<Row>)> {
    small_axes().prop_flat_map(|axes| {
        let row: Vec<BoxedStrategy<Side>> = axes.iter().map(|axis| side_of(*axis)).collect();
        (Just(axes), prop::collection::vec(row, 0..8))
    })
}

fn every_case(axes: &[Axis]) -> Vec<Vec<i64>> {
    let mut cases = vec![Vec::new()];
    for axis in axes {
        let values: Vec<i64> = match axis {
            Axis::Choice(count) => (0..i64::from(*count)).collect(),
            Axis::Range { low, high } => (*low..=*high).collect(),
        };
        cases = cases
            .iter()
            .flat_map(|case| {
                values.iter().map(|value| {
                    let mut longer = case.clone();
                    longer.push(*value);
                    longer
                })
            })
            .collect();
    }
    cases
}

/// Whether a case fits a row, said as plainly as can be.
fn fits(row: &[Side], case: &[i64]) -> bool {
    row.iter().zip(case).all(|(side, value)| match side {
        Side::Any => true,
        Side::Choices(choices) => choices.iter().any(|choice| i64::from(*choice) == *value),
        Side::Interval(low, high) => low <= value && value <= high,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_search_agrees_with_counting((axes, rows) in small_tables()) {
        let gaps = gaps(&axes, &rows);
        let overlaps = overlaps(&axes, &rows);
        let masked = masked(&axes, &rows);
        let mut first = vec![false; rows.len()];
        for case in every_case(&axes) {
            let answering: Vec<usize> =
                (0..rows.len()).filter(|row| fits(&rows[*row], &case)).collect();
            prop_assert_eq!(&hits(&axes, &rows, &case), &answering);
            let holes = gaps.regions.iter().filter(|gap| fits(&gap.sides, &case)).count();
            prop_assert_eq!(holes, usize::from(answering.is_empty()));
            for overlap in &overlaps.pairs {
                let (one, other) = overlap.rows;
                let both = answering.contains(&one) && answering.contains(&other);
                prop_assert_eq!(fits(&overlap.region.sides, &case), both);
            }
            for (index, one) in answering.iter().enumerate() {
                for other in &answering[index + 1..] {
                    prop_assert!(overlaps.pairs.iter().any(|pair| pair.rows == (*one, *other)));
                }
            }
            if let Some(row) = answering.first() {
                first[*row] = true;
            }
        }
        let never: Vec<usize> = (0..rows.len()).filter(|row| !first[*row]).collect();
        prop_assert_eq!(masked, never);
    }

    #[test]
    fn a_witness_is_a_case_of_its_region((axes, rows) in small_tables()) {
        for gap in gaps(&axes, &rows).regions {
            let point = witness(&axes, &gap);
            prop_assert!(fits(&gap.sides, &point) && every_case(&axes).contains(&point));
            prop_assert!(gap.cells >= 1);
        }
        for overlap in overlaps(&axes, &rows).pairs {
            let point = witness(&axes, &overlap.region);
            prop_assert!(fits(&overlap.region.sides, &point) && every_case(&axes).contains(&point));
        }
    }

    #[test]
    fn cells_of_a_gap_are_counted_once((axes, rows) in small_tables()) {
        let empty: u64 = gaps(&axes, &rows).regions.iter().map(|gap| gap.cells).sum();
        let all = cells(&axes, &rows);
        prop_assert!(empty <= all);
        prop_assert_eq!(empty == all, masked(&axes, &rows).len() == rows.len());
    }

    #[test]
    fn rows_joined_answer_what_both_do((axes, rows) in small_tables()) {
        for (index, one) in rows.iter().enumerate() {
            for other in &rows[index + 1..] {
                let inside = every_case(&axes).iter().all(|case| !fits(one, case) || fits(other, case));
                prop_assert_eq!(within(&axes, one, other), inside);
                if let Some(both) = joined(&axes, one, other) {
                    for case in every_case(&axes) {
                        prop_assert_eq!(fits(&both, &case), fits(one, &case) || fits(other, &case));
                    }
                }
            }
        }
    }
}
