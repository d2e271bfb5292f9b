//! Publishing never touches what is not ours, and refuses where it would.

use super::{FIRST, SECOND, folders, handbook, outputs, publish_in, published, put, said, tree};
use hejin::disk::{Cause, Folders, Outputs, Strangers, Way, publish};
use hejin::sources::Bytes;
use hejin::text::Tongue;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

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
        let outputs = BTreeMap::from([(path.into(), Bytes::Pieces([].into()))]);
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
