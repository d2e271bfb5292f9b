//! What the directives of prose show: every name followed, every argument understood.
//!
//! A directive and the model in; what it shows, whom it mentions and what is wrong with it out. Nothing
//! is drawn here.

mod limit;
mod timed;

pub use limit::end_words;
pub use timed::within;

use crate::fault::Fault;
use crate::model::area::Letter;
use crate::model::arena::{AnyId, Entity, Id};
use crate::model::belonging;
use crate::model::decision::Decision;
use crate::model::form::Form;
use crate::model::goal::Goal;
use crate::model::meeting::Meeting;
use crate::model::names::Found;
use crate::model::process::Process;
use crate::model::reader::lost;
use crate::model::role::Role;
use crate::model::{LINKABLE, Organisation, Term};
use crate::parse::decode::nearest;
use crate::parse::kinds::{self, Kind, Written};
use crate::parse::markdown::{Arg, Argument, Directive, known_block, known_inline};
use crate::span::Located;
use crate::text::Words;

/// What a directive shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A decision table.
    Decision(Id<Decision>),
    /// The duties of a department or an area, or all of them; only those of some roles where any are named.
    Matrix(Option<AnyId>, Vec<Id<Role>>),
    /// The agenda of a meeting.
    Agenda(Id<Meeting>),
    /// The duties of an area, a role or a department, with one letter where one is named.
    Duties(AnyId, Option<Letter>),
    /// The steps of a process.
    Steps(Id<Process>),
    /// The fields of a form.
    Form(Id<Form>),
    /// Things of a kind, in order.
    List(Kind, Vec<AnyId>),
    /// How many things of a kind there are.
    Count(usize),
    /// The number up to which a table answers alike: the table, the place of the input, the number in
    /// the input's own steps.
    Limit(Id<Decision>, usize, i64),
    /// A role by name.
    Role(Id<Role>),
    /// A term with its meaning.
    Term(Id<Term>),
    /// A goal with its target.
    Goal(Id<Goal>),
    /// The time that a step or a service may take.
    Within(AnyId),
    /// A date of the page itself.
    Date(PageDate),
    /// Nothing that could be found.
    Lost,
}

/// A date in a page's header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageDate {
    /// From when it holds.
    Effective,
    /// When it was last looked at.
    Reviewed,
    /// By when it is looked at again.
    NextReview,
}

/// A directive, followed.
#[derive(Clone, Debug)]
pub struct Followed {
    /// What it shows.
    pub shown: Shown,
    /// The things that it names.
    pub names: Vec<Located<AnyId>>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// Follows one directive, which stands on the page of `me`.
pub fn follow(model: &Organisation, me: Option<AnyId>, directive: &Directive) -> Followed {
    let mut follower = Follower {
        model,
        me,
        directive,
        names: Vec::new(),
        faults: Vec::new(),
    };
    follower.judge_keys();
    let shown = follower.shown().unwrap_or(Shown::Lost);
    Followed {
        shown,
        names: follower.names,
        faults: follower.faults,
    }
}

struct Follower<'a> {
    model: &'a Organisation,
    me: Option<AnyId>,
    directive: &'a Directive,
    names: Vec<Located<AnyId>>,
    faults: Vec<Fault>,
}

const PAGE_DATES: &[(&[&str], PageDate)] = &[
    (&["effective", "生效日期", "生效"], PageDate::Effective),
    (&["reviewed", "评审日期", "评审"], PageDate::Reviewed),
    (&["next-review", "下次评审"], PageDate::NextReview),
];

