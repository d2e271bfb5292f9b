//! The default theme holds together: every word that a template or a view asks for exists in both
//! languages, and no template needs anything from elsewhere or runs a script.

use hejin::sources::Sources;
use hejin::text::Language;
use hejin::theme::{self, Theme};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

fn default_theme() -> Theme {
    let languages = ["zh", "en"].map(Language::new);
    theme::load(&Sources::default(), "default", &languages)
}

fn keys(theme: &Theme, tag: &str) -> BTreeSet<String> {
    let strings = &theme.strings[&Language::new(tag)];
    strings.keys().map(str::to_owned).collect()
}

/// Whether a key is there, or is the beginning of others.
fn is_known(keys: &BTreeSet<String>, key: &str) -> bool {
    let inner = format!("{key}.");
    keys.contains(key) || keys.iter().any(|known| known.starts_with(&inner))
}

/// The words that a template asks for: `strip.owner` of `{{ t.strip.owner }}`.
fn asked_by_template(text: &str) -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    for tag in text.split(['{', '}']) {
        for (at, _) in tag.match_indices("t.") {
            let before = tag[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || "_.\"'-".contains(c)) {
                continue;
            }
            let path: String = tag[at + 2..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "_.".contains(*c))
                .collect();
            asked.insert(path.trim_end_matches('.').to_owned());
        }
    }
    asked
}

/// The words that a view asks for by a key that is written out.
fn asked_by_code(text: &str) -> BTreeSet<String> {
    text.split("say(\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(key, _)| key.to_owned())
        .filter(|key| key.contains('.'))
        .collect()
}

#[test]
fn templates_are_searched_for_words() {
    let text = "{{ t.nav.menu }}{% if t.a.b %}{{ part.b }}{{<see t={t.kinds[x]} />}} it.was";
    let asked: Vec<String> = asked_by_template(text).into_iter().collect();
    assert_eq!(asked, ["a.b", "kinds", "nav.menu"]);
    let asked: Vec<String> = asked_by_code("x.say(\"nav.home\").say(\"x\")")
        .into_iter()
        .collect();
    assert_eq!(asked, ["nav.home"]);
}

#[test]
fn both_languages_have_the_same_words() {
    let theme = default_theme();
    assert!(theme.faults.is_empty(), "{:?}", theme.faults);
    let (zh, en) = (keys(&theme, "zh"), keys(&theme, "en"));
    let alone: Vec<_> = zh.symmetric_difference(&en).collect();
    assert!(alone.is_empty(), "only in one language: {alone:?}");
    assert!(zh.len() > 100);
}

#[test]
fn every_word_that_is_asked_for_exists() {
    let theme = default_theme();
    let known = keys(&theme, "zh");
    let mut missing = Vec::new();
    for (file, text) in &theme.templates {
        for key in asked_by_template(text) {
            if !is_known(&known, &key) {
                missing.push(format!("{file}: t.{key}"));
            }
        }
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in WalkDir::new(source) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|end| end == "rs") {
            for key in asked_by_code(&fs::read_to_string(entry.path()).unwrap()) {
                if !is_known(&known, &key) {
                    missing.push(format!("{}: {key}", entry.path().display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn nothing_comes_from_elsewhere() {
    let theme = default_theme();
    let mut wrong = Vec::new();
    for (file, text) in &theme.templates {
        for word in ["http://", "https://", "=\"//", "<script", "<iframe", " on"] {
            let is_wrong = match word {
                " on" => has_handler(text),
                word => text.contains(word),
            };
            if is_wrong {
                wrong.push(format!("{file}: {word}"));
            }
        }
    }
    for (file, bytes) in &theme.statics {
        let text =
            String::from_utf8_lossy(bytes).replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for word in ["http://", "https://", "url(", "@import"] {
            if text.contains(word) {
                wrong.push(format!("{file}: {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a tag carries a script of its own: ` onclick="`.
fn has_handler(text: &str) -> bool {
    text.match_indices(" on").any(|(at, _)| {
        let name = text[at + 3..].trim_start_matches(|c: char| c.is_ascii_lowercase());
        name.starts_with("=\"") && name.len() < text[at + 3..].len()
    })
}
