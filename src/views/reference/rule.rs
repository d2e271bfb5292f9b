//! The page of each rule, from the one text that also words its findings and tests it; and their list.

use super::{Catalogue, Entry, Face, Group, catalogue, link, page, say, text};
use crate::audit::page::{Page as Written, Section};
use crate::audit::rule::Rule;
use crate::audit::rules::RULES;
use crate::text::Words;
use crate::views::View;
use crate::views::page::{ContentsItem, Page};
use crate::views::prose;
use crate::views::sight::{From, Sight};
use crate::views::wording::{self, Part};
use rayon::prelude::*;
use serde::Serialize;
use std::fmt::Write as _;

pub(in crate::views) const VIEW: View = View {
    name: "rule",
    pages,
};

/// The path of the list of rules.
pub(super) const INDEX_PATH: &str = "reference/rules/index";

/// What the page of a rule shows beside its prose.
#[derive(Serialize)]
struct Shown {
    code: &'static str,
    name: &'static str,
    family: String,
    level: &'static str,
    level_words: String,
    messages: Vec<Message>,
}

/// One sentence that the rule can say, with its blanks.
#[derive(Serialize)]
struct Message {
    name: String,
    says: Vec<Part>,
    help: Vec<Part>,
}

/// The path of a rule's page.
pub(in crate::views) fn path(code: &str) -> String {
    format!("reference/rules/{}", code.to_ascii_lowercase())
}

/// What a rule finds, in a few words.
pub(in crate::views) fn title(sight: &Sight<'_>, rule: &Rule) -> String {
    titled(sight, rule, &Written::parse(rule.page))
}

fn titled(sight: &Sight<'_>, rule: &Rule, written: &Written) -> String {
    let title = written.title.as_ref().map(|words| say(sight, words));
    title.unwrap_or(rule.name).to_owned()
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    if !sight.model.settings.is_handbook {
        return Vec::new();
    }
    let mut read: Vec<(&'static Rule, Written)> = RULES
        .par_iter()
        .map(|rule| (*rule, Written::parse(rule.page)))
        .collect();
    read.sort_by_key(|(rule, _)| rule.code);
    let mut pages = vec![list(sight, &read)];
    pages.par_extend(
        read.par_iter()
            .map(|(rule, written)| explained(sight, rule, written)),
    );
    pages
}

/// The rules by family.
fn list(sight: &Sight<'_>, rules: &[(&'static Rule, Written)]) -> Page {
    let from = sight.from(INDEX_PATH);
    let strings = sight.strings;
    let mut groups: Vec<Group> = Vec::new();
    for (rule, written) in rules {
        if groups.last().is_none_or(|group| group.id != rule.family()) {
            groups.push(Group {
                id: rule.family().to_owned(),
                title: family(sight, rule.family()),
                about: String::new(),
                entries: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.entries.push(entry(&from, rule, written));
        }
    }
    let about = strings.say("reference.rules.about");
    let face = Face {
        path: INDEX_PATH.to_owned(),
        template: "catalogue",
        title: strings.say("reference.rules.title").to_owned(),
        description: about,
    };
    let view = Catalogue {
        about: about.to_owned(),
        groups,
    };
    catalogue(sight, face, &view)
}

fn entry(from: &From<'_>, rule: &Rule, written: &Written) -> Entry {
    let sight = &from.sight;
    Entry {
        link: link(from, &titled(sight, rule, written), &path(rule.code)),
        code: rule.code.to_owned(),
        about: String::new(),
        level: rule.severity.word(),
        level_words: level(sight, rule),
    }
}

fn level(sight: &Sight<'_>, rule: &Rule) -> String {
    let key = format!("audit.level.{}", rule.severity.word());
    sight.strings.say(&key).to_owned()
}

/// A family with its name, such as `GAP 空白`.
pub(in crate::views) fn family(sight: &Sight<'_>, code: &str) -> String {
    let key = format!("audit.family.{code}");
    let name = sight.strings.say(&key);
    if name == key {
        code.to_owned()
    } else {
        format!("{name} {code}")
    }
}

fn explained(sight: &Sight<'_>, rule: &'static Rule, written: &Written) -> Page {
    let path = path(rule.code);
    let from = sight.from(&path);
    let name = titled(sight, rule, written);
    let own = |words: &Words| wording::parts(say(sight, words));
    let shown = Shown {
        code: rule.code,
        name: rule.name,
        family: family(sight, rule.family()),
        level: rule.severity.word(),
        level_words: level(sight, rule),
        messages: written
            .messages
            .iter()
            .map(|message| Message {
                name: message.name.clone(),
                says: own(&message.says),
                help: message.help.as_ref().map(own).unwrap_or_default(),
            })
            .collect(),
    };
    let face = Face {
        path,
        template: "rule",
        title: format!("{} {name}", rule.code),
        description: &name,
    };
    let mut page = page(sight, face, &shown);
    let prose = text::prose(&from, &document(sight, written));
    prose::dress(&mut page, prose);
    let messages = ContentsItem {
        level: 2,
        id: "messages".to_owned(),
        text: sight.strings.say("reference.rules.messages").to_owned(),
    };
    page.common.contents.insert(0, messages);
    page
}

/// The sections of a rule's page as Markdown in one language.
fn document(sight: &Sight<'_>, written: &Written) -> String {
    let mut out = String::new();
    for section in &written.sections {
        let key = format!("reference.rules.section.{}", section.name);
        let _ = write!(out, "## {}\n\n", sight.strings.say(&key));
        if let Some(words) = &section.prose {
            let _ = write!(out, "{}\n\n", say(sight, words).trim());
        }
        examples(section, &mut out);
    }
    out
}

/// The examples of a section, a line between them, each file under its name.
fn examples(section: &Section, out: &mut String) {
    for (at, example) in section.examples.iter().enumerate() {
        if at > 0 {
            out.push_str("---\n\n");
        }
        for file in files(&example.files) {
            let _ = write!(
                out,
                "`{}`\n\n````{}\n{}\n````\n\n",
                file.path,
                file.language(),
                file.text.trim_end()
            );
        }
    }
}

/// One file of an example.
struct File<'a> {
    path: &'a str,
    text: String,
}

impl File<'_> {
    fn language(&self) -> &'static str {
        if self.path.rsplit('.').next() == Some("md") {
            "markdown"
        } else {
            "yaml"
        }
    }
}

/// Takes an example apart at the lines `//- path`.
fn files(example: &str) -> Vec<File<'_>> {
    let mut files: Vec<File<'_>> = Vec::new();
    for line in example.lines() {
        match (line.strip_prefix("//- "), files.last_mut()) {
            (Some(path), _) => files.push(File {
                path: path.trim(),
                text: String::new(),
            }),
            (None, Some(file)) => {
                file.text.push_str(line);
                file.text.push('\n');
            }
            (None, None) => {}
        }
    }
    files
}
