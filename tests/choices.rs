//! Every word that a field may take, and that pages show, has its words in the theme in both languages.

use hejin::parse::fields::{Field, Shape};
use hejin::parse::kinds::{self, Kind};
use hejin::sources::fixture;
use hejin::text::Language;
use hejin::theme;

/// The kind, the way to the field, the section of the strings.
const SHOWN: &[(Kind, &[&str], &str)] = &[
    (Kind::Meeting, &["type"], "meeting.types"),
    (Kind::Meeting, &["on_holiday"], "meeting.on_holiday"),
    (Kind::Meeting, &["agenda", "type"], "meeting.item_types"),
    (Kind::Meeting, &["direction"], "directions"),
    (Kind::Form, &["direction"], "directions"),
    (Kind::Form, &["fields", "type"], "form.types"),
    (Kind::Process, &["steps", "phase"], "phases"),
    (Kind::Training, &["mode"], "modes"),
    (Kind::Policy, &["type"], "policy.types"),
    (Kind::Policy, &["reading"], "readings"),
    (Kind::Tension, &["cause"], "tension.causes"),
    (Kind::Decision, &["hit"], "decision.hit"),
];

#[test]
fn every_choice_has_words() {
    let languages = [Language::new("zh"), Language::new("en")];
    let theme = theme::load(&fixture(""), "default", &languages);
    let mut missing = Vec::new();
    for (kind, way, section) in SHOWN {
        for value in choices(*kind, way) {
            let key = format!("{section}.{value}");
            for language in &languages {
                if !theme.strings[language].keys().any(|own| own == key) {
                    missing.push(format!("{language}: {key}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

fn choices(kind: Kind, way: &[&str]) -> Vec<&'static str> {
    let mut shape: Option<&'static Shape> = None;
    for name in way {
        let fields: Vec<&'static Field> = match shape {
            None => kinds::row(kind).all_fields().collect(),
            Some(Shape::Group(fields)) => fields.iter().collect(),
            Some(_) => Vec::new(),
        };
        let field = fields.into_iter().find(|field| field.name == *name);
        shape = Some(bare(&field.unwrap().shape));
    }
    match shape {
        Some(Shape::Choice(choices)) => choices.iter().map(|choice| choice.value).collect(),
        other => panic!("{kind:?} {way:?} takes no choices: {other:?}"),
    }
}

/// What a list holds.
fn bare(shape: &'static Shape) -> &'static Shape {
    match shape {
        Shape::List(inner) => bare(inner),
        shape => shape,
    }
}
