//! Box algebra: the sample tables are complete and free of overlaps, each mutant of one has exactly
//! the defect that was planted.

use hejin::model::cells::{Axis, Row, Side, cells, gaps, hits, masked, overlaps, witness};
use hejin::text::{Step, limit};
use std::fmt::Write as _;

/// A table in words: a line per axis (`kind: a b c`, `amount: money` or `heads: 1 1 500`, a step and
/// both ends), then after `--` a line per row, its conditions parted by `;`, absent ones being any.
struct Table {
    names: Vec<(String, Vec<String>)>,
    limits: Vec<Option<limit::Axis>>,
    axes: Vec<Axis>,
    rows: Vec<Row>,
}

fn table(text: &str) -> Table {
    let (inputs, rows) = text.split_once("--\n").unwrap();
    let mut table = Table {
        names: Vec::new(),
        limits: Vec::new(),
        axes: Vec::new(),
        rows: Vec::new(),
    };
    for line in inputs.lines() {
        let (name, values) = line.split_once(": ").unwrap();
        let values: Vec<String> = values.split(' ').map(str::to_owned).collect();
        let (axis, limit) = axis(&values);
        table.names.push((name.to_owned(), values));
        table.axes.push(axis);
        table.limits.push(limit);
    }
    for line in rows.lines() {
        let row = row(&table, line);
        table.rows.push(row);
    }
    table
}

fn axis(values: &[String]) -> (Axis, Option<limit::Axis>) {
    let (unit, from, to) = match values {
        [money] if money == "money" => (limit::AxisUnit::Money, Some(0), None),
        [step, from, to] if Step::parse(step).is_ok() => {
            let step = Step::parse(step).unwrap();
            let ends = (step.count(from).ok(), step.count(to).ok());
            (limit::AxisUnit::Number(step), ends.0, ends.1)
        }
        choices => return (Axis::Choice(u16::try_from(choices.len()).unwrap()), None),
    };
    let (low, high) = (from.unwrap_or(i64::MIN), to.unwrap_or(i64::MAX));
    (
        Axis::Range { low, high },
        Some(limit::Axis { unit, from, to }),
    )
}

fn row(table: &Table, line: &str) -> Row {
    let mut row = vec![Side::Any; table.axes.len()];
    for condition in line
        .split(';')
        .filter(|condition| !condition.trim().is_empty())
    {
        let (name, value) = condition.trim().split_once('=').unwrap();
        let index = table
            .names
            .iter()
            .position(|(known, _)| known == name)
            .unwrap();
        row[index] = match table.limits[index] {
            Some(axis) => {
                let interval = limit::parse(value, axis).unwrap();
                Side::Interval(interval.low, interval.high)
            }
            None => Side::Choices(
                value
                    .split('|')
                    .map(|choice| choice_index(&table.names[index].1, choice))
                    .collect(),
            ),
        };
    }
    row
}

fn choice_index(choices: &[String], choice: &str) -> u16 {
    let index = choices.iter().position(|known| known == choice).unwrap();
    u16::try_from(index).unwrap()
}

/// Everything that can be said about a table, rows counted from 1.
fn report(text: &str) -> String {
    let table = table(text);
    let (axes, rows) = (&table.axes, &table.rows);
    let mut told = format!("{} cells\n", cells(axes, rows));
    let gaps = gaps(axes, rows);
    assert!(gaps.all);
    for region in &gaps.regions {
        let case = case(&table, &witness(axes, region));
        let sides = sides(&table, &region.sides);
        writeln!(
            told,
            "gap of {} cells: {sides}; such as {case}",
            region.cells
        )
        .unwrap();
    }
    let overlaps = overlaps(axes, rows);
    assert!(overlaps.all);
    for overlap in &overlaps.pairs {
        let (one, other) = overlap.rows;
        let point = witness(axes, &overlap.region);
        assert!(
            [one, other]
                .iter()
                .all(|row| hits(axes, rows, &point).contains(row))
        );
        let sides = sides(&table, &overlap.region.sides);
        writeln!(
            told,
            "rows {} and {} overlap in {} cells: {sides}; such as {}",
            one + 1,
            other + 1,
            overlap.region.cells,
            case(&table, &point)
        )
        .unwrap();
    }
    for row in masked(axes, rows) {
        writeln!(told, "row {} is masked", row + 1).unwrap();
    }
    told
}

