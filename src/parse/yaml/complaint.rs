//! The parser's complaint, at the place and in the words that help an author.

use crate::text::Words;
use granit_parser::{ErrorKind, ScanError};
use std::ops::Range;

/// What is wrong with a text that is not YAML.
pub(super) struct Complaint {
    /// Where, in bytes of the text.
    pub(super) at: Range<usize>,
    /// What, one sentence without its full stop.
    pub(super) why: Words,
    /// The rewriting that mends it, where it is certain.
    pub(super) fix: Option<(Range<usize>, String)>,
    /// It is nested too deep.
    pub(super) is_depth: bool,
}

/// Words `error`; `open` is where the innermost open bracket stands, if one is open.
pub(super) fn of(source: &str, error: &ScanError, open: Option<usize>) -> Complaint {
    use ErrorKind as E;
    let at = place(source, error);
    let sign = &source[at.clone()];
    // A parser that looks ahead may complain of a place before the bracket that is open.
    let inside = |start: &usize| source.get(*start..at.start);
    if let Some(start) =
        open.filter(|start| inside(start).is_some_and(|text| never_closed(text, error, sign)))
        && let Some(bracket) = source.get(start..=start)
    {
        return complaint(start..start + 1, unclosed(bracket));
    }
    match error.kind() {
        E::MappingValueNotAllowed | E::InvalidColonPlacement => colon(source, at),
        E::RecursionLimitExceeded => Complaint {
            is_depth: true,
            ..complaint(at, Words::new("", ""))
        },
        E::UnknownAnchor => complaint(at, cannot_begin("*")),
        E::MissingAnchorOrAliasName | E::UnexpectedCharacter { .. } => {
            let why = cannot_begin(sign);
            complaint(at, why)
        }
        _ if sign == "," => complaint(at, NOTHING_BEFORE_COMMA.into()),
        kind => {
            let why = reason(kind, sign);
            complaint(at, why)
        }
    }
}

fn complaint(at: Range<usize>, why: Words) -> Complaint {
    Complaint {
        at,
        why,
        fix: None,
        is_depth: false,
    }
}

/// The character of which the parser complains; nothing where a line ends.
fn place(source: &str, error: &ScanError) -> Range<usize> {
    let byte = error.marker().byte_offset().unwrap_or(source.len());
    let mut byte = byte.min(source.len());
    while !source.is_char_boundary(byte) {
        byte -= 1;
    }
    let sign = source[byte..].chars().next().filter(|sign| *sign != '\n');
    byte..byte + sign.map_or(0, char::len_utf8)
}

/// Whether a bracket was forgotten: a later line begins with what can only stand outside of it.
fn never_closed(inside: &str, error: &ScanError, sign: &str) -> bool {
    use ErrorKind as E;
    let is_end = matches!(
        error.kind(),
        E::UnclosedFlowCollection { .. }
            | E::InvalidFlowScalarIndent
            | E::BlockEntryInFlowCollection
            | E::ExpectedFlowMappingSeparator
    );
    inside.contains('\n') && (sign == ":" || is_end)
}

fn unclosed(bracket: &str) -> Words {
    Words::new(
        format!("“{bracket}”没有配对的右括号"),
        format!("`{bracket}` is never closed"),
    )
}

fn cannot_begin(sign: &str) -> Words {
    Words::new(
        format!("值不能以“{sign}”开头，请给整个值加引号"),
        format!("a value cannot begin with `{sign}`; put the whole value in quotes"),
    )
}

/// A colon where none can stand: a value that holds one, a line that is indented too far, or a line
/// above that is no `key: value`.
fn colon(source: &str, at: Range<usize>) -> Complaint {
    let start = source[..at.start].rfind('\n').map_or(0, |end| end + 1);
    let end = source[at.end..]
        .find('\n')
        .map_or(source.len(), |end| at.end + end);
    let line = &source[start..end];
    if let Some(first) = line[..at.start - start].find(": ") {
        let value = start + first + 2;
        let text = source[value..end].trim();
        let value = value + source[value..end].find(text).unwrap_or(0);
        let fix = (!text.contains(['"', '\\']))
            .then(|| (value..value + text.len(), format!("\"{text}\"")));
        let why = COLON_IN_VALUE.into();
        return Complaint {
            fix,
            ..complaint(at, why)
        };
    }
    let above = source[..start]
        .lines()
        .rfind(|line| !line.trim().is_empty());
    let above = above.unwrap_or_default();
    if indent(line) > indent(above) && above.contains(": ") {
        let first = start + line.len() - line.trim_start().len();
        return complaint(first..at.start, MISALIGNED.into());
    }
    complaint(at, ABOVE_IS_NO_KEY.into())
}

