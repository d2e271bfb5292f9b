//! 术语: the fields of a word of the glossary.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::shapes::PHRASES;
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Term,
    id: "term",
    zh: "术语",
    en: ("term", "terms"),
    written: Written::Entries("glossary"),
    fields: fields! {
        "term" "术语" Required Shape::Words, "终端",
            "统一使用的词。", "The word that all are to use.";
        "id" "编号" Optional Shape::Text, "outlet",
            "供引用的编号；不写则用术语本身。", "The id by which it is referred to; the word itself when left out.";
        "not" "不用" Optional PHRASES, "[网点, 卖场]",
            "不要用的说法。", "The words not to use instead.";
        "means" "含义" Optional Shape::Words, "消费者最终购买或饮用的场所",
            "是什么意思。", "What it means.";
    },
    about: (
        "统一用词：一个词，它的含义，不要用的说法。",
        "One word for one thing: what it means, and what not to say instead.",
    ),
};
