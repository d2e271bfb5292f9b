//! What holds for every text and every value of the small grammars: no text makes one panic, a refusal
//! points into the text, and what is shown reads back.

use crate::grammars::{AMOUNT, count, is_workday};
use hejin::text::cadence::{self, Cycle, MonthDay, Nth, Rhythm, Time, Weekday};
use hejin::text::{
    Axis, AxisUnit, Cadence, Duration, Interval, Lead, Period, Step, Tongue, Unit, Unreadable,
    date, limit, money,
};
use jiff::civil::Date;
use proptest::prelude::*;

fn units() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![
        Unit::Minute,
        Unit::Hour,
        Unit::Day,
        Unit::Workday,
        Unit::Week,
        Unit::Month,
        Unit::Year,
    ])
}

fn nths(most: u32) -> impl Strategy<Value = Nth> {
    prop_oneof![
        (1..=most).prop_map(Nth::First),
        (1..=most).prop_map(Nth::Last)
    ]
}

fn weekdays() -> impl Strategy<Value = Weekday> {
    prop::sample::select(Weekday::ALL.to_vec())
}

fn month_days() -> impl Strategy<Value = MonthDay> {
    prop_oneof![
        (1..=28_u32).prop_map(MonthDay::Day),
        Just(MonthDay::Last),
        (nths(4), weekdays()).prop_map(|(nth, day)| MonthDay::Weekday(nth, day)),
        nths(15).prop_map(MonthDay::Workday),
    ]
}

fn rhythms() -> impl Strategy<Value = Rhythm> {
    let cycles = prop::sample::select(vec![
        Cycle::Month,
        Cycle::Quarter,
        Cycle::HalfYear,
        Cycle::Year,
    ]);
    prop_oneof![
        Just(Rhythm::Daily),
        Just(Rhythm::Workdays),
        Just(Rhythm::OnDemand),
        (prop::collection::btree_set(weekdays(), 1..=7), 1..=52_u32).prop_map(|(days, every)| {
            Rhythm::Weekly {
                days: days.into_iter().collect(),
                every,
            }
        }),
        (cycles, 0..12_u32, month_days()).prop_map(|(cycle, month, day)| Rhythm::Cyclic {
            cycle,
            month: month % cycle.months() + 1,
            day,
        }),
    ]
}

fn times() -> impl Strategy<Value = Option<Time>> {
    prop::option::of((0..24_u32, 0..60_u32).prop_map(|(hour, minute)| Time { hour, minute }))
}

/// Texts out of the words of the grammars, so that they get past the first character.
fn scraps() -> impl Strategy<Value = String> {
    let words = "超过 不满 以上 以下 以外 且 至 - ~ , ， . : 2 20,000 3.2 0 9 99999999999 万 亿 千 元 ¥ CNY \
        over under from to and between up at least any k % （含） (不含) 之间 每 周 星期 一 日 两 十 月 年 第 个 \
        工作日 最后 倒数 季度 半年 首月 末月 天 小时 分钟 提前 前 weekly monthly quarterly yearly day last Mon \
        Jan 2nd workday month before every weeks on demand 09:00 下午 点 半 2026 01 .. 　 ２ Ａ é 😀";
    let words: Vec<&'static str> = words.split_whitespace().chain([" ", "\u{3000}"]).collect();
    prop::collection::vec(prop::sample::select(words), 0..9).prop_map(|words| words.concat())
}

/// A refusal points into the text, never into a character, says something in both languages, and
/// suggests only what can be read.
fn sound<T>(text: &str, read: impl Fn(&str) -> Result<T, Unreadable>) {
    let Err(wrong) = read(text) else { return };
    assert!(text.get(wrong.at.clone()).is_some(), "{text:?}: {wrong:?}");
    assert!(!wrong.why.zh.is_empty() && !wrong.why.en.is_empty());
    if let Some(suggested) = wrong.suggest {
        assert!(read(&suggested).is_ok(), "{text:?}: {suggested:?}");
    }
}

