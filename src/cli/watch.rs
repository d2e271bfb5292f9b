//! The clock of a run: how long each part of the work takes, and, for who looks on, what it is at when
//! it takes longer than a second.

use super::words::{Both, both};
use crate::site::Phase;
use crate::text::Tongue;
use std::io::Write;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Work that takes no longer than this is done without a word.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between two looks at the clock.
const TICK: Duration = Duration::from_millis(200);

/// A part of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Folders are read.
    Read,
    /// The pipeline.
    Site(Phase),
    /// The folder is published.
    Write,
}

impl Part {
    /// Its name for machines.
    fn name(self) -> &'static str {
        match self {
            Part::Read => "read",
            Part::Site(Phase::Parse) => "parse",
            Part::Site(Phase::Resolve) => "resolve",
            Part::Site(Phase::Audit) => "audit",
            Part::Site(Phase::Views) => "views",
            Part::Site(Phase::Render) => "render",
            Part::Write => "write",
        }
    }

    fn words(self) -> Both {
        match self {
            Part::Read => both("读取文件", "reading files"),
            Part::Site(Phase::Parse) => both("解析", "parsing"),
            Part::Site(Phase::Resolve) => both("对上引用", "resolving references"),
            Part::Site(Phase::Audit) => both("检查", "checking"),
            Part::Site(Phase::Views) => both("编排页面", "making pages"),
            Part::Site(Phase::Render) => both("绘制页面", "drawing pages"),
            Part::Write => both("写出", "writing"),
        }
    }
}

/// The clock of one run.
#[derive(Debug)]
pub(super) struct Watch {
    start: Instant,
    parts: Vec<(Part, Instant)>,
    teller: Option<(Sender<Part>, JoinHandle<()>)>,
}

impl Watch {
    /// A clock that tells nobody.
    pub(super) fn silent() -> Watch {
        Watch {
            start: Instant::now(),
            parts: Vec::new(),
            teller: None,
        }
    }

    /// A clock that tells who looks on at the terminal.
    pub(super) fn telling(tongue: Tongue) -> Watch {
        let watch = Watch::silent();
        let start = watch.start;
        let (send, receive) = mpsc::channel();
        let thread = std::thread::spawn(move || tell(&receive, start, tongue));
        Watch {
            teller: Some((send, thread)),
            ..watch
        }
    }

    /// A part begins.
    pub(super) fn begin(&mut self, part: Part) {
        self.parts.push((part, Instant::now()));
        if let Some((send, _)) = &self.teller {
            // Nobody listens only if the thread could not go on; the work does.
            _ = send.send(part);
        }
    }

    /// Takes the line away that says what goes on.
    pub(super) fn hush(&mut self) {
        if let Some((send, thread)) = self.teller.take() {
            drop(send);
            _ = thread.join();
        }
    }

    /// Seconds since the start, as `0.42`.
    pub(super) fn seconds(&self) -> String {
        format!("{:.2}", self.start.elapsed().as_secs_f64())
    }

    /// Milliseconds of every part and of the whole, as one line of JSON.
    pub(super) fn timings(&self, pages: usize) -> String {
        let now = Instant::now();
        let ends = self.parts.iter().skip(1).map(|(_, start)| *start);
        let mut out = serde_json::Map::new();
        for ((part, start), end) in self.parts.iter().zip(ends.chain([now])) {
            out.insert(part.name().to_owned(), milliseconds(end - *start).into());
        }
        out.insert("total".to_owned(), milliseconds(now - self.start).into());
        out.insert("pages".to_owned(), pages.into());
        format!("{}\n", serde_json::Value::Object(out))
    }
}

/// Shows what goes on, anew when it or the second changes, until the sender is gone.
fn tell(parts: &Receiver<Part>, start: Instant, tongue: Tongue) {
    let mut part = Part::Read;
    let mut shown = None;
    loop {
        match parts.recv_timeout(TICK) {
            Ok(next) => part = next,
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {}
        }
        let now = (part, start.elapsed().as_secs());
        if start.elapsed() > PATIENCE && shown != Some(now) {
            show(part, start.elapsed(), tongue);
            shown = Some(now);
        }
    }
    if shown.is_some() {
        rewrite("");
    }
}

fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e6).round() / 1e3
}

fn show(part: Part, time: Duration, tongue: Tongue) {
    let words = part.words().say(tongue);
    let seconds = time.as_secs();
    rewrite(&match tongue {
        Tongue::Zh => format!("{words}…… {seconds} 秒"),
        Tongue::En => format!("{words} … {seconds} s"),
    });
}

/// Writes over the line; without escape sequences, so that it works on any terminal.
fn rewrite(text: &str) {
    let mut stderr = std::io::stderr().lock();
    _ = write!(stderr, "\r{:40}\r{text}", "").and_then(|()| stderr.flush());
}
