//! How the site looks and speaks: templates, visible words and static files, the default theme's own
//! and what a handbook puts in their place.
//!
//! Sources in, one value out. A file `themes/<name>/<path>` replaces the default theme's file of the
//! same path and nothing else.

use crate::fault::Fault;
use crate::memo::{Digest, digest};
use crate::parse::yaml::{self, Node, NodeKind};
use crate::sources::Sources;
use crate::span::{FilePath, Span};
use crate::text::{Language, Tongue};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::sync::Arc;

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The whole of a theme.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// Templates by path below `templates/`.
    pub templates: BTreeMap<String, Arc<str>>,
    /// Files handed on as they are, by path below `static/`.
    pub statics: BTreeMap<String, Arc<[u8]>>,
    /// Visible words by language.
    pub strings: BTreeMap<Language, Strings>,
    /// Where each template stands, for messages.
    pub files: BTreeMap<String, FilePath>,
    /// What could not be used of it.
    pub faults: Vec<Fault>,
    /// Digest of all of it.
    pub digest: Digest,
}

/// The visible words of one language, by dotted key such as `strip.owner`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strings {
    words: BTreeMap<String, String>,
}

impl Strings {
    /// The words of a key; the key itself where there are none, so that a gap is seen and not hidden.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// All of them as a tree, for templates: `t.strip.owner`.
    pub fn tree(&self) -> serde_json::Value {
        let mut root = serde_json::Map::new();
        for (key, words) in &self.words {
            let mut at = &mut root;
            let mut parts = key.split('.').peekable();
            while let Some(part) = parts.next() {
                if parts.peek().is_none() {
                    at.insert(part.to_owned(), words.clone().into());
                } else {
                    let next = at
                        .entry(part)
                        .or_insert_with(|| serde_json::Value::Object(serde_json::Map::new()));
                    let serde_json::Value::Object(map) = next else {
                        break;
                    };
                    at = map;
                }
            }
        }
        serde_json::Value::Object(root)
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }
}

impl Theme {
    /// The source of a template.
    pub fn template_file(&self, template: &str) -> FilePath {
        let default = || format!("themes/default/templates/{template}").into();
        self.files.get(template).cloned().unwrap_or_else(default)
    }
}

/// The theme called `name`, on top of the default one, with words for each of `languages`.
pub fn load(sources: &Sources, name: &str, languages: &[Language]) -> Theme {
    let mut files: BTreeMap<String, (FilePath, Arc<[u8]>)> = BTreeMap::new();
    gather(&DEFAULT, &mut files);
    let prefix = format!("themes/{name}/");
    for (path, text) in &sources.texts {
        if let Some(inner) = path.strip_prefix(&prefix) {
            files.insert(
                inner.to_owned(),
                (path.clone(), Arc::from(text.text.as_bytes())),
            );
        }
    }
    let mut theme = Theme {
        digest: digest_of(&files),
        ..Theme::default()
    };
    for (path, (file, bytes)) in files {
        if let Some(inner) = path.strip_prefix("templates/") {
            theme
                .templates
                .insert(inner.to_owned(), String::from_utf8_lossy(&bytes).into());
            theme.files.insert(inner.to_owned(), file);
        } else if let Some(inner) = path.strip_prefix("static/") {
            theme.statics.insert(inner.to_owned(), bytes);
        } else if let Some(tag) = path
            .strip_prefix("strings/")
            .and_then(|inner| inner.strip_suffix(".yaml"))
        {
            let words = strings(&file, &String::from_utf8_lossy(&bytes), &mut theme.faults);
            theme.strings.insert(Language::new(tag), Strings { words });
        }
    }
    complete(&mut theme, languages);
    theme
}

fn gather(dir: &Dir<'static>, files: &mut BTreeMap<String, (FilePath, Arc<[u8]>)>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let shown: FilePath = format!("themes/default/{path}").into();
        files.insert(path, (shown, Arc::from(file.contents())));
    }
    for inner in dir.dirs() {
        gather(inner, files);
    }
}

fn digest_of(files: &BTreeMap<String, (FilePath, Arc<[u8]>)>) -> Digest {
    let parts: Vec<&[u8]> = files
        .iter()
        .flat_map(|(path, (_, bytes))| [path.as_bytes(), &**bytes])
        .collect();
    digest(&parts)
}

/// Fills what a language lacks: from its own default, then from the nearest language that Hejin speaks.
fn complete(theme: &mut Theme, languages: &[Language]) {
    for language in languages {
        let near = match language.tongue() {
            Tongue::Zh => "zh",
            Tongue::En => "en",
        };
        let mut words = default_strings(near);
        if let Some(own) = theme.strings.get(language) {
            words.extend(own.words.clone());
        }
        theme.strings.insert(language.clone(), Strings { words });
    }
}

fn default_strings(tag: &str) -> BTreeMap<String, String> {
    let path = format!("strings/{tag}.yaml");
    let text = DEFAULT
        .get_file(&path)
        .and_then(|file| file.contents_utf8())
        .unwrap_or_default();
    strings(
        &format!("themes/default/{path}").into(),
        text,
        &mut Vec::new(),
    )
}

fn strings(file: &FilePath, text: &str, faults: &mut Vec<Fault>) -> BTreeMap<String, String> {
    let mut read = yaml::read(file, text, 0..text.len(), &|_| false);
    faults.append(&mut read.faults);
    let mut words = BTreeMap::new();
    if let Some(node) = read.node {
        flatten("", &node, &mut words, faults);
    }
    words
}

fn flatten(
    prefix: &str,
    node: &Node,
    words: &mut BTreeMap<String, String>,
    faults: &mut Vec<Fault>,
) {
    match &node.kind {
        NodeKind::Mapping { entries, .. } => {
            for (key, value) in entries {
                let path = if prefix.is_empty() {
                    key.value.clone()
                } else {
                    format!("{prefix}.{}", key.value)
                };
                flatten(&path, value, words, faults);
            }
        }
        NodeKind::Scalar { text, .. } => _ = words.insert(prefix.to_owned(), text.clone()),
        NodeKind::Null => {}
        NodeKind::Sequence(_) => {
            let span = Span::new(&node.span.file, node.span.bytes());
            faults.push(Fault::new("string-not-text", span).blank("key", prefix));
        }
    }
}
