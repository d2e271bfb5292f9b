//! All rules, by code.

#[path = "doc/waiver_unsound.rs"]
pub mod waiver_unsound;

use crate::audit::rule::Rule;

/// The table from which checks, `explain`, the site's rule pages and the tests all read.
pub const RULES: &[&Rule] = &[&waiver_unsound::RULE];

/// The rule of a code, in any case of letters.
pub fn of_code(code: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .copied()
        .find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name == code)
}
