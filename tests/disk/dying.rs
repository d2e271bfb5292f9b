//! Publishing that fails, is killed, meets another one, or finds a place that allows no exchange.

use super::{
    FIRST, FIRST_TREE, SECOND, SECOND_TREE, age, folders, handbook, modified, outputs, publish_in,
    published, put, said, tree,
};
use hejin::disk::{Strangers, Way, publish, read};
use hejin::sources::Bytes;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Not a test: what the next one kills. It publishes two states by turns into a folder that it is told.
#[test]
#[ignore = "runs until it is killed"]
fn publishes_for_ever() {
    let at = PathBuf::from(std::env::var_os("HEJIN_TEST_FOLDER").unwrap());
    loop {
        publish_in(&at, SECOND).unwrap();
        publish_in(&at, FIRST).unwrap();
    }
}

#[test]
fn a_build_that_is_killed_leaves_one_state_or_the_other() {
    let at = handbook();
    let public = at.path().join("public");
    publish_in(at.path(), FIRST).unwrap();
    for round in 0..20 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "disk::dying::publishes_for_ever"])
            .env("HEJIN_TEST_FOLDER", at.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(15_000 + 700 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        let left = tree(&public);
        assert!(left == FIRST_TREE || left == SECOND_TREE, "{left}");
        if round % 3 == 0 {
            publish_in(at.path(), FIRST).unwrap();
            assert_eq!(tree(&public), FIRST_TREE);
            assert_eq!(fs::read_dir(at.path()).unwrap().count(), 2);
        }
    }
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

#[test]
fn a_mount_point_is_published_in_order() {
    let at = handbook();
    let public = at.path().join("public");
    fs::create_dir(&public).unwrap();
    let mount = |arguments: &[&str]| {
        let status = Command::new(arguments[0])
            .args(&arguments[1..])
            .arg(&public)
            .stderr(Stdio::null())
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
