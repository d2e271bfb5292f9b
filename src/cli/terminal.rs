//! The two streams. A reader that has gone away (`hejin check | head`) is no failure; any other stream
//! that cannot be written to is one.

use super::command::Exit;
use super::flags::Voice;
use crate::disk::Trouble;
use crate::text::Tongue;
use anstream::AutoStream;
use anstream::stream::{AsLockedWrite, RawStream};
use std::io::{self, ErrorKind, IsTerminal, Write};

/// Where the program speaks, and how.
#[derive(Debug)]
pub(super) struct Terminal {
    /// The language of messages.
    pub(super) tongue: Tongue,
    /// Whether only errors are told.
    pub(super) is_quiet: bool,
    has_failed: bool,
}

impl Terminal {
    /// A terminal that speaks as asked.
    pub(super) fn new(voice: Voice) -> Terminal {
        voice.color.write_global();
        Terminal {
            tongue: voice.tongue,
            is_quiet: false,
            has_failed: false,
        }
    }

    /// Says what was asked for.
    pub(super) fn out(&mut self, text: &str) {
        let written = write(io::stdout().lock(), text);
        self.note(written);
    }

    /// Says what is on the way or went wrong.
    pub(super) fn err(&mut self, text: &str) {
        let written = write(io::stderr().lock(), text);
        self.note(written);
    }

    /// Says what the world refused.
    pub(super) fn trouble(&mut self, trouble: &Trouble) -> Exit {
        let mut text = trouble.say(self.tongue);
        text.push('\n');
        self.failure(&text)
    }

    /// Says why the work cannot be done.
    pub(super) fn failure(&mut self, text: &str) -> Exit {
        let word = match self.tongue {
            Tongue::Zh => "错误：",
            Tongue::En => "error: ",
        };
        let red = anstyle::AnsiColor::BrightRed.on_default().bold();
        self.err(&format!("{red}{word}{red:#}{text}"));
        Exit::Failed
    }

    /// Whether somebody looks on while the program works.
    pub(super) fn is_watched(&self) -> bool {
        !self.is_quiet && io::stderr().is_terminal()
    }

    /// The exit that is true after all has been said.
    pub(super) fn close(&self, exit: Exit) -> Exit {
        if self.has_failed { Exit::Failed } else { exit }
    }

    fn note(&mut self, written: io::Result<()>) {
        self.has_failed |= written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe);
    }
}

fn write(stream: impl RawStream + AsLockedWrite, text: &str) -> io::Result<()> {
    let mut stream = AutoStream::auto(stream);
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
