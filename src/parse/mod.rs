//! One file's text to one record. Records faults, never judges; knows no other file.

pub mod fields;
pub mod slips;
pub mod yaml;
pub mod kinds;
pub mod value;
pub mod called;
pub mod decode;
pub mod markdown;
pub mod front_matter;
pub mod record;

use crate::memo::{Memo, digest};
use crate::parse::record::{Record, Setup, record};
use crate::parse::value::Value;
use crate::sources::{Sources, Text};
use crate::span::FilePath;
use crate::text::Language;
use std::sync::Arc;

/// Reads every text of the content, each once per distinct text, on all cores.
pub fn all(
    sources: &Sources,
    setup: &Setup,
    memo: &Memo<Option<Record>>,
) -> (Vec<Arc<Option<Record>>>, Memo<Option<Record>>) {
    let shared = setup.digest();
    let texts: Vec<(&FilePath, &Text)> = sources.texts.iter().collect();
    memo.map(
        &texts,
        |(path, text)| {
            digest(&[
                &shared.to_le_bytes(),
                path.as_bytes(),
                &text.digest.to_le_bytes(),
            ])
        },
        |(path, text)| record(path, &text.text, setup),
    )
}

/// The language of a folder that says none: Chinese where a tenth of its first texts is Chinese.
fn guess(sources: &Sources) -> Language {
    let pages = sources
        .texts
        .iter()
        .filter(|(path, _)| path.ends_with(".md"));
    let (mut all, mut han) = (0, 0);
    for c in pages
        .take(50)
        .flat_map(|(_, text)| text.text.chars().take(2000))
    {
        all += usize::from(c.is_alphabetic());
        han += usize::from(matches!(c, '\u{4e00}'..='\u{9fff}'));
    }
    Language::new(if han * 10 >= all { "zh" } else { "en" })
}

/// What `handbook.yaml` says that the reading of every other file depends on.
pub fn setup(sources: &Sources) -> Setup {
    let path: FilePath = "content/handbook.yaml".into();
    let Some(text) = sources.texts.get(&path) else {
        return Setup {
            is_handbook: false,
            languages: vec![guess(sources)],
        };
    };
    let mut setup = Setup {
        is_handbook: true,
        languages: Vec::new(),
    };
    let settings = record(&path, &text.text, &setup);
    let languages = settings.as_ref().and_then(|settings| {
        let (_, object) = settings.things.first()?;
        object.get("languages")
    });
    if let Some(Value::List(items)) = languages.map(|languages| languages.value) {
        for item in items {
            if let Value::Text(tag) = &item.value {
                setup.languages.push(Language::new(tag));
            }
        }
    }
    if setup.languages.is_empty() {
        setup.languages.push(Language::new("zh"));
    }
    setup
}