fn sides(table: &Table, sides: &[Side]) -> String {
    let side = |(index, side): (usize, &Side)| {
        let (name, values) = &table.names[index];
        match side {
            Side::Any => None,
            Side::Choices(choices) => {
                let choices: Vec<&str> = choices
                    .iter()
                    .map(|choice| values[usize::from(*choice)].as_str())
                    .collect();
                Some(format!("{name}={}", choices.join("|")))
            }
            Side::Interval(low, high) => Some(format!(
                "{name}={}..{}",
                value(table, index, *low),
                value(table, index, *high)
            )),
        }
    };
    let told: Vec<String> = sides.iter().enumerate().filter_map(side).collect();
    told.join("; ")
}

fn case(table: &Table, point: &[i64]) -> String {
    let told: Vec<String> = (0..point.len())
        .map(|index| {
            format!(
                "{}={}",
                table.names[index].0,
                value(table, index, point[index])
            )
        })
        .collect();
    told.join(", ")
}

fn value(table: &Table, index: usize, value: i64) -> String {
    match table.limits[index].map(|axis| axis.unit) {
        _ if value == i64::MAX => "…".to_owned(),
        Some(limit::AxisUnit::Money) => Step::HUNDREDTH.show(value),
        Some(limit::AxisUnit::Number(step)) => step.show(value),
        None => table.names[index].1[usize::try_from(value).unwrap()].clone(),
    }
}

const PROMOTION: &str = "\
kind: store-entry discount short-term promoter
budget: in out
amount: money
--
kind=store-entry
kind=discount
kind=promoter
kind=short-term; budget=in; amount=2万以下
kind=short-term; budget=in; amount=超过2万 且 10万以下
kind=short-term; budget=in; amount=超过10万
kind=short-term; budget=out; amount=5万以下
kind=short-term; budget=out; amount=超过5万
";

const SAMPLES: [&str; 7] = [
    PROMOTION,
    "\
budget: in out
channel: tobacco-liquor restaurant supermarket
amount: money
--
budget=in; channel=tobacco-liquor|restaurant; amount=1万以下
budget=in; channel=supermarket; amount=3万以下
budget=in; channel=tobacco-liquor|restaurant; amount=超过1万 且 10万以下
budget=in; channel=supermarket; amount=超过3万 且 10万以下
budget=in; amount=超过10万
budget=out; amount=5万以下
budget=out; amount=超过5万
",
    "\
budget: in out
rate: 0.1 0 100
tier: a b c
--
budget=in; rate=3以下
budget=in; rate=超过3 且 8以下; tier=a|b
budget=in; rate=超过3 且 8以下; tier=c
budget=out; rate=8以下
rate=超过8
",
    "\
target: sales-supervisor marketing other
rotation: done not-done
--
target=sales-supervisor; rotation=done
target=sales-supervisor; rotation=not-done
target=marketing
target=other
",
    "\
amount: money
regions: 1 1 3
--
amount=10万以下; regions=1以下
amount=10万以下; regions=超过1
amount=超过10万
",
    "\
budget: in out
heads: 1 1 500
months: 1 1 12
--
budget=in; heads=5以下; months=3以下
budget=in; heads=5以下; months=超过3
budget=in; heads=超过5
budget=out; heads=20以下
budget=out; heads=超过20
",
    "\
change: 0.1 0 1000
source: own other reserve
--
change=5以下; source=own
change=超过5; source=own
source=other
source=reserve
",
];

#[test]
fn the_sample_tables_are_complete_and_free_of_overlaps() {
    let told: String = SAMPLES.iter().map(|sample| report(sample)).collect();
    let cells = ["32", "30", "18", "6", "4", "12", "6"];
    assert_eq!(told, cells.map(|count| format!("{count} cells\n")).concat());
}

fn mutant(from: &str, to: &str) -> String {
    assert!(PROMOTION.contains(from));
    report(&PROMOTION.replace(from, to))
}

