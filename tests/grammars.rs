//! The small grammars: one line in, one line out.
//!
//! `UPDATE=1 cargo test` rewrites the tables in `tests/grammars/`; a person reads the difference.

use hejin::text::cadence;
use hejin::text::{
    Axis, AxisUnit, Duration, Lead, Period, Step, Tongue, Unreadable, date, limit, money,
};
use jiff::civil::Date;

/// Runs every line of a table and compares the whole of it. A line is `input → what it means`; lines
/// that begin with `#`, and empty ones, stay.
fn table(name: &str, read: impl Fn(&str) -> Result<String, Unreadable>) {
    let path = format!("{}/tests/grammars/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    #[expect(clippy::disallowed_methods, reason = "a test reads its own table")]
    let (written, update) = (
        std::fs::read_to_string(&path).unwrap(),
        std::env::var("UPDATE").is_ok(),
    );
    let mut told = String::new();
    for line in written.lines() {
        let input = line.split(" → ").next().unwrap_or(line);
        if input.starts_with('#') || input.is_empty() {
            told += line;
        } else {
            told = told + input + " → " + &answer(input, read(input));
        }
        told += "\n";
    }
    if update {
        #[expect(clippy::disallowed_methods, reason = "UPDATE=1 rewrites the table")]
        std::fs::write(&path, &told).unwrap();
        return;
    }
    let difference = similar::TextDiff::from_lines(&written, &told);
    assert!(
        written == told,
        "{name}.txt differs:\n{}",
        difference.unified_diff()
    );
}

fn answer(input: &str, read: Result<String, Unreadable>) -> String {
    match read {
        Ok(said) => said,
        Err(wrong) => {
            let suggest = wrong
                .suggest
                .map_or_else(String::new, |text| format!(" ⇒ {text}"));
            format!(
                "✗ [{}] {}｜{}{suggest}",
                &input[wrong.at], wrong.why.zh, wrong.why.en
            )
        }
    }
}

pub(crate) const AMOUNT: Axis = Axis {
    unit: AxisUnit::Money,
    from: Some(0),
    to: None,
};

pub(crate) fn count(step: Step, from: &str, to: &str) -> Axis {
    Axis {
        unit: AxisUnit::Number(step),
        from: step.count(from).ok(),
        to: step.count(to).ok(),
    }
}

fn interval(text: &str, axis: Axis) -> Result<String, Unreadable> {
    let found = limit::parse(text, axis)?;
    let zh = limit::show(found, axis, Tongue::Zh, "CNY");
    let en = limit::show(found, axis, Tongue::En, "CNY");
    let end = |count: i64| match count {
        i64::MIN | i64::MAX => "…".to_owned(),
        count => count.to_string(),
    };
    Ok(format!(
        "{}..{} {zh}｜{en}",
        end(found.low),
        end(found.high)
    ))
}

#[test]
fn amounts() {
    table("money", |text| {
        let fen = money::parse(text)?;
        Ok(format!(
            "{fen} {}｜{}｜{}｜{}",
            money::show(fen, Tongue::Zh, "CNY"),
            money::show(fen, Tongue::En, "CNY"),
            money::brief(fen, Tongue::Zh, "CNY"),
            money::brief(fen, Tongue::En, "CNY"),
        ))
    });
}

#[test]
fn numbers_in_tenths() {
    let step = Step::parse("0.1").unwrap();
    table("number", |text| {
        let count = step.count(text)?;
        Ok(format!("{count} {}", step.show(count)))
    });
}

#[test]
fn steps() {
    table("step", |text| {
        let step = Step::parse(text)?;
        Ok(format!("{} {}", step.show(1), step.show(-25)))
    });
}

#[test]
fn durations() {
    table("duration", |text| {
        let found = Duration::parse(text)?;
        Ok(format!(
            "{}｜{}｜{:?} min, {} workdays/100",
            found.show(Tongue::Zh),
            found.show(Tongue::En),
            found.minutes(),
            found.rough_workday_hundredths(),
        ))
    });
}

#[test]
fn leads() {
    table("lead", |text| {
        let found = Lead::parse(text)?;
        Ok(format!(
            "{}｜{}",
            found.show(Tongue::Zh),
            found.show(Tongue::En)
        ))
    });
}

#[test]
fn dates() {
    table("date", |text| {
        let found = date::parse(text)?;
        Ok(format!(
            "{}｜{}",
            date::show(found, Tongue::Zh),
            date::show(found, Tongue::En)
        ))
    });
}

#[test]
fn periods() {
    table("period", |text| {
        let found = Period::parse(text)?;
        Ok(format!(
            "{}｜{}",
            found.show(Tongue::Zh),
            found.show(Tongue::En)
        ))
    });
}

#[test]
fn limits_on_amounts() {
    table("limit_money", |text| interval(text, AMOUNT));
}

#[test]
fn limits_on_counts() {
    let heads = count(Step::WHOLE, "1", "500");
    table("limit_number", |text| interval(text, heads));
}

#[test]
fn limits_on_tenths() {
    let rate = count(Step::parse("0.1").unwrap(), "0", "100");
    table("limit_tenths", |text| interval(text, rate));
}

#[test]
fn cadences() {
    table("cadence", |text| {
        let found = cadence::parse(text)?;
        let (times, months) = found.per_month();
        Ok(format!(
            "{}｜{}｜{}｜{times}/{months}",
            found.show(Tongue::Zh),
            found.show(Tongue::En),
            found.rrule().as_deref().unwrap_or("-"),
        ))
    });
}

/// Where nothing but Saturdays, Sundays and the first week of October is free, and 10 October is not.
pub(crate) fn is_workday(day: Date) -> bool {
    if (day.month(), day.day()) == (10, 10) {
        return true;
    }
    let holiday = day.month() == 10 && day.day() <= 7;
    !holiday && day.weekday().to_monday_zero_offset() < 5
}

#[test]
fn days_of_cadences() {
    let (first, last) = (
        jiff::civil::date(2026, 9, 15),
        jiff::civil::date(2026, 12, 31),
    );
    table("days", |text| {
        let found = cadence::parse(text)?.occurrences(first, last, &is_workday);
        let shown: Vec<String> = found
            .iter()
            .take(8)
            .map(|day| day.strftime("%m-%d %a").to_string())
            .collect();
        Ok(format!("{} days: {}", found.len(), shown.join(", ")))
    });
}

#[test]
fn full_width_characters_keep_their_places() {
    let wrong = money::parse("２万 ＵＳＤ").unwrap_err();
    assert_eq!(&"２万 ＵＳＤ"[wrong.at], "ＵＳＤ");
}
