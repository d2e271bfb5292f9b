//! Outputs → a published folder.

use super::{folders, put, tree};
use hejin::disk::{Cause, Folders, Outputs, Published, Strangers, Trouble, Way, publish, read};
use hejin::sources::{Bytes, fixture};
use hejin::text::Tongue;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::time::{Duration, SystemTime};
use tempfile::{TempDir, tempdir};

/// Outputs, each begun by a line `//- path`.
fn outputs(text: &str) -> Outputs {
    let texts = fixture(text).texts.into_iter();
    texts
        .map(|(path, text)| (path, Bytes::Pieces(vec![text.text])))
        .collect()
}

/// A handbook's folders with nothing in them but an empty content folder.
fn handbook() -> TempDir {
    let at = tempdir().unwrap();
    fs::create_dir(at.path().join("content")).unwrap();
    at
}

fn publish_in(at: &Path, text: &str) -> Result<Published, Trouble> {
    publish(&outputs(text), &folders(at), Strangers::Refuse)
}

/// What was said, with the handbook's place left out.
fn said(at: &Path, trouble: &Trouble) -> String {
    let place = at.canonicalize().unwrap().display().to_string();
    trouble
        .say(Tongue::En)
        .replace(&place, "")
        .replace(&at.display().to_string(), "")
}

fn published(way: Way, [written, kept, removed, guests]: [usize; 4]) -> Published {
    Published {
        way,
        written,
        kept,
        removed,
        guests,
    }
}

fn modified(at: &Path, path: &str) -> SystemTime {
    fs::metadata(at.join(path)).unwrap().modified().unwrap()
}

/// Sets a file's time, as far in the past as seconds say.
fn age(at: &Path, path: &str, seconds: u64) -> SystemTime {
    let time = SystemTime::now() - Duration::from_secs(seconds);
    let file = fs::OpenOptions::new()
        .write(true)
        .open(at.join(path))
        .unwrap();
    file.set_modified(time).unwrap();
    modified(at, path)
}

const FIRST: &str = "//- index.html\nhome\n//- 职能/销售.html\nduties\n//- assets/a.css\ncss\n";
const SECOND: &str = "//- index.html\nhome\n//- 职能/销售.html\nother duties\n//- new/b.html\nb\n";

const FIRST_TREE: &str = "755 /
644 .hejin-manifest.json: assets/a.css index.html 职能/销售.html
755 assets/
644 assets/a.css: css

644 index.html: home

755 职能/
644 职能/销售.html: duties

";

const SECOND_TREE: &str = "755 /
644 .hejin-manifest.json: index.html new/b.html 职能/销售.html
644 index.html: home

755 new/
644 new/b.html: b

755 职能/
644 职能/销售.html: other duties

";

#[test]
fn the_folder_holds_what_was_published_last_and_nothing_is_left_beside() {
    let at = handbook();
    let public = at.path().join("public");
    assert_eq!(
        publish_in(at.path(), FIRST).unwrap(),
        published(Way::AtOnce, [3, 0, 0, 0])
    );
    assert_eq!(tree(&public), FIRST_TREE);
    assert_eq!(
        publish_in(at.path(), SECOND).unwrap(),
        published(Way::AtOnce, [2, 1, 1, 0])
    );
    assert_eq!(tree(&public), SECOND_TREE);
    assert_eq!(
        publish_in(at.path(), SECOND).unwrap(),
        published(Way::Untouched, [0, 3, 0, 0])
    );
    assert_eq!(tree(&public), SECOND_TREE);
    let left: Vec<_> = fs::read_dir(at.path())
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn the_manifest_is_a_function_of_the_outputs() {
    let at = handbook();
    publish_in(at.path(), SECOND).unwrap();
    publish_in(at.path(), "//- b/\"x\".html\nb\n//- a.txt\n").unwrap();
    assert_eq!(
        fs::read_to_string(at.path().join("public/.hejin-manifest.json")).unwrap(),
        r#"{
  "format": 1,
  "files": {
    "a.txt": {"digest": "af1349b9f5f9a1a6a0404dea36dcc949", "length": 0},
    "b/\"x\".html": {"digest": "9d902f9864f3043dca97e40698eee07a", "length": 2}
  }
}
"#
    );
}

