//! The flags that several commands share, and what the environment says where they are silent.

use super::words::{Both, both};
use crate::disk::Folders;
use crate::model::Options;
use crate::text::Tongue;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// How the program speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    /// The language of messages.
    pub(super) tongue: Tongue,
    /// Whether in colour.
    pub(super) color: anstream::ColorChoice,
}

/// The flags of every command. Language and colour are overheard before: see [`Voice`].
#[derive(Args, Debug)]
pub(super) struct Common {
    #[arg(long, global = true, value_name = "zh|en", hide_possible_values = true)]
    lang: Option<Lang>,
    #[arg(
        long,
        global = true,
        value_name = "auto|always|never",
        hide_possible_values = true
    )]
    color: Option<Color>,
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    Zh,
    En,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// In which form data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// The flags of every command that reads a handbook.
#[derive(Args, Debug)]
pub(super) struct Reading {
    #[arg(
        long,
        value_name = "DIR",
        default_value = "content",
        hide_default_value = true
    )]
    pub(super) content: PathBuf,
    #[arg(
        long,
        value_name = "DIR",
        default_value = "public",
        hide_default_value = true
    )]
    pub(super) output: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<Date>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) jobs: Option<u16>,
}

/// What the shared flags mean, by name.
pub(super) const SHARED: &[(&str, Both)] = &[
    (
        "content",
        both(
            "内容文件夹；默认 content",
            "the folder of the content; content unless given",
        ),
    ),
    (
        "output",
        both(
            "发布到哪个文件夹；默认 public",
            "the folder to publish to; public unless given",
        ),
    ),
    (
        "theme",
        both(
            "主题文件夹；默认用内容文件夹旁边的 themes",
            "the theme; else what themes beside the content holds",
        ),
    ),
    (
        "today",
        both(
            "按哪一天检查，如 2026-11-23；默认今天",
            "the day to judge by, such as 2026-11-23; else today",
        ),
    ),
    (
        "jobs",
        both(
            "同时用几个核，1 到 1024；默认全部",
            "how many cores to use, 1 to 1024; all unless given",
        ),
    ),
    (
        "format",
        both(
            "输出格式：text 或 json；默认 text",
            "how to print: text or json; text unless given",
        ),
    ),
    (
        "lang",
        both(
            "消息的语言：zh 或 en；默认看环境",
            "the language of messages: zh or en; else the environment's",
        ),
    ),
    (
        "color",
        both(
            "颜色：auto、always 或 never；默认 auto",
            "colours: auto, always or never; auto unless given",
        ),
    ),
    ("quiet", both("只说错误", "tell nothing but errors")),
    ("help", both("显示这段帮助", "print this help")),
    ("version", both("显示版本", "print the version")),
];

impl Voice {
    /// What the arguments say of language and colour, before they are understood: the complaint about
    /// an argument must be in the right language too.
    pub(super) fn overheard(arguments: &[OsString]) -> Voice {
        let tongue = match value(arguments, "--lang") {
            Some("zh") => Tongue::Zh,
            Some("en") => Tongue::En,
            _ => of_environment(),
        };
        let color = match value(arguments, "--color") {
            Some("always") => anstream::ColorChoice::Always,
            Some("never") => anstream::ColorChoice::Never,
            _ => anstream::ColorChoice::Auto,
        };
        Voice { tongue, color }
    }
}

/// The value of a flag, as `--flag value` or `--flag=value`.
fn value<'a>(arguments: &'a [OsString], flag: &str) -> Option<&'a str> {
    let mut words = arguments.iter().map(|word| word.to_str().unwrap_or(""));
    while let Some(word) = words.next() {
        match word.strip_prefix(flag) {
            Some("") => return words.next(),
            Some(rest) if rest.starts_with('=') => return rest.strip_prefix('='),
            _ => {}
        }
    }
    None
}

/// Chinese where the environment asks for it, else English.
fn of_environment() -> Tongue {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    match set.as_deref().and_then(OsStr::to_str) {
        Some(locale) if locale.starts_with("zh") => Tongue::Zh,
        _ => Tongue::En,
    }
}

/// The day by the clock and the time zone of this machine.
pub(super) fn day(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| jiff::Zoned::now().date())
}

impl Reading {
    /// The folders.
    pub(super) fn folders(&self) -> Folders {
        let beside = || {
            let themes = beside(&self.content).join("themes");
            themes.is_dir().then_some(themes)
        };
        Folders {
            content: self.content.clone(),
            theme_root: self.theme.clone().or_else(beside),
            output: self.output.clone(),
        }
    }

    /// What a build depends on besides its sources; what only depends on the day is no error.
    pub(super) fn options(&self) -> Options {
        Options {
            today: day(self.today),
            is_strict: false,
        }
    }
}

/// The folder in which a folder lies.
fn beside(folder: &Path) -> PathBuf {
    let parent = folder.parent().filter(|_| folder.file_name().is_some());
    parent.map_or_else(|| folder.join(".."), Path::to_path_buf)
}
