//! Text in, text out that is safe in one place of HTML. Nothing here knows Markdown.

/// `text` as the text of an element.
pub fn escape_text(text: &str, out: &mut String) {
    replace(text, out, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    });
}

/// `text` inside the double quotes of an attribute.
pub fn escape_attribute(text: &str, out: &mut String) {
    replace(text, out, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    });
}

/// An address inside the double quotes of an attribute: what a URL cannot hold is percent-encoded, what
/// is encoded already stays.
pub fn escape_href(address: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'_'
            | b'.'
            | b'+'
            | b'!'
            | b'*'
            | b'('
            | b')'
            | b','
            | b'%'
            | b'#'
            | b'@'
            | b'?'
            | b'='
            | b';'
            | b':'
            | b'/'
            | b'$'
            | b'~' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

/// What `%41` and the like stand for; the text as it is where that is no text.
pub(super) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let decoded = bytes
            .get(at + 1..at + 3)
            .filter(|pair| byte == b'%' && pair.iter().all(u8::is_ascii_hexdigit))
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        out.push(decoded.unwrap_or(byte));
        at += if decoded.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// What the character references in an attribute's value stand for. The few that can hide a scheme are
/// known by name; another stays as it is, and is plain text when it is escaped again.
pub(super) fn entities_decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match reference(rest) {
            Some((character, length)) => {
                out.push(character);
                rest = &rest[length..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

/// The character that a reference (without its `&`) stands for, and its length.
fn reference(rest: &str) -> Option<(char, usize)> {
    const NAMED: [(&str, char); 16] = [
        ("amp;", '&'),
        ("lt;", '<'),
        ("gt;", '>'),
        ("quot;", '"'),
        ("apos;", '\''),
        ("nbsp;", '\u{a0}'),
        ("colon;", ':'),
        ("Tab;", '\t'),
        ("NewLine;", '\n'),
        ("sol;", '/'),
        ("bsol;", '\\'),
        ("num;", '#'),
        ("quest;", '?'),
        ("equals;", '='),
        ("period;", '.'),
        ("copy;", '©'),
    ];
    let Some(number) = rest.strip_prefix('#') else {
        return NAMED
            .iter()
            .find(|(name, _)| rest.starts_with(name))
            .map(|(name, character)| (*character, name.len()));
    };
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16),
        None => (number, 10),
    };
    let count = digits
        .bytes()
        .take(9)
        .take_while(|byte| char::from(*byte).is_digit(radix))
        .count();
    let value = u32::from_str_radix(digits.get(..count)?, radix).ok()?;
    let character = char::from_u32(value).filter(|c| *c != '\0')?;
    let end = rest.len() - digits.len() + count;
    let semicolon = usize::from(rest[end..].starts_with(';'));
    Some((character, end + semicolon))
}

fn replace(text: &str, out: &mut String, by: impl Fn(u8) -> Option<&'static str>) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(with) = by(byte) {
            out.push_str(&text[done..at]);
            out.push_str(with);
            done = at + 1;
        }
    }
    out.push_str(&text[done..]);
}
