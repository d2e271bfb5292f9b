//! What the world refused, and what was being done then, in both languages of messages.

use crate::text::{Tongue, Words};
use std::io;
use std::path::Path;

/// The world stood in the way: no fault of the content.
#[derive(Debug)]
pub struct Trouble {
    /// What was being done, with the path.
    pub doing: Words,
    /// Why it could not be done.
    pub cause: Cause,
}

/// Why something could not be done.
#[derive(Debug)]
pub enum Cause {
    /// The operating system said no.
    System(io::Error),
    /// We will not, because it would harm.
    Refused(Words),
}

impl Trouble {
    /// The whole message: what was being done, and why it could not be.
    pub fn say(&self, tongue: Tongue) -> String {
        let why = match &self.cause {
            Cause::System(error) => system_words(error),
            Cause::Refused(words) => words.clone(),
        };
        match tongue {
            Tongue::Zh => format!("{}：{}", self.doing.zh, why.zh),
            Tongue::En => format!("{}: {}", self.doing.en, why.en),
        }
    }

    /// A refusal of ours.
    pub(super) fn refused(doing: Words, why: Words) -> Trouble {
        Trouble {
            doing,
            cause: Cause::Refused(why),
        }
    }
}

/// An error of the operating system in both languages, where its kind is a frequent one.
pub(super) fn system_words(error: &io::Error) -> Words {
    let zh = match error.kind() {
        io::ErrorKind::NotFound => "找不到",
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::StorageFull => "磁盘已满",
        io::ErrorKind::QuotaExceeded => "超出配额",
        io::ErrorKind::ReadOnlyFilesystem => "文件系统只读",
        io::ErrorKind::NotADirectory => "不是文件夹",
        io::ErrorKind::IsADirectory => "是文件夹，不是文件",
        io::ErrorKind::AlreadyExists => "已经存在",
        io::ErrorKind::InvalidFilename => "文件名不可用",
        _ => return Words::from(error.to_string()),
    };
    Words::new(format!("{zh}（{error}）"), error.to_string())
}

/// Says what an input or output was for.
pub(super) trait Doing<T> {
    /// Names the deed in both languages, and the path that it was done to.
    fn doing(self, zh: &str, en: &str, path: &Path) -> Result<T, Trouble>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, zh: &str, en: &str, path: &Path) -> Result<T, Trouble> {
        self.map_err(|error| Trouble {
            doing: deed(zh, en, path),
            cause: Cause::System(error),
        })
    }
}

/// A deed and the path that it is done to.
pub(super) fn deed(zh: &str, en: &str, path: &Path) -> Words {
    let path = path.display();
    Words::new(format!("{zh} {path}"), format!("{en} {path}"))
}
