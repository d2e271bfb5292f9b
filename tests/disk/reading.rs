//! Folders → sources and faults.

use super::{folders, put};
use encoding_rs::{BIG5, Encoding, GB18030, GBK};
use hejin::disk::{Folders, read};
use hejin::fault::Fault;
use hejin::sources::Sources;
use hejin::text::Tongue;
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use tempfile::tempdir;

pub(super) fn line(fault: &Fault) -> String {
    let mut line = format!("{} {}@{}", fault.seen, fault.span.file, fault.span.start);
    for (name, words) in &fault.blanks {
        write!(line, " {name}={}", words.en).unwrap();
    }
    line
}

/// Texts, assets and faults, a line each.
fn shown(sources: &Sources) -> String {
    let mut text = String::new();
    for (path, body) in &sources.texts {
        writeln!(text, "text {path}: {:?}", body.text).unwrap();
    }
    for (path, asset) in &sources.assets {
        writeln!(text, "asset {path}: {} bytes", asset.length).unwrap();
    }
    for fault in &sources.faults {
        writeln!(text, "{}", line(fault)).unwrap();
    }
    text
}

pub(super) fn read_in(at: &Path) -> String {
    shown(&read(&folders(at)).unwrap())
}

#[test]
fn mark_and_line_ends_make_no_difference() {
    let at = tempdir().unwrap();
    put(at.path(), "content/lf.md", "一\n\n二\n");
    put(at.path(), "content/crlf.md", "一\r\n\r\n二\r\n");
    put(at.path(), "content/cr.md", "一\r\r二\r");
    put(at.path(), "content/mark.md", "\u{FEFF}一\r\n\n二\r");
    put(at.path(), "content/inner.yml", "a: \u{FEFF}\n");
    assert_eq!(
        read_in(at.path()),
        "text content/cr.md: \"一\\n\\n二\\n\"\n\
         text content/crlf.md: \"一\\n\\n二\\n\"\n\
         text content/inner.yml: \"a: \u{FEFF}\\n\"\n\
         text content/lf.md: \"一\\n\\n二\\n\"\n\
         text content/mark.md: \"一\\n\\n二\\n\"\n"
            .replace('\u{FEFF}', "\\u{feff}")
    );
}

const POLICY: &str = "---\ntitle: 销售部的职责\n---\n# 市场调研\n\n销售部每周汇总客户意见，交市场部分析。\n繁體中文的標題也在這裡。\n";

/// Files in every encoding, and how their names end.
fn corpus() -> Vec<(&'static str, Vec<u8>)> {
    let simplified = POLICY.replace("繁體中文的標題也在這裡。", "");
    let traditional = "---\ntitle: 銷售部的職責\n---\n銷售部每週彙總客戶意見，交市場部分析。\n";
    let rare = format!("{simplified}㐀𠮷\n");
    let marked = format!("\u{FEFF}{POLICY}");
    let encoded = |encoding: &'static Encoding, text: &str| encoding.encode(text).0.into_owned();
    let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    let little = |text: &str| units(text).into_iter().flat_map(u16::to_le_bytes).collect();
    let big = |text: &str| units(text).into_iter().flat_map(u16::to_be_bytes).collect();
    let part = encoded(GBK, "销售部");
    vec![
        ("a-gbk.md", encoded(GBK, &simplified)),
        ("b-gb18030.md", encoded(GB18030, &rare)),
        ("c-big5.yaml", encoded(BIG5, traditional)),
        ("d-le-mark.md", little(&marked)),
        ("e-be-mark.md", big(&marked)),
        ("f-le.md", little(POLICY)),
        ("g-be.md", big(POLICY)),
        ("h-le-han.md", little("上\n调研每周汇总")),
        ("i-be-han.md", big("上\n调研每周汇总")),
        ("j-le-ascii.md", little("title\n")),
        ("k-short.md", encoded(GBK, "名称：销售部\r\n")),
        ("l-hurt.md", [POLICY.as_bytes(), b"\r\xFF\n"].concat()),
        ("m-marked.md", [b"\xEF\xBB\xBFa\r\nb", &part[..]].concat()),
        ("n-right.md", POLICY.into()),
        ("o-zero.md", "a\0b".into()),
        ("p-le-line.md", little("市场调研每周汇总")),
        ("q-be-line.md", big("市场调研每周汇总")),
    ]
}

