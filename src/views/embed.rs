//! What a directive in prose shows: the handbook's own data, drawn by a template of its own.

use crate::model::area::Letter;
use crate::model::directives::{self, PageDate, Shown};
use crate::model::links::Prose as Followed;
use crate::model::{AnyId, Area, Decision, Department, Duty, Entity, Head, Id, Role, Term};
use crate::parse::markdown::{Body, Directive, Setting};
use crate::views::page::{Day, Embed, Link};
use crate::views::said::{self, Said, own, said};
use crate::views::sight::From;
use crate::views::{decision, form, meeting, process};
use serde::Serialize;
use serde_json::{Value, json};

/// What each directive of a body shows, in their order.
pub fn all(from: &From<'_>, head: &Head, body: &Body, followed: Option<&Followed>) -> Vec<Embed> {
    body.directives
        .iter()
        .enumerate()
        .map(|(at, directive)| {
            let shown = followed.and_then(|followed| followed.directives.get(at));
            let place = Place {
                from,
                head,
                prefix: format!("embed-{}-", at + 1),
                in_link: directive.setting == Setting::InLink,
            };
            match shown.and_then(|shown| place.view(shown)) {
                Some(view) => Embed {
                    template: directive.name.to_owned(),
                    view,
                },
                None => lost(directive),
            }
        })
        .collect()
}

/// What could not be found is shown as it was written, so that nobody reads past it.
fn lost(directive: &Directive) -> Embed {
    let args: Vec<String> = directive
        .args
        .iter()
        .map(|arg| match &arg.key {
            Some(key) => format!("{}={}", key.value, arg.value.value),
            None => arg.value.value.clone(),
        })
        .collect();
    let is_block = directive.setting == Setting::Block;
    let words = format!("{} {}", directive.name, args.join(" "));
    let text = if is_block {
        format!("::: {}", words.trim_end())
    } else {
        format!("{{{{{}}}}}", words.trim_end())
    };
    Embed {
        template: "lost".to_owned(),
        view: json!({ "text": text, "is_block": is_block }),
    }
}

/// Where a directive stands.
struct Place<'a> {
    from: &'a From<'a>,
    head: &'a Head,
    /// Before its ids.
    prefix: String,
    /// It must make no link itself.
    in_link: bool,
}

/// A duty and those who bear its letters.
#[derive(Serialize)]
struct DutyRow {
    duty: Link,
    area: Link,
    letters: Vec<Bearers>,
}

/// Who bears a letter.
#[derive(Serialize)]
struct Bearers {
    letter: &'static str,
    /// What it stands for.
    word: String,
    roles: Vec<Link>,
}

