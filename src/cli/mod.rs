//! COMMANDS
use crate::disk;
use crate::model::Options;
use crate::site::{self, Memos};

/// Builds.
pub fn run() -> i32 {
    let folders = disk::Folders {
        content: "content".into(),
        theme_root: Some("themes".into()),
        output: "public".into(),
    };
    let sources = match disk::read(&folders) {
        Ok(s) => s,
        Err(_) => return 2,
    };
    let options = Options {
        today: jiff::civil::date(2026, 11, 23),
        is_strict: false,
    };
    let (site, _) = site::build(&sources, &options, &Memos::default());
    for f in &site.verdict.findings {
        anstream::eprintln!("{:?} {} {}", f.span, f.code, f.message.en);
    }
    let out = disk::publish(&site.outputs, &folders, disk::Strangers::Refuse);
    anstream::eprintln!("{} pages {:?}", site.pages, out.is_ok());
    0
}
