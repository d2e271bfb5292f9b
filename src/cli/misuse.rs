//! Arguments that cannot be understood, told in the language of the reader.

use super::COMMANDS;
use super::command::{Command, Exit};
use super::help;
use super::terminal::Terminal;
use super::words::either;
use crate::print::visible;
use crate::text::Tongue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// Tells what is wrong with the arguments, or the help that they ask for.
pub(super) fn tell(error: &clap::Error, arguments: &[OsString], terminal: &mut Terminal) -> Exit {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        terminal.out(&error.render().ansi().to_string());
        return Exit::Fine;
    }
    let tongue = terminal.tongue;
    let command = arguments
        .iter()
        .skip(1)
        .find_map(|word| COMMANDS.iter().find(|command| word == command.name));
    let mut text = sentence(error, command.copied(), tongue);
    if let Some(near) = suggestion(error) {
        text += &either(
            tongue,
            format!("，是不是 {near}？"),
            format!("; did you mean `{near}`?"),
        );
    }
    let command = command.map_or(String::new(), |command| format!(" {}", command.name));
    text += &either(
        tongue,
        format!("\n用法见 hejin{command} --help\n"),
        format!("\nSee hejin{command} --help\n"),
    );
    terminal.failure(&visible(&text))
}

/// No command at all: the help, as a failure.
pub(super) fn without_command(terminal: &mut Terminal) -> Exit {
    let help = help::parser(terminal.tongue).render_help();
    terminal.err(&help.ansi().to_string());
    Exit::Failed
}

fn sentence(error: &clap::Error, command: Option<&Command>, tongue: Tongue) -> String {
    let flag = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => either(
            tongue,
            format!("没有 {flag} 这个参数"),
            format!("there is no argument `{flag}` here"),
        ),
        ErrorKind::InvalidSubcommand => {
            let word = text(error, ContextKind::InvalidSubcommand);
            either(
                tongue,
                format!("没有 {word} 这个命令"),
                format!("there is no command `{word}`"),
            )
        }
        ErrorKind::MissingRequiredArgument => {
            either(tongue, format!("还缺 {flag}"), format!("{flag} is missing"))
        }
        ErrorKind::ArgumentConflict => either(
            tongue,
            format!("{flag} 写了两次"),
            format!("{flag} is given twice"),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => either(
            tongue,
            format!("{flag} 后面还缺一个值"),
            format!("{flag} needs a value"),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let means = means(&flag, command, tongue);
            either(
                tongue,
                format!("{flag} 不能是“{value}”（{means}）"),
                format!("{flag} cannot be `{value}` ({means})"),
            )
        }
        kind => either(
            tongue,
            format!("参数看不懂：{kind}"),
            format!("these arguments cannot be understood: {kind}"),
        ),
    }
}

/// What a flag, shown as `--today <DATE>`, means.
fn means(flag: &str, command: Option<&Command>, tongue: Tongue) -> &'static str {
    let name = flag.trim_start_matches('-').split(' ').next().unwrap_or("");
    let own = command.map_or(&[][..], |command| command.arguments);
    help::meaning(&name.replace('-', "_"), own).map_or("", |means| means.say(tongue))
}

fn suggestion(error: &clap::Error) -> Option<String> {
    [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(|kind| text(error, kind))
    .find(|text| !text.is_empty())
}

/// A piece of what the parser knows of the mistake; of several, the first.
fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.first().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}
