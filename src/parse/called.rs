//! What shapes and kinds are called in the sentences of faults.

use crate::parse::fields::Shape;
use crate::parse::kinds::Kind;
use crate::text::Words;

/// What a shape is called in a sentence.
pub fn shape_words(shape: &Shape) -> Words {
    let (zh, en) = match shape {
        Shape::Text | Shape::Words => ("一段文字", "text"),
        Shape::Flag => ("“是”或“否”（true或false）", "`true` or `false`"),
        Shape::Whole => ("一个整数", "a whole number"),
        Shape::Decimal => ("一个数", "a number"),
        Shape::Money => ("一个金额，例如2万", "an amount of money such as 20,000"),
        Shape::Duration => (
            "一段时间，例如2个工作日",
            "a stretch of time such as `2 workdays`",
        ),
        Shape::Lead => (
            "一段提前量，例如会前2个工作日",
            "a time ahead such as `2 workdays before`",
        ),
        Shape::Cadence => (
            "一个频率，例如每周一 09:00",
            "how often, such as `weekly Mon 09:00`",
        ),
        Shape::Date => ("一个日期，例如2026-01-31", "a day such as `2026-01-31`"),
        Shape::Period => (
            "一段日期，例如2026-01-01..2026-03-31",
            "a period such as `2026-01-01..2026-03-31`",
        ),
        Shape::Choice(_) => ("给定的几个词之一", "one of the words given"),
        Shape::Ref(kinds) | Shape::RefOr(kinds, _) => return ref_words(kinds),
        Shape::List(inner) => {
            let inner = shape_words(inner);
            return Words::new(
                format!("一个列表，每项是{}", inner.zh),
                format!("a list, each item {}", inner.en),
            );
        }
        Shape::Map(_) | Shape::Group(_) => ("若干“键: 值”", "keys with values"),
        Shape::Any => ("任意值", "any value"),
    };
    Words::new(zh, en)
}

/// What kinds are called in a sentence: “一个岗位或部门”.
pub fn ref_words(kinds: &[Kind]) -> Words {
    /// More than these are not worth naming one by one.
    const MOST: usize = 6;
    if kinds.len() > MOST {
        return Words::new("手册里某样东西", "something in the handbook");
    }
    let rows: Vec<_> = kinds
        .iter()
        .map(|kind| crate::parse::kinds::row(*kind))
        .collect();
    let zh: Vec<&str> = rows.iter().map(|row| row.zh).collect();
    let en: Vec<String> = rows
        .iter()
        .map(|row| {
            let article = if row.en.0.starts_with(['a', 'e', 'i', 'o', 'u']) {
                "an"
            } else {
                "a"
            };
            format!("{article} {}", row.en.0)
        })
        .collect();
    Words::new(format!("一个{}", zh.join("或")), en.join(" or "))
}
