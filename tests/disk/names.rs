//! Names of content that other systems cannot have, or cannot have side by side.

use super::reading::{line, read_in};
use super::{folders, put};
use hejin::disk::read;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use tempfile::tempdir;

/// The faults of a content folder with these empty files.
fn faults_of_names(names: &[&str]) -> String {
    let at = tempdir().unwrap();
    for name in names {
        put(at.path(), &format!("content/{name}"), "");
    }
    let sources = read(&folders(at.path())).unwrap();
    sources.faults.iter().map(|it| line(it) + "\n").collect()
}

#[test]
fn names_that_other_systems_take_for_one_collide() {
    let composed = "\u{E9}.md";
    let decomposed = "e\u{301}.md";
    assert_eq!(
        faults_of_names(&[
            "Team/a.md",
            "team/A.md",
            "team/a.md",
            "预算２.md",
            "预算2.md",
            composed,
            decomposed
        ]),
        format!(
            "names-collide content/team@0 first=content/Team second=content/team\n\
             names-collide content/team/a.md@0 first=content/team/A.md second=content/team/a.md\n\
             names-collide content/{composed}@0 first=content/{decomposed} second=content/{composed}\n\
             names-collide content/预算２.md@0 first=content/预算2.md second=content/预算２.md\n"
        )
    );
    assert_eq!(
        faults_of_names(&[
            "ΣΑΣ.md",
            "σας.md",
            "straße.md",
            "strasse.md",
            "①.md",
            "1.md"
        ]),
        "names-collide content/σας.md@0 first=content/ΣΑΣ.md second=content/σας.md\n"
    );
}

#[test]
fn names_that_windows_cannot_have_say_why() {
    assert_eq!(
        faults_of_names(&[
            "con.md",
            "lpt1.tar.gz",
            "com0.md",
            "aux/a.md",
            "a.",
            "b ",
            "c:d.md",
            "e?.md",
            "f\tg.md",
            "预算：甲.md"
        ]),
        "name-not-portable content/a.@0 name=a. why=it ends with a dot or a space\n\
         name-not-portable content/aux@0 name=aux why=`aux` is the name of a device on Windows\n\
         name-not-portable content/b @0 name=b  why=it ends with a dot or a space\n\
         name-not-portable content/c:d.md@0 name=c:d.md why=it contains `:`\n\
         name-not-portable content/con.md@0 name=con.md why=`con` is the name of a device on Windows\n\
         name-not-portable content/e?.md@0 name=e?.md why=it contains `?`\n\
         name-not-portable content/f\tg.md@0 name=f\\tg.md why=it contains the control character U+0009\n\
         name-not-portable content/lpt1.tar.gz@0 name=lpt1.tar.gz why=`lpt1` is the name of a device on Windows\n"
    );
}

#[test]
fn names_are_measured_as_they_are_written_out() {
    let fits = format!("{}.md", "a".repeat(250));
    let long = format!("{}.md", "b".repeat(251));
    let han = "汉".repeat(79);
    let deep = format!("{han}/{han}/{han}/x.yaml");
    assert_eq!(
        faults_of_names(&[&long, &deep, &fits.replace("md", "png")]),
        format!(
            "path-too-long content/{}@0 length=254 limit=240\n\
             name-too-long content/{long}@0 name={} length=256 limit=255\n\
             path-too-long content/{deep}@0 length=246 limit=240\n",
            fits.replace("md", "png"),
            long.replace("md", "html"),
        )
    );
}

#[test]
fn a_name_that_is_not_utf8_is_told() {
    let at = tempdir().unwrap();
    let folder = at.path().join("content");
    fs::create_dir_all(folder.join(std::ffi::OsStr::from_bytes(b"\xCF\xFA\xCA\xDB"))).unwrap();
    fs::write(folder.join(std::ffi::OsStr::from_bytes(b"\xB2\xBF.md")), "").unwrap();
    assert_eq!(
        read_in(at.path()),
        "name-not-utf8 content/\u{FFFD}\u{FFFD}.md@0 name=\u{FFFD}\u{FFFD}.md\n\
         name-not-utf8 content/\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}@0 name=\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\n"
    );
}
