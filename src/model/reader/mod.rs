//! Takes typed values out of an object as written, following every reference on the way.

mod single;

use crate::fault::Fault;
use crate::model::arena::{AnyId, Entity, Id};
use crate::model::names::{Found, Names};
use crate::parse::fields::Shape;
use crate::parse::kinds::Kind;
use crate::parse::slips;
use crate::parse::value::{Object, Value};
use crate::parse::yaml::Node;
use crate::span::{Located, Span};
use crate::text::{Language, Localized};

/// What reading leaves behind besides the values.
#[derive(Debug, Default)]
pub struct Seen {
    /// References that lead nowhere or to several things.
    pub faults: Vec<Fault>,
    /// Who refers to whom, in the order of reading.
    pub mentions: Vec<(AnyId, Located<AnyId>)>,
}

/// An object, the names by which its references are followed, and the thing it belongs to.
pub struct Reader<'a> {
    /// As written.
    pub object: &'a Object,
    /// The same thing in its translations.
    pub translations: &'a [(Language, &'a Object)],
    /// All names.
    pub names: &'a Names,
    /// Whose fields these are.
    pub owner: AnyId,
    /// Where faults and mentions go.
    pub seen: &'a mut Seen,
}

/// A reference, or one of a field's reserved words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameOr {
    /// A thing.
    Thing(AnyId),
    /// A reserved word such as `everyone`.
    Word(String),
}

