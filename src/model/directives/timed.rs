//! `{{within …}}`: the time that a step or a service may take.

use super::{Follower, Shown};
use crate::fault::Fault;
use crate::model::Organisation;
use crate::model::arena::{AnyId, Id};
use crate::model::names::Found;
use crate::model::process::Process;
use crate::parse::kinds::Kind;
use crate::span::Located;
use crate::text::Duration;

/// The time that a step or a service may take.
pub fn within(model: &Organisation, thing: AnyId) -> Option<Duration> {
    let at = thing.index as usize;
    let within = match thing.kind {
        Kind::Step => model.steps.items().get(at)?.within.as_ref(),
        Kind::Service => model.services.items().get(at)?.within.as_ref(),
        _ => None,
    };
    within.map(|within| within.value)
}

impl Follower<'_> {
    /// `{{within survey-answer}}`, `{{within market-survey-loop#collect}}`.
    pub(super) fn within(&mut self) -> Option<Shown> {
        let word = self.needed()?;
        let thing = match word.value.split_once('#') {
            Some((process, step)) => {
                let outer = Located::new(process.to_owned(), word.span.part(0..process.len()));
                let process: Id<Process> = self.find(&outer, &[Kind::Process])?.of()?;
                self.step_of(process, step, &word)?
            }
            None => self.timed(&word)?,
        };
        if within(self.model, thing).is_none() {
            let fault =
                Fault::new("within-not-found", word.span.clone()).blank("name", word.value.clone());
            self.faults.push(fault);
            return None;
        }
        Some(Shown::Within(thing))
    }

    fn step_of(
        &mut self,
        process: Id<Process>,
        step: &str,
        word: &Located<String>,
    ) -> Option<AnyId> {
        let model = self.model;
        let steps = &model.processes[process].steps;
        let id = |at: &&Id<_>| model.steps[**at].head.id.value == step;
        if let Some(found) = steps.iter().find(id) {
            self.names.push(word.with((*found).into()));
            return Some((*found).into());
        }
        let known: Vec<&str> = steps
            .iter()
            .map(|step| model.steps[*step].head.id.value.as_str())
            .collect();
        let inner = word
            .span
            .part(word.value.len() - step.len()..word.value.len());
        self.unknown(&Located::new(step.to_owned(), inner), &known.join(", "));
        None
    }

    /// A service, else a step; steps of one id are offered with their processes.
    fn timed(&mut self, word: &Located<String>) -> Option<AnyId> {
        let model = self.model;
        if let Found::One(service) = model.names.find(&word.value, &[Kind::Service]) {
            self.names.push(word.with(service));
            return Some(service);
        }
        let Found::Many(steps) = model.names.find(&word.value, &[Kind::Step]) else {
            return self.find(word, &[Kind::Service, Kind::Step]);
        };
        let offers: Vec<String> = steps
            .iter()
            .filter_map(|step| model.steps.items().get(step.index as usize))
            .map(|step| {
                let process = &model.processes[step.process].head.id.value;
                format!("{process}#{}", step.head.id.value)
            })
            .collect();
        let fault = Fault::new("ambiguous-reference", word.span.clone())
            .blank("name", word.value.clone())
            .blank("offers", offers.join(", "));
        self.faults.push(fault);
        None
    }
}