impl<'a> Follower<'a> {
    fn shown(&mut self) -> Option<Shown> {
        Some(match self.directive.name {
            "decision" => Shown::Decision(self.one()?),
            "matrix" => Shown::Matrix(
                self.keyed("of", &[Kind::Department, Kind::Area])?,
                self.roles(),
            ),
            "agenda" => Shown::Agenda(self.one()?),
            "duties" => {
                let of = self.subject(&[Kind::Area, Kind::Role, Kind::Department])?;
                Shown::Duties(of, self.letter()?)
            }
            "steps" => Shown::Steps(self.one()?),
            "form" => Shown::Form(self.one()?),
            "list" => {
                let (kind, things) = self.things()?;
                Shown::List(kind, things)
            }
            "count" => Shown::Count(self.things()?.1.len()),
            "limit" => self.limit()?,
            "role" => Shown::Role(self.one()?),
            "term" => Shown::Term(self.one()?),
            "goal" => Shown::Goal(self.one()?),
            "within" => self.within()?,
            "date" => Shown::Date(self.date()?),
            _ => return None,
        })
    }

    /// The words without a key, as one: a name of several words need not stand in quotes.
    fn word(&self) -> Option<Located<String>> {
        let mut words = self.directive.args.iter().filter(|arg| arg.key.is_none());
        let first = words.next()?;
        let mut whole = first.value.clone();
        for more in words {
            whole.value.push(' ');
            whole.value.push_str(&more.value.value);
            whole.span.end = whole.span.end.max(more.value.span.end);
        }
        Some(whole)
    }

    fn needed(&mut self) -> Option<Located<String>> {
        let word = self.word();
        if word.is_none() {
            let known = known_block(self.directive.name).or(known_inline(self.directive.name));
            let wanted = known.and_then(|known| known.args.first());
            let fault = Fault::new("directive-argument-missing", self.directive.span.clone())
                .blank("directive", self.directive.name)
                .blank(
                    "wanted",
                    wanted.map_or_else(|| Words::from(""), Argument::says),
                );
            self.faults.push(fault);
        }
        word
    }