#[test]
fn a_limit_that_includes_its_number_twice_overlaps_at_exactly_that_number() {
    assert_eq!(
        mutant("超过2万 且", "2万以上 且"),
        "40 cells\n\
         rows 4 and 5 overlap in 1 cells: kind=short-term; budget=in; amount=20000..20000; \
         such as kind=short-term, budget=in, amount=20000\n"
    );
}

#[test]
fn a_limit_that_starts_too_late_leaves_a_gap() {
    assert_eq!(
        mutant("超过2万 且", "超过2.5万 且"),
        "40 cells\n\
         gap of 1 cells: kind=short-term; budget=in; amount=20000.01..25000; \
         such as kind=short-term, budget=in, amount=25000\n"
    );
}

#[test]
fn a_row_taken_away_leaves_all_of_its_cells() {
    assert_eq!(
        mutant("kind=promoter\n", ""),
        "32 cells\n\
         gap of 8 cells: kind=promoter; such as kind=promoter, budget=in, amount=0\n"
    );
}

#[test]
fn a_choice_added_leaves_all_of_its_cells() {
    assert_eq!(
        mutant("short-term promoter\n", "short-term promoter gift\n"),
        "40 cells\n\
         gap of 8 cells: kind=gift; such as kind=gift, budget=in, amount=0\n"
    );
}

#[test]
fn a_catch_all_in_front_masks_what_it_catches() {
    let told = mutant("--\n", "--\nkind=short-term; budget=in\n");
    let masked: Vec<&str> = told
        .lines()
        .filter(|line| line.ends_with("masked"))
        .collect();
    assert_eq!(
        masked,
        ["row 5 is masked", "row 6 is masked", "row 7 is masked"]
    );
}

#[test]
fn a_row_masked_by_two_together_is_found() {
    let told = report("n: 1 0 9\n--\nn=4以下\nn=5以上\nn=3-6\n");
    assert!(told.ends_with("row 3 is masked\n"), "{told}");
}

#[test]
fn a_table_without_rows_is_one_gap_and_without_inputs_one_case() {
    assert_eq!(
        report("n: 1 0 9\n--\n"),
        "1 cells\ngap of 1 cells: ; such as n=0\n"
    );
    assert_eq!(gaps(&[], &[]).regions.len(), 1);
    assert_eq!(gaps(&[], &[Vec::new()]).regions.len(), 0);
}

#[test]
fn ends_of_the_number_line_do_not_overflow() {
    let axes = [Axis::Range {
        low: i64::MIN,
        high: i64::MAX,
    }];
    let rows = [
        vec![Side::Interval(i64::MIN, -1)],
        vec![Side::Interval(1, i64::MAX)],
    ];
    let found = gaps(&axes, &rows);
    assert_eq!(found.regions.len(), 1);
    assert_eq!(found.regions[0].sides, [Side::Interval(0, 0)]);
    assert_eq!(witness(&axes, &found.regions[0]), [0]);
}

#[test]
fn sides_that_do_not_fit_their_axis_are_never_hit() {
    let axes = [Axis::Choice(2), Axis::Range { low: 0, high: 9 }];
    let rows = [
        vec![Side::Interval(0, 1)],
        vec![Side::Any, Side::Choices(vec![0])],
        vec![Side::Choices(vec![7])],
        vec![Side::Any, Side::Interval(20, 30)],
    ];
    assert_eq!(masked(&axes, &rows), [0, 1, 2, 3]);
    assert_eq!(gaps(&axes, &rows).regions.len(), 1);
    assert_eq!(overlaps(&axes, &rows).pairs, []);
    assert_eq!(hits(&axes, &rows, &[0, 0]), Vec::<usize>::new());
    assert_eq!(hits(&axes, &rows, &[]), Vec::<usize>::new());
}

#[test]
fn a_table_that_nobody_could_read_is_not_called_complete() {
    let axes = [Axis::Range {
        low: 0,
        high: 1_000_000,
    }; 8];
    let rows: Vec<Row> = (0..1001)
        .map(|number| vec![Side::Interval(number, number)])
        .collect();
    assert!(!gaps(&axes, &rows).all);
    assert!(!overlaps(&axes, &rows).all);
}
