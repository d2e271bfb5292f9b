//! `hejin build`: content and themes to a static site.

use super::command::{Command, Exit};
use super::flags::{Format, Reading};
use super::handbook::{fails, least, read, report, watch};
use super::terminal::Terminal;
use super::watch::{Part, Watch};
use super::words::{both, either};
use crate::disk::{self, Cause, Folders, Strangers, Trouble, Way};
use crate::finding::Severity;
use crate::print;
use crate::site::{self, Memos, Site};
use crate::text::Tongue;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "build",
    about: both(
        "把内容和主题生成网站。",
        "Builds the site from content and themes.",
    ),
    usage: both("[选项]", "[OPTIONS]"),
    examples: &[
        (
            "hejin build",
            both("content 生成到 public", "content to public"),
        ),
        (
            "hejin build --content docs --output /srv/www",
            both("指定两个文件夹", "both folders named"),
        ),
        (
            "hejin build --today 2026-12-31",
            both("当作那一天来检查", "judged as on that day"),
        ),
    ],
    arguments: &[
        (
            "keep_others",
            both(
                "输出文件夹里已有的别的文件保留不动",
                "publish into a folder that holds other files, and leave those",
            ),
        ),
        (
            "timings",
            both("各阶段用时（JSON）", "the time of each part, as JSON"),
        ),
    ],
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
    keep_others: bool,
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: Format,
    #[arg(long, hide = true)]
    timings: bool,
}

fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Exit, Exit> {
    let mut watch = watch(terminal);
    watch.begin(Part::Read);
    let (folders, sources) = read(&arguments.reading, terminal)?;
    let options = arguments.reading.options();
    let (site, memos) = site::build_with(&sources, &options, &Memos::default(), &mut |phase| {
        watch.begin(Part::Site(phase));
    });
    let fail_on = site.model.settings.fail_on;
    let exit = if !site.is_whole || fails(&site.verdict, fail_on) {
        Exit::Findings
    } else {
        Exit::Fine
    };
    let published = (exit == Exit::Fine).then(|| {
        watch.begin(Part::Write);
        disk::publish(&site.outputs, &folders, arguments.strangers())
    });
    watch.hush();
    let timings = watch.timings(site.pages);
    let least = match arguments.format {
        Format::Json => Severity::Info,
        Format::Text => least(terminal, Severity::Warning, fail_on),
    };
    let report = report(&site.verdict, least, (&folders, &sources));
    match arguments.format {
        Format::Json => terminal.out(&print::json(&report)),
        Format::Text => terminal.err(&print::findings(&report, terminal.tongue)),
    }
    let exit = match published {
        None => stopped(&site, &folders, terminal),
        Some(Err(trouble)) => return Err(refused(&trouble, terminal)),
        Some(Ok(published)) => {
            said(&published.way, terminal);
            exit
        }
    };
    summary(&site, &report, &watch, terminal);
    if arguments.timings {
        terminal.out(&timings);
    }
    // The process ends here: the system takes the memory back at once, we would do so piece by piece.
    std::mem::forget((site, memos, sources));
    Ok(exit)
}

impl Arguments {
    fn strangers(&self) -> Strangers {
        if self.keep_others {
            Strangers::Keep
        } else {
            Strangers::Refuse
        }
    }
}

/// Says that nothing was published, and why where no finding says it.
fn stopped(site: &Site, folders: &Folders, terminal: &mut Terminal) -> Exit {
    let output = folders.output.display();
    let why = if site.is_whole {
        both("", "")
    } else {
        both(
            "模板有错，页面画不出来。",
            "A template is wrong and pages cannot be drawn. ",
        )
    };
    let why = why.say(terminal.tongue);
    let text = either(
        terminal.tongue,
        format!("{why}没有发布：{output} 保持原样。\n"),
        format!("{why}Not published: {output} is as it was.\n"),
    );
    terminal.err(&print::visible(&text));
    Exit::Findings
}

/// Says why the folder could not be published, and how it could be if only other files are in the way.
fn refused(trouble: &Trouble, terminal: &mut Terminal) -> Exit {
    let exit = terminal.trouble(trouble);
    // Only the refusal of a folder with other files speaks of the manifest that it lacks.
    if matches!(&trouble.cause, Cause::Refused(why) if why.en.contains(disk::MANIFEST)) {
        terminal.err(&either(
            terminal.tongue,
            "  另选一个文件夹：            --output 文件夹\n  \
               发布到这里，别的文件不动：  --keep-others\n"
                .to_owned(),
            "  To take another folder:                        --output DIR\n  \
               To publish into it and leave the other files:  --keep-others\n"
                .to_owned(),
        ));
    }
    exit
}

/// Says it where the folder could not be replaced in one step.
fn said(way: &Way, terminal: &mut Terminal) {
    if let (Way::InOrder(why), false) = (way, terminal.is_quiet) {
        let why = why.say(terminal.tongue);
        let text = either(
            terminal.tongue,
            format!("逐个文件发布：{why}。\n"),
            format!("Published file by file: {why}.\n"),
        );
        terminal.err(&print::visible(&text));
    }
}

/// `111 pages, 0 errors, 3 warnings, 0.42 s`.
fn summary(site: &Site, report: &print::Report<'_>, watch: &Watch, terminal: &mut Terminal) {
    if terminal.is_quiet {
        return;
    }
    let count = report.tally.all.say(terminal.tongue);
    let (pages, seconds) = (site.pages, watch.seconds());
    terminal.err(&match (terminal.tongue, pages) {
        (Tongue::Zh, _) => format!("{pages} 页，{count}，用时 {seconds} 秒\n"),
        (Tongue::En, 1) => format!("1 page, {count}, {seconds} s\n"),
        (Tongue::En, _) => format!("{pages} pages, {count}, {seconds} s\n"),
    });
}
