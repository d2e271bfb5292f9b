//! What holds for the whole handbook: its settings, its calendar, its waivers, as meant.

use crate::model::arena::{AnyId, Id};
use crate::model::department::Department;
use crate::model::reader::Reader;
use crate::model::role::Role;
use crate::parse::value::Value;
use crate::span::{Located, Span};
use crate::text::{Language, Localized};
use jiff::civil::Date;

/// The settings of `handbook.yaml`, or what stands in for them in any folder of Markdown.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whether there is a `handbook.yaml`.
    pub is_handbook: bool,
    /// The title.
    pub title: Localized,
    /// Whose handbook it is.
    pub organisation: Localized,
    /// The languages, the master first; never empty.
    pub languages: Vec<Language>,
    /// The currency of amounts, as an ISO 4217 code.
    pub currency: String,
    /// The law by which limits are read.
    pub law: Option<Located<String>>,
    /// The pairs of departments that must work as one.
    pub pairs: Vec<Pair>,
    /// Topics of information by id.
    pub topics: Vec<(Located<String>, Localized)>,
    /// The theme's folder.
    pub theme: String,
    /// The id under which browsers keep a reader's choices.
    pub site_id: Option<String>,
    /// The full address of the site, ending in `/`.
    pub base_url: Option<String>,
    /// How addresses are written.
    pub addresses: Addresses,
    /// Whether search engines may list the site.
    pub allows_robots: bool,
    /// How grave a finding must be to stop a build.
    pub fail_on: FailOn,
    /// Rules made heavier or lighter.
    pub rules: Vec<RuleSwitch>,
    /// Where a fault of the whole handbook is shown.
    pub span: Span,
}

/// Two departments, each where it is named.
pub type Pair = (Located<Id<Department>>, Located<Id<Department>>);

/// How addresses are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Addresses {
    /// `page.html`.
    Page,
    /// `page/index.html`.
    Folder,
}

/// How grave a finding must be to stop a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// An error.
    Error,
    /// A warning or an error.
    Warn,
    /// Nothing stops it.
    Never,
}

/// A rule whose weight the handbook changes.
#[derive(Clone, Debug)]
pub struct RuleSwitch {
    /// Its code.
    pub rule: Located<String>,
    /// `error`, `warn`, `info` or `off`.
    pub level: Option<Located<String>>,
    /// Why.
    pub reason: Localized,
    /// Until when.
    pub until: Option<Located<Date>>,
}

/// A finding that is accepted for a time.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// The code of the rule.
    pub rule: Option<Located<String>>,
    /// Where, as written; nothing for the whole page it stands on.
    pub place: Option<Located<String>>,
    /// The thing that `place` names, or on whose page it stands.
    pub thing: Option<AnyId>,
    /// Why.
    pub reason: Localized,
    /// Who allowed it.
    pub by: Option<Located<Id<Role>>>,
    /// Until when.
    pub until: Option<Located<Date>>,
    /// Where it is written.
    pub span: Span,
}

/// Days off and days worked instead.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// Days off beside weekends.
    pub holidays: Vec<Date>,
    /// Weekend days that are worked.
    pub workdays: Vec<Date>,
}

impl Calendar {
    /// Whether a day is worked.
    pub fn is_workday(&self, day: Date) -> bool {
        let is_weekend = matches!(
            day.weekday(),
            jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday
        );
        self.workdays.contains(&day) || (!is_weekend && !self.holidays.contains(&day))
    }

    /// Reads `calendar.yaml`.
    pub fn read(reader: &Reader<'_>) -> Calendar {
        let days = |name| {
            reader
                .dates(name)
                .into_iter()
                .map(|day| day.value)
                .collect()
        };
        Calendar {
            holidays: days("holidays"),
            workdays: days("workdays"),
        }
    }
}