fn every_grammar(text: &str) {
    let tenth = Step::parse("0.1").unwrap();
    sound(text, money::parse);
    sound(text, Step::parse);
    sound(text, |text| tenth.count(text));
    sound(text, Duration::parse);
    sound(text, Lead::parse);
    sound(text, date::parse);
    sound(text, Period::parse);
    sound(text, |text| limit::parse(text, AMOUNT));
    sound(text, |text| {
        limit::parse(text, count(Step::WHOLE, "1", "500"))
    });
    sound(text, cadence::parse);
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in any::<String>()) {
        every_grammar(&text);
    }

    #[test]
    fn no_heap_of_words_is_too_strange(text in scraps()) {
        every_grammar(&text);
    }

    #[test]
    fn amounts_read_back(fen in 0..i64::MAX, zeros in 0..15_u32) {
        let fen = fen - fen % 10_i64.pow(zeros);
        for tongue in [Tongue::Zh, Tongue::En] {
            prop_assert_eq!(money::parse(&money::show(fen, tongue, "CNY")), Ok(fen));
            prop_assert_eq!(money::parse(&money::brief(fen, tongue, "CNY")), Ok(fen));
        }
    }

    #[test]
    fn numbers_read_back(number in -1_000_000..1_000_000_i64, step in "1|0\\.1|0\\.01|0\\.5|25|0\\.125") {
        let step = Step::parse(&step).unwrap();
        prop_assert_eq!(step.count(&step.show(number)), Ok(number));
    }

    #[test]
    fn durations_read_back(count in 1..99_999_999_u32, unit in units()) {
        let duration = Duration::new(count, unit);
        for tongue in [Tongue::Zh, Tongue::En] {
            prop_assert_eq!(Duration::parse(&duration.show(tongue)), Ok(duration));
            let lead = Lead { before: duration };
            prop_assert_eq!(Lead::parse(&lead.show(tongue)), Ok(lead));
        }
    }

    #[test]
    fn dates_read_back(year in 1..=9999_i16, month in 1..=12_i8, day in 1..=31_i8, days in 0..999_i64) {
        if let Ok(first) = Date::new(year, month, day)
            && let Ok(last) = first.checked_add(jiff::Span::new().days(days))
        {
            let period = Period { first, last };
            for tongue in [Tongue::Zh, Tongue::En] {
                prop_assert_eq!(date::parse(&date::show(first, tongue)), Ok(first));
                prop_assert_eq!(Period::parse(&period.show(tongue)), Ok(period));
            }
        }
    }

    #[test]
    fn limits_read_back(
        one in 0..2_000_000_i64, other in 0..2_000_000_i64, zeros in 0..6_u32, off in -1..=1_i64,
        open in 0..4, money in any::<bool>(), from in prop::option::of(Just(0_i64)),
    ) {
        let unit = 10_i64.pow(zeros);
        let round = |count: i64| (count - count % unit + off).max(0);
        let low = if open & 1 == 0 { round(one.min(other)) } else { from.unwrap_or(i64::MIN) };
        let high = if open & 2 == 0 { round(one.max(other)) } else { i64::MAX };
        let tenth = Step::parse("0.1").unwrap();
        let unit = if money { AxisUnit::Money } else { AxisUnit::Number(tenth) };
        let axis = Axis { unit, from, to: None };
        for tongue in [Tongue::Zh, Tongue::En] {
            let text = limit::show(Interval { low, high }, axis, tongue, "CNY");
            prop_assert_eq!(limit::parse(&text, axis), Ok(Interval { low, high }), "{}", text);
        }
    }

    #[test]
    fn cadences_read_back(rhythm in rhythms(), time in times()) {
        let cadence = Cadence { rhythm, time };
        for tongue in [Tongue::Zh, Tongue::En] {
            let text = cadence.show(tongue);
            prop_assert_eq!(cadence::parse(&text), Ok(cadence.clone()), "{}", text);
        }
    }

    #[test]
    fn every_cadence_falls_on_days_in_order(rhythm in rhythms(), year in 1990..2100_i16) {
        let (first, last) = (jiff::civil::date(year, 1, 1), jiff::civil::date(year, 12, 31));
        let days = Cadence::new(rhythm.clone()).occurrences(first, last, &is_workday);
        prop_assert!(days.is_sorted_by(|one, next| one < next));
        prop_assert!(days.iter().all(|day| day.year() == year));
        match rhythm {
            Rhythm::Daily => prop_assert!(days.len() >= 365),
            Rhythm::Cyclic { cycle, .. } => {
                prop_assert_eq!(days.len(), 12 / cycle.months() as usize);
            }
            Rhythm::OnDemand => prop_assert!(days.is_empty()),
            Rhythm::Workdays | Rhythm::Weekly { .. } => prop_assert!(!days.is_empty()),
        }
    }
}

#[test]
fn a_long_text_is_refused_at_once_and_in_few_words() {
    for scrap in [
        "9",
        "一",
        "1%,",
        "超过",
        "周一、",
        "2026-",
        "最后",
        "(",
        "\u{3000}",
        "半",
    ] {
        for start in ["", "每", "monthly ", "2万", "超过2"] {
            let text = format!("{start}{}", scrap.repeat(5_000));
            every_grammar(&text);
            if let Err(wrong) = limit::parse(&text, AMOUNT) {
                assert!(wrong.why.zh.chars().count() < 300, "{}", wrong.why.zh);
            }
        }
    }
}
