//! Decision tables: who decides in which case, up to how much.

use crate::model::Decision;
use crate::model::decision::{Decider, Domain, Input, Row as ModelRow, SelfApproval, Test};
use crate::span::Located;
use crate::text::limit;
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{self, Said, own, said};
use crate::views::sight::{From, Sight};
use crate::views::{section, thing};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "decision",
    pages,
};

/// What the page of a table shows.
#[derive(Serialize)]
struct Shown {
    /// Anything is said besides the table.
    has_terms: bool,
    about: Vec<Link>,
    table: Table,
    /// What is weighed.
    criteria: Vec<Said>,
    /// What happens when no row fits.
    otherwise: Vec<Link>,
    escalate_to: Option<Link>,
    escalate_after: String,
    apply_before: String,
}

/// A table, on its own page or in prose.
#[derive(Serialize)]
pub(super) struct Table {
    /// Before the ids of the table, so that two of them can stand on one page.
    prefix: String,
    /// The table's own page.
    link: Link,
    /// Whether a row can be led to: `row-1`.
    has_anchors: bool,
    /// How rows that fit together are read.
    hit: String,
    /// Every case is answered.
    is_complete: bool,
    inputs: Vec<Column>,
    columns: Columns,
    /// How many columns there are after the inputs.
    width: usize,
    rows: Vec<Row>,
}

/// The head of an input's column.
#[derive(Serialize)]
struct Column {
    name: Said,
    unit: Option<Said>,
}

/// Which columns any row fills.
#[derive(Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one column of the table"
)]
struct Columns {
    propose: bool,
    agree: bool,
    perform: bool,
    record: bool,
    form: bool,
    within: bool,
    note: bool,
}

/// One rule.
#[derive(Serialize)]
struct Row {
    number: usize,
    name: Option<Said>,
    when: Vec<Case>,
    propose: Vec<Link>,
    agree: Vec<Link>,
    decide: Option<Link>,
    /// Nobody may say yes.
    is_refused: bool,
    /// What must come first, or instead.
    otherwise: Vec<Link>,
    /// The table that answers in its place.
    uses: Option<Link>,
    perform: Vec<Link>,
    record: Vec<Link>,
    form: Option<Link>,
    within: String,
    envelope: Option<Envelope>,
}

/// What a row asks of an input.
#[derive(Serialize)]
struct Case {
    /// Any value will do.
    is_any: bool,
    /// One of these.
    words: Vec<Said>,
}

/// Approval inside one's own department, looked at afterwards.
#[derive(Serialize)]
struct Envelope {
    department: Option<Link>,
    budget: Option<Link>,
    checked_in: Vec<Link>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let decisions = sight.model.decisions.items().iter();
    decisions
        .filter_map(|decision| {
            let mut page = thing::page(sight, &decision.head, VIEW.name, |from| {
                shown(from, decision)
            })?;
            let sections: &[&str] = if has_terms(decision) {
                &["table", "terms"]
            } else {
                &["table"]
            };
            section::announce(sight, &mut page, sections);
            Some(page)
        })
        .collect()
}

/// Whether anything is said besides the table.
fn has_terms(decision: &Decision) -> bool {
    !decision.about.is_empty()
        || !decision.criteria.is_empty()
        || !decision.otherwise.is_empty()
        || decision.escalate.is_some()
        || decision.apply_before.is_some()
}

fn shown(from: &From<'_>, decision: &Decision) -> Shown {
    let sight = &from.sight;
    let escalate = decision.escalate.as_ref();
    let after = escalate.and_then(|escalate| escalate.after.as_ref());
    let before = decision.apply_before.as_ref();
    Shown {
        has_terms: has_terms(decision),
        about: from.links(&decision.about),
        table: Table {
            has_anchors: true,
            ..table(from, decision, String::new())
        },
        criteria: decision
            .criteria
            .iter()
            .filter_map(|one| said(sight, &one.value))
            .collect(),
        otherwise: thing::names_or_words(from, &decision.otherwise),
        escalate_to: from.maybe(escalate.and_then(|escalate| escalate.to.as_ref())),
        escalate_after: said::duration(sight, after.map(|after| after.value)),
        apply_before: said::duration(sight, before.map(|before| before.value)),
    }
}