impl Place<'_> {
    fn view(&self, shown: &Shown) -> Option<Value> {
        let from = self.from;
        let model = from.sight.model;
        let prefix = self.prefix.clone();
        Some(match shown {
            Shown::Decision(id) => {
                json!({ "table": decision::table(from, &model.decisions[*id], prefix) })
            }
            Shown::Agenda(id) => {
                json!({ "agenda": meeting::agenda(from, &model.meetings[*id], prefix) })
            }
            Shown::Steps(id) => json!({ "steps": process::steps(from, &model.processes[*id]) }),
            Shown::Form(id) => json!({ "sheet": form::sheet(from, &model.forms[*id], prefix) }),
            Shown::Matrix(of, roles) => self.matrix(*of, roles),
            Shown::Duties(of, letter) => self.duties(*of, *letter),
            Shown::List(_, things) => {
                let things: Vec<Link> = things.iter().map(|thing| from.any(*thing)).collect();
                json!({ "things": things })
            }
            Shown::Count(count) => json!({ "count": count }),
            Shown::Limit(table, input, high) => self.limit(*table, *input, *high)?,
            Shown::Role(id) => json!({ "link": self.link(*id) }),
            Shown::Term(id) => self.term(*id),
            Shown::Goal(id) => {
                let target = said(&from.sight, &model.goals[*id].target);
                json!({ "link": self.link(*id), "target": target })
            }
            Shown::Within(thing) => {
                let within = directives::within(model, *thing);
                json!({ "within": said::duration(&from.sight, within) })
            }
            Shown::Date(date) => json!({ "day": self.date(*date)? }),
            Shown::Lost => return None,
        })
    }

    /// A link, or only the name where a link already stands around it.
    fn link<T: Entity>(&self, thing: Id<T>) -> Link {
        let mut link = self.from.link(thing);
        if self.in_link {
            link.href.clear();
        }
        link
    }

    fn limit(&self, table: Id<Decision>, input: usize, high: i64) -> Option<Value> {
        let sight = &self.from.sight;
        let input = sight.model.decisions[table].inputs.get(input)?;
        let words =
            directives::end_words(input, high, sight.tongue(), &sight.model.settings.currency);
        let unit = said(sight, &input.unit);
        Some(json!({ "link": self.link(table), "words": words, "unit": unit }))
    }

    fn term(&self, id: Id<Term>) -> Value {
        let sight = &self.from.sight;
        let means = sight.say(&sight.model.terms[id].means);
        json!({ "link": self.link(id), "means": means })
    }

    fn date(&self, date: PageDate) -> Option<Day> {
        let control = &self.head.control;
        let day = match date {
            PageDate::Effective => control.effective.as_ref()?.value,
            PageDate::Reviewed => control.reviewed.as_ref()?.value,
            PageDate::NextReview => control.next_review()?,
        };
        Some(self.from.sight.day(day))
    }

    /// The duties of a department or an area as a table: a column for each letter.
    fn matrix(&self, of: Option<AnyId>, roles: &[Id<Role>]) -> Value {
        let model = self.from.sight.model;
        let duties = model.duties.iter().filter(|(_, duty)| {
            let in_place = of.is_none_or(|of| belongs(self, duty, of));
            let is_theirs = |role: &Id<Role>| !duty.letters(*role).is_empty();
            in_place && (roles.is_empty() || roles.iter().any(is_theirs))
        });
        let rows: Vec<DutyRow> = duties
            .map(|(id, duty)| self.duty_row(id, duty, &Letter::ALL))
            .collect();
        let heads: Vec<Bearers> = Letter::ALL
            .into_iter()
            .map(|letter| self.bearers(letter, Vec::new()))
            .collect();
        let title = match of {
            Some(of) => {
                let link = self.from.any(of);
                Said {
                    text: link.name,
                    lang: link.lang,
                }
            }
            None => own(self.from.sight.strings.say("embed.all_areas")),
        };
        json!({ "prefix": self.prefix, "title": title, "heads": heads, "rows": rows,
            "has_area": of.is_none_or(|of| of.of::<Department>().is_some()) })
    }

    fn duties(&self, of: AnyId, letter: Option<Letter>) -> Value {
        let model = self.from.sight.model;
        let letters: Vec<Letter> = match letter {
            Some(letter) => vec![letter],
            None => Letter::ALL.to_vec(),
        };
        let role = of.of::<Role>();
        let mut rows: Vec<DutyRow> = Vec::new();
        for (id, duty) in model.duties.iter() {
            let borne = |letter: &Letter| match role {
                Some(role) => duty.bearers(*letter).iter().any(|own| own.value == role),
                None => !duty.bearers(*letter).is_empty() && belongs(self, duty, of),
            };
            let shown: Vec<Letter> = letters.iter().copied().filter(borne).collect();
            if !shown.is_empty() {
                rows.push(self.duty_row(id, duty, &shown));
            }
        }
        json!({ "rows": rows, "of_role": role.is_some() })
    }

    fn duty_row(&self, id: Id<Duty>, duty: &Duty, letters: &[Letter]) -> DutyRow {
        DutyRow {
            duty: self.from.link(id),
            area: self.from.link(duty.area),
            letters: letters
                .iter()
                .map(|letter| self.bearers(*letter, self.from.links(duty.bearers(*letter))))
                .collect(),
        }
    }

    fn bearers(&self, letter: Letter, roles: Vec<Link>) -> Bearers {
        Bearers {
            letter: letter.name(),
            word: self
                .from
                .sight
                .strings
                .say(&format!("letters.{}.word", letter.name()))
                .to_owned(),
            roles,
        }
    }
}

/// Whether a duty stands in an area or a department.
fn belongs(place: &Place<'_>, duty: &Duty, of: AnyId) -> bool {
    let area = &place.from.sight.model.areas[duty.area];
    match (of.of::<Area>(), of.of::<Department>()) {
        (Some(wanted), _) => duty.area == wanted,
        (_, Some(wanted)) => area.department.iter().any(|own| own.value == wanted),
        _ => false,
    }
}
