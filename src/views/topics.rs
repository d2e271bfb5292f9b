//! The handbook's own words for topics of information, abilities and ways of talking, by their ids.

use crate::parse::value::{Object, Value};
use crate::span::Located;
use crate::text::Localized;
use crate::views::said::{Said, choice, own, said};
use crate::views::sight::Sight;

/// The names of topics; an id that nobody named stands for itself.
pub(super) fn names(sight: &Sight<'_>, ids: &[Located<String>]) -> Vec<Said> {
    ids.iter()
        .map(|id| named(sight, "topics", &Localized::new(id.value.clone())))
        .collect()
}

/// The names of abilities, which may also be written out.
pub(super) fn abilities(sight: &Sight<'_>, words: &[Located<Localized>]) -> Vec<Said> {
    words
        .iter()
        .map(|words| named(sight, "competences", &words.value))
        .collect()
}

/// The theme's words for the four ways of talking.
pub(super) fn directions(sight: &Sight<'_>, ids: &[Located<String>]) -> Vec<String> {
    ids.iter()
        .map(|id| choice(sight, "directions", &id.value))
        .collect()
}

fn named(sight: &Sight<'_>, set: &str, word: &Localized) -> Said {
    let profile = sight.model.profile.as_ref();
    profile
        .and_then(|profile| label(profile, set, &word.master))
        .or_else(|| setting(sight, set, &word.master))
        .and_then(|label| said(sight, &label))
        .or_else(|| said(sight, word))
        .unwrap_or_else(|| own(""))
}

fn setting(sight: &Sight<'_>, set: &str, id: &str) -> Option<Localized> {
    let topics = sight.model.settings.topics.iter();
    let mut topics = topics.filter(|_| set == "topics");
    let (_, label) = topics.find(|(own, _)| own.value == id)?;
    Some(label.clone())
}

/// What the profile calls `id` in one of its sets, in all languages.
fn label(profile: &Object, set: &str, id: &str) -> Option<Localized> {
    let mut label = Localized::default();
    let entries = profile.entries.iter();
    for entry in entries.filter(|entry| entry.field.name == set) {
        let Some(Value::Map(pairs)) = &entry.value.value else {
            continue;
        };
        let Some((_, item)) = pairs.iter().find(|(key, _)| key.value == id) else {
            continue;
        };
        let Value::Text(text) = &item.value else {
            continue;
        };
        match &entry.language {
            None => label.master.clone_from(text),
            Some(language) => _ = label.others.insert(language.clone(), text.clone()),
        }
    }
    (!label.is_empty()).then_some(label)
}