#[test]
fn an_empty_folder_is_taken_and_a_missing_parent_made() {
    let at = handbook();
    fs::create_dir(at.path().join("public")).unwrap();
    fs::set_permissions(at.path().join("public"), fs::Permissions::from_mode(0o700)).unwrap();
    publish_in(at.path(), FIRST).unwrap();
    assert_eq!(tree(&at.path().join("public")), FIRST_TREE);
    let folders = Folders {
        output: at.path().join("public/../far/away"),
        ..folders(at.path())
    };
    publish(&outputs(FIRST), &folders, Strangers::Refuse).unwrap();
    assert_eq!(tree(&at.path().join("far/away")), FIRST_TREE);
}

#[test]
fn bytes_are_written_whatever_they_are_made_of() {
    let at = handbook();
    let large = "长".repeat(1 << 20);
    put(at.path(), "content/a.bin", vec![9; 600_000]);
    let sources = read(&folders(at.path())).unwrap();
    let asset = sources.assets["content/a.bin"].clone();
    let texts = ["<".into(), large.as_str().into(), "".into(), ">".into()];
    let outputs = BTreeMap::from([
        ("a.bin".into(), Bytes::Asset(asset)),
        ("b.html".into(), Bytes::Pieces(texts.to_vec())),
        ("c.txt".into(), Bytes::Own((*b"\0\xFF").into())),
    ]);
    let folders = folders(at.path());
    publish(&outputs, &folders, Strangers::Refuse).unwrap();
    let written = |name: &str| fs::read(folders.output.join(name)).unwrap();
    assert_eq!(written("a.bin"), vec![9; 600_000]);
    assert_eq!(written("b.html"), format!("<{large}>").into_bytes());
    assert_eq!(written("c.txt"), b"\0\xFF");

    put(at.path(), "content/a.bin", vec![8; 600_000]);
    let before = tree(&folders.output);
    fs::remove_file(folders.output.join("c.txt")).unwrap();
    fs::remove_file(folders.output.join("a.bin")).unwrap();
    let trouble = publish(&outputs, &folders, Strangers::Refuse).unwrap_err();
    assert_eq!(
        said(at.path(), &trouble),
        "copying /content/a.bin: it changed during the build; build again"
    );
    put(at.path(), "content/a.bin", vec![9; 600_000]);
    publish(&outputs, &folders, Strangers::Refuse).unwrap();
    assert_eq!(tree(&folders.output), before);
}

#[test]
fn what_is_unchanged_keeps_its_time_and_what_changed_is_a_second_younger() {
    let at = handbook();
    publish_in(at.path(), FIRST).unwrap();
    let public = at.path().join("public");
    let kept = age(&public, "index.html", 5000);
    let future = SystemTime::now() + Duration::from_mins(1);
    let changed = fs::File::open(public.join("职能/销售.html")).unwrap();
    changed.set_modified(future).unwrap();
    publish_in(at.path(), SECOND).unwrap();
    assert_eq!(modified(&public, "index.html"), kept);
    assert_eq!(
        modified(&public, "职能/销售.html"),
        future + Duration::from_secs(1)
    );
    // Built again within the second.
    publish_in(at.path(), FIRST).unwrap();
    assert_eq!(
        modified(&public, "职能/销售.html"),
        future + Duration::from_secs(2)
    );
    let manifest = age(&public, ".hejin-manifest.json", 5000);
    publish_in(at.path(), FIRST).unwrap();
    assert_eq!(modified(&public, ".hejin-manifest.json"), manifest);
}