    fn arg(&self, key: &str) -> Option<&'a Arg> {
        let is = |arg: &&Arg| arg.key.as_ref().is_some_and(|own| own.value == key);
        self.directive.args.iter().find(is)
    }

    fn find(&mut self, word: &Located<String>, kinds: &[Kind]) -> Option<AnyId> {
        match self.model.names.find(&word.value, kinds) {
            Found::One(thing) => {
                self.names.push(word.with(thing));
                Some(thing)
            }
            found => {
                self.faults.extend(lost(word, kinds, found));
                None
            }
        }
    }

    fn subject(&mut self, kinds: &[Kind]) -> Option<AnyId> {
        let word = self.needed()?;
        self.find(&word, kinds)
    }

    fn one<T: Entity>(&mut self) -> Option<Id<T>> {
        self.subject(&[T::KIND])?.of()
    }

    /// What a key names: nothing where it is not written, `None` where it is lost.
    #[expect(
        clippy::option_option,
        reason = "not written and not found are two answers"
    )]
    fn keyed(&mut self, key: &str, kinds: &[Kind]) -> Option<Option<AnyId>> {
        match self.arg(key) {
            Some(arg) => self.find(&arg.value, kinds).map(Some),
            None => Some(None),
        }
    }

    /// The roles after `for=`, with commas between.
    fn roles(&mut self) -> Vec<Id<Role>> {
        let Some(arg) = self.arg("for") else {
            return Vec::new();
        };
        let mut roles = Vec::new();
        let mut at = 0;
        for part in arg.value.value.split_inclusive([',', '，', '、']) {
            let word = part.trim_end_matches([',', '，', '、']);
            let span = arg.value.span.part(at..at + word.len());
            at += part.len();
            if !word.trim().is_empty() {
                let found = self.find(&Located::new(word.to_owned(), span), &[Kind::Role]);
                roles.extend(found.and_then(AnyId::of::<Role>));
            }
        }
        roles
    }

    #[expect(
        clippy::option_option,
        reason = "not written and not known are two answers"
    )]
    fn letter(&mut self) -> Option<Option<Letter>> {
        let Some(arg) = self.arg("letter") else {
            return Some(None);
        };
        let word = arg.value.value.to_ascii_uppercase();
        let letter = Letter::ALL
            .into_iter()
            .find(|letter| letter.name() == word.as_str());
        if letter.is_none() {
            self.unknown(&arg.value, "R, A, S, C, I");
        }
        letter.map(Some)
    }

    /// An argument that says nothing here.
    fn unknown(&mut self, word: &Located<String>, known: &str) {
        let fault = Fault::new("directive-argument-unknown", word.span.clone())
            .blank("directive", self.directive.name)
            .blank("argument", word.value.clone())
            .blank(
                "known",
                if known.is_empty() {
                    Words::new("没有", "nothing")
                } else {
                    Words::from(known)
                },
            );
        let near = nearest(&word.value, known.split(", "));
        self.faults.push(match near {
            Some(near) => fault.fix(word.span.clone(), near),
            None => fault,
        });
    }

    /// A key that the directive does not know is told, and then left out.
    fn judge_keys(&mut self) {
        let directive = self.directive;
        let known = known_block(directive.name).or(known_inline(directive.name));
        let keys: Vec<&str> = known
            .iter()
            .flat_map(|known| known.args)
            .map(|argument| argument.key)
            .filter(|key| !key.is_empty())
            .collect();
        if keys.contains(&"…") {
            return;
        }
        for key in directive.args.iter().filter_map(|arg| arg.key.as_ref()) {
            if !keys.contains(&key.value.as_str()) {
                self.unknown(key, &keys.join(", "));
            }
        }
    }

    /// The things of a kind, all or those that belong to what `of=` names; on a department's page that
    /// department's.
    fn things(&mut self) -> Option<(Kind, Vec<AnyId>)> {
        let word = self.needed()?;
        let Some(kind) = kind_of(&word.value) else {
            let known: Vec<&str> = listed().map(list_name).collect();
            self.unknown(&word, &known.join(", "));
            return None;
        };
        let here = self.me.filter(|me| me.kind == Kind::Department);
        let of = self.keyed("of", LINKABLE)?.or(here);
        let all = self.model.all_of(kind).map(|head| head.me);
        let things = match of {
            Some(of) => belonging::of(self.model, of, all),
            None => all.collect(),
        };
        Some((kind, things))
    }

    fn date(&mut self) -> Option<PageDate> {
        let word = self.needed()?;
        let named = PAGE_DATES
            .iter()
            .find(|(names, _)| names.contains(&word.value.as_str()));
        let Some((_, date)) = named else {
            self.unknown(&word, "effective, reviewed, next-review");
            return None;
        };
        let control = &self.me.and_then(|me| self.model.head(me))?.control;
        let is_there = match date {
            PageDate::Effective => control.effective.is_some(),
            PageDate::Reviewed => control.reviewed.is_some(),
            PageDate::NextReview => control.next_review().is_some(),
        };
        if !is_there {
            let fault =
                Fault::new("date-not-found", word.span.clone()).blank("name", word.value.clone());
            self.faults.push(fault);
        }
        is_there.then_some(*date)
    }
}

/// The kinds that can be listed.
fn listed() -> impl Iterator<Item = Kind> {
    LINKABLE.iter().copied().chain([Kind::Person])
}

/// How a kind is named in `list` and `count`.
fn list_name(kind: Kind) -> &'static str {
    let row = kinds::row(kind);
    match row.written {
        Written::Pages(name) | Written::Entries(name) | Written::Keyed(name) => name,
        Written::Whole(_) | Written::Inside(..) | Written::Anywhere => row.en.1,
    }
}

/// The kind that a word means: its folder, its name in one or several, English or Chinese.
fn kind_of(word: &str) -> Option<Kind> {
    listed().find(|kind| {
        let row = kinds::row(*kind);
        [row.id, row.zh, row.en.0, row.en.1, list_name(*kind)].contains(&word)
    })
}