/// A table whose ids begin with `prefix`, without anchors.
pub(super) fn table(from: &From<'_>, decision: &Decision, prefix: String) -> Table {
    let rows: Vec<Row> = decision
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| Row {
            number: at + 1,
            ..one_row(from, decision, row)
        })
        .collect();
    let columns = columns(&rows);
    let width = 1 + [
        columns.propose,
        columns.agree,
        columns.perform,
        columns.record,
        columns.form,
        columns.within,
        columns.note,
    ]
    .into_iter()
    .filter(|shown| *shown)
    .count();
    Table {
        prefix,
        link: from.any(decision.head.me),
        has_anchors: false,
        hit: decision
            .hit
            .as_ref()
            .map_or_else(|| "unique".to_owned(), |hit| hit.value.clone()),
        is_complete: decision.complete,
        inputs: decision
            .inputs
            .iter()
            .map(|input| column(from, input))
            .collect(),
        columns,
        width,
        rows,
    }
}

fn column(from: &From<'_>, input: &Input) -> Column {
    Column {
        name: said(&from.sight, &input.name).unwrap_or_else(|| own(input.id.value.clone())),
        unit: said(&from.sight, &input.unit),
    }
}

fn columns(rows: &[Row]) -> Columns {
    let any = |fills: fn(&Row) -> bool| rows.iter().any(fills);
    Columns {
        propose: any(|row| !row.propose.is_empty()),
        agree: any(|row| !row.agree.is_empty()),
        perform: any(|row| !row.perform.is_empty()),
        record: any(|row| !row.record.is_empty()),
        form: any(|row| row.form.is_some()),
        within: any(|row| !row.within.is_empty()),
        note: any(|row| row.envelope.is_some()),
    }
}

fn one_row(from: &From<'_>, decision: &Decision, row: &ModelRow) -> Row {
    let decider = row.decide.as_ref().map(|decide| decide.value);
    Row {
        number: 0,
        name: said(&from.sight, &row.name),
        when: decision
            .inputs
            .iter()
            .zip(&row.when)
            .map(|(input, test)| case(from, input, test.as_ref()))
            .collect(),
        propose: from.links(&row.propose),
        agree: from.links(&row.agree),
        decide: match decider {
            Some(Decider::Role(role)) => Some(from.link(role)),
            Some(Decider::Nobody) | None => None,
        },
        is_refused: decider == Some(Decider::Nobody),
        otherwise: from.anys(&row.otherwise),
        uses: from.maybe(row.uses.as_ref()),
        perform: from.links(&row.perform),
        record: from.links(&row.record),
        form: from.maybe(row.form.as_ref()),
        within: said::duration(&from.sight, row.within.as_ref().map(|within| within.value)),
        envelope: row.self_approval.as_ref().map(|own| envelope(from, own)),
    }
}

fn case(from: &From<'_>, input: &Input, test: Option<&Located<Test>>) -> Case {
    let sight = &from.sight;
    let words = match (test.map(|test| &test.value), &input.domain) {
        (Some(Test::Choices(choices)), Domain::Choice(values)) => choices
            .iter()
            .filter_map(|at| values.get(usize::from(*at)))
            .map(|(id, label)| said(sight, label).unwrap_or_else(|| own(id.value.clone())))
            .collect(),
        (Some(Test::Within(interval)), Domain::Range(axis)) => {
            let currency = &sight.model.settings.currency;
            vec![own(limit::show(*interval, *axis, sight.tongue(), currency))]
        }
        _ => Vec::new(),
    };
    Case {
        is_any: words.is_empty(),
        words,
    }
}

fn envelope(from: &From<'_>, approval: &SelfApproval) -> Envelope {
    Envelope {
        department: from.maybe(approval.department.as_ref()),
        budget: from.maybe(approval.budget_line.as_ref()),
        checked_in: from.links(&approval.checked_in),
    }
}