#[test]
fn an_edited_output_is_mended_even_if_its_length_and_time_are_the_same() {
    let at = handbook();
    publish_in(at.path(), FIRST).unwrap();
    publish_in(at.path(), FIRST).unwrap();
    let public = at.path().join("public");
    let time = modified(&public, "index.html");
    put(&public, "index.html", "hope\n");
    fs::File::open(public.join("index.html"))
        .unwrap()
        .set_modified(time)
        .unwrap();
    put(&public, "assets/a.css", "longer");
    fs::remove_file(public.join("职能/销售.html")).unwrap();
    assert_eq!(
        publish_in(at.path(), FIRST).unwrap(),
        published(Way::AtOnce, [3, 0, 0, 0])
    );
    assert_eq!(tree(&public), FIRST_TREE);
    assert!(modified(&public, "index.html") >= time + Duration::from_secs(1));
}

#[test]
fn files_that_nobody_touched_are_not_read_again() {
    let at = handbook();
    publish_in(at.path(), FIRST).unwrap();
    let public = at.path().join("public");
    // The system's clock of changes ticks every few milliseconds.
    std::thread::sleep(Duration::from_millis(20));
    let manifest = public.join(".hejin-manifest.json");
    fs::set_permissions(&manifest, fs::Permissions::from_mode(0o644)).unwrap();
    let read = fs::metadata(&manifest).unwrap().ctime_nsec();
    assert_eq!(publish_in(at.path(), FIRST).unwrap().way, Way::Untouched);
    assert_eq!(
        fs::metadata(&manifest).unwrap().ctime_nsec(),
        read,
        "sealed anew after a doubt"
    );
    put(&public, "index.html", "home\n");
    assert_eq!(publish_in(at.path(), FIRST).unwrap().way, Way::Untouched);
    assert_ne!(
        fs::metadata(&manifest).unwrap().ctime_nsec(),
        read,
        "not read though touched"
    );
}

