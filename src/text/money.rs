//! Amounts of money: `2万`, `20,000.50`, `¥3.2万`, `CNY 20000` in, whole fen out, and back to words.
//! Exact: an amount that is no whole number of fen is refused, never rounded.

use super::cursor::Cursor;
use super::decimal::{Decimal, Uncountable, decimal};
use super::{Tongue, Unreadable};
use std::ops::Range;

const BEFORE: &[&str] = &["¥", "cny", "rmb", "人民币"];
const AFTER: &[&str] = &["元整", "元", "圆", "cny", "rmb", "yuan", "人民币"];
const ZH: &str = "金额可以写 2万、3.2万元、20,000、20000.50、¥3.2万";
const EN: &str = "an amount is written 20,000, 20000.50, CNY 20,000 or 2万";
/// The Chinese names of currencies, by their ISO 4217 codes; another currency goes by its code.
const NAMES: &[(&str, &str)] = &[
    ("CNY", "元"),
    ("USD", "美元"),
    ("EUR", "欧元"),
    ("HKD", "港元"),
    ("GBP", "英镑"),
    ("JPY", "日元"),
];
const WAN: u64 = 1_000_000;
const YI: u64 = 10_000 * WAN;

/// Reads an amount as a number of fen, the hundredth part of the currency. Only the marks of the yuan
/// are taken; an amount in another currency is written without a mark.
pub fn parse(text: &str) -> Result<i64, Unreadable> {
    let mut cursor = Cursor::new(text);
    cursor.space();
    let Some((fen, _)) = read(&mut cursor)? else {
        return Err(full_width_groups(&cursor).unwrap_or_else(|| cursor.unread(ZH, EN)));
    };
    cursor.space();
    if cursor.done() {
        return Ok(fen);
    }
    Err(full_width_groups(&cursor)
        .or_else(|| thousands(&cursor, fen))
        .unwrap_or_else(|| cursor.unread(ZH, EN)))
}

/// The amount to the fen: `20,000.00 元`, `CNY 20,000.00`.
pub fn show(fen: i64, tongue: Tongue, currency: &str) -> String {
    let amount = fen.unsigned_abs();
    let number = format!("{}.{:02}", grouped(amount / 100), amount % 100);
    match tongue {
        Tongue::Zh => format!("{}{number} {}", sign(fen), name(currency)),
        Tongue::En => format!("{}{currency} {number}", sign(fen)),
    }
}

/// The amount as people say it: `2万元`, `1.5亿元`, `20,000.01元`; `CNY 20,000`, `CNY 20,000.01`.
pub fn brief(fen: i64, tongue: Tongue, currency: &str) -> String {
    let amount = fen.unsigned_abs();
    let name = name(currency);
    match tongue {
        Tongue::En => format!("{}{currency} {}", sign(fen), plain(amount)),
        // At most two digits after the point, so that 12,345元 does not become 1.2345万元.
        Tongue::Zh if amount >= YI && amount.is_multiple_of(YI / 100) => {
            format!("{}{}亿{name}", sign(fen), hundredths(amount / (YI / 100)))
        }
        Tongue::Zh if amount >= WAN && amount.is_multiple_of(WAN / 100) => {
            format!("{}{}万{name}", sign(fen), hundredths(amount / (WAN / 100)))
        }
        Tongue::Zh => format!("{}{}{name}", sign(fen), plain(amount)),
    }
}

/// Reads an amount where the cursor stands, with the bytes of its number.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Result<Option<(i64, Range<usize>)>, Unreadable> {
    let start = cursor.at();
    cursor.one_of(BEFORE);
    cursor.space();
    let negative = cursor.at();
    if cursor.sign('-') && cursor.peek().is_some_and(|next| next.is_ascii_digit()) {
        return Err(Unreadable::new(
            negative..cursor.at(),
            "金额不能小于 0",
            "an amount cannot be below 0",
        ));
    }
    cursor.go(negative);
    let Some(found) = decimal(cursor)? else {
        cursor.go(start);
        return Ok(None);
    };
    let after = cursor.at();
    cursor.space();
    if !cursor.one_of(AFTER) {
        cursor.go(after);
    }
    let fen = found
        .count(1, 2)
        .map_err(|problem| refused(&found, problem))?;
    Ok(Some((fen, found.at)))
}

fn refused(found: &Decimal, problem: Uncountable) -> Unreadable {
    match problem {
        Uncountable::Between => Unreadable::new(
            found.at.clone(),
            "金额最多精确到分（小数点后两位）",
            "an amount has at most two digits after the point",
        ),
        Uncountable::TooLarge => Unreadable::new(
            found.at.clone(),
            "这个金额太大，无法记录",
            "this amount is too large to be kept",
        ),
    }
}

/// `25k` can only mean one thing, but is not how amounts are written here.
fn thousands(cursor: &Cursor<'_>, fen: i64) -> Option<Unreadable> {
    let mut ahead = cursor.clone();
    let whole = u64::try_from(fen).ok()?.checked_mul(1000)?;
    if !ahead.word("k") || !ahead.done() {
        return None;
    }
    Some(cursor.unread(ZH, EN).suggest(plain(whole)))
}

/// A full-width comma may part two limits, so it does not part thousands.
fn full_width_groups(cursor: &Cursor<'_>) -> Option<Unreadable> {
    let text = cursor.text();
    let at = text.find('，')?;
    let narrow = text.replace('，', ",");
    parse(&narrow).ok()?;
    Some(
        Unreadable::new(
            at..at + '，'.len_utf8(),
            "千位之间要用半角逗号",
            "thousands are parted by a plain comma, not a full-width one",
        )
        .suggest(narrow),
    )
}

fn sign(fen: i64) -> &'static str {
    if fen < 0 { "-" } else { "" }
}

fn name(currency: &str) -> &str {
    NAMES
        .iter()
        .find(|(code, _)| *code == currency)
        .map_or(currency, |(_, name)| name)
}

fn plain(amount: u64) -> String {
    match amount % 100 {
        0 => grouped(amount / 100),
        cents => format!("{}.{cents:02}", grouped(amount / 100)),
    }
}

fn hundredths(count: u64) -> String {
    let fraction = format!("{:02}", count % 100);
    match fraction.trim_end_matches('0') {
        "" => grouped(count / 100),
        digits => format!("{}.{digits}", grouped(count / 100)),
    }
}

fn grouped(whole: u64) -> String {
    if whole < 1000 {
        return whole.to_string();
    }
    format!("{},{:03}", grouped(whole / 1000), whole % 1000)
}
