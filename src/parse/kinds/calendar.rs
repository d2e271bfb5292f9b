//! 日历: the fields of the calendar of workdays.

use crate::parse::fields::{Shape, fields};
use crate::parse::kinds::{Kind, KindRow, Written};

pub(super) const KIND: KindRow = KindRow {
    kind: Kind::Calendar,
    id: "calendar",
    zh: "日历",
    en: ("calendar", "calendars"),
    written: Written::Whole("calendar"),
    fields: fields! {
        "holidays" "假日" Optional DAYS, "[2026-01-01, 2026-02-16]",
            "放假的日子，周末不必写。", "The days off, beside weekends.";
        "workdays" "调休" Optional DAYS, "[2026-02-14]",
            "周末调休上班的日子。", "The weekend days that are worked instead.";
    },
    about: (
        "假日和调休；工作日按它计算。",
        "Holidays and make-up days; workdays are counted by them.",
    ),
};

const DAYS: Shape = Shape::List(&Shape::Date);