impl Settings {
    /// What stands in for settings where there are none.
    pub fn of_folder(languages: Vec<Language>, span: Span) -> Settings {
        Settings {
            is_handbook: false,
            title: Localized::default(),
            organisation: Localized::default(),
            languages: if languages.is_empty() {
                vec![Language::new("zh")]
            } else {
                languages
            },
            currency: "CNY".to_owned(),
            law: None,
            pairs: Vec::new(),
            topics: Vec::new(),
            theme: "default".to_owned(),
            site_id: None,
            base_url: None,
            addresses: Addresses::Page,
            allows_robots: false,
            fail_on: FailOn::Error,
            rules: Vec::new(),
            span,
        }
    }

    /// Reads `handbook.yaml`.
    pub fn read(reader: &mut Reader<'_>, languages: Vec<Language>) -> Settings {
        let word = |reader: &Reader<'_>, name: &str| reader.text(name).map(|text| text.value);
        let audit = reader.groups("audit", |inner| {
            let fail_on = match word(inner, "fail_on").as_deref() {
                Some("warn") => FailOn::Warn,
                Some("never") => FailOn::Never,
                _ => FailOn::Error,
            };
            (
                fail_on,
                inner
                    .groups("rules", switch)
                    .into_iter()
                    .flatten()
                    .collect(),
            )
        });
        let (fail_on, rules) = audit
            .into_iter()
            .next()
            .unwrap_or((FailOn::Error, Vec::new()));
        let is_folder = word(reader, "addresses").as_deref() == Some("folder");
        Settings {
            is_handbook: true,
            title: reader.words("title"),
            organisation: reader.words("organisation"),
            currency: word(reader, "currency").unwrap_or_else(|| "CNY".to_owned()),
            law: reader.text("law"),
            pairs: pairs(reader),
            topics: reader.labels("topics"),
            theme: word(reader, "theme").unwrap_or_else(|| "default".to_owned()),
            site_id: word(reader, "site_id"),
            base_url: word(reader, "base_url").map(|url| format!("{}/", url.trim_end_matches('/'))),
            addresses: if is_folder {
                Addresses::Folder
            } else {
                Addresses::Page
            },
            allows_robots: word(reader, "robots").as_deref() == Some("allow"),
            fail_on,
            rules,
            ..Settings::of_folder(languages, reader.place("title"))
        }
    }
}

fn switch(reader: &mut Reader<'_>) -> Option<RuleSwitch> {
    Some(RuleSwitch {
        rule: reader.text("rule")?,
        level: reader.text("level"),
        reason: reader.words("reason"),
        until: reader.date("until"),
    })
}

/// `[[marketing, sales], …]`: each inner list names two departments.
fn pairs(reader: &mut Reader<'_>) -> Vec<Pair> {
    let object = reader.object;
    let Some(Value::List(lists)) = object.get("pairs").map(|pairs| pairs.value) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for list in lists {
        let Value::List(names) = &list.value else {
            continue;
        };
        let mut both = names.iter().filter_map(|name| match &name.value {
            Value::Name(text) => {
                let word = name.with(text.clone());
                let found = reader.follow(&word, &[crate::parse::kinds::Kind::Department])?;
                found.of().map(|id| name.with(id))
            }
            _ => None,
        });
        if let (Some(one), Some(other)) = (both.next(), both.next()) {
            out.push((one, other));
        }
    }
    out
}

impl Waiver {
    /// Reads one, from `waivers.yaml` or from a page's header; `thing` is whose header that is.
    pub fn read(reader: &mut Reader<'_>, thing: Option<AnyId>) -> Waiver {
        let place = reader.text("where");
        let named = match &place {
            Some(place) => reader.follow(place, crate::model::LINKABLE),
            None => thing,
        };
        Waiver {
            rule: reader.text("rule"),
            place,
            thing: named,
            reason: reader.words("reason"),
            by: reader.one("by"),
            until: reader.date("until"),
            span: reader.place("rule"),
        }
    }
}
