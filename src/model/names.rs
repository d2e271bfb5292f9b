//! Who is meant by an id, a name or an alias.

use crate::model::arena::AnyId;
use crate::parse::decode::nearest;
use crate::parse::kinds::{self, Kind};
use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;

/// Every id, name and alias, and what bears it.
#[derive(Clone, Debug, Default)]
pub struct Names {
    ids: FxHashMap<String, Vec<AnyId>>,
    spoken: FxHashMap<String, Vec<AnyId>>,
    /// All words in the order in which they were added, for suggestions.
    words: Vec<(String, AnyId)>,
    /// Kinds of which a file could not be read, so that a missing name proves nothing.
    broken: FxHashSet<Kind>,
}

/// What a word turned out to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Exactly one thing.
    One(AnyId),
    /// Several, in order.
    Many {
        /// What they are.
        things: Vec<AnyId>,
        /// What could be written instead to name each alone.
        offers: Vec<String>,
    },
    /// None; perhaps this was meant.
    Nothing(Option<String>),
    /// None, but a file that might hold it could not be read.
    Unknown,
}

/// The form in which words are compared: NFKC, lower case, single spaces.
pub fn fold(word: &str) -> String {
    let trimmed = word.trim();
    if trimmed.is_ascii() {
        return trimmed.to_ascii_lowercase();
    }
    trimmed.nfkc().collect::<String>().to_lowercase()
}

impl Names {
    /// Notes an id.
    pub fn add_id(&mut self, id: &str, thing: AnyId) {
        self.ids.entry(fold(id)).or_default().push(thing);
        self.words.push((id.to_owned(), thing));
    }

    /// Notes a name or an alias.
    pub fn add_name(&mut self, name: &str, thing: AnyId) {
        let things = self.spoken.entry(fold(name)).or_default();
        if !name.is_empty() && !things.contains(&thing) {
            things.push(thing);
            self.words.push((name.to_owned(), thing));
        }
    }

    /// Notes that things of this kind may be missing.
    pub fn add_broken(&mut self, kind: Kind) {
        self.broken.insert(kind);
    }

    /// What `word` means among `kinds`. An id goes before a name; `form:x` narrows to forms.
    pub fn find(&self, word: &str, kinds: &[Kind]) -> Found {
        let (kinds, word) = narrow(word, kinds);
        let folded = fold(word);
        let of = |map: &FxHashMap<String, Vec<AnyId>>| -> Vec<AnyId> {
            let things = map.get(&folded).map(Vec::as_slice).unwrap_or_default();
            things
                .iter()
                .copied()
                .filter(|thing| kinds.contains(&thing.kind))
                .collect()
        };
        let mut found = of(&self.ids);
        if found.is_empty() {
            found = of(&self.spoken);
        }
        match found.as_slice() {
            [one] => Found::One(*one),
            [] if kinds.iter().any(|kind| self.broken.contains(kind)) => Found::Unknown,
            [] => Found::Nothing(self.suggest(word, &kinds)),
            several => Found::Many {
                offers: self.offers(several),
                things: found,
            },
        }
    }

    /// A word for each of several things that names it alone: its id, with its kind where another kind
    /// has the same.
    fn offers(&self, things: &[AnyId]) -> Vec<String> {
        let id = |thing: AnyId| {
            let own = self.words.iter().find(|(_, other)| *other == thing);
            own.map_or("", |(word, _)| word.as_str())
        };
        let mut offers: Vec<String> = things
            .iter()
            .map(|thing| {
                let word = id(*thing);
                let is_alone = things
                    .iter()
                    .all(|other| other == thing || fold(id(*other)) != fold(word));
                if is_alone {
                    word.to_owned()
                } else {
                    format!("{}:{word}", kinds::row(thing.kind).id)
                }
            })
            .collect();
        offers.dedup();
        offers
    }

    fn suggest(&self, word: &str, kinds: &[Kind]) -> Option<String> {
        let words = self
            .words
            .iter()
            .filter(|(_, thing)| kinds.contains(&thing.kind));
        nearest(word, words.map(|(word, _)| word.as_str())).map(str::to_owned)
    }
}

/// Takes a kind written before a colon off the word.
fn narrow<'a>(word: &'a str, kinds: &[Kind]) -> (Vec<Kind>, &'a str) {
    if let Some((kind, rest)) = word.split_once([':', '：'])
        && let Some(kind) = kinds::by_id(kind.trim())
    {
        return (vec![kind], rest.trim());
    }
    (kinds.to_vec(), word)
}
