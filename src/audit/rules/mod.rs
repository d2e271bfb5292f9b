//! All rules, by code. One folder a family, two files a rule: the check, and the page that is its words,
//! its explanation and its test.

pub(crate) mod doc;
// `ref` is a word of Rust's own.
#[path = "ref/mod.rs"]
pub(crate) mod reference;
pub(crate) mod src;
pub(crate) mod syn;
pub(crate) mod thm;

use crate::audit::rule::Rule;

/// The table from which checks, `explain`, the site's rule pages and the tests all read.
pub const RULES: &[&Rule] = &[
    &doc::waiver_unsound::RULE,
    &reference::unknown_reference::RULE,
    &reference::ambiguous_reference::RULE,
    &reference::duplicate_id::RULE,
    &reference::reference_cycle::RULE,
    &reference::broken_link::RULE,
    &reference::never_referenced::RULE,
    &reference::duplicate_anchor::RULE,
    &reference::value_not_found::RULE,
    &src::wrong_encoding::RULE,
    &src::names_collide::RULE,
    &src::name_not_portable::RULE,
    &src::name_too_long::RULE,
    &src::link_not_followed::RULE,
    &src::unreadable_file::RULE,
    &src::file_too_large::RULE,
    &syn::wide_punctuation::RULE,
    &syn::unknown_key::RULE,
    &syn::text_with_comma::RULE,
    &syn::wrong_shape::RULE,
    &syn::yaml_syntax::RULE,
    &syn::missing_field::RULE,
    &syn::duplicate_key::RULE,
    &syn::yaml_alias::RULE,
    &syn::beyond_limits::RULE,
    &syn::unknown_choice::RULE,
    &syn::unreadable_value::RULE,
    &syn::empty_item::RULE,
    &syn::missing_header::RULE,
    &syn::misplaced_list::RULE,
    &syn::unknown_input::RULE,
    &syn::unknown_directive::RULE,
    &syn::foreign_header::RULE,
    &syn::foreign_shortcode::RULE,
    &syn::cleaned_html::RULE,
    &syn::unsafe_link::RULE,
    &syn::loose_footnote::RULE,
    &thm::broken_template::RULE,
    &thm::string_not_text::RULE,
];

/// The rule of a code, in any case of letters, or of a name.
pub fn of_code(code: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .copied()
        .find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name == code)
}
