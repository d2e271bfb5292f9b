//! 页面: the fields of a page that is no other kind.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Page,
    id: "page",
    zh: "页面",
    en: ("page", "pages"),
    written: Written::Anywhere,
    fields: fields! {
        "name" "名称" Optional Shape::Words, "怎样用这本手册",
            "页面的名称；不写则用第一个标题。", "What the page is called; its first heading when left out.";
    },
    about: (
        "普通页面：说明、指南和其他文字，不写页头也可以。",
        "A plain page: guidance and other prose; it needs no header.",
    ),
};