#[test]
fn permissions_follow_policy() {
    let at = handbook();
    let public = at.path().join("public");
    // The umask belongs to the whole process, so another one is asked.
    let permit = |path: &str, mode| {
        fs::set_permissions(public.join(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    publish_in(at.path(), FIRST).unwrap();
    let time = age(&public, "index.html", 5000);
    permit("index.html", 0o600);
    assert_eq!(
        publish_in(at.path(), FIRST).unwrap(),
        published(Way::AtOnce, [1, 2, 0, 0])
    );
    assert_eq!(tree(&public), FIRST_TREE);
    assert_eq!(modified(&public, "index.html"), time);
    for path in ["", "assets", ".hejin-manifest.json"] {
        permit(path, 0o700);
        assert_eq!(
            publish_in(at.path(), FIRST).unwrap(),
            published(Way::AtOnce, [0, 3, 0, 0])
        );
        assert_eq!(tree(&public), FIRST_TREE);
    }
}

#[test]
fn guests_are_kept_as_they_are() {
    let at = handbook();
    publish_in(at.path(), FIRST).unwrap();
    let public = at.path().join("public");
    put(&public, ".git/objects/ab", "object");
    put(&public, "notes/a.txt", "mine");
    put(&public, "assets/mine.css", "mine");
    put(&public, ".well-known/x", "mine");
    fs::create_dir(public.join("empty")).unwrap();
    fs::set_permissions(public.join("notes"), fs::Permissions::from_mode(0o750)).unwrap();
    fs::set_permissions(
        public.join("notes/a.txt"),
        fs::Permissions::from_mode(0o600),
    )
    .unwrap();
    symlink("/nowhere", public.join("link")).unwrap();
    let inode = |path: &str| fs::symlink_metadata(public.join(path)).unwrap().ino();
    let guests = ["notes/a.txt", "link", ".git/objects/ab", "assets/mine.css"];
    let before = guests.map(inode);
    assert_eq!(
        publish_in(at.path(), SECOND).unwrap(),
        published(Way::AtOnce, [2, 1, 1, 5])
    );
    assert_eq!(guests.map(inode), before);
    assert_eq!(
        tree(&public),
        "755 /
755 .git/
755 .git/objects/
644 .git/objects/ab: object
644 .hejin-manifest.json: index.html new/b.html 职能/销售.html
755 .well-known/
644 .well-known/x: mine
755 assets/
644 assets/mine.css: mine
755 empty/
644 index.html: home

link link → /nowhere
755 new/
644 new/b.html: b

750 notes/
600 notes/a.txt: mine
755 职能/
644 职能/销售.html: other duties

"
    );
}

#[test]
fn a_guest_where_an_output_goes_stops_it_before_anything_is_changed() {
    for (guest, output) in [
        ("new/b.html", "new/b.html"),
        ("new", "new/b.html"),
        ("new/b.html/deep", "new/b.html"),
        ("assets/mine", "assets"),
    ] {
        let at = handbook();
        publish_in(at.path(), FIRST).unwrap();
        let public = at.path().join("public");
        put(&public, guest, "guest");
        let before = tree(&public);
        let trouble = publish_in(at.path(), &format!("//- {output}\nours\n")).unwrap_err();
        let named = if guest == "new/b.html/deep" {
            "new/b.html"
        } else {
            guest
        };
        assert_eq!(
            said(at.path(), &trouble),
            format!(
                "publishing to /public: {named} is not ours and stands where an output goes; move it away"
            )
        );
        assert_eq!(tree(&public), before);
    }
}

#[test]
fn a_link_is_never_written_through() {
    let at = handbook();
    publish_in(at.path(), FIRST).unwrap();
    let public = at.path().join("public");
    put(at.path(), "elsewhere/a.css", "not ours");
    fs::remove_dir_all(public.join("assets")).unwrap();
    symlink("../elsewhere", public.join("assets")).unwrap();
    let trouble = publish_in(at.path(), FIRST).unwrap_err();
    assert_eq!(
        said(at.path(), &trouble),
        "publishing to /public: assets is not ours and stands where an output goes; move it away"
    );
    // No longer wanted, the file behind the link is no more ours than before.
    assert_eq!(
        publish_in(at.path(), SECOND).unwrap(),
        published(Way::AtOnce, [2, 1, 0, 1])
    );
    assert_eq!(fs::read(public.join("assets/a.css")).unwrap(), b"not ours");
}

#[test]
fn a_folder_may_become_a_file_and_a_file_a_folder() {
    let at = handbook();
    let public = at.path().join("public");
    publish_in(at.path(), "//- a\nfile\n//- b/c\nfile\n").unwrap();
    publish_in(at.path(), "//- a/d\nfile\n//- b\nfile\n").unwrap();
    assert_eq!(
        tree(&public),
        "755 /\n644 .hejin-manifest.json: a/d b\n755 a/\n644 a/d: file\n\n644 b: file\n\n"
    );
}

#[test]
fn a_folder_that_is_not_ours_is_refused_unless_told_to_keep_its_guests() {
    let at = handbook();
    put(at.path(), "public/CNAME", "example.org");
    let trouble = publish_in(at.path(), FIRST).unwrap_err();
    assert_eq!(
        said(at.path(), &trouble),
        "publishing to /public: it is not empty (it holds CNAME) and has no manifest .hejin-manifest.json of ours"
    );
    let kept = publish(&outputs(SECOND), &folders(at.path()), Strangers::Keep).unwrap();
    assert_eq!(kept, published(Way::AtOnce, [3, 0, 0, 1]));
    assert_eq!(
        fs::read(at.path().join("public/CNAME")).unwrap(),
        b"example.org"
    );
    let kept = publish_in(at.path(), FIRST).unwrap();
    assert_eq!(kept, published(Way::AtOnce, [2, 1, 1, 1]));
}

#[test]
fn a_manifest_that_cannot_be_understood_is_not_trusted() {
    for text in [
        "",
        "[]",
        "{\"format\": 1, \"files\": {\"../content/a.md\": {\"digest\": null, \"length\": 0}}}",
    ] {
        let at = handbook();
        put(at.path(), "content/a.md", "a");
        put(at.path(), "public/.hejin-manifest.json", text);
        let trouble = publish(&outputs(FIRST), &folders(at.path()), Strangers::Keep).unwrap_err();
        assert_eq!(
            said(at.path(), &trouble),
            "publishing to /public: its manifest .hejin-manifest.json cannot be understood; move it away, or publish elsewhere"
        );
        assert_eq!(fs::read(at.path().join("content/a.md")).unwrap(), b"a");
    }
}

#[test]
fn folders_that_people_write_in_are_refused() {
    let at = handbook();
    put(at.path(), "book/content/a.md", "a");
    put(at.path(), "book/themes/plain/theme.yaml", "");
    put(at.path(), "file", "");
    symlink("book", at.path().join("alias")).unwrap();
    let refused = |output: &str| {
        let book = Folders {
            content: at.path().join("book/content"),
            theme_root: Some(at.path().join("book/themes")),
            output: at.path().join(output),
        };
        let trouble = publish(&outputs(FIRST), &book, Strangers::Keep).unwrap_err();
        assert!(matches!(trouble.cause, Cause::Refused(_)));
        said(at.path(), &trouble)
    };
    let content = "it is the content folder, or holds it";
    assert_eq!(
        refused("book/content"),
        format!("publishing to /book/content: {content}")
    );
    assert_eq!(refused("book"), format!("publishing to /book: {content}"));
    assert_eq!(refused("alias"), format!("publishing to /alias: {content}"));
    assert_eq!(
        refused("none/../book").replace("none/../", ""),
        "publishing to /book: its `..` leads through a folder that does not exist"
    );
    assert_eq!(
        refused("book/themes"),
        "publishing to /book/themes: it is the folder of themes, or holds it"
    );
    assert_eq!(refused("file"), "publishing to /file: it is not a folder");
    assert_eq!(refused("/"), format!("publishing to /: {content}"));
    let home = Folders {
        output: std::env::home_dir().unwrap(),
        ..folders(at.path())
    };
    let trouble = publish(&outputs(FIRST), &home, Strangers::Keep).unwrap_err();
    assert!(
        trouble
            .say(Tongue::En)
            .ends_with(": it is the home folder, or holds it")
    );
    assert!(!at.path().join("book/.hejin-manifest.json").exists());
}

#[test]
fn paths_that_could_leave_the_folder_are_refused() {
    let at = handbook();
    for path in [
        "../x",
        "/etc/x",
        "a/../../x",
        "a//b",
        "./a",
        "a\\..\\b",
        "c:x",
        "",
        "a/",
        ".hejin-manifest.json",
        "a\0b",
    ] {
        let outputs = BTreeMap::from([(path.into(), Bytes::Pieces(Vec::new()))]);
        let trouble = publish(&outputs, &folders(at.path()), Strangers::Refuse).unwrap_err();
        assert_eq!(
            trouble.say(Tongue::En),
            format!("writing out {path}: this path cannot be written")
        );
    }
    let trouble = publish_in(at.path(), "//- a\n//- a.b\n//- a/b\n").unwrap_err();
    assert_eq!(
        said(at.path(), &trouble),
        "writing out a/b: a is a file, not a folder"
    );
    assert!(!at.path().join("public").exists());
}

#[test]
fn a_published_link_is_followed_to_the_real_folder() {
    let at = handbook();
    fs::create_dir_all(at.path().join("srv/site")).unwrap();
    symlink("srv/site", at.path().join("public")).unwrap();
    publish_in(at.path(), FIRST).unwrap();
    publish_in(at.path(), SECOND).unwrap();
    assert_eq!(tree(&at.path().join("srv/site")), SECOND_TREE);
    assert!(at.path().join("public").is_symlink());
    assert_eq!(fs::read_dir(at.path().join("srv")).unwrap().count(), 1);
}

#[test]
fn a_build_that_fails_leaves_everything_as_it_was() {
    let at = handbook();
    publish_in(at.path(), FIRST).unwrap();
    put(at.path(), "content/a.png", "png");
    let asset = read(&folders(at.path())).unwrap().assets["content/a.png"].clone();
    fs::remove_file(at.path().join("content/a.png")).unwrap();
    let before = tree(at.path());
    let mut outputs = outputs(SECOND);
    outputs.insert("a.png".into(), Bytes::Asset(asset));
    let trouble = publish(&outputs, &folders(at.path()), Strangers::Refuse).unwrap_err();
    assert_eq!(
        said(at.path(), &trouble),
        "reading /content/a.png: No such file or directory (os error 2)"
    );
    assert_eq!(tree(at.path()), before);
}

#[test]
fn what_a_killed_build_left_is_swept() {
    let at = handbook();
    publish_in(at.path(), FIRST).unwrap();
    put(at.path(), "public/guest", "guest");
    let stage = |name: &str| format!(".public.hejin-{name}");
    // Killed while staging, before and after the stage got its full name.
    put(at.path(), &format!("{}/index.html", stage("77")), "half");
    let full = stage("77-new");
    put(at.path(), &format!("{full}/index.html"), "half");
    let inode = fs::metadata(at.path().join(&full)).unwrap().ino();
    fs::rename(
        at.path().join(&full),
        at.path().join(stage(&format!("78-{inode}"))),
    )
    .unwrap();
    // Killed just after the exchange: the former folder, with a guest that came late.
    let former = stage("79-1");
    put(at.path(), &format!("{former}/old.html"), "old");
    put(at.path(), &format!("{former}/late/note"), "late");
    put(
        at.path(),
        &format!("{former}/.hejin-manifest.json"),
        "{\"format\": 1, \"files\": {\"old.html\": {\"digest\": null, \"length\": 3}}}",
    );
    fs::hard_link(
        at.path().join("public/guest"),
        at.path().join(&former).join("guest"),
    )
    .unwrap();
    // Killed amid the fallback, and a lock that nobody holds.
    put(at.path(), "public/.hejin-stage-80/1", "half");
    put(at.path(), &stage("lock"), "");
    // Not ours by name.
    put(at.path(), &format!("{}/a", stage("x")), "");
    let published = publish_in(at.path(), SECOND).unwrap();
    assert_eq!(published.guests, 2);
    assert_eq!(
        tree(at.path()),
        format!(
            "755 /\n755 .public.hejin-x/\n644 .public.hejin-x/a: \n755 content/\n755 public/\n{}755 public/late/\n\
             644 public/late/note: late\n755 public/new/\n644 public/new/b.html: b\n\n755 public/职能/\n\
             644 public/职能/销售.html: other duties\n\n",
            "644 public/.hejin-manifest.json: index.html new/b.html 职能/销售.html\n644 public/guest: guest\n\
             644 public/index.html: home\n\n"
        )
        .replacen("755 /", &format!("{:o} /", fs::metadata(at.path()).unwrap().mode() & 0o7777), 1)
    );
}

#[test]
fn builds_at_the_same_time_take_turns() {
    let at = handbook();
    let texts: Vec<String> = (0..8)
        .map(|build| {
            let page = |page| format!("//- {}/{page}.html\n{build}\n", (page + build) % 3);
            (0..20).map(page).collect()
        })
        .collect();
    let trees: Vec<String> = texts
        .iter()
        .map(|text| {
            let alone = handbook();
            publish_in(alone.path(), text).unwrap();
            tree(&alone.path().join("public"))
        })
        .collect();
    std::thread::scope(|scope| {
        for text in &texts {
            scope.spawn(|| {
                for _ in 0..3 {
                    publish_in(at.path(), text).unwrap();
                }
            });
        }
    });
    let result = tree(&at.path().join("public"));
    assert!(trees.contains(&result), "{result}");
    assert_eq!(fs::read_dir(at.path()).unwrap().count(), 2);
}

/// A mount point cannot be exchanged, and so is published in order. Only root can make one.
#[test]
fn a_mount_point_is_published_in_order() {
    let at = handbook();
    let public = at.path().join("public");
    fs::create_dir(&public).unwrap();
    let mount = |arguments: &[&str]| {
        let status = std::process::Command::new(arguments[0])
            .args(&arguments[1..])
            .arg(&public)
            .stderr(std::process::Stdio::null())
            .status();
        status.is_ok_and(|status| status.success())
    };
    if !mount(&["mount", "-t", "tmpfs", "-o", "mode=755", "none"]) {
        return;
    }
    let outcome = std::panic::catch_unwind(|| {
        let way = Way::InOrder(hejin::text::Words::new("它是挂载点", "it is a mount point"));
        let first = publish_in(at.path(), FIRST).unwrap();
        assert_eq!(first, published(way.clone(), [3, 0, 0, 0]));
        assert_eq!(tree(&public), FIRST_TREE);
        let kept = age(&public, "index.html", 5000);
        put(&public, "assets/mine", "mine");
        let second = publish_in(at.path(), SECOND).unwrap();
        assert_eq!(second, published(way.clone(), [2, 1, 1, 1]));
        assert_eq!(fs::read(public.join("assets/mine")).unwrap(), b"mine");
        fs::remove_dir_all(public.join("assets")).unwrap();
        assert_eq!(tree(&public), SECOND_TREE);
        assert_eq!(modified(&public, "index.html"), kept);
        let still = publish_in(at.path(), SECOND).unwrap();
        assert_eq!(still, published(Way::Untouched, [0, 3, 0, 0]));
        publish_in(at.path(), "//- a\nfile\n//- b/c\nfile\n").unwrap();
        publish_in(at.path(), "//- a/d\nfile\n//- b\nfile\n").unwrap();
        assert_eq!(
            tree(&public),
            "755 /\n644 .hejin-manifest.json: a/d b\n755 a/\n644 a/d: file\n\n644 b: file\n\n"
        );
    });
    assert!(mount(&["umount"]));
    outcome.unwrap();
}

/// Files, ours or not, at paths that never stand in each other's way.
fn files(names: &'static str) -> impl Strategy<Value = BTreeMap<String, String>> {
    let path = proptest::sample::subsequence(vec!["a", "b/c", "b/d/e", "f/g", "职/h"], 0..=5);
    let texts = proptest::collection::vec("[xy]{1,2}", 5);
    (path, texts).prop_map(move |(paths, texts)| {
        let paths = paths.into_iter().map(|path| format!("{path}{names}"));
        paths.zip(texts).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_what_the_manifest_claims_is_ever_removed(
        builds in proptest::collection::vec((files(".html"), files(".guest"), files(".html")), 1..5)
    ) {
        let at = handbook();
        let public = at.path().join("public");
        let mut expected = BTreeMap::new();
        for (outputs, guests, edits) in builds {
            for (path, text) in &guests {
                if public.exists() {
                    put(&public, path, text);
                    expected.insert(path.clone(), text.clone());
                }
            }
            // Ours, edited by hand.
            for (path, text) in &edits {
                if public.join(path).exists() {
                    put(&public, path, text);
                }
            }
            let bytes = |text: &String| Bytes::Own(text.as_bytes().into());
            let made: Outputs = outputs.iter().map(|(path, text)| (path.as_str().into(), bytes(text))).collect();
            publish(&made, &folders(at.path()), Strangers::Refuse).unwrap();
            expected.retain(|path, _| path.contains(".guest"));
            expected.extend(outputs);
            let found: BTreeMap<String, String> = walkdir::WalkDir::new(&public)
                .into_iter()
                .map(Result::unwrap)
                .filter(|entry| entry.file_type().is_file() && entry.file_name() != ".hejin-manifest.json")
                .map(|entry| {
                    let path = entry.path().strip_prefix(&public).unwrap().to_str().unwrap().to_owned();
                    (path, fs::read_to_string(entry.path()).unwrap())
                })
                .collect();
            prop_assert_eq!(&found, &expected);
        }
    }
}
