//! One useful sentence on each thing, for the lists in which it stands.

use crate::model::decision::Decision;
use crate::model::growth::{Career, Training};
use crate::model::{AnyId, Area, Form, Goal, Meeting, Model, Process, Service, Tension};
use crate::parse::kinds::Kind;
use crate::text::Localized;
use crate::views::page::Link;
use crate::views::said::{own, said};
use crate::views::sentence::{Sentence, around, join, names};
use crate::views::sight::From;
use crate::views::{budget, thing};

/// What is most worth knowing of a thing before one opens its page; may be empty.
pub fn of(from: &From<'_>, thing: AnyId) -> Sentence {
    let model: &Model = from.sight.model;
    let at = thing.index as usize;
    macro_rules! the {
        ($arena:ident, $one:ident => $gist:expr) => {
            model.$arena.items().get(at).map(|$one| $gist)
        };
    }
    let sentence = match thing.kind {
        Kind::Department => the!(departments, one => words(from, &one.mission)),
        Kind::Area => the!(areas, one => area(from, one)),
        Kind::Role => the!(roles, one => words(from, &one.purpose)),
        Kind::Decision => the!(decisions, one => decision(from, one)),
        Kind::Process => the!(processes, one => process(from, one)),
        Kind::Meeting => the!(meetings, one => meeting(from, one)),
        Kind::Form => the!(forms, one => form(from, one)),
        Kind::Service => the!(services, one => service(from, one)),
        Kind::Goal => the!(goals, one => goal(from, one)),
        Kind::Budget => the!(budgets, one => spending(from, one)),
        Kind::Training => the!(trainings, one => training(from, one)),
        Kind::Career => the!(careers, one => career(from, one)),
        Kind::Policy => the!(policies, one => words(from, &one.says)),
        Kind::Tension => the!(tensions, one => tension(from, one)),
        _ => None,
    };
    sentence.unwrap_or_default()
}

fn words(from: &From<'_>, words: &Localized) -> Sentence {
    said(&from.sight, words).into_iter().collect()
}

/// A clause of the theme with something in its blank; nothing where there is nothing to say.
fn clause(from: &From<'_>, key: &str, inner: Sentence) -> Sentence {
    around(from.sight.strings.say(key), inner)
}

fn who(from: &From<'_>, key: &str, links: Vec<Link>) -> Sentence {
    clause(from, key, names(&from.sight, links))
}

fn count(from: &From<'_>, key: &str, count: usize) -> Sentence {
    clause(from, key, vec![own(count.to_string())])
}

fn spoken(words: Option<String>) -> Sentence {
    words
        .filter(|words| !words.is_empty())
        .map(own)
        .into_iter()
        .collect()
}

fn clauses(from: &From<'_>, clauses: impl IntoIterator<Item = Sentence>) -> Sentence {
    join(clauses, from.sight.strings.say("gist.between"))
}

fn area(from: &From<'_>, area: &Area) -> Sentence {
    let comma = from.sight.strings.say("list.comma");
    let parts = area.parts.iter().map(|part| words(from, &part.value));
    clauses(
        from,
        [
            join(parts, comma),
            count(from, "gist.duties", area.duties.len()),
        ],
    )
}

fn decision(from: &From<'_>, decision: &Decision) -> Sentence {
    clauses(
        from,
        [
            who(from, "gist.about", from.links(&decision.about)),
            count(from, "gist.rows", decision.rows.len()),
        ],
    )
}

fn process(from: &From<'_>, process: &Process) -> Sentence {
    clauses(
        from,
        [
            count(from, "gist.steps", process.steps.len()),
            who(from, "gist.supervised", from.links(&process.supervised_by)),
        ],
    )
}

fn meeting(from: &From<'_>, meeting: &Meeting) -> Sentence {
    let tongue = from.sight.tongue();
    let when = meeting.when.as_ref().map(|when| when.value.show(tongue));
    let length = meeting
        .length
        .as_ref()
        .map(|length| length.value.show(tongue));
    clauses(
        from,
        [
            spoken(when),
            spoken(length),
            who(from, "gist.chair", from.links(&meeting.chair)),
        ],
    )
}

fn form(from: &From<'_>, form: &Form) -> Sentence {
    let every = form
        .every
        .as_ref()
        .map(|every| every.value.show(from.sight.tongue()));
    clauses(
        from,
        [
            spoken(every),
            who(from, "gist.filled", from.links(&form.filled_by)),
            who(from, "gist.collected", from.links(&form.collected_by)),
        ],
    )
}

fn service(from: &From<'_>, service: &Service) -> Sentence {
    let between = clauses_of_pair(
        from,
        from.links(&service.provider),
        from.links(&service.customer),
    );
    clauses(from, [between, words(from, &service.promise)])
}

/// `市场部→销售部`; one side alone where the other was not said.
fn clauses_of_pair(from: &From<'_>, one: Vec<Link>, other: Vec<Link>) -> Sentence {
    let sides = [names(&from.sight, one), names(&from.sight, other)];
    join(sides, from.sight.strings.say("gist.to"))
}

fn goal(from: &From<'_>, goal: &Goal) -> Sentence {
    clauses(
        from,
        [
            words(from, &goal.target),
            who(from, "gist.owner", from.links(&goal.owner)),
        ],
    )
}

fn spending(from: &From<'_>, line: &crate::model::Budget) -> Sentence {
    clauses(
        from,
        [
            spoken(Some(budget::amount(&from.sight, line))),
            spoken(Some(budget::period(&from.sight, line))),
            who(from, "gist.owner", from.links(&line.owner)),
        ],
    )
}

fn training(from: &From<'_>, training: &Training) -> Sentence {
    let mode = training.mode.as_ref().map(|mode| {
        let key = format!("modes.{}", mode.value);
        from.sight.strings.say(&key).to_owned()
    });
    let length = training
        .length
        .as_ref()
        .map(|length| length.value.show(from.sight.tongue()));
    let meant_for = thing::names_or_words(from, &training.meant_for);
    clauses(
        from,
        [
            spoken(mode),
            spoken(length),
            who(from, "gist.for", meant_for),
        ],
    )
}

fn career(from: &From<'_>, career: &Career) -> Sentence {
    count(from, "gist.moves", career.moves.len())
}

fn tension(from: &From<'_>, tension: &Tension) -> Sentence {
    who(from, "gist.between_whom", from.links(&tension.between))
}
