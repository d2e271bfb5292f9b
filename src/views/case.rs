//! The cases of a decision table in words: what a row asks of each input.

use crate::model::Decision;
use crate::model::decision::{Domain, Input, Row, Test};
use crate::text::{AxisUnit, Localized, limit};
use crate::views::said::{own, said};
use crate::views::sentence::{Sentence, around, join};
use crate::views::sight::Sight;

/// What a row asks: `短期促销，预算内，2万元以下`; `any` in words where it asks nothing.
pub fn of(sight: &Sight<'_>, decision: &Decision, row: &Row) -> Sentence {
    let tests = decision.inputs.iter().zip(&row.when);
    let parts = tests.filter_map(|(input, test)| Some(part(sight, input, &test.as_ref()?.value)));
    let sentence = join(parts, sight.strings.say("case.between"));
    if sentence.is_empty() {
        vec![own(sight.strings.say("case.any"))]
    } else {
        sentence
    }
}

fn part(sight: &Sight<'_>, input: &Input, test: &Test) -> Sentence {
    match (test, &input.domain) {
        (Test::Choices(chosen), Domain::Choice(values)) => choices(sight, chosen, values),
        (Test::Within(interval), Domain::Range(axis)) => {
            let currency = &sight.model.settings.currency;
            let amount = limit::show(*interval, *axis, sight.tongue(), currency);
            match axis.unit {
                AxisUnit::Money => vec![own(amount)],
                AxisUnit::Number(_) => number(sight, input, amount),
            }
        }
        _ => Sentence::new(),
    }
}

/// A number says what it counts: `人数：2以下`.
fn number(sight: &Sight<'_>, input: &Input, amount: String) -> Sentence {
    let name: Sentence = said(sight, &input.name).into_iter().collect();
    let mut sentence = around(sight.strings.say("case.of"), name);
    sentence.push(own(amount));
    sentence
}

fn choices(
    sight: &Sight<'_>,
    chosen: &[u16],
    values: &[(crate::span::Located<String>, Localized)],
) -> Sentence {
    let named = chosen
        .iter()
        .filter_map(|at| values.get(usize::from(*at)))
        .map(|(id, label)| vec![said(sight, label).unwrap_or_else(|| own(id.value.clone()))]);
    join(named, sight.strings.say("case.or"))
}