/// Where a line's words begin, after the dash of an item.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}

/// A sentence in Chinese and in English.
type Sentence = (&'static str, &'static str);

impl From<Sentence> for Words {
    fn from((zh, en): Sentence) -> Words {
        Words::new(zh, en)
    }
}

const NOTHING_BEFORE_COMMA: Sentence = (
    "这个逗号前面没有内容，或者值以逗号开头；值里有逗号时，请给整个值加引号",
    "nothing stands before this comma; if the comma belongs to a text, put the text in quotes",
);
const COLON_IN_VALUE: Sentence = (
    "值里含有“: ”，请把整个值放进引号",
    "the value holds `: `; put the whole value in quotes",
);
const MISALIGNED: Sentence = (
    "缩进和上面一行对不齐",
    "the indentation does not line up with the line above",
);
const ABOVE_IS_NO_KEY: Sentence = (
    "上面一行不是“键: 值”的样子，冒号后面要空一格",
    "the line above does not read as `key: value`, with a space after the colon",
);

fn reason(kind: &ErrorKind, sign: &str) -> Words {
    use ErrorKind as E;
    match kind {
        E::UnclosedFlowCollection { open } => unclosed(open.encode_utf8(&mut [0; 4])),
        E::MismatchedFlowCollectionEnd { open, close } => Words::new(
            format!("左边是“{open}”，右边却是“{close}”"),
            format!("`{open}` is closed by `{close}`"),
        ),
        E::MisplacedFlowCollectionEnd => Words::new(
            format!("多了一个“{sign}”"),
            format!("there is one `{sign}` too many"),
        ),
        kind => fixed_reason(kind).into(),
    }
}

fn fixed_reason(kind: &ErrorKind) -> Sentence {
    use ErrorKind as E;
    match kind {
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => {
            ("引号没有配对", "a quotation mark is never closed")
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => (
            "引号后面还有文字；请把整个值放进一对引号",
            "text follows the quotation mark; put the whole value in one pair of quotes",
        ),
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape => (
            "双引号里的反斜杠要写两个，或者改用单引号",
            "within double quotes write a backslash twice, or use single quotes",
        ),
        E::ExpectedFlowSequenceSeparator | E::ExpectedFlowMappingSeparator => (
            "括号里的各项要用半角逗号“,”隔开",
            "the items inside brackets are separated by a comma",
        ),
        E::InvalidIndentation
        | E::ExpectedBlockSequenceEntry
        | E::ExpectedDocumentStart
        | E::InvalidQuotedScalarIndent
        | E::InvalidBlockScalarIndent => MISALIGNED,
        E::ExpectedBlockMappingKey | E::InvalidSimpleKey | E::SimpleKeyExpected => (
            "这一行和上面对不齐，或者不是“键: 值”的样子",
            "this line does not line up with those above, or does not read as `key: value`",
        ),
        E::BlockSequenceEntryNotAllowed | E::BlockEntryInFlowCollection => (
            "列表要另起一行，每项前面加“- ”；写在一行里请用方括号",
            "begin the list on a new line, each item after `- `, or write it in brackets",
        ),
        E::InvalidBlockScalarHeader => (
            "“|”或“>”后面不能再写文字，文字从下一行开始",
            "the text after `|` or `>` begins on the next line",
        ),
        E::CommentNotSeparated | E::CommentInterceptedScalar => (
            "“#”后面的文字不算内容；“#”属于值时，请给整个值加引号",
            "what follows `#` is a comment; if it belongs to the value, put the whole value in quotes",
        ),
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => (
            "缩进要用空格，不能用制表符",
            "indent with spaces, not with tabs",
        ),
        _ => ("这里的写法不符合 YAML", "this is not valid YAML"),
    }
}