impl Reader<'_> {
    fn value(&self, name: &str) -> Option<Located<&Value>> {
        self.object.get(name)
    }

    /// Where the key is written, else where the object begins.
    pub fn place(&self, name: &str) -> Span {
        match self.object.entry(name, None) {
            Some(entry) if entry.value.span.end > entry.value.span.start => {
                entry.value.span.clone()
            }
            Some(entry) => entry.key.clone(),
            None => self
                .object
                .entries
                .first()
                .map_or_else(|| self.object.span.clone(), |entry| entry.key.clone()),
        }
    }

    /// Text that is never translated.
    pub fn text(&self, name: &str) -> Option<Located<String>> {
        let value = self.value(name)?;
        match value.value {
            Value::Text(text) | Value::Name(text) => Some(Located::new(text.clone(), value.span)),
            _ => None,
        }
    }

    /// Several texts.
    pub fn texts(&self, name: &str) -> Vec<Located<String>> {
        self.items(name)
            .into_iter()
            .filter_map(|item| match &item.value {
                Value::Text(text) | Value::Name(text) => Some(item.with(text.clone())),
                _ => None,
            })
            .collect()
    }

    /// An author's words in all languages in which they are written.
    pub fn words(&self, name: &str) -> Localized {
        let mut words = Localized::default();
        for entry in self
            .object
            .entries
            .iter()
            .filter(|entry| entry.field.name == name)
        {
            let Some(Value::Text(text)) = &entry.value.value else {
                continue;
            };
            match &entry.language {
                None => words.master.clone_from(text),
                Some(language) => _ = words.others.insert(language.clone(), text.clone()),
            }
        }
        for (language, object) in self.translations {
            if let Some(Value::Text(text)) = object.get(name).map(|value| value.value) {
                words.others.insert(language.clone(), text.clone());
            }
        }
        words
    }

    /// Several of an author's words; `…_en` translates them item by item.
    pub fn words_list(&self, name: &str) -> Vec<Located<Localized>> {
        let mut all: Vec<Located<Localized>> = self
            .texts(name)
            .into_iter()
            .map(|text| text.with(Localized::new(text.value.clone())))
            .collect();
        for entry in self
            .object
            .entries
            .iter()
            .filter(|entry| entry.field.name == name)
        {
            let (Some(language), Some(Value::List(items))) = (&entry.language, &entry.value.value)
            else {
                continue;
            };
            for (words, item) in all.iter_mut().zip(items) {
                if let Value::Text(text) = &item.value {
                    words.value.others.insert(language.clone(), text.clone());
                }
            }
        }
        all
    }

    /// Words by keys of the author's choosing: `values: {in: 预算内}` with `values_en` beside it.
    pub fn labels(&self, name: &str) -> Vec<(Located<String>, Localized)> {
        let mut all: Vec<(Located<String>, Localized)> = Vec::new();
        for entry in self
            .object
            .entries
            .iter()
            .filter(|entry| entry.field.name == name)
        {
            let Some(Value::Map(pairs)) = &entry.value.value else {
                continue;
            };
            for (key, item) in pairs {
                let Value::Text(text) = &item.value else {
                    continue;
                };
                match &entry.language {
                    None => all.push((key.clone(), Localized::new(text.clone()))),
                    Some(language) => {
                        if let Some((_, words)) =
                            all.iter_mut().find(|(other, _)| other.value == key.value)
                        {
                            words.others.insert(language.clone(), text.clone());
                        }
                    }
                }
            }
        }
        all
    }

    /// A value whose meaning depends on what stands elsewhere.
    pub fn raw(&self, name: &str) -> Option<Node> {
        match self.value(name)?.value {
            Value::Raw(node) => Some(node.clone()),
            _ => None,
        }
    }

    /// Values by keys of the author's choosing, not yet understood.
    pub fn raw_map(&self, name: &str) -> Vec<(Located<String>, Node)> {
        match self.value(name).map(|value| value.value) {
            Some(Value::Map(pairs)) => pairs
                .iter()
                .filter_map(|(key, item)| match &item.value {
                    Value::Raw(node) => Some((key.clone(), node.clone())),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Whole numbers by keys of the author's choosing.
    pub fn whole_map(&self, name: &str) -> Vec<(Located<String>, Located<i64>)> {
        match self.value(name).map(|value| value.value) {
            Some(Value::Map(pairs)) => pairs
                .iter()
                .filter_map(|(key, item)| match &item.value {
                    Value::Whole(number) => Some((key.clone(), item.with(*number))),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Texts by keys of the author's choosing, each key with one or several.
    pub fn text_map(&self, name: &str) -> Vec<(Located<String>, Vec<Located<String>>)> {
        let Some(Value::Map(pairs)) = self.value(name).map(|value| value.value) else {
            return Vec::new();
        };
        let text = |item: &Located<Value>| match &item.value {
            Value::Text(text) | Value::Name(text) => Some(item.with(text.clone())),
            _ => None,
        };
        pairs
            .iter()
            .map(|(key, item)| match &item.value {
                Value::List(items) => (key.clone(), items.iter().filter_map(text).collect()),
                _ => (key.clone(), text(item).into_iter().collect()),
            })
            .collect()
    }

    /// What `read` makes of each group in a list of groups, or of the one group.
    pub fn groups<T>(&mut self, name: &str, mut read: impl FnMut(&mut Reader<'_>) -> T) -> Vec<T> {
        let object = self.object;
        let mut out = Vec::new();
        for item in items_of(object, name) {
            if let Value::Object(inner) = item {
                out.push(read(&mut self.inside(inner)));
            }
        }
        out
    }

    /// What `read` makes of the groups under keys of the author's choosing.
    pub fn keyed<T>(
        &mut self,
        name: &str,
        mut read: impl FnMut(&Located<String>, &mut Reader<'_>) -> T,
    ) -> Vec<T> {
        let object = self.object;
        let mut out = Vec::new();
        if let Some(Value::Map(pairs)) = object.get(name).map(|value| value.value) {
            for (key, item) in pairs {
                if let Value::Object(inner) = &item.value {
                    out.push(read(key, &mut self.inside(inner)));
                }
            }
        }
        out
    }

    fn inside<'b>(&'b mut self, object: &'b Object) -> Reader<'b> {
        Reader {
            object,
            translations: &[],
            names: self.names,
            owner: self.owner,
            seen: self.seen,
        }
    }

    /// The thing of kind `T` that a field names.
    pub fn one<T: Entity>(&mut self, name: &str) -> Option<Located<Id<T>>> {
        self.many(name).into_iter().next()
    }

    /// The things of kind `T` that a field names.
    pub fn many<T: Entity>(&mut self, name: &str) -> Vec<Located<Id<T>>> {
        self.anys(name)
            .into_iter()
            .filter_map(|thing| thing.value.of().map(|id| thing.with(id)))
            .collect()
    }

    /// The things of any of the field's kinds that it names.
    pub fn anys(&mut self, name: &str) -> Vec<Located<AnyId>> {
        self.names_or_words(name)
            .into_iter()
            .filter_map(|found| match found.value {
                NameOr::Thing(thing) => Some(Located::new(thing, found.span)),
                NameOr::Word(_) => None,
            })
            .collect()
    }

    /// The things or reserved words that a field names.
    pub fn names_or_words(&mut self, name: &str) -> Vec<Located<NameOr>> {
        let Some(entry) = self.object.entry(name, None) else {
            return Vec::new();
        };
        let (kinds, words) = targets(&entry.field.shape);
        let mut out = Vec::new();
        for item in self.texts(name) {
            if words.contains(&item.value.as_str()) {
                out.push(item.with(NameOr::Word(item.value.clone())));
            } else if let Some(thing) = self.follow(&item, kinds) {
                out.push(item.with(NameOr::Thing(thing)));
            }
        }
        out
    }

    /// Follows one reference; a fault when it does not lead to exactly one thing.
    pub fn follow(&mut self, word: &Located<String>, kinds: &[Kind]) -> Option<AnyId> {
        match self.names.find(&word.value, kinds) {
            Found::One(thing) => {
                self.seen.mentions.push((self.owner, word.with(thing)));
                Some(thing)
            }
            found => {
                self.seen.faults.extend(lost(word, kinds, found));
                None
            }
        }
    }

    fn items(&self, name: &str) -> Vec<Located<Value>> {
        match self.value(name) {
            Some(Located {
                value: Value::List(items),
                ..
            }) => items.clone(),
            Some(one) => vec![Located::new(one.value.clone(), one.span)],
            None => Vec::new(),
        }
    }
}

fn items_of<'a>(object: &'a Object, name: &str) -> Vec<&'a Value> {
    match object.get(name).map(|value| value.value) {
        Some(Value::List(items)) => items.iter().map(|item| &item.value).collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

fn targets(shape: &'static Shape) -> (&'static [Kind], &'static [&'static str]) {
    match shape {
        Shape::Ref(kinds) => (kinds, &[]),
        Shape::RefOr(kinds, words) => (kinds, words),
        Shape::List(inner) => targets(inner),
        _ => (&[], &[]),
    }
}

/// The fault of a reference that does not lead to exactly one thing.
pub fn lost(word: &Located<String>, kinds: &[Kind], found: Found) -> Option<Fault> {
    let fault = |seen| Fault::new(seen, word.span.clone()).blank("name", word.value.clone());
    match found {
        Found::One(_) | Found::Unknown => None,
        Found::Nothing(Some(near)) => Some(
            fault("unknown-reference-near")
                .blank("near", near.clone())
                .fix(word.span.clone(), near),
        ),
        Found::Nothing(None) => {
            Some(fault("unknown-reference").blank("kinds", crate::parse::decode::ref_words(kinds)))
        }
        Found::Many { offers, .. } => {
            let offers: Vec<&str> = offers.iter().map(String::as_str).collect();
            Some(fault("ambiguous-reference").blank("offers", slips::listed(&offers)))
        }
    }
}
