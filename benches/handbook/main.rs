//! How long a handbook takes to build, part by part: `cargo bench --bench handbook -- --pages 1000`.
//!
//! A handbook of so many pages is made from the project's own (`copies`), written to a folder in
//! memory where there is one, and built in a process of its own for each size. A table comes out: the
//! median time of every part, the peak memory, and the time of a rebuild after one edited body.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a table is what this program is for"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "this program reads the clock and writes folders"
)]

mod copies;

use hejin::disk::{self, Folders, Strangers};
use hejin::model::Options;
use hejin::site::{self, Memos, Phase};
use hejin::sources::{Bytes, Sources};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

type Outcome<T> = Result<T, Box<dyn Error>>;

const HELP: &str = "cargo bench --bench handbook -- [--pages 100,1000,10000] [--runs 3] [--in DIR]
    --pages   how many pages, one handbook for each number
    --runs    how many builds of each, of which the median is told
    --in      where handbooks are written; a folder in memory unless given
    --keep    leave the handbooks there";

/// What is asked for.
struct Wishes {
    pages: Vec<usize>,
    runs: usize,
    place: PathBuf,
    is_kept: bool,
    /// Set in the process that measures one folder.
    only: Option<PathBuf>,
}

fn main() -> ExitCode {
    let done = wishes().and_then(|wishes| match &wishes.only {
        Some(folder) => measure(folder, wishes.runs),
        None => table(&wishes),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn wishes() -> Outcome<Wishes> {
    let memory = Path::new("/dev/shm");
    let mut wishes = Wishes {
        pages: vec![100, 1_000, 10_000],
        runs: 3,
        place: if memory.is_dir() {
            memory.into()
        } else {
            std::env::temp_dir()
        },
        is_kept: false,
        only: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(HELP);
        match argument.as_str() {
            "--pages" => {
                wishes.pages = value()?
                    .split(',')
                    .map(str::parse)
                    .collect::<Result<_, _>>()?
            }
            "--runs" => wishes.runs = value()?.parse()?,
            "--in" => wishes.place = value()?.into(),
            "--only" => wishes.only = Some(value()?.into()),
            "--keep" => wishes.is_kept = true,
            // What cargo itself adds.
            "--bench" => {}
            _ => return Err(HELP.into()),
        }
    }
    Ok(wishes)
}

/// One row for each size, each measured in a process of its own, so that memory is told apart.
fn table(wishes: &Wishes) -> Outcome<()> {
    println!(
        "| pages | things | files, MB out | read | parse | resolve | audit | views | render | write | all, s | ms a page | peak MB | rebuild after one body, ms |"
    );
    println!(
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    );
    for pages in &wishes.pages {
        let folder = wishes.place.join(format!("hejin-handbook-{pages}"));
        write(&folder, *pages)?;
        let status = Command::new(std::env::current_exe()?)
            .arg("--only")
            .arg(&folder)
            .args(["--runs", &wishes.runs.to_string()])
            .status()?;
        if !wishes.is_kept {
            fs::remove_dir_all(&folder)?;
        }
        if !status.success() {
            return Err(format!("{pages} pages: {status}").into());
        }
    }
    Ok(())
}

/// Writes a handbook of so many pages.
fn write(folder: &Path, pages: usize) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let own = Folders {
        content: Path::new(env!("CARGO_MANIFEST_DIR")).join("content"),
        theme_root: None,
        output: folder.join("public"),
    };
    let original = disk::read(&own).map_err(|trouble| format!("{trouble:?}"))?;
    for (path, text) in copies::handbook(&original, &options(), pages) {
        let place = folder.join("content").join(path);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(place, text)?;
    }
    Ok(())
}

fn options() -> Options {
    Options {
        today: jiff::civil::date(2026, 11, 23),
        is_strict: false,
    }
}

/// The parts of one build and when they were over.
#[derive(Default)]
struct Run {
    /// Read, parse, resolve, audit, views, render, write.
    parts: [Duration; 7],
}

/// Builds one folder several times from nothing, then again and again after an edit; prints the row.
fn measure(folder: &Path, runs: usize) -> Outcome<()> {
    let folders = Folders {
        content: folder.join("content"),
        theme_root: None,
        output: folder.join("public"),
    };
    let mut all = Vec::new();
    let mut last = None;
    for _ in 0..runs.max(1) {
        drop(last.take());
        if folders.output.exists() {
            fs::remove_dir_all(&folders.output)?;
        }
        let (run, built) = build(&folders)?;
        all.push(run);
        last = Some(built);
    }
    let (sources, site, memos) = last.ok_or("no run")?;
    let peak = peak_memory();
    let parts: Vec<Duration> = (0..7)
        .map(|part| median(all.iter().map(|run| run.parts[part]).collect()))
        .collect();
    let total = median(all.iter().map(|run| run.parts.iter().sum()).collect());
    let things = hejin::parse::kinds::KINDS
        .iter()
        .flat_map(|row| site.model.all_of(row.kind))
        .count();
    let files = site.outputs.len();
    let megabytes = site.outputs.values().map(length).sum::<u64>() / 1_000_000;
    let pages = site.pages;
    drop(site);
    let rebuild = rebuild(sources, memos)?;
    let parts: Vec<String> = parts
        .iter()
        .map(|part| format!("{:.3}", part.as_secs_f64()))
        .collect();
    println!(
        "| {pages} | {things} | {files}, {megabytes} | {} | **{:.3}** | {:.3} | {peak} | **{:.1}** |",
        parts.join(" | "),
        total.as_secs_f64(),
        total.as_secs_f64() * 1_000.0 / f64::from(u32::try_from(pages)?.max(1)),
        rebuild.as_secs_f64() * 1_000.0,
    );
    Ok(())
}

/// What a build used and made.
type Built = (Sources, site::Site, Memos);

/// One build from nothing, from disk to disk.
fn build(folders: &Folders) -> Outcome<(Run, Built)> {
    let mut run = Run::default();
    let mut at = 0;
    let mut since = Instant::now();
    let mut turn = |run: &mut Run, next: usize| {
        run.parts[at] += since.elapsed();
        at = next;
        since = Instant::now();
    };
    let sources = disk::read(folders).map_err(|trouble| format!("{trouble:?}"))?;
    let (site, memos) = site::build_with(&sources, &options(), &Memos::default(), &mut |phase| {
        turn(&mut run, number(phase));
    });
    turn(&mut run, 6);
    disk::publish(&site.outputs, folders, Strangers::Refuse)
        .map_err(|trouble| format!("{trouble:?}"))?;
    turn(&mut run, 0);
    Ok((run, (sources, site, memos)))
}

fn number(phase: Phase) -> usize {
    match phase {
        Phase::Parse => 1,
        Phase::Resolve => 2,
        Phase::Audit => 3,
        Phase::Views => 4,
        Phase::Render => 5,
    }
}

/// The median time of the pipeline after one more paragraph in a body, memories warm.
fn rebuild(mut sources: Sources, mut memos: Memos) -> Outcome<Duration> {
    let pages: Vec<_> = sources
        .texts
        .keys()
        .filter(|path| path.ends_with(".md"))
        .cloned()
        .collect();
    let mut times = Vec::new();
    for turn in 0..11 {
        let path = pages
            .get(turn * 7919 % pages.len().max(1))
            .ok_or("no page")?;
        let text = sources.texts[path].text.to_string();
        sources.texts.insert(
            path.clone(),
            format!("{text}\n第{turn}次修改，加一段话。\n")
                .as_str()
                .into(),
        );
        let since = Instant::now();
        let (site, next) = site::build(&sources, &options(), &memos);
        times.push(since.elapsed());
        // What comes before is let go outside of the time: the authoring server does it when idle.
        drop(site);
        memos = next;
    }
    Ok(median(times))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn length(bytes: &Bytes) -> u64 {
    match bytes {
        Bytes::Own(own) => own.len() as u64,
        Bytes::Pieces(pieces) => pieces.iter().map(|piece| piece.len() as u64).sum(),
        Bytes::Asset(asset) => asset.length,
    }
}

/// The most memory that this process ever held, in MB, where the system tells.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.map_or_else(
        || "?".to_owned(),
        |kilobytes| (kilobytes / 1_000).to_string(),
    )
}
