//! A text of the program's own in both languages, as a constant.

use crate::text::Tongue;

/// A text in both languages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Both {
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
}

impl Both {
    /// The text in one of them.
    pub(super) fn say(self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::Zh => self.zh,
            Tongue::En => self.en,
        }
    }
}

/// A text in both languages.
pub(super) const fn both(zh: &'static str, en: &'static str) -> Both {
    Both { zh, en }
}

/// One of two texts that were made on the spot.
pub(super) fn either(tongue: Tongue, zh: String, en: String) -> String {
    match tongue {
        Tongue::Zh => zh,
        Tongue::En => en,
    }
}
