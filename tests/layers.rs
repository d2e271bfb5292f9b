//! A module uses only what stands above it in `lib.rs`, and only the edges touch the world.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms that open files, read the clock and the environment.
const EDGES: &[&str] = &["disk", "print", "serve", "publish", "cli"];

/// What the other rooms never name.
const WORLD: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "std::io::std",
    "fs::read",
    "fs::write",
    "env::var",
    "Instant::now",
    "SystemTime",
    "Zoned::now",
    "Timestamp::now",
    "Mutex",
    "RwLock",
    "static mut",
    "thread_local!",
];

#[test]
fn a_module_uses_only_what_stands_above_it() {
    let order = order();
    let mut wrong = Vec::new();
    for file in files() {
        let Some(own) = order.iter().position(|name| *name == file.room) else {
            continue;
        };
        for (number, line) in code(&file.text) {
            for used in line.split("crate::").skip(1) {
                if used.starts_with('{') {
                    wrong.push(format!(
                        "{}:{number}: `crate::{{`: one `use` per module",
                        file.name
                    ));
                }
                let used: String = used
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                match order.iter().position(|name| *name == used) {
                    Some(at) if at > own => {
                        wrong.push(format!("{}:{number}: {} uses {used}", file.name, file.room))
                    }
                    _ => {}
                }
            }
            if file.is_room && line.starts_with("use super::") {
                wrong.push(format!(
                    "{}:{number}: say `crate::`, not `super::`",
                    file.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_stands_in_the_order() {
    let order = order();
    assert!(order.len() > 10, "{order:?}");
    let missing: Vec<String> = files()
        .into_iter()
        .filter(|file| !["lib", "main"].contains(&file.room.as_str()))
        .filter(|file| !order.contains(&file.room))
        .map(|file| file.name)
        .collect();
    assert!(missing.is_empty(), "not in lib.rs: {missing:?}");
}

#[test]
fn only_the_edges_touch_the_world() {
    let mut wrong = Vec::new();
    for file in files() {
        if EDGES.contains(&file.room.as_str()) || file.room == "main" {
            continue;
        }
        for (number, line) in code(&file.text) {
            for word in WORLD.iter().filter(|word| line.contains(**word)) {
                wrong.push(format!("{}:{number}: {word}", file.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A file of the library.
struct File {
    /// Its path below `src`.
    name: String,
    /// The module of `lib.rs` that it belongs to.
    room: String,
    /// Whether it is that module, not a part of it.
    is_room: bool,
    /// What it says.
    text: String,
}

/// The modules of `lib.rs` from top to bottom.
fn order() -> Vec<String> {
    let text = fs::read_to_string(root().join("lib.rs")).unwrap();
    text.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files() -> Vec<File> {
    let entries = walkdir::WalkDir::new(root()).sort_by_file_name();
    entries
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"))
        .map(|entry| {
            let path = entry.path().strip_prefix(root()).unwrap();
            let name = path.to_string_lossy().replace('\\', "/");
            let parts: Vec<&str> = name.trim_end_matches(".rs").split('/').collect();
            File {
                room: parts[0].to_owned(),
                is_room: parts.len() == 1 || parts[1..] == ["mod"],
                text: fs::read_to_string(entry.path()).unwrap(),
                name,
            }
        })
        .collect()
}

/// The numbered lines of a file without comments, up to its tests.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .zip(1..)
        .map(|(line, number)| (number, line.split_once("//").map_or(line, |(code, _)| code)))
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
}