#[test]
fn every_file_in_another_encoding_is_named_in_one_run() {
    let at = tempdir().unwrap();
    for (name, bytes) in corpus() {
        put(at.path(), &format!("content/{name}"), bytes);
    }
    assert_eq!(
        read_in(at.path()),
        format!(
            "text content/n-right.md: {POLICY:?}\n\
             text content/o-zero.md: \"a\\0b\"\n\
             wrong-encoding content/a-gbk.md@11 line=2 byte=12 encoding=GBK\n\
             wrong-encoding content/b-gb18030.md@11 line=2 byte=12 encoding=GB18030\n\
             wrong-encoding content/c-big5.yaml@11 line=2 byte=12 encoding=Big5\n\
             wrong-encoding content/d-le-mark.md@0 line=1 byte=1 encoding=UTF-16LE\n\
             wrong-encoding content/e-be-mark.md@0 line=1 byte=1 encoding=UTF-16BE\n\
             wrong-encoding content/f-le.md@23 line=2 byte=24 encoding=UTF-16LE\n\
             wrong-encoding content/g-be.md@22 line=2 byte=23 encoding=UTF-16BE\n\
             wrong-encoding content/h-le-han.md@5 line=2 byte=6 encoding=UTF-16LE\n\
             wrong-encoding content/i-be-han.md@4 line=2 byte=5 encoding=UTF-16BE\n\
             wrong-encoding content/j-le-ascii.md@1 line=1 byte=2 encoding=UTF-16LE\n\
             wrong-encoding content/k-short.md@0 line=1 byte=1 encoding=GBK\n\
             wrong-encoding content/l-hurt.md@{hurt} line=9 byte={next} encoding=UTF-8 with damaged bytes\n\
             wrong-encoding content/m-marked.md@7 line=2 byte=8 encoding=GBK\n\
             wrong-encoding content/p-le-line.md@5 line=1 byte=6 encoding=UTF-16LE\n\
             wrong-encoding content/q-be-line.md@4 line=1 byte=5 encoding=UTF-16BE\n",
            hurt = POLICY.len() + 1,
            next = POLICY.len() + 2,
        )
    );
}

#[test]
fn what_is_hidden_temporary_or_published_is_not_read() {
    let at = tempdir().unwrap();
    for path in [
        ".git/config",
        ".obsidian/a.md",
        ".b.md",
        "c.md~",
        ".c.md.swp",
        "d.swp",
        "#e.md#",
        "~$f.docx",
        "node_modules/g/readme.md",
        "Thumbs.db",
        "site/index.html",
        "deep/.h/i.md",
    ] {
        put(at.path(), &format!("content/{path}"), "no");
    }
    for path in [
        "a.md",
        "B.MARKDOWN",
        "图/c.png",
        "d.css",
        "#.yaml",
        "public/e.md",
    ] {
        put(at.path(), &format!("content/{path}"), "yes");
    }
    let folders = Folders {
        output: at.path().join("content/../content/site"),
        ..folders(at.path())
    };
    assert_eq!(
        shown(&read(&folders).unwrap()),
        "text content/#.yaml: \"yes\"\n\
         text content/B.MARKDOWN: \"yes\"\n\
         text content/a.md: \"yes\"\n\
         text content/public/e.md: \"yes\"\n\
         asset content/d.css: 3 bytes\n\
         asset content/图/c.png: 3 bytes\n"
    );
}

#[test]
fn themes_are_read_by_name_wherever_they_lie() {
    let at = tempdir().unwrap();
    put(at.path(), "content/a.md", "a");
    put(at.path(), "styles/plain/templates/page.html", "<p>");
    put(at.path(), "styles/plain/static/logo.svg", "<svg>");
    put(at.path(), "styles/plain/static/logo.png", "png");
    put(at.path(), "styles/bad/x.css", b"/*\xFF*/");
    let with = |theme: &str| Folders {
        theme_root: Some(at.path().join(theme)),
        ..folders(at.path())
    };
    let plain = "text content/a.md: \"a\"\n\
        text themes/plain/static/logo.svg: \"<svg>\"\n\
        text themes/plain/templates/page.html: \"<p>\"\n\
        asset themes/plain/static/logo.png: 3 bytes\n";
    assert_eq!(shown(&read(&with("styles/plain")).unwrap()), plain);
    assert_eq!(
        shown(&read(&with("styles")).unwrap()),
        format!("{plain}wrong-encoding themes/bad/x.css@2 line=1 byte=3 encoding=windows-1252\n")
    );
    let trouble = read(&with("nowhere")).unwrap_err();
    let place = at.path().join("nowhere");
    assert_eq!(
        trouble.say(Tongue::En),
        format!(
            "reading the folder {}: No such file or directory (os error 2)",
            place.display()
        )
    );
    assert_eq!(
        trouble.say(Tongue::Zh),
        format!(
            "读取文件夹 {}：找不到（No such file or directory (os error 2)）",
            place.display()
        )
    );
}

