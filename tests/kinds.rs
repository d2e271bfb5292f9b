//! The tables of fields: unambiguous, complete, and each example is what its field takes.

use std::collections::BTreeSet;

use hejin::parse::fields::{Choice, Field, Shape};
use hejin::parse::kinds::{ENTRY, HEADER, KINDS, Kind, Written, by_id, of_folder, of_list, row};
use serde_yaml::Value;

/// Visits every table: a kind's own with what it shares, and every group inside, each under its path.
fn tables() -> Vec<(String, Vec<&'static Field>)> {
    let mut found = Vec::new();
    for kind in KINDS {
        let fields: Vec<_> = kind.all_fields().collect();
        for field in &fields {
            groups(
                &format!("{}.{}", kind.id, field.name),
                &field.shape,
                &mut found,
            );
        }
        found.push((kind.id.to_owned(), fields));
    }
    found
}

fn groups(path: &str, shape: &Shape, found: &mut Vec<(String, Vec<&'static Field>)>) {
    match shape {
        Shape::List(inner) | Shape::Map(inner) => groups(path, inner, found),
        Shape::Group(fields) => {
            for field in *fields {
                groups(&format!("{path}.{}", field.name), &field.shape, found);
            }
            found.push((path.to_owned(), fields.iter().collect()));
        }
        _ => {}
    }
}

#[test]
fn every_kind_has_one_row_and_its_words_are_its_own() {
    let every = [
        Kind::Department,
        Kind::Area,
        Kind::Role,
        Kind::Person,
        Kind::Duty,
        Kind::Scope,
        Kind::Decision,
        Kind::Process,
        Kind::Step,
        Kind::Meeting,
        Kind::Form,
        Kind::Service,
        Kind::Goal,
        Kind::Budget,
        Kind::Training,
        Kind::Career,
        Kind::Policy,
        Kind::Tension,
        Kind::Term,
        Kind::Calendar,
        Kind::Waiver,
        Kind::Settings,
        Kind::Profile,
        Kind::Page,
    ];
    assert_eq!(KINDS.len(), every.len());
    for kind in every {
        assert_eq!(row(kind).kind, kind);
    }
    let words: BTreeSet<_> = KINDS.iter().flat_map(|kind| [kind.id, kind.zh]).collect();
    assert_eq!(words.len(), KINDS.len() * 2);
}

#[test]
fn no_key_stands_twice_in_a_table() {
    for (path, fields) in tables() {
        let mut seen = BTreeSet::new();
        for key in fields.iter().flat_map(|field| [field.name, field.zh]) {
            assert!(seen.insert(key), "{path} has {key} twice");
        }
    }
}

#[test]
fn keys_of_the_fixed_table_mean_the_same_everywhere() {
    let fixed = "名称=name 部门=department 汇报=reports_to 负责=A 执行=R 配合=S 征询=C 知会=I 时限=within \
                 金额=amount 申请=propose 会签=agree 审批=decide 备案=record";
    let tables = tables();
    for (zh, name) in fixed
        .split_whitespace()
        .filter_map(|pair| pair.split_once('='))
    {
        let mut uses = 0;
        for (path, fields) in &tables {
            for field in fields.iter().filter(|field| field.name == name) {
                assert_eq!(field.zh, zh, "{path}.{name}");
                uses += 1;
            }
        }
        assert!(uses > 0, "{name} stands in no table");
    }
}

#[test]
fn keys_can_be_typed_and_every_sentence_is_one() {
    for (path, fields) in tables() {
        for field in fields {
            let at = format!("{path}.{}", field.name);
            let plain = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(
                field.name.chars().all(plain) || matches!(field.name, "A" | "R" | "S" | "C" | "I"),
                "{at}"
            );
            let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            assert!(
                !field.zh.is_empty() && field.zh.chars().all(han),
                "{at}: {}",
                field.zh
            );
            let (zh, en) = field.about;
            assert!(zh.ends_with('。') && zh.chars().any(han), "{at}: {zh}");
            assert!(
                en.ends_with('.')
                    && en.is_ascii()
                    && en.starts_with(|c: char| c.is_ascii_uppercase()),
                "{at}: {en}"
            );
        }
    }
    for kind in KINDS {
        let (zh, en) = kind.about;
        assert!(
            zh.ends_with('。') && en.ends_with('.') && en.is_ascii(),
            "{}",
            kind.id
        );
    }
}

#[test]
fn the_words_of_a_choice_differ_in_both_languages() {
    for (path, fields) in tables() {
        for field in fields {
            if let Some(choices) = choices_of(&field.shape) {
                let words: BTreeSet<_> = choices
                    .iter()
                    .flat_map(|choice| [choice.value, choice.zh])
                    .collect();
                assert_eq!(words.len(), choices.len() * 2, "{path}.{}", field.name);
                assert!(
                    choices.iter().all(|choice| !choice.en.is_empty()),
                    "{path}.{}",
                    field.name
                );
            }
        }
    }
}

fn choices_of(shape: &Shape) -> Option<&'static [Choice]> {
    match shape {
        Shape::Choice(choices) => Some(choices),
        Shape::List(inner) | Shape::Map(inner) => choices_of(inner),
        _ => None,
    }
}

