//! Calendar dates `2026-01-01` and stretches of them `2026-01-01..2026-03-31`. No clock: which day is
//! today is never known here.

use super::cursor::{Cursor, quoted};
use super::{Tongue, Unreadable};
use jiff::civil::Date;

/// A stretch of days, both ends included; the last is never before the first when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

const ZH: &str = "日期可以写 2026-01-01、2026年1月1日";
const EN: &str = "a date is written 2026-01-01";

/// Reads a date of the years 1 to 9999.
pub fn parse(text: &str) -> Result<Date, Unreadable> {
    alone(text).map_err(|wrong| mend(wrong, text))
}

/// In words: `2026年1月1日`; `2026-01-01` in English, where other orders are read differently in
/// different countries.
pub fn show(date: Date, tongue: Tongue) -> String {
    match tongue {
        Tongue::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Tongue::En => date.to_string(),
    }
}

impl Period {
    /// Reads two dates with `..`, `至`, `to` or a wave between them.
    pub fn parse(text: &str) -> Result<Period, Unreadable> {
        const ZH: &str = "起止日期可以写 2026-01-01..2026-03-31";
        const EN: &str = "a period is written 2026-01-01..2026-03-31";
        let mut cursor = Cursor::new(text);
        cursor.space();
        let first = read(&mut cursor)?;
        cursor.space();
        if !cursor.one_of(&["...", "..", "…", "至", "到", "~", "to", "--", "-"]) {
            return Err(cursor.unread(ZH, EN));
        }
        cursor.space();
        let last = read(&mut cursor)?;
        cursor.end(ZH, EN)?;
        if last < first {
            return Err(Unreadable::new(
                0..text.len(),
                "结束日期早于开始日期",
                "the last day is before the first",
            ));
        }
        Ok(Period { first, last })
    }

    /// In words: `2026年1月1日至2026年3月31日`, `2026-01-01 to 2026-03-31`.
    pub fn show(self, tongue: Tongue) -> String {
        let (first, last) = (show(self.first, tongue), show(self.last, tongue));
        match tongue {
            Tongue::Zh => format!("{first}至{last}"),
            Tongue::En => format!("{first} to {last}"),
        }
    }

    /// Whether `date` is one of its days.
    pub fn contains(self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }
}

fn alone(text: &str) -> Result<Date, Unreadable> {
    let mut cursor = Cursor::new(text);
    cursor.space();
    let found = read(&mut cursor)?;
    cursor.end(ZH, EN)?;
    Ok(found)
}

fn read(cursor: &mut Cursor<'_>) -> Result<Date, Unreadable> {
    let start = cursor.at();
    let unread = |cursor: &mut Cursor<'_>| {
        cursor.go(start);
        cursor.unread(ZH, EN)
    };
    let Some([year, month, day]) = parts(cursor) else {
        return Err(unread(cursor));
    };
    let exists = (|| {
        let year = i16::try_from(year).ok().filter(|year| *year > 0)?;
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day).ok()
    })();
    exists.ok_or_else(|| {
        let at = start..cursor.at();
        let words = quoted(&cursor.text()[at.clone()]);
        Unreadable::new(
            at,
            format!("没有“{words}”这一天"),
            format!("there is no day “{words}”"),
        )
    })
}

/// Year, month and day, in one of the two forms that are accepted.
fn parts(cursor: &mut Cursor<'_>) -> Option<[u32; 3]> {
    let (year, year_width) = counted(cursor)?;
    let chinese = cursor.sign('年');
    if !chinese && !cursor.sign('-') {
        return None;
    }
    let (month, month_width) = counted(cursor)?;
    if !cursor.sign(if chinese { '月' } else { '-' }) {
        return None;
    }
    let (day, day_width) = counted(cursor)?;
    let right = if chinese {
        cursor.sign('日') || cursor.sign('号')
    } else {
        [year_width, month_width, day_width] == [4, 2, 2]
    };
    right.then_some([year, month, day])
}

fn counted(cursor: &mut Cursor<'_>) -> Option<(u32, usize)> {
    let before = cursor.clone();
    let value = cursor.digits()?;
    let width = cursor.text()[before.at()..cursor.at()].chars().count();
    Some((value, width))
}

/// `2026/1/1`, `2026.1.1` and `2026-1-1` can only mean one day: year first leaves no choice.
fn mend(wrong: Unreadable, text: &str) -> Unreadable {
    let mut cursor = Cursor::new(text);
    cursor.space();
    let mended = (|| {
        let (year, width) = counted(&mut cursor).filter(|(_, width)| *width == 4)?;
        let sign = cursor.take().filter(|sign| "/.-".contains(*sign))?;
        let (month, _) = counted(&mut cursor)?;
        let (day, _) = cursor.sign(sign).then(|| counted(&mut cursor)).flatten()?;
        cursor.space();
        let written = format!("{year:0width$}-{month:02}-{day:02}");
        (cursor.done() && alone(&written).is_ok()).then_some(written)
    })();
    match mended {
        Some(written) if written != text => wrong.suggest(written),
        _ => wrong,
    }
}
