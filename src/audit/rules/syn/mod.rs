//! Rules about how files are written: YAML, headers, fields and Markdown.

pub(crate) mod wide_punctuation;
pub(crate) mod unknown_key;
pub(crate) mod text_with_comma;
pub(crate) mod wrong_shape;
pub(crate) mod yaml_syntax;
pub(crate) mod missing_field;
pub(crate) mod duplicate_key;
pub(crate) mod yaml_alias;
pub(crate) mod beyond_limits;
pub(crate) mod unknown_choice;
pub(crate) mod unreadable_value;
pub(crate) mod empty_item;
pub(crate) mod missing_header;
pub(crate) mod misplaced_list;
pub(crate) mod unknown_input;
pub(crate) mod unknown_directive;
pub(crate) mod foreign_header;
pub(crate) mod foreign_shortcode;
pub(crate) mod cleaned_html;
pub(crate) mod unsafe_link;
pub(crate) mod loose_footnote;
