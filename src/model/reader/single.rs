//! The values that stand alone: flags, numbers, money, times and days.

use super::Reader;
use crate::parse::value::Value;
use crate::span::Located;
use crate::text::{Cadence, Duration, Lead, Period};
use jiff::civil::Date;

impl Reader<'_> {
    /// Whether a flag is set.
    pub fn flag(&self, name: &str) -> bool {
        matches!(
            self.value(name).map(|value| value.value),
            Some(Value::Flag(true))
        )
    }

    /// A whole number.
    pub fn whole(&self, name: &str) -> Option<Located<i64>> {
        self.typed(name, |value| match value {
            Value::Whole(number) => Some(*number),
            _ => None,
        })
    }

    /// An amount of money, in the smallest unit.
    pub fn money(&self, name: &str) -> Option<Located<i64>> {
        self.typed(name, |value| match value {
            Value::Money(fen) => Some(*fen),
            _ => None,
        })
    }

    /// A stretch of time.
    pub fn duration(&self, name: &str) -> Option<Located<Duration>> {
        self.typed(name, |value| match value {
            Value::Duration(duration) => Some(*duration),
            _ => None,
        })
    }

    /// A time before something.
    pub fn lead(&self, name: &str) -> Option<Located<Lead>> {
        self.typed(name, |value| match value {
            Value::Lead(lead) => Some(*lead),
            _ => None,
        })
    }

    /// How often.
    pub fn cadence(&self, name: &str) -> Option<Located<Cadence>> {
        self.typed(name, |value| match value {
            Value::Cadence(cadence) => Some(cadence.clone()),
            _ => None,
        })
    }

    /// A day.
    pub fn date(&self, name: &str) -> Option<Located<Date>> {
        self.typed(name, |value| match value {
            Value::Date(date) => Some(*date),
            _ => None,
        })
    }

    /// Several days.
    pub fn dates(&self, name: &str) -> Vec<Located<Date>> {
        self.items(name)
            .into_iter()
            .filter_map(|item| match &item.value {
                Value::Date(date) => Some(item.with(*date)),
                _ => None,
            })
            .collect()
    }

    /// From a day to a day.
    pub fn period(&self, name: &str) -> Option<Located<Period>> {
        self.typed(name, |value| match value {
            Value::Period(period) => Some(*period),
            _ => None,
        })
    }

    fn typed<T>(&self, name: &str, take: impl FnOnce(&Value) -> Option<T>) -> Option<Located<T>> {
        let value = self.value(name)?;
        take(value.value).map(|taken| Located::new(taken, value.span))
    }
}
