//! The words of a heading become its id. Chinese stays Chinese.

use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The ids of one page that are taken.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: FxHashSet<String>,
}

impl Ids {
    /// Take exactly `id`; whether it was free.
    pub(super) fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }

    /// Take `wish`, or the first free one of `wish-1`, `wish-2`, ….
    pub(super) fn free(&mut self, wish: &str) -> String {
        if self.take(wish) {
            return wish.to_owned();
        }
        // Doubling, then halving: a page of a hundred thousand equal headings costs no quadratic search.
        let candidate = |number: usize| format!("{wish}-{number}");
        let mut high = 1;
        while self.taken.contains(&candidate(high)) {
            high *= 2;
        }
        let mut low = high / 2;
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            if self.taken.contains(&candidate(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        let id = candidate(high);
        self.taken.insert(id.clone());
        id
    }
}

/// The id that a heading of these words wishes for: letters and digits of any script, `-` and `_`, in
/// lower case, composed; a hyphen for each space; never empty.
pub(super) fn slug(words: &str) -> String {
    let mut id = String::with_capacity(words.len());
    for character in words.trim().nfc() {
        if character.is_whitespace() {
            id.push('-');
        } else if character.is_alphanumeric()
            || matches!(character, '-' | '_')
            || is_combining_mark(character)
        {
            id.extend(character.to_lowercase());
        }
    }
    if id.is_empty() {
        id.push_str("section");
    }
    id
}
