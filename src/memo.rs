//! Remembers results of pure functions by the digest of their input.
//!
//! A memory is handed in and a new one is handed back: no lock, and what the last build did not use is
//! forgotten by not being carried over.

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// 128 bits that stand for an input.
pub type Digest = u128;

/// The digest of several stretches of bytes, each told apart from the next.
pub fn digest(parts: &[&[u8]]) -> Digest {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    Digest::from_le_bytes(bytes)
}

/// Results by the digest of what they were made from.
#[derive(Debug)]
pub struct Memo<V> {
    entries: FxHashMap<Digest, Arc<V>>,
}

impl<V> Default for Memo<V> {
    fn default() -> Memo<V> {
        Memo {
            entries: FxHashMap::default(),
        }
    }
}

impl<V: Send + Sync> Memo<V> {
    /// The result of `make` for each input, on all cores, made anew only where `key` of the input is
    /// not remembered; and the memory for the next build.
    pub fn map<I: Sync>(
        &self,
        inputs: &[I],
        key: impl Fn(&I) -> Digest + Sync,
        make: impl Fn(&I) -> V + Sync,
    ) -> (Vec<Arc<V>>, Memo<V>) {
        let results: Vec<(Digest, Arc<V>)> = inputs
            .par_iter()
            .map(|input| {
                let key = key(input);
                let value = self
                    .entries
                    .get(&key)
                    .map_or_else(|| Arc::new(make(input)), Arc::clone);
                (key, value)
            })
            .collect();
        let entries = results
            .iter()
            .map(|(key, value)| (*key, Arc::clone(value)))
            .collect();
        let values = results.into_iter().map(|(_, value)| value).collect();
        (values, Memo { entries })
    }

    /// How many results are remembered.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// One result, by the digest of what it was made from.
#[derive(Debug)]
pub struct Remembered<V> {
    last: Option<(Digest, Arc<V>)>,
}

impl<V> Default for Remembered<V> {
    fn default() -> Remembered<V> {
        Remembered { last: None }
    }
}

impl<V> Remembered<V> {
    /// The result of `make`, made anew only where `key` is not that of the last one; and the memory for
    /// the next build.
    pub fn get(&self, key: Digest, make: impl FnOnce() -> V) -> (Arc<V>, Remembered<V>) {
        let value = match &self.last {
            Some((last, value)) if *last == key => Arc::clone(value),
            _ => Arc::new(make()),
        };
        let last = Some((key, Arc::clone(&value)));
        (value, Remembered { last })
    }

    /// Another result in the place of the last one, under the same key.
    pub fn replace(self, value: V) -> (Arc<V>, Remembered<V>) {
        let value = Arc::new(value);
        let last = self.last.map(|(key, _)| (key, Arc::clone(&value)));
        (value, Remembered { last })
    }
}
