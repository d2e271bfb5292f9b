//! A build that remembers the last one gives what a build from nothing gives, byte for byte, after
//! any edit; and it draws anew only what the edit shows on.

mod any_order;

use crate::sites::{options, text};
use crate::world::{difference, handbook};
use hejin::model::Options;
use hejin::site::{Memos, Site, build};
use hejin::sources::{Asset, Bytes, Sources};
use std::collections::BTreeMap;
use std::sync::Arc;

/// An author's desk: the sources as they are now, and what the last build remembers.
struct Desk {
    sources: Sources,
    options: Options,
    memos: Memos,
    last: Option<Site>,
}

impl Desk {
    fn new(sources: Sources) -> Desk {
        let mut desk = Desk {
            sources,
            options: options(),
            memos: Memos::default(),
            last: None,
        };
        desk.build("nothing");
        desk
    }

    fn put(&mut self, path: &str, text: &str) {
        self.sources.texts.insert(path.into(), text.into());
    }

    fn take(&mut self, path: &str) -> String {
        self.sources.texts.remove(path).unwrap().text.to_string()
    }

    fn read(&self, path: &str) -> String {
        self.sources.texts[path].text.to_string()
    }

    fn change(&mut self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not hold {from}");
        self.put(path, &text.replacen(from, to, 1));
    }

    /// Builds with and without memory and fails where they differ; how many pages were drawn anew.
    fn build(&mut self, after: &str) -> usize {
        let (warm, memos) = build(&self.sources, &self.options, &self.memos);
        let (cold, _) = build(&self.sources, &self.options, &Memos::default());
        if let Some(difference) = difference(&told(&warm), &told(&cold)) {
            panic!("after {after}, the warm build is not the cold one:\n{difference}");
        }
        self.memos = memos;
        let drawn = self
            .last
            .as_ref()
            .map_or(warm.outputs.len(), |last| drawn(last, &warm));
        self.last = Some(warm);
        drawn
    }
}

/// All that a build came to, as texts by name.
fn told(site: &Site) -> BTreeMap<String, String> {
    let mut told: BTreeMap<String, String> = site
        .outputs
        .iter()
        .map(|(path, bytes)| (path.to_string(), text(bytes)))
        .collect();
    told.insert("findings".to_owned(), format!("{:#?}", site.verdict));
    told.insert("count".to_owned(), site.pages.to_string());
    told
}

/// How many pages of a site are not the very pieces of the site before.
fn drawn(before: &Site, after: &Site) -> usize {
    let is_same = |one: &Bytes, other: &Bytes| match (one, other) {
        (Bytes::Pieces(one), Bytes::Pieces(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other.iter())
                    .all(|(one, other)| Arc::ptr_eq(one, other))
        }
        _ => one == other,
    };
    let is_kept = |path: &str, bytes| {
        before
            .outputs
            .get(path)
            .is_some_and(|old| is_same(old, bytes))
    };
    after
        .outputs
        .iter()
        .filter(|(path, bytes)| path.ends_with(".html") && !is_kept(path, bytes))
        .count()
}

#[test]
fn an_edit_of_a_body_draws_only_what_shows_it() {
    let mut desk = Desk::new(handbook());
    let all = desk.last.as_ref().map_or(0, |site| site.pages);
    desk.build("no edit");
    let body = "content/guide/how-to-read.md";
    let text = desk.read(body);
    desk.put(body, &format!("{text}\n再加一段，不提任何岗位。\n"));
    let drawn = desk.build("one more paragraph");
    assert!(drawn >= 1, "the edit is not seen");
    assert!(
        drawn <= 12,
        "{drawn} of {all} pages were drawn for one paragraph"
    );
}

#[test]
fn pages_come_go_and_move() {
    let mut desk = Desk::new(handbook());
    desk.put(
        "content/guide/new.md",
        "---\nname: 新的一页\n---\n见[[minutes]]和[怎样读](how-to-read.md)。\n",
    );
    desk.build("a page is added");
    desk.put(
        "content/other.md",
        "# 没有页头的一页\n\n[新的一页](guide/new.md)\n",
    );
    desk.build("a page without a header is added");
    let moved = desk.take("content/guide/new.md");
    desk.put("content/guide/moved.md", &moved);
    desk.build("a page is renamed");
    let minutes = desk.take("content/forms/minutes.md");
    desk.build("a form is deleted that others refer to");
    desk.put("content/forms/minutes.md", &minutes);
    desk.build("it is back");
    desk.put("content/forms/minutes-2.md", &minutes);
    desk.build("two forms of one name");
    desk.sources.texts.remove("content/forms/minutes-2.md");
    desk.sources.texts.remove("content/other.md");
    desk.sources.texts.remove("content/guide/moved.md");
    let (cold, _) = build(&handbook(), &desk.options, &Memos::default());
    desk.build("all is as it was");
    assert_eq!(
        difference(&told(&cold), &told(desk.last.as_ref().unwrap())),
        None
    );
}

