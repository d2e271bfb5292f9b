//! Tags of HTML as a browser's tokenizer reads them, and the list of what authors may write.

use std::ops::Range;

/// What begins at a `<`.
pub(super) enum Token {
    /// A tag.
    Tag(Tag),
    /// A comment, a declaration or an instruction, up to here: shown nowhere.
    Silent(usize),
    /// Nothing: the `<` is text.
    Text,
    /// A tag that does not end.
    Unfinished,
}

/// A tag.
pub(super) struct Tag {
    /// In lower case.
    pub(super) name: String,
    pub(super) closing: bool,
    pub(super) attributes: Vec<Attribute>,
    /// The byte after it.
    pub(super) end: usize,
}

/// An attribute of a tag.
pub(super) struct Attribute {
    /// In lower case.
    pub(super) name: String,
    /// Where its value stands, without quotes; empty where it has none.
    pub(super) value: Range<usize>,
}

/// The elements that authors may write.
pub(super) const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Those of them that hold nothing.
pub(super) const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

/// Those of them that end where the next one begins, so that many of them are not many levels.
pub(super) const SELF_ENDING: &[&str] = &[
    "p", "li", "dd", "dt", "td", "th", "tr", "thead", "tbody", "tfoot", "rt", "rp", "colgroup",
];

/// The classes that this dialect itself makes, which authors may use too.
pub(super) const CLASSES: &[&str] = &[
    "callout",
    "callout-note",
    "callout-tip",
    "callout-important",
    "callout-warning",
    "callout-caution",
    "callout-title",
    "tbl",
    "task",
    "anchor",
    "al-l",
    "al-c",
    "al-r",
    "footnotes",
    "fn-ref",
    "fn-back",
];

/// Elements whose content is left out with them: it is no text.
const CONTENT: &[&str] = &[
    "script", "style", "iframe", "noembed", "noframes", "template", "svg", "math", "object",
    "title", "textarea", "xmp", "select", "head",
];

/// Attributes that one tag may have; a further one is not read.
const MOST_ATTRIBUTES: usize = 32;

/// Whether authors may write this attribute. Addresses, ids and classes have rules of their own.
pub(super) fn allowed(element: &str, name: &str) -> bool {
    match name {
        "title" | "lang" | "dir" | "aria-label" | "aria-hidden" => true,
        "width" | "height" => matches!(element, "img" | "td" | "th" | "col" | "table"),
        "alt" => element == "img",
        "align" => matches!(
            element,
            "p" | "div"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "img"
                | "td"
                | "th"
                | "tr"
                | "table"
                | "col"
                | "caption"
                | "hr"
        ),
        "valign" => matches!(element, "td" | "th" | "tr"),
        "colspan" | "rowspan" | "headers" | "abbr" => matches!(element, "td" | "th"),
        "scope" => element == "th",
        "span" => matches!(element, "col" | "colgroup"),
        "start" | "reversed" | "type" => element == "ol",
        "value" => matches!(element, "li" | "data"),
        "open" => element == "details",
        "datetime" => matches!(element, "time" | "del" | "ins"),
        "hreflang" => element == "a",
        _ => false,
    }
}

/// What begins at `start`, where a `<` stands.
pub(super) fn token(html: &str, start: usize) -> Token {
    let bytes = html.as_bytes();
    let rest = &html[start..];
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Token::Silent(after(html, comment, "-->"));
    }
    let closing = bytes.get(start + 1) == Some(&b'/');
    let name_at = start + 1 + usize::from(closing);
    match bytes.get(name_at) {
        Some(letter) if letter.is_ascii_alphabetic() => {}
        Some(b'!') if rest.starts_with("<![CDATA[") => {
            return Token::Silent(after(html, rest, "]]>"));
        }
        Some(b'?') if !closing => return Token::Silent(after(html, rest, "?>")),
        Some(b'!') if !closing => return Token::Silent(after(html, rest, ">")),
        _ => return Token::Text,
    }
    let name_end = name_at + length(bytes, name_at, |b| is_space(b) || matches!(b, b'/' | b'>'));
    let mut tag = Tag {
        name: html[name_at..name_end].to_ascii_lowercase(),
        closing,
        attributes: Vec::new(),
        end: name_end,
    };
    if attributes(html, &mut tag) {
        Token::Tag(tag)
    } else {
        Token::Unfinished
    }
}

/// Where an element that is left out is over, with its content where that is no text.
pub(super) fn end_of_content(html: &str, tag: &Tag) -> usize {
    if tag.closing || !CONTENT.contains(&tag.name.as_str()) {
        return tag.end;
    }
    let close = format!("</{}", tag.name);
    let found = html.as_bytes()[tag.end..]
        .windows(close.len())
        .position(|window| window.eq_ignore_ascii_case(close.as_bytes()));
    found.map_or(html.len(), |at| {
        let from = tag.end + at;
        from + html[from..]
            .find('>')
            .map_or(html.len() - from, |end| end + 1)
    })
}

/// Read the attributes after `tag.end` and set it behind the `>`; whether there is one.
fn attributes(html: &str, tag: &mut Tag) -> bool {
    let bytes = html.as_bytes();
    let mut at = tag.end;
    loop {
        at += length(bytes, at, |b| !is_space(b) && b != b'/');
        match bytes.get(at) {
            None => return false,
            Some(b'>') => {
                tag.end = at + 1;
                return true;
            }
            Some(_) => {}
        }
        // A name may begin with `=`.
        let name_end = at
            + 1
            + length(bytes, at + 1, |b| {
                is_space(b) || matches!(b, b'/' | b'>' | b'=')
            });
        let Some(name) = html.get(at..name_end) else {
            return false;
        };
        let name = name.to_ascii_lowercase();
        at = name_end;
        let equals = at + length(bytes, at, |b| !is_space(b));
        let value = if bytes.get(equals) == Some(&b'=') {
            let from = equals + 1 + length(bytes, equals + 1, |b| !is_space(b));
            let Some((value, next)) = value(bytes, from) else {
                return false;
            };
            at = next;
            value
        } else {
            at..at
        };
        let repeated = tag
            .attributes
            .iter()
            .any(|attribute| attribute.name == name);
        if tag.attributes.len() < MOST_ATTRIBUTES && !repeated {
            tag.attributes.push(Attribute { name, value });
        }
    }
}

/// The stretch of a value that begins at `from`, and where it is over.
fn value(bytes: &[u8], from: usize) -> Option<(Range<usize>, usize)> {
    if let quote @ (b'"' | b'\'') = bytes.get(from)? {
        let end = from + 1 + bytes[from + 1..].iter().position(|b| b == quote)?;
        return Some((from + 1..end, end + 1));
    }
    let end = from + length(bytes, from, |b| is_space(b) || b == b'>');
    Some((from..end, end))
}

/// How many bytes from `at` come before one that ends.
fn length(bytes: &[u8], at: usize, ends: impl Fn(u8) -> bool) -> usize {
    bytes
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| !ends(**byte))
        .count()
}

fn after(html: &str, rest: &str, mark: &str) -> usize {
    rest.find(mark)
        .map_or(html.len(), |at| html.len() - rest.len() + at + mark.len())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}
