//! The parser of arguments, and the help that it prints, from the table of commands and in the language
//! of the reader.

use super::COMMANDS;
use super::command::Command;
use super::flags::{Common, SHARED};
use super::words::{Both, both};
use crate::text::Tongue;
use clap::{Arg, ArgAction, Args};
use std::ffi::OsString;
use std::fmt::Write as _;

const ABOUT: Both = both(
    "合金：把协同手册写成网站，像编译器一样检查它。",
    "Hejin builds coordination handbooks and checks them like a compiler.",
);
const TOP_EXAMPLES: &[(&str, Both)] = &[
    (
        "hejin new handbook",
        both("新建一本手册", "make a new handbook"),
    ),
    (
        "cd handbook && hejin build",
        both(
            "生成网站，打开 public/index.html",
            "build the site; open public/index.html",
        ),
    ),
    (
        "hejin build --content notes",
        both(
            "把任何 Markdown 文件夹做成网站",
            "make a site of any folder of Markdown",
        ),
    ),
];

/// The flags that every command has stand last in its help.
const LAST: &[&str] = &["lang", "color", "quiet", "help", "version"];

/// `hejin help build` asks for the same as `hejin build --help`.
pub(super) fn asked(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|word| word == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// The parser, speaking `tongue`.
pub(super) fn parser(tongue: Tongue) -> clap::Command {
    let mut parser = clap::Command::new("hejin")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version),
        )
        .override_usage(usage(
            "",
            both("<命令> [选项]", "<COMMAND> [OPTIONS]"),
            tongue,
        ))
        .subcommand_help_heading(both("命令", "Commands").say(tongue))
        .after_help(examples(TOP_EXAMPLES, tongue));
    parser = Common::augment_args(parser);
    for command in COMMANDS {
        parser = parser.subcommand(one(command, tongue));
    }
    dress(parser, ABOUT, &[], tongue)
}

fn one(command: &Command, tongue: Tongue) -> clap::Command {
    let parser = clap::Command::new(command.name)
        .override_usage(usage(command.name, command.usage, tongue))
        .after_help(examples(command.examples, tongue));
    dress(
        (command.augment)(parser),
        command.about,
        command.arguments,
        tongue,
    )
}

/// Gives a parser its words.
fn dress(
    parser: clap::Command,
    about: Both,
    own: &'static [(&'static str, Both)],
    tongue: Tongue,
) -> clap::Command {
    let usage = both("用法：", "Usage: ").say(tongue);
    parser
        .about(about.say(tongue))
        .help_template(format!(
            "{{about}}\n\n{usage}{{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help),
        )
        .mut_args(|arg| {
            let id = arg.get_id().as_str();
            let means = meaning(id, own).map_or("", |means| means.say(tongue));
            let order = LAST.iter().position(|last| *last == id);
            let heading = if arg.is_positional() {
                both("参数", "Arguments")
            } else {
                both("选项", "Options")
            };
            let arg = arg.help(means).help_heading(heading.say(tongue));
            match order {
                Some(order) => arg.display_order(100 + order),
                None => arg,
            }
        })
}

fn usage(name: &str, rest: Both, tongue: Tongue) -> String {
    let space = if name.is_empty() { "" } else { " " };
    format!("hejin{space}{name} {}", rest.say(tongue))
}

fn examples(examples: &[(&str, Both)], tongue: Tongue) -> String {
    let mut out = both("例子：", "Examples:").say(tongue).to_owned();
    let width = examples
        .iter()
        .map(|(line, _)| line.len())
        .max()
        .unwrap_or(0);
    for (line, does) in examples {
        _ = write!(out, "\n  {line:width$}  {}", does.say(tongue));
    }
    out
}

/// What an argument means: to its command, else to all.
pub(super) fn meaning(id: &str, own: &[(&str, Both)]) -> Option<Both> {
    let mut all = own.iter().chain(SHARED);
    all.find(|(name, _)| *name == id).map(|(_, means)| *means)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_argument_of_every_command_is_explained_in_both_languages() {
        for tongue in [Tongue::Zh, Tongue::En] {
            let parser = parser(tongue);
            parser.clone().debug_assert();
            for command in std::iter::once(&parser).chain(parser.get_subcommands()) {
                assert!(
                    command
                        .get_about()
                        .is_some_and(|about| !about.to_string().is_empty())
                );
                for argument in command
                    .get_arguments()
                    .filter(|argument| !argument.is_hide_set())
                {
                    let help = argument.get_help().map(ToString::to_string);
                    assert_ne!(help.as_deref().unwrap_or(""), "", "{argument}");
                }
            }
        }
    }
}
