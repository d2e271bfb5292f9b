//! `hejin check`: the audit alone.

use super::command::{Command, Exit};
use super::flags::{Format, Reading};
use super::handbook::{fails, least, read, report, watch};
use super::terminal::Terminal;
use super::watch::{Part, Watch};
use super::words::{both, either};
use crate::finding::Severity;
use crate::print::{self, Tally};
use crate::site;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "check",
    about: both(
        "只检查，不生成网站；有错误时退出码为 1。",
        "Checks without building a site; exits with 1 if there are errors.",
    ),
    usage: both("[选项]", "[OPTIONS]"),
    examples: &[
        ("hejin check", both("检查 content", "check content")),
        (
            "hejin check --strict",
            both("到期也算错误", "what is overdue counts as an error too"),
        ),
        (
            "hejin check --format json > findings.json",
            both("交给别的程序", "for another program"),
        ),
    ],
    arguments: &[(
        "strict",
        both(
            "只与日期有关的问题（到期、超期）也算错误",
            "what depends on the day alone (overdue, run out) is an error too",
        ),
    )],
    augment: Arguments::augment_args,
    run: |matches, terminal| match Arguments::from_arg_matches(matches) {
        Ok(arguments) => run(&arguments, terminal).unwrap_or_else(|exit| exit),
        Err(_) => Exit::Failed,
    },
};

#[derive(Args, Debug)]
struct Arguments {
    #[command(flatten)]
    reading: Reading,
    #[arg(long)]
    strict: bool,
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: Format,
}

fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Exit, Exit> {
    let mut watch = watch(terminal);
    watch.begin(Part::Read);
    let (folders, sources) = read(&arguments.reading, terminal)?;
    let mut options = arguments.reading.options();
    options.is_strict = arguments.strict;
    let (model, verdict) = site::check_with(&sources, &options, &mut |phase| {
        watch.begin(Part::Site(phase));
    });
    watch.hush();
    let least = match arguments.format {
        Format::Json => Severity::Info,
        Format::Text => least(terminal, Severity::Info, model.settings.fail_on),
    };
    let report = report(&verdict, least, (&folders, &sources));
    match arguments.format {
        Format::Json => terminal.out(&print::json(&report)),
        Format::Text => {
            terminal.out(&print::findings(&report, terminal.tongue));
            summary(&report.tally, &watch, terminal);
        }
    }
    let exit = if fails(&verdict, model.settings.fail_on) {
        Exit::Findings
    } else {
        Exit::Fine
    };
    // The process ends here: the system takes the memory back at once, we would do so piece by piece.
    std::mem::forget((model, verdict, sources));
    Ok(exit)
}

fn summary(tally: &Tally, watch: &Watch, terminal: &mut Terminal) {
    if terminal.is_quiet {
        return;
    }
    let tongue = terminal.tongue;
    let mut count = tally.all.say(tongue);
    if tally.waived > 0 {
        let waived = tally.waived;
        count += &either(
            tongue,
            format!("，{waived} 条已豁免"),
            format!(", {waived} waived"),
        );
    }
    let (families, seconds) = (tally.by_family(tongue), watch.seconds());
    terminal.out(&either(
        tongue,
        format!("{families}{count}，用时 {seconds} 秒\n"),
        format!("{families}{count}, {seconds} s\n"),
    ));
}
