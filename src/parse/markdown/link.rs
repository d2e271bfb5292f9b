//! Where links lead: inside the site, outside, or where no page may lead.

use super::escape::percent_decoded;
use crate::span::Span;

/// Something that leads to a place inside the site, or fetches it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// As written, escapes and character references resolved. Never fit for output as it stands: it may
    /// look like anything.
    pub target: String,
    /// What it does.
    pub kind: LinkKind,
    /// How it was written.
    pub notation: Notation,
    /// The words shown for it, an image's alternative text; `None` for `[[target]]`, which is shown by
    /// the name of what it leads to.
    pub label: Option<String>,
    /// The target in the file; of a link by reference, that in the definition.
    pub span: Span,
}

/// What a link does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// Leads there when it is followed.
    Anchor,
    /// Shows what is there.
    Image,
}

/// How a link was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notation {
    /// `[words](target)`, by reference, or `![alt](target)`.
    Markdown,
    /// `[[target]]` or `[[target|words]]`: an id, a name, an alias, or a path.
    Wiki,
    /// `href` or `src` in the author's own HTML.
    Html,
}

impl Link {
    /// The target without query and anchor, percent-decoded where the notation encodes. Empty for a place
    /// in the same page.
    pub fn path(&self) -> String {
        let (path, _) = self.split();
        match self.notation {
            Notation::Wiki => path.trim().to_owned(),
            Notation::Markdown | Notation::Html => {
                percent_decoded(path.split_once('?').map_or(path, |(before, _)| before))
            }
        }
    }

    /// What stands after `#`, percent-decoded where the notation encodes.
    pub fn anchor(&self) -> Option<String> {
        let (_, anchor) = self.split();
        anchor.map(|anchor| match self.notation {
            Notation::Wiki => anchor.trim().to_owned(),
            Notation::Markdown | Notation::Html => percent_decoded(anchor),
        })
    }

    fn split(&self) -> (&str, Option<&str>) {
        match self.target.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor)),
            None => (&self.target, None),
        }
    }
}

/// Where an address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Into the site: to be resolved.
    Inside,
    /// Elsewhere, by a scheme that is allowed.
    Outside,
    /// By a scheme that is not allowed, or to a server that the page's own scheme would choose.
    Forbidden(String),
}

/// Where `target` leads, read as leniently as a browser reads it.
pub(super) fn reach(target: &str, kind: LinkKind) -> Reach {
    let seen = target.trim_start_matches(|c: char| c <= ' ');
    if seen.starts_with(['/', '\\']) {
        let mut bytes = seen.bytes().filter(|b| !matches!(b, b'\t' | b'\n' | b'\r'));
        bytes.next();
        return match bytes.next() {
            Some(b'/' | b'\\') => Reach::Forbidden("//".to_owned()),
            _ => Reach::Inside,
        };
    }
    let Some(scheme) = scheme(seen) else {
        return Reach::Inside;
    };
    let allowed = match kind {
        LinkKind::Anchor => matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel"),
        // A picture elsewhere would be fetched whenever the page is read.
        LinkKind::Image => scheme == "data" && is_picture(seen),
    };
    if allowed {
        Reach::Outside
    } else {
        Reach::Forbidden(scheme)
    }
}

/// What stands before the first `:`, in lower case, if that is a scheme.
fn scheme(seen: &str) -> Option<String> {
    let mut scheme = String::new();
    for character in seen.chars() {
        match character {
            ':' if !scheme.is_empty() => return Some(scheme),
            '\t' | '\n' | '\r' => {}
            'a'..='z' | 'A'..='Z' => scheme.push(character.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(character),
            _ => return None,
        }
    }
    None
}

fn is_picture(seen: &str) -> bool {
    let kind = seen.get(..32.min(seen.len())).unwrap_or_default();
    let kind = kind.to_ascii_lowercase();
    ["png", "jpeg", "gif", "webp"].iter().any(|name| {
        kind.strip_prefix("data:image/")
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|rest| rest.starts_with([';', ',']))
    })
}

/// The path in Hugo's `{{< ref "path" >}}` and `relref`: another program's way to write a link.
pub(super) fn hugo_reference(target: &str) -> Option<&str> {
    let inner = target
        .strip_prefix("{{")?
        .strip_suffix("}}")?
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '%'));
    let (name, rest) = inner.split_once(char::is_whitespace)?;
    let path = rest.trim().trim_matches('"');
    (matches!(name, "ref" | "relref") && !path.contains(['"', ' '])).then_some(path)
}
