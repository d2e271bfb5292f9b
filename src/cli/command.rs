//! What a command is.

use super::terminal::Terminal;
use super::words::Both;
use std::process::ExitCode;

/// One command.
pub(super) struct Command {
    /// What is typed.
    pub(super) name: &'static str,
    /// What it does, in a line.
    pub(super) about: Both,
    /// How it is typed, after its name.
    pub(super) usage: Both,
    /// Lines to type, each with what it does.
    pub(super) examples: &'static [(&'static str, Both)],
    /// What each of its own arguments means, by name.
    pub(super) arguments: &'static [(&'static str, Both)],
    /// Adds its arguments.
    pub(super) augment: fn(clap::Command) -> clap::Command,
    /// Does it.
    pub(super) run: fn(&clap::ArgMatches, &mut Terminal) -> Exit,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// Well.
    Fine,
    /// With findings that the handbook must not have.
    Findings,
    /// Not at all: it could not run.
    Failed,
}

impl Exit {
    /// 0, 1 or 2.
    pub(super) fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Exit::Fine => 0,
            Exit::Findings => 1,
            Exit::Failed => 2,
        })
    }
}
