//! What `build` and `check` do alike: find the folders, read them, judge by the settings.

use super::command::Exit;
use super::flags::Reading;
use super::terminal::Terminal;
use super::watch::Watch;
use super::words::either;
use crate::audit::Verdict;
use crate::disk::{self, Folders};
use crate::finding::{Finding, Severity};
use crate::model::settings::FailOn;
use crate::print::{Places, Report, Roots, Tally};
use crate::sources::Sources;
use std::path::Path;

/// The clock, told to who looks on.
pub(super) fn watch(terminal: &Terminal) -> Watch {
    if terminal.is_watched() {
        Watch::telling(terminal.tongue)
    } else {
        Watch::silent()
    }
}

/// Reads the folders that the flags name.
pub(super) fn read(reading: &Reading, terminal: &mut Terminal) -> Result<(Folders, Sources), Exit> {
    if let Some(jobs) = reading.jobs {
        // It can only fail if the threads run already, and nothing has used them yet.
        _ = rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(jobs))
            .build_global();
    }
    let folders = reading.folders();
    if !folders.content.is_dir() {
        return Err(missing(&folders.content, terminal));
    }
    match disk::read(&folders) {
        Ok(sources) => Ok((folders, sources)),
        Err(trouble) => Err(terminal.trouble(&trouble)),
    }
}

/// What to type where there is no content.
fn missing(content: &Path, terminal: &mut Terminal) -> Exit {
    let content = content.display();
    let text = either(
        terminal.tongue,
        format!(
            "没有“{content}”这个内容文件夹。\n\
             \x20 新建一本手册：    hejin new 文件夹\n\
             \x20 内容在别处：      --content 文件夹\n\
             \x20 就用当前文件夹：  --content .\n"
        ),
        format!(
            "there is no content folder `{content}`.\n\
             \x20 To make a new handbook:    hejin new DIR\n\
             \x20 If it lies elsewhere:      --content DIR\n\
             \x20 To take this very folder:  --content .\n"
        ),
    );
    terminal.failure(&crate::print::visible(&text))
}

/// Whether these findings are more than the settings allow.
pub(super) fn fails(verdict: &Verdict, fail_on: FailOn) -> bool {
    let found = verdict.findings.iter();
    failing(fail_on).is_some_and(|least| {
        found
            .map(|found| found.severity)
            .any(|weight| weight >= least)
    })
}

/// The least weight that the settings do not allow.
fn failing(fail_on: FailOn) -> Option<Severity> {
    match fail_on {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warn => Some(Severity::Warning),
        FailOn::Never => None,
    }
}

/// The least weight that people are told: `loud`, or with `--quiet` only what is an error or fails.
pub(super) fn least(terminal: &Terminal, loud: Severity, fail_on: FailOn) -> Severity {
    if terminal.is_quiet {
        failing(fail_on).unwrap_or(Severity::Error)
    } else {
        loud
    }
}

/// The findings of at least a weight, ready to be printed.
pub(super) fn report<'a>(
    verdict: &'a Verdict,
    least: Severity,
    (folders, sources): (&Folders, &'a Sources),
) -> Report<'a> {
    let shown = verdict.findings.iter();
    let shown: Vec<&Finding> = shown.filter(|found| found.severity >= least).collect();
    let roots = Roots {
        content: folders.content.clone(),
        themes: folders.theme_root.clone(),
        theme: sources.theme.clone(),
    };
    Report {
        places: Places::new(&shown, sources, roots),
        tally: Tally::of(&verdict.findings, verdict.waived.len()),
        findings: shown,
    }
}
