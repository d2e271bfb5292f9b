//! What the audit found in this build, by family and by the file it stands in.

use crate::audit::rules;
use crate::finding::{Finding, Severity};
use crate::model::{AnyId, Model};
use crate::parse::kinds::{self, KINDS, Written};
use crate::span::Span;
use crate::text::Words;
use crate::views::View;
use crate::views::page::{Common, ContentsItem, Link, Page};
use crate::views::reference::rule;
use crate::views::sight::{From, Sight};
use crate::views::wording::{self, Part};
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) const VIEW: View = View {
    name: "audit",
    pages,
};

const PATH: &str = "audit/index";

/// The whole verdict.
#[derive(Serialize)]
struct Audit {
    counts: Vec<Count>,
    families: Vec<Family>,
    waived: Vec<Family>,
    /// The list of all rules.
    rules: String,
}

/// How many findings of a weight there are.
#[derive(Serialize)]
struct Count {
    level: &'static str,
    words: String,
    number: usize,
}

/// The findings of one family.
#[derive(Serialize)]
struct Family {
    id: String,
    title: String,
    places: Vec<Place>,
}

/// The findings in one file, or in one thing of it.
#[derive(Serialize)]
struct Place {
    file: String,
    thing: Option<Link>,
    findings: Vec<Found>,
}

/// One finding.
#[derive(Serialize)]
struct Found {
    code: &'static str,
    level: &'static str,
    level_words: String,
    rule: Link,
    message: Vec<Part>,
    witness: Vec<Part>,
    help: Vec<Part>,
    notes: Vec<Note>,
}

/// A further place of a finding.
#[derive(Serialize)]
struct Note {
    file: String,
    message: Vec<Part>,
}

/// Which things stand in which stretches of a file.
type Ground = FxHashMap<crate::span::FilePath, Vec<(Range<usize>, AnyId)>>;

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    if !sight.model.settings.is_handbook {
        return Vec::new();
    }
    let verdict = sight.verdict;
    let from = sight.from(PATH);
    let is_silent = verdict.findings.is_empty() && verdict.waived.is_empty();
    let ground = if is_silent {
        Ground::default()
    } else {
        ground(sight.model)
    };
    let view = Audit {
        counts: counts(sight),
        families: families(&from, &ground, &verdict.findings),
        waived: families(&from, &ground, &verdict.waived),
        rules: from.to("reference/rules/index", None),
    };
    let strings = sight.strings;
    let mut page = Page::new(sight.address(PATH), sight.language.clone(), "audit");
    page.common = Common {
        title: strings.say("audit.title").to_owned(),
        kind: "audit",
        description: strings.say("audit.about").to_owned(),
        contents: contents(sight, &view),
        ..Common::default()
    };
    page.view = serde_json::to_value(view).unwrap_or_default();
    vec![page]
}

fn contents(sight: &Sight<'_>, view: &Audit) -> Vec<ContentsItem> {
    let item = |id: &str, text: &str| ContentsItem {
        level: 2,
        id: id.to_owned(),
        text: text.to_owned(),
    };
    let mut items: Vec<ContentsItem> = view
        .families
        .iter()
        .map(|family| item(&family.id, &family.title))
        .collect();
    if !view.waived.is_empty() {
        items.push(item("waived", sight.strings.say("audit.waived")));
    }
    items
}

fn counts(sight: &Sight<'_>) -> Vec<Count> {
    [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .map(|severity| Count {
            level: severity.word(),
            words: level(sight, severity),
            number: sight.verdict.count(severity),
        })
        .filter(|count| count.number > 0)
        .collect()
}

fn level(sight: &Sight<'_>, severity: Severity) -> String {
    let key = format!("audit.level.{}", severity.word());
    sight.strings.say(&key).to_owned()
}

/// Findings by family in the order of the catalogue; within one they keep their order, which is by place.
fn families(from: &From<'_>, ground: &Ground, findings: &[Finding]) -> Vec<Family> {
    let mut by_family: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let family = finding.code.split('-').next().unwrap_or(finding.code);
        by_family.entry(family).or_default().push(finding);
    }
    by_family
        .into_iter()
        .map(|(code, findings)| Family {
            id: code.to_owned(),
            title: rule::family(&from.sight, code),
            places: places(from, ground, &findings),
        })
        .collect()
}

fn places(from: &From<'_>, ground: &Ground, findings: &[&Finding]) -> Vec<Place> {
    let mut places: Vec<(Option<AnyId>, Place)> = Vec::new();
    for finding in findings {
        let thing = standing(from.sight.model, ground, &finding.span);
        let is_new = places
            .last()
            .is_none_or(|(last, place)| *last != thing || *place.file != *finding.span.file);
        if is_new {
            let place = Place {
                file: finding.span.file.to_string(),
                thing: thing
                    .map(|thing| from.any(thing))
                    .filter(|link| !link.href.is_empty()),
                findings: Vec::new(),
            };
            places.push((thing, place));
        }
        if let Some((_, place)) = places.last_mut() {
            place.findings.push(found(from, finding));
        }
    }
    places.into_iter().map(|(_, place)| place).collect()
}

fn found(from: &From<'_>, finding: &Finding) -> Found {
    let sight = &from.sight;
    let tongue = sight.tongue();
    let perhaps = |words: Option<&Words>| {
        words
            .map(|words| wording::parts(words.say(tongue)))
            .unwrap_or_default()
    };
    let rule = rules::of_code(finding.code);
    Found {
        code: finding.code,
        level: finding.severity.word(),
        level_words: level(sight, finding.severity),
        rule: Link {
            name: rule.map_or_else(String::new, |rule| rule::title(sight, rule)),
            href: rule.map_or_else(String::new, |rule| from.to(&rule::path(rule.code), None)),
            kind: "rule",
            lang: None,
        },
        message: wording::parts(finding.message.say(tongue)),
        witness: perhaps(finding.witness.as_ref()),
        help: perhaps(finding.help.as_ref()),
        notes: finding
            .notes
            .iter()
            .map(|note| Note {
                file: note.span.file.to_string(),
                message: wording::parts(note.message.say(tongue)),
            })
            .collect(),
    }
}

/// Where everything stands that has no file of its own.
fn ground(model: &Model) -> Ground {
    let mut ground = Ground::default();
    for head in KINDS.iter().flat_map(|row| model.all_of(row.kind)) {
        let has_file = matches!(
            kinds::row(head.me.kind).written,
            Written::Pages(_) | Written::Anywhere
        );
        if !has_file {
            let here = ground.entry(head.span.file.clone()).or_default();
            here.push((head.span.bytes(), head.me));
        }
    }
    ground
}

/// The thing that a place belongs to: the smallest that holds it, else the one whose file it is.
fn standing(model: &Model, ground: &Ground, place: &Span) -> Option<AnyId> {
    let here = ground.get(&place.file).map(Vec::as_slice);
    let inner = here
        .unwrap_or_default()
        .iter()
        .filter(|(range, _)| range.start <= place.start && place.end <= range.end)
        .min_by_key(|(range, _)| range.len());
    match inner {
        Some((_, thing)) => Some(*thing),
        None => model.by_file.get(&place.file).copied(),
    }
}
