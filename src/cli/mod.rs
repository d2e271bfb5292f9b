//! The commands: arguments in, exit code out. What is said goes through [`terminal`], what is meant by
//! an argument is asked of the table [`COMMANDS`]; the work is done by the rooms below.
#![expect(
    clippy::disallowed_methods,
    reason = "this room is the edge that reads the clock, the environment and what `new` finds"
)]

mod words;
mod terminal;
mod command;
mod flags;
mod help;
mod misuse;
mod watch;
mod handbook;
mod build;
mod check;
mod explain;
mod new;

use command::{Command, Exit};
use flags::Voice;
use std::ffi::OsString;
use std::process::ExitCode;
use terminal::Terminal;

/// Every command, in the order of the help.
const COMMANDS: &[&Command] = &[
    &new::COMMAND,
    &build::COMMAND,
    &check::COMMAND,
    &explain::COMMAND,
];

/// Does what the arguments ask for. The first of them is the program's own name.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = help::asked(arguments.collect());
    let voice = Voice::overheard(&arguments);
    let mut terminal = Terminal::new(voice);
    let exit = dispatch(&arguments, &mut terminal);
    terminal.close(exit).code()
}

fn dispatch(arguments: &[OsString], terminal: &mut Terminal) -> Exit {
    let parser = help::parser(terminal.tongue);
    let matches = match parser.try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return misuse::tell(&error, arguments, terminal),
    };
    let Some((name, inner)) = matches.subcommand() else {
        return misuse::without_command(terminal);
    };
    terminal.is_quiet = inner.get_flag("quiet");
    let command = COMMANDS.iter().find(|command| command.name == name);
    command.map_or(Exit::Failed, |command| (command.run)(inner, terminal))
}
