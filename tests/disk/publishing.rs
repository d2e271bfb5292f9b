//! Outputs → a published folder: what it holds, and with which times and permissions.

use super::{
    FIRST, FIRST_TREE, SECOND, SECOND_TREE, age, folders, handbook, modified, outputs, publish_in,
    published, put, said, tree,
};
use hejin::disk::{Folders, Strangers, Way, publish, read};
use hejin::sources::Bytes;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::time::{Duration, SystemTime};

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
        ("b.html".into(), Bytes::Pieces(texts.as_slice().into())),
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

/// A mount point cannot be exchanged, and so is published in order. Only root can make one.
#[test]
fn the_umask_makes_no_difference() {
    // It belongs to the whole process, so another one runs a test that looks at permissions.
    let test =
        "disk::publishing::the_folder_holds_what_was_published_last_and_nothing_is_left_beside";
    for umask in ["000", "077"] {
        let run = std::process::Command::new("sh")
            .args([
                "-c",
                "umask \"$1\"; exec \"$2\" --exact \"$3\"",
                "sh",
                umask,
            ])
            .arg(std::env::current_exe().unwrap())
            .arg(test)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(said.contains("1 passed"), "{said}");
    }
}