#[test]
fn broken_files_are_mended() {
    let mut desk = Desk::new(handbook());
    for path in [
        "content/roles.yaml",
        "content/forms/minutes.md",
        "content/handbook.yaml",
    ] {
        let whole = desk.read(path);
        for (what, broken) in [
            ("an open quote", whole.replacen(": ", ": \"", 1)),
            ("a tab", whole.replacen("\n  ", "\n\t", 1)),
            (
                "half of it",
                whole.chars().take(whole.chars().count() / 2).collect(),
            ),
            ("nothing", String::new()),
            ("an unknown key", whole.replacen("name", "nmae", 1)),
        ] {
            desk.put(path, &broken);
            desk.build(&format!("{path} with {what}"));
        }
        desk.put(path, &whole);
        desk.build(&format!("{path} is mended"));
    }
}

#[test]
fn names_of_things_change() {
    let mut desk = Desk::new(handbook());
    desk.change("content/roles.yaml", "name: 总经理", "name: 总裁");
    desk.build("a role has another name");
    desk.change("content/roles.yaml", "id: general-manager", "id: president");
    desk.build("a role has another id");
    desk.change("content/departments/sales.md", "name: ", "name: 大");
    desk.build("a department has another name");
    desk.options.today = jiff::civil::date(2031, 2, 3);
    desk.build("years have passed");
}

#[test]
fn settings_change() {
    let mut desk = Desk::new(handbook());
    let file = "content/handbook.yaml";
    desk.change(file, "title: ", "title: 新");
    desk.build("another title");
    desk.change(file, "languages: [zh, en]", "languages: [en, zh]");
    desk.build("the other language first");
    desk.change(file, "languages: [en, zh]", "languages: [zh]");
    desk.build("one language");
    let settings = desk.read(file);
    desk.put(file, &format!("{settings}\naddresses: folder\n"));
    desk.build("addresses are folders");
    desk.take(file);
    desk.build("no settings: any folder of Markdown");
    desk.put(file, &settings);
    desk.build("the settings are back");
}

#[test]
fn themes_change() {
    let mut desk = Desk::new(handbook());
    let template = "themes/default/templates/page.html";
    let own = include_str!("../themes/default/templates/page.html");
    desk.put(template, &format!("{own}<!-- ours -->"));
    desk.build("a template of our own");
    for broken in [
        "{% if %}",
        "{{ nothing.there }}",
        "{% extends \"nowhere.html\" %}",
        "",
    ] {
        desk.put(template, broken);
        desk.build(&format!("the template is {broken:?}"));
    }
    desk.put(template, own);
    desk.build("the template is mended");
    desk.put(
        "themes/default/templates/part/strip.html",
        "<p>{{ t.strip.owner }}</p>",
    );
    desk.build("a part of our own");
    let strings = include_str!("../themes/default/strings/zh.yaml");
    desk.put(
        "themes/default/strings/zh.yaml",
        &strings.replacen("责任人", "负责人", 1),
    );
    desk.build("other words");
    desk.put("themes/default/strings/zh.yaml", "nav: [");
    desk.build("words that cannot be read");
    desk.put("themes/default/static/hejin.css", "body { color: #111 }\n");
    desk.build("another style sheet");
    desk.sources
        .texts
        .retain(|path, _| !path.starts_with("themes/"));
    desk.build("our theme is gone");
}

#[test]
fn pictures_change() {
    let mut desk = Desk::new(handbook());
    let picture = |digest| Asset {
        place: "picture.png".into(),
        length: 7,
        digest,
    };
    desk.put("content/guide/picture.md", "![图](picture.png)\n");
    desk.build("a picture that is not there");
    desk.sources
        .assets
        .insert("content/guide/picture.png".into(), picture(1));
    desk.build("the picture is there");
    desk.sources
        .assets
        .insert("content/guide/picture.png".into(), picture(2));
    desk.build("the picture is another");
    desk.sources.assets.clear();
    desk.build("the picture is gone");
}
