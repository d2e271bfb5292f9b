//! A built-in file in, the file of a new handbook out: its dates count from the day, its languages are
//! those asked for.

use crate::text::Language;
use jiff::civil::Date;

/// Months that a waiver of a new handbook runs: less than the twelve that it may.
const WAIVER_MONTHS: i32 = 6;

/// The text of the file at `path` below the content folder, for a handbook made on `today`.
pub(super) fn stamp(path: &str, text: &str, today: Date, languages: &[Language]) -> String {
    let tags: Vec<&str> = languages.iter().map(|language| &*language.0).collect();
    let tags = format!("[{}]", tags.join(", "));
    let until = today.saturating_add(jiff::Span::new().months(WAIVER_MONTHS));
    text.split_inclusive('\n')
        .map(|line| match path {
            "handbook.yaml" if !tags.is_empty() => set(line, "languages:", &tags),
            "waivers.yaml" => set(line, "until:", &until.to_string()),
            _ => set(
                &set(line, "effective:", &today.to_string()),
                "reviewed:",
                &today.to_string(),
            ),
        })
        .collect()
}

/// The line with another value, if it is one of `key`; spaces before and a remark behind stay.
fn set(line: &str, key: &str, value: &str) -> String {
    let inner = line.trim_start_matches(' ');
    let Some(old) = inner.strip_prefix(key).filter(|old| old.starts_with(' ')) else {
        return line.to_owned();
    };
    let indent = &line[..line.len() - inner.len()];
    let end = old.find(" #").unwrap_or(old.trim_end().len());
    let kept = old[..end].trim_end().len();
    format!("{indent}{key} {value}{}", &old[kept..])
}
