//! One file's text to one record. Records faults, never judges; knows no other file.

pub mod fields;
pub mod slips;
pub mod yaml;
pub mod kinds;
pub mod value;
pub mod decode;
pub mod markdown;
pub mod front_matter;
pub mod record;

use crate::memo::{Digest, Memo, digest};
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
    let shared = setup_digest(setup);
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
        |(path, text)| {
            let mut record = record(path, &text.text, setup)?;
            record.digest = text.digest;
            Some(record)
        },
    )
}

/// What `handbook.yaml` says that the reading of every other file depends on.
pub fn setup(sources: &Sources) -> Setup {
    let path: FilePath = "content/handbook.yaml".into();
    let Some(text) = sources.texts.get(&path) else {
        return Setup::default();
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

fn setup_digest(setup: &Setup) -> Digest {
    let tags: Vec<&[u8]> = setup
        .languages
        .iter()
        .map(|language| language.0.as_bytes())
        .collect();
    let kind: &[u8] = if setup.is_handbook {
        b"handbook"
    } else {
        b"folder"
    };
    digest(&[&[kind], tags.as_slice()].concat())
}
