//! The same handbook gives the same bytes, wherever, whenever and by whomever it is built; and the
//! bytes tell nothing of the machine.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "a test of the program builds folders on disk"
)]

use crate::sites::{options, text};
use crate::world::{copy, difference, handbook, project, tree};
use hejin::site::{Memos, build};
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

type Tree = BTreeMap<String, Vec<u8>>;

/// How one build differs from another in what must not matter.
struct Circumstance {
    folder: &'static str,
    umask: &'static str,
    environment: &'static [(&'static str, &'static str)],
}

const USUAL: Circumstance = Circumstance {
    folder: "one",
    umask: "022",
    environment: &[("TZ", "UTC"), ("LANG", "C.UTF-8")],
};

/// What would betray the machine; no word of these stands in any handbook.
const PRIVATE: &[&str] = &[
    "qzprivate-home",
    "qzprivate-user",
    "qzprivate-host",
    "qzprivate-place",
];

const ODD: Circumstance = Circumstance {
    folder: "another qzprivate-place 别处/much/deeper",
    umask: "077",
    environment: &[
        ("TZ", "Asia/Shanghai"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "zh_CN.GB18030"),
        ("HOME", "/qzprivate-home"),
        ("USER", "qzprivate-user"),
        ("LOGNAME", "qzprivate-user"),
        ("HOSTNAME", "qzprivate-host"),
        ("RAYON_NUM_THREADS", "1"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("COLUMNS", "40"),
        ("CLICOLOR_FORCE", "1"),
    ],
};

#[test]
fn place_zone_language_umask_user_and_threads_do_not_matter() {
    let top = tempfile::tempdir().unwrap();
    let usual = built(top.path(), &USUAL, |text| text.into());
    let odd = built(top.path(), &ODD, |text| text.into());
    assert!(usual.len() > 20, "{} files", usual.len());
    assert_eq!(difference(&usual, &odd), None);
}

#[test]
fn nothing_of_the_machine_is_published() {
    let top = tempfile::tempdir().unwrap();
    let odd = built(top.path(), &ODD, |text| text.into());
    let place = top.path().to_string_lossy().into_owned();
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    let host = host.trim();
    let mut private: Vec<&str> = PRIVATE.to_vec();
    private.extend([place.as_str(), env!("CARGO_MANIFEST_DIR"), "/.cargo/"]);
    private.extend((host.len() > 5).then_some(host));
    let mut wrong = Vec::new();
    for (name, bytes) in &odd {
        let text = String::from_utf8_lossy(bytes);
        wrong.extend(
            private
                .iter()
                .filter(|word| text.contains(**word))
                .map(|word| format!("{name}: {word}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn marks_of_order_and_ends_of_lines_do_not_matter() {
    let top = tempfile::tempdir().unwrap();
    let usual = built(top.path(), &USUAL, |text| text.into());
    let ways: [(&'static str, fn(&str) -> Vec<u8>); 4] = [
        ("mark", |text| format!("\u{feff}{text}").into()),
        ("crlf", |text| text.replace('\n', "\r\n").into()),
        ("cr", |text| text.replace('\n', "\r").into()),
        ("all", |text| {
            format!(
                "\u{feff}{}",
                text.replace('\n', "\r\n").replacen("\r\n", "\r", 1)
            )
            .into()
        }),
    ];
    for (folder, change) in ways {
        let other = built(top.path(), &Circumstance { folder, ..USUAL }, change);
        assert_eq!(difference(&usual, &other), None, "{folder}");
    }
}

#[test]
fn the_number_of_threads_does_not_matter() {
    let sources = handbook();
    let told = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let (site, _) = pool.install(|| build(&sources, &options(), &Memos::default()));
        let mut told: BTreeMap<String, String> = site
            .outputs
            .iter()
            .map(|(path, bytes)| (path.to_string(), text(bytes)))
            .collect();
        told.insert("findings".to_owned(), format!("{:#?}", site.verdict));
        told
    };
    let one = told(1);
    for threads in [2, 7] {
        assert_eq!(difference(&one, &told(threads)), None, "{threads} threads");
    }
}

/// The project's handbook and theme, their texts changed, built by the program in a circumstance:
/// each file with its permissions.
fn built(top: &Path, circumstance: &Circumstance, change: fn(&str) -> Vec<u8>) -> Tree {
    let folder = top.join(circumstance.folder);
    copy(&project().join("content"), &folder.join("content"), change);
    copy(&project().join("themes"), &folder.join("themes"), change);
    let script = format!("umask {}; exec \"$0\" \"$@\"", circumstance.umask);
    let run = Command::new("sh")
        .args([
            "-c",
            &script,
            env!("CARGO_BIN_EXE_hejin"),
            "build",
            "--today",
            "2026-11-23",
        ])
        .current_dir(&folder)
        .envs(circumstance.environment.iter().copied())
        .output()
        .unwrap();
    let public = folder.join("public");
    assert!(public.is_dir(), "{}", String::from_utf8_lossy(&run.stderr));
    let mut tree = tree(&public);
    for (name, bytes) in &mut tree {
        let mode = std::fs::metadata(public.join(name))
            .unwrap()
            .permissions()
            .mode();
        bytes.extend(format!("\nmode {mode:o}\n").into_bytes());
    }
    tree
}
