//! What holds for every text whatever: a text goes in, and nothing comes out unless a law is broken,
//! which panics. The fuzz targets and the tests of the suite run the same laws.

use hejin::fault::Fault;
use hejin::model::Options;
use hejin::parse::kinds::KINDS;
use hejin::parse::markdown::{self, Dialect};
use hejin::parse::record::{Setup, record};
use hejin::site::{self, Memos};
use hejin::sources::fixture;
use hejin::span::{FilePath, Span};
use hejin::text::{
    Axis, AxisUnit, Duration, Language, Lead, Period, Step, Tongue, Unreadable, cadence, date,
    limit, money,
};
use jiff::civil::Date;

/// A law by the name of its fuzz target.
pub(crate) type Law = (&'static str, fn(&str));

/// All of them.
pub(crate) const LAWS: &[Law] = &[
    ("front_matter", front_matter),
    ("limits", limits),
    ("cadences", cadences),
    ("markdown", markdown),
    ("references", references),
];

const DAY: Date = jiff::civil::date(2026, 11, 23);
const TONGUES: [Tongue; 2] = [Tongue::Zh, Tongue::En];

/// A file of any kind is read without a panic, and every fault points into it.
pub(crate) fn front_matter(text: &str) {
    const PATHS: &[&str] = &[
        "content/page.md",
        "content/forms/form.md",
        "content/decisions/decision.md",
        "content/processes/process.md",
        "content/meetings/meeting.md",
        "content/responsibilities/area.md",
        "content/roles.yaml",
        "content/people.yaml",
        "content/waivers.yaml",
        "content/calendar.yaml",
        "content/handbook.yaml",
    ];
    let languages = vec![Language::new("zh"), Language::new("en")];
    for is_handbook in [true, false] {
        let setup = Setup {
            is_handbook,
            languages: languages.clone(),
        };
        // In a folder that is no handbook every page is plain.
        let paths = if is_handbook { PATHS } else { &PATHS[..1] };
        for path in paths {
            let path: FilePath = (*path).into();
            if let Some(record) = record(&path, text, &setup) {
                faults(&record.faults, text);
            }
        }
    }
}

/// A limit, an amount or a count is read or refused, and what is read reads back when it is shown.
pub(crate) fn limits(text: &str) {
    sound(text, money::parse);
    if let Ok(fen) = money::parse(text) {
        for tongue in TONGUES {
            assert_eq!(money::parse(&money::show(fen, tongue, "CNY")), Ok(fen));
        }
    }
    sound(text, Step::parse);
    let tenth = Step::parse("0.1").expect("0.1 is a step");
    let ends = [(None, None), (Some(0), None), (Some(-500), Some(100_000))];
    for unit in [
        AxisUnit::Money,
        AxisUnit::Number(Step::WHOLE),
        AxisUnit::Number(tenth),
    ] {
        for (from, to) in ends {
            let axis = Axis { unit, from, to };
            sound(text, |text| limit::parse(text, axis));
            let Ok(interval) = limit::parse(text, axis) else {
                continue;
            };
            assert!(interval.low <= interval.high, "{text:?}: {interval:?}");
            for tongue in TONGUES {
                let shown = limit::show(interval, axis, tongue, "CNY");
                assert_eq!(
                    limit::parse(&shown, axis),
                    Ok(interval),
                    "{text:?}: {shown:?}"
                );
            }
        }
    }
}

/// A cadence, a duration or a date is read or refused, and what is read reads back when it is shown.
pub(crate) fn cadences(text: &str) {
    sound(text, cadence::parse);
    sound(text, Duration::parse);
    sound(text, Lead::parse);
    sound(text, date::parse);
    sound(text, Period::parse);
    if let Ok(cadence) = cadence::parse(text) {
        let _ = (cadence.rrule(), cadence.per_month());
        let last = DAY.saturating_add(jiff::Span::new().days(400));
        let days = cadence.occurrences(DAY, last, &|day| day.day() % 7 < 5);
        assert!(
            days.iter().all(|day| (DAY..=last).contains(day)),
            "{text:?}"
        );
        assert!(days.windows(2).all(|two| two[0] < two[1]), "{text:?}");
        for tongue in TONGUES {
            let shown = cadence.show(tongue);
            assert_eq!(
                cadence::parse(&shown).as_ref(),
                Ok(&cadence),
                "{text:?}: {shown:?}"
            );
        }
    }
    if let Ok(duration) = Duration::parse(text) {
        let _ = (
            duration.minutes(),
            duration.rough_workday_hundredths(),
            duration.after(DAY),
        );
        for tongue in TONGUES {
            assert_eq!(
                Duration::parse(&duration.show(tongue)),
                Ok(duration),
                "{text:?}"
            );
        }
    }
    if let Ok(period) = Period::parse(text) {
        for tongue in TONGUES {
            assert_eq!(Period::parse(&period.show(tongue)), Ok(period), "{text:?}");
        }
    }
}

/// Prose is read in every dialect, and all its places lie in it.
pub(crate) fn markdown(text: &str) {
    let file: FilePath = "content/page.md".into();
    let source = Span::new(&file, 0..text.len());
    for dialect in [Dialect::HANDBOOK, Dialect::PLAIN, Dialect::COMMONMARK] {
        let body = markdown::parse(&source, text, dialect);
        faults(&body.faults, text);
        for anchor in &body.anchors {
            within(&anchor.span, text);
        }
        let mut ids: Vec<&str> = body
            .headings
            .iter()
            .map(|heading| heading.id.as_str())
            .collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        if dialect != Dialect::COMMONMARK {
            assert_eq!(ids.len(), count, "two headings of one id: {text:?}");
        }
    }
}

/// Files written into one text (`//- path` begins each) are checked, some are built to a site; everything
/// said of them points into them, and any word can be looked up.
pub(crate) fn references(text: &str) {
    let mut sources = fixture(text);
    let settings: FilePath = "content/handbook.yaml".into();
    if !text.starts_with('#') {
        let settings_text = "title: x\nlanguages: [zh, en]\n";
        sources
            .texts
            .entry(settings)
            .or_insert_with(|| settings_text.into());
    }
    let options = Options {
        today: DAY,
        is_strict: false,
    };
    let (model, verdict) = site::check(&sources, &options);
    for finding in verdict.findings.iter().chain(&verdict.waived) {
        if let Some(source) = sources.texts.get(&finding.span.file) {
            within(&finding.span, &source.text);
        }
    }
    // Drawing takes a thousand times as long as checking, so one text in sixty-four is drawn.
    if text.len().is_multiple_of(64) {
        let (site, memos) = site::build(&sources, &options, &Memos::default());
        let (again, _) = site::build(&sources, &options, &memos);
        assert!(again.outputs == site.outputs, "the second build differs");
    }
    let kinds: Vec<_> = KINDS.iter().map(|row| row.kind).collect();
    for word in text
        .split(|c: char| c.is_whitespace() || "[]{},|#".contains(c))
        .take(64)
    {
        let _ = model.names.find(word, &kinds);
    }
}

/// Every place of every fault lies in the text.
fn faults(faults: &[Fault], text: &str) {
    for fault in faults {
        within(&fault.span, text);
        if let Some(fix) = &fault.fix {
            within(&fix.span, text);
        }
    }
}

fn within(span: &Span, text: &str) {
    assert!(
        text.get(span.bytes()).is_some(),
        "{span:?} does not lie in {text:?}"
    );
}

/// A refusal points into the text, never into a character, and says something in both languages.
fn sound<T>(text: &str, read: impl Fn(&str) -> Result<T, Unreadable>) {
    let Err(wrong) = read(text) else { return };
    assert!(text.get(wrong.at.clone()).is_some(), "{text:?}: {wrong:?}");
    assert!(
        !wrong.why.zh.is_empty() && !wrong.why.en.is_empty(),
        "{text:?}"
    );
    if let Some(suggested) = wrong.suggest {
        assert!(read(&suggested).is_ok(), "{text:?}: {suggested:?}");
    }
}
