//! Numbers counted in steps: with the step `0.1`, `12.5` is 125. Exact, no floats.

use super::Unreadable;
use super::cursor::Cursor;
use super::decimal::{Decimal, Uncountable, decimal};
use std::ops::Range;

/// The step in which a number is counted, such as 1, 0.1 or 0.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    size: i64,
    scale: u32,
}

const ZH: &str = "可以写 3、12.5、20,000、2万";
const EN: &str = "write 3, 12.5, 20,000 or 2万";
const FINEST: u32 = 9;

impl Step {
    /// Whole numbers.
    pub const WHOLE: Step = Step { size: 1, scale: 0 };
    /// Hundredths.
    pub const HUNDREDTH: Step = Step { size: 1, scale: 2 };

    /// Reads a step: a number above zero, at most nine digits after the point.
    pub fn parse(text: &str) -> Result<Step, Unreadable> {
        let mut cursor = Cursor::new(text);
        let found = decimal(&mut cursor)?;
        cursor.end(
            "步长可以写 1、0.1、0.01",
            "a step is written 1, 0.1 or 0.01",
        )?;
        let wrong = || {
            Unreadable::new(
                0..text.len(),
                "步长要写成大于 0 的数，例如 1、0.1、0.01",
                "a step is a number above 0, such as 1, 0.1 or 0.01",
            )
        };
        let found = found.ok_or_else(wrong)?;
        match i64::try_from(found.mantissa) {
            Ok(size) if size > 0 && found.scale <= FINEST => Ok(Step {
                size,
                scale: found.scale,
            }),
            _ => Err(wrong()),
        }
    }

    /// Reads a number as a count of steps; a number between two steps is refused.
    pub fn count(self, text: &str) -> Result<i64, Unreadable> {
        let mut cursor = Cursor::new(text);
        cursor.space();
        let Some((count, _)) = self.read(&mut cursor)? else {
            return Err(cursor.unread(ZH, EN));
        };
        cursor.end(ZH, EN)?;
        Ok(count)
    }

    /// The number that `count` steps make, without needless zeros; thousands are not grouped.
    pub fn show(self, count: i64) -> String {
        let value = i128::from(count) * i128::from(self.size);
        let sign = if value < 0 { "-" } else { "" };
        let unit = 10_u128.pow(self.scale);
        let value = value.unsigned_abs();
        let (whole, fraction) = (value / unit, value % unit);
        if fraction == 0 {
            return format!("{sign}{whole}");
        }
        let fraction = format!("{fraction:0width$}", width = self.scale as usize);
        format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
    }

    /// Reads a number, perhaps below zero, where the cursor stands.
    pub(super) fn read(
        self,
        cursor: &mut Cursor<'_>,
    ) -> Result<Option<(i64, Range<usize>)>, Unreadable> {
        let start = cursor.at();
        let negative = cursor.sign('-');
        let Some(found) = decimal(cursor)? else {
            cursor.go(start);
            return Ok(None);
        };
        let count = found
            .count(self.size, self.scale)
            .map_err(|problem| self.refused(&found, problem))?;
        Ok(Some((
            if negative { -count } else { count },
            start..found.at.end,
        )))
    }

    fn refused(self, found: &Decimal, problem: Uncountable) -> Unreadable {
        let step = self.show(1);
        match problem {
            Uncountable::Between => Unreadable::new(
                found.at.clone(),
                format!("这个数不是 {step} 的整数倍，而这一项以 {step} 为一步"),
                format!("this number lies between two steps: the input counts in steps of {step}"),
            ),
            Uncountable::TooLarge => Unreadable::new(
                found.at.clone(),
                "这个数太大，无法记录",
                "this number is too large to be kept",
            ),
        }
    }
}
