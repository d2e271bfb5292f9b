//! Rules about themes: templates and strings.

pub(crate) mod broken_template;
pub(crate) mod string_not_text;