#[test]
fn links_are_followed_inside_the_content_and_nowhere_else() {
    let at = tempdir().unwrap();
    put(at.path(), "secret.md", "secret");
    put(at.path(), "content/real/a.md", "a");
    put(at.path(), "content/real/b.png", "b");
    let link = |to: &str, from: &str| symlink(to, at.path().join("content").join(from)).unwrap();
    link("real", "folder");
    link("real/a.md", "file.md");
    link("file.md", "chain.md");
    link("../secret.md", "out.md");
    link("..", "up");
    link("/etc/hostname", "absolute.md");
    link("nowhere.md", "gone.md");
    link(".", "self");
    link("round.md", "round.md");
    link("../folder", "real/nested");
    assert_eq!(
        read_in(at.path()),
        "text content/chain.md: \"a\"\n\
         text content/file.md: \"a\"\n\
         text content/folder/a.md: \"a\"\n\
         text content/real/a.md: \"a\"\n\
         asset content/folder/b.png: 1 bytes\n\
         asset content/real/b.png: 1 bytes\n\
         link-leaves-content content/absolute.md@0 to=/etc/hostname\n\
         link-loop content/folder/nested@0 to=../folder\n\
         dangling-link content/gone.md@0 to=nowhere.md\n\
         link-leaves-content content/out.md@0 to=../secret.md\n\
         link-loop content/real/nested@0 to=../folder\n\
         link-loop content/round.md@0 to=round.md\n\
         link-loop content/self@0 to=.\n\
         link-leaves-content content/up@0 to=..\n"
    );
}

#[test]
fn folders_that_link_to_each_other_are_walked_once_each() {
    let at = tempdir().unwrap();
    for one in 0..12 {
        put(at.path(), &format!("content/{one}/page.md"), "");
        for other in (0..12).filter(|other| *other != one) {
            let from = at.path().join(format!("content/{one}/to-{other}"));
            symlink(format!("../{other}"), from).unwrap();
        }
    }
    let sources = read(&folders(at.path())).unwrap();
    let nested = sources.faults.iter().filter(|it| it.seen == "nested-link");
    assert_eq!(
        (sources.texts.len(), nested.count()),
        (12 + 12 * 11, 12 * 11 * 11)
    );
}

#[test]
fn what_is_no_file_is_not_opened() {
    let at = tempdir().unwrap();
    put(at.path(), "content/a.md", "a");
    let _socket = std::os::unix::net::UnixListener::bind(at.path().join("content/b.md")).unwrap();
    let pipe = std::process::Command::new("mkfifo")
        .arg(at.path().join("content/c.md"))
        .status();
    assert!(pipe.unwrap().success());
    assert_eq!(
        read_in(at.path()),
        "text content/a.md: \"a\"\n\
         unreadable-file content/b.md@0 error=it is not a regular file\n\
         unreadable-file content/c.md@0 error=it is not a regular file\n"
    );
}

#[test]
fn a_text_that_is_too_large_is_not_read() {
    let at = tempdir().unwrap();
    put(at.path(), "content/dump.md", "");
    let dump = at.path().join("content/dump.md");
    let dump = fs::OpenOptions::new().write(true).open(dump).unwrap();
    dump.set_len((64 << 20) + 1).unwrap();
    assert_eq!(
        read_in(at.path()),
        "file-too-large content/dump.md@0 length=67108865 limit=67108864\n"
    );
}

#[test]
fn assets_are_known_by_their_content() {
    let at = tempdir().unwrap();
    let large = vec![7; 700_000];
    put(at.path(), "content/a.png", &large);
    put(at.path(), "content/b.png", &large);
    put(at.path(), "content/c.png", &large[1..]);
    let sources = read(&folders(at.path())).unwrap();
    let [a, b, c] = ["a", "b", "c"].map(|name| &sources.assets[&*format!("content/{name}.png")]);
    assert_eq!((a.digest, a.length), (b.digest, b.length));
    assert_ne!(a.digest, c.digest);
    assert_eq!(fs::read(&b.place).unwrap(), large);
}
