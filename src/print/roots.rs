//! A source path in, the path as the user knows it out.

use super::visible::visible;
use std::path::{Path, PathBuf};

/// The folders from which the sources came, as the user named them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roots {
    /// For `content/`.
    pub content: PathBuf,
    /// For `themes/`, if there is such a folder.
    pub themes: Option<PathBuf>,
    /// The name of the theme that `themes` is itself, where it is not a folder of themes.
    pub theme: Option<String>,
}

impl Roots {
    /// The path to show for a source file, with nothing in it that a terminal would act upon.
    pub fn shown(&self, file: &str) -> String {
        let place = self.place(file);
        visible(&place.to_string_lossy()).replace('\n', "\\u{a}")
    }

    fn place(&self, file: &str) -> PathBuf {
        if let Some(inner) = file.strip_prefix("content/") {
            return below(&self.content, inner);
        }
        let theme = self.theme.as_ref();
        let prefix = theme.map_or("themes/".to_owned(), |theme| format!("themes/{theme}/"));
        match (file.strip_prefix(&prefix), &self.themes) {
            (Some(inner), Some(themes)) => below(themes, inner),
            _ => PathBuf::from(file),
        }
    }
}

/// A path below a folder; nothing is put before it where the folder is the one we are in.
fn below(folder: &Path, inner: &str) -> PathBuf {
    let here = folder == Path::new(".") || folder == Path::new("");
    if here {
        PathBuf::from(inner)
    } else {
        folder.join(inner)
    }
}