#[test]
fn every_example_is_what_its_field_takes() {
    let mut wrong = Vec::new();
    for (path, fields) in tables() {
        for field in fields {
            let at = format!("{path}.{}", field.name);
            match serde_yaml::from_str(field.example) {
                Ok(value) => misfits(&at, &field.shape, &value, &mut wrong),
                Err(error) => wrong.push(format!("{at}: {error}")),
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn an_example_that_does_not_fit_is_seen() {
    let misfit = |kind, key, example| {
        let mut wrong = Vec::new();
        let field = row(kind).field(key).unwrap();
        misfits(
            key,
            &field.shape,
            &serde_yaml::from_str(example).unwrap(),
            &mut wrong,
        );
        wrong.join("\n")
    };
    assert_eq!(
        misfit(Kind::Role, "seats", "many"),
        "seats: \"many\" is no Whole"
    );
    assert_eq!(
        misfit(Kind::Role, "级别", "boss"),
        "级别: \"boss\" is none of the choices"
    );
    assert_eq!(misfit(Kind::Role, "pay", "{bas: 60}"), "pay.bas: unknown");
    assert_eq!(
        misfit(Kind::Area, "duties", "[{id: x}]"),
        "duties.name: missing"
    );
    assert_eq!(
        misfit(Kind::Budget, "period", "2026-01-01"),
        "period: \"2026-01-01\" is no Period"
    );
    assert_eq!(
        misfit(Kind::Meeting, "attend", "[[a]]"),
        "attend: [String(\"a\")] is no Ref"
    );
}

/// Says where a value does not have a shape, roughly: grammars of times and amounts are not read.
fn misfits(at: &str, shape: &Shape, value: &Value, wrong: &mut Vec<String>) {
    match (shape, value) {
        (Shape::List(inner), Value::Sequence(items)) => {
            for item in items {
                misfits(at, inner, item, wrong);
            }
        }
        (Shape::List(inner), one) => misfits(at, inner, one, wrong),
        (Shape::Map(inner), Value::Mapping(map)) => {
            for item in map.values() {
                misfits(at, inner, item, wrong);
            }
        }
        (Shape::Group(fields), Value::Mapping(map)) => group_misfits(at, fields, map, wrong),
        (Shape::Choice(choices), Value::String(word)) => {
            if !choices
                .iter()
                .any(|choice| choice.value == word || choice.zh == word)
            {
                wrong.push(format!("{at}: {word:?} is none of the choices"));
            }
        }
        _ => scalar_misfits(at, shape, value, wrong),
    }
}

fn group_misfits(at: &str, fields: &[Field], map: &serde_yaml::Mapping, wrong: &mut Vec<String>) {
    for (key, item) in map {
        let key = key.as_str().unwrap_or_default();
        match fields.iter().find(|field| field.name == key) {
            Some(field) => misfits(&format!("{at}.{key}"), &field.shape, item, wrong),
            None => wrong.push(format!("{at}.{key}: unknown")),
        }
    }
    let required = fields
        .iter()
        .filter(|field| field.need == hejin::parse::fields::Need::Required);
    for field in required.filter(|field| !map.contains_key(field.name)) {
        wrong.push(format!("{at}.{}: missing", field.name));
    }
}

fn scalar_misfits(at: &str, shape: &Shape, value: &Value, wrong: &mut Vec<String>) {
    let text = value.as_str();
    let starts_with_digit =
        || text.is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
    let fits = match shape {
        Shape::Text | Shape::Words | Shape::Cadence | Shape::Ref(_) | Shape::RefOr(..) => {
            text.is_some()
        }
        Shape::Flag => value.is_bool(),
        Shape::Whole => value.is_i64(),
        Shape::Decimal => value.is_number(),
        Shape::Money => value.is_number() || starts_with_digit(),
        Shape::Duration | Shape::Lead => starts_with_digit(),
        Shape::Date => starts_with_digit() && text.is_some_and(|text| text.len() == 10),
        Shape::Period => text.is_some_and(|text| text.len() == 22 && text.contains("..")),
        Shape::Any => true,
        Shape::Choice(_) | Shape::List(_) | Shape::Map(_) | Shape::Group(_) => false,
    };
    if !fits {
        let word = format!("{shape:?}");
        let shape = word.split(['(', '[']).next().unwrap_or_default();
        let value = text.map_or_else(|| format!("{value:?}"), |text| format!("{text:?}"));
        wrong.push(format!(
            "{at}: {} is no {shape}",
            value.trim_start_matches("Sequence ")
        ));
    }
}

#[test]
fn a_field_is_found_by_either_key() {
    let name = |kind, key| row(kind).field(key).map(|field| field.name);
    assert_eq!(name(Kind::Role, "汇报"), Some("reports_to"));
    assert_eq!(name(Kind::Department, "head"), Some("head"));
    assert_eq!(name(Kind::Department, "评审周期"), Some("review_every"));
    assert_eq!(name(Kind::Goal, "别名"), Some("aliases"));
    assert_eq!(name(Kind::Goal, "review_every"), None);
    assert_eq!(name(Kind::Settings, "aliases"), None);
    assert_eq!(name(Kind::Duty, "负责"), Some("A"));
    assert_eq!(name(Kind::Page, "report_to"), None);
}

#[test]
fn a_kind_is_found_by_folder_by_list_and_by_word() {
    assert_eq!(of_folder("responsibilities"), Some(Kind::Area));
    assert_eq!(of_folder("roles"), None);
    assert_eq!(of_folder("guide"), None);
    assert_eq!(of_list("roles"), Some(Kind::Role));
    assert_eq!(of_list("scopes"), Some(Kind::Scope));
    assert_eq!(of_list("handbook"), Some(Kind::Settings));
    assert_eq!(of_list("meetings"), None);
    assert_eq!(by_id("form"), Some(Kind::Form));
    assert_eq!(by_id("表单"), Some(Kind::Form));
    assert_eq!(by_id("步骤"), Some(Kind::Step));
    assert_eq!(by_id("forms"), None);
}

#[test]
fn what_stands_inside_another_kind_has_that_kinds_fields() {
    for kind in KINDS {
        if let Written::Inside(holder, key) = kind.written {
            let field = row(holder).field(key).unwrap();
            let Shape::List(Shape::Group(fields)) = &field.shape else {
                panic!("{key} of {holder:?} is no list of groups");
            };
            let names =
                |fields: &[Field]| fields.iter().map(|field| field.name).collect::<Vec<_>>();
            assert_eq!(names(fields), names(kind.fields), "{}", kind.id);
        }
    }
}

#[test]
fn shared_keys_say_the_same_in_headers_and_in_entries() {
    for entry in ENTRY {
        let header = HEADER
            .iter()
            .find(|field| field.name == entry.name)
            .unwrap();
        assert_eq!(header.zh, entry.zh);
    }
}
