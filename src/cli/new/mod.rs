//! `hejin new`: a new handbook from what is built in.

mod stamp;

use super::command::{Command, Exit};
use super::flags::day;
use super::terminal::Terminal;
use super::words::{both, either};
use crate::disk::{Cause, Trouble};
use crate::print::visible;
use crate::text::{Language, Tongue, Words};
use clap::{Args, FromArgMatches};
use include_dir::{Dir, File, include_dir};
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::{fs, io};

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
static MINIMAL_ZH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/new/minimal/zh");
static MINIMAL_EN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/new/minimal/en");

pub(super) const COMMAND: Command = Command {
    name: "new",
    about: both("新建一本手册。", "Makes a new handbook."),
    usage: both("文件夹 [选项]", "DIR [OPTIONS]"),
    examples: &[
        (
            "hejin new handbook",
            both("从内置的样板手册开始", "begin with the built-in handbook"),
        ),
        (
            "hejin new handbook --minimal",
            both("从最小的手册开始", "begin with the smallest handbook"),
        ),
        (
            "hejin new handbook --minimal --languages en,zh",
            both("英文为主", "English first"),
        ),
    ],
    arguments: &[
        (
            "dir",
            both(
                "新手册的文件夹；必须不存在或是空的",
                "its folder, which must be empty or not there",
            ),
        ),
        (
            "minimal",
            both(
                "只要能通过检查的最小手册",
                "only the smallest handbook that passes its own check",
            ),
        ),
        (
            "languages",
            both(
                "手册的语言，第一种是原文；默认 zh,en",
                "the languages of the handbook, the original first; zh,en unless given",
            ),
        ),
        (
            "today",
            both(
                "新手册从哪一天起生效；默认今天",
                "the day from which it holds; today unless given",
            ),
        ),
    ],
    augment: Arguments::augment_args,
    run: |matches, terminal| match Arguments::from_arg_matches(matches) {
        Ok(arguments) => run(&arguments, terminal),
        Err(_) => Exit::Failed,
    },
};

#[derive(Args, Debug)]
struct Arguments {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[arg(long)]
    minimal: bool,
    #[arg(long, value_name = "zh,en", value_delimiter = ',', value_parser = language, default_value = "zh,en", hide_default_value = true)]
    languages: Vec<Language>,
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

/// A tag such as `zh` or `en-GB`.
fn language(tag: &str) -> Result<Language, String> {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or("");
    let is_tag = matches!(first.len(), 2 | 3)
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            matches!(part.len(), 2..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    if is_tag {
        Ok(Language::new(tag))
    } else {
        Err(format!("not a language tag: {tag}"))
    }
}

fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let original = arguments.languages.first().map(Language::tongue);
    let built_in = match (arguments.minimal, original) {
        (true, Some(Tongue::En)) => &MINIMAL_EN,
        (true, _) => &MINIMAL_ZH,
        (false, Some(Tongue::En)) => return only_chinese(terminal),
        (false, _) => &DEFAULT,
    };
    match make(built_in, arguments) {
        Ok(()) => {
            next(&arguments.dir, terminal);
            Exit::Fine
        }
        Err(trouble) => terminal.trouble(&trouble),
    }
}

/// The built-in handbook is written in Chinese, and a translation is no original.
fn only_chinese(terminal: &mut Terminal) -> Exit {
    let text = either(
        terminal.tongue,
        "内置手册的原文是中文：--languages 的第一种必须是 zh，或者加上 --minimal\n".to_owned(),
        "the built-in handbook is written in Chinese: let --languages begin with zh, or add --minimal\n"
            .to_owned(),
    );
    terminal.failure(&text)
}

fn make(built_in: &Dir<'_>, arguments: &Arguments) -> Result<(), Trouble> {
    let dir = &arguments.dir;
    if !is_free(dir).map_err(|error| trouble("查看文件夹", "looking at the folder", dir, error))?
    {
        return Err(Trouble {
            doing: deed("新建手册", "making the handbook", dir),
            cause: Cause::Refused(Words::new(
                "这个文件夹不是空的，请换一个名字",
                "the folder is not empty; take another name",
            )),
        });
    }
    let today = day(arguments.today);
    for file in files(built_in) {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let place = dir.join("content").join(&path);
        let stamped = file
            .contents_utf8()
            .map(|text| stamp::stamp(&path, text, today, &arguments.languages));
        let bytes = stamped
            .as_ref()
            .map_or(file.contents(), |text| text.as_bytes());
        put(&place, bytes)
            .map_err(|error| trouble("写入文件", "writing the file", &place, error))?;
    }
    Ok(())
}

/// Whether nothing is there but perhaps the folder of a version control.
fn is_free(dir: &Path) -> io::Result<bool> {
    match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
        Ok(entries) => {
            for entry in entries {
                if entry?.file_name() != ".git" {
                    return Ok(false);
                }
            }
            Ok(true)
        }
    }
}

fn files<'a>(dir: &'a Dir<'a>) -> Vec<&'a File<'a>> {
    let inner = dir.dirs().flat_map(files);
    dir.files().chain(inner).collect()
}

fn put(place: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(place, bytes)
}

fn trouble(zh: &str, en: &str, path: &Path, error: io::Error) -> Trouble {
    Trouble {
        doing: deed(zh, en, path),
        cause: Cause::System(error),
    }
}

fn deed(zh: &str, en: &str, path: &Path) -> Words {
    let path = path.display().to_string();
    let path = visible(&path);
    Words::new(format!("{zh} {path}"), format!("{en} {path}"))
}

/// Says what to do next.
fn next(dir: &Path, terminal: &mut Terminal) {
    if terminal.is_quiet {
        return;
    }
    let dir = dir.display().to_string();
    let dir = visible(&dir);
    let text = either(
        terminal.tongue,
        format!(
            "新手册在 {dir}/content。接下来：\n  cd {dir}\n  hejin build    # 生成网站，然后打开 public/index.html\n"
        ),
        format!(
            "The new handbook is in {dir}/content. Next:\n  cd {dir}\n  hejin build    # builds the site; then open public/index.html\n"
        ),
    );
    terminal.out(&text);
}
