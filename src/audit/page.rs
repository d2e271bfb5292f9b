//! The page of a rule: one text that is its messages, its explanation and its test.
//!
//! ````text
//! # unknown-key (SYN-102)
//!
//! zh: 不认识的键
//! en: A key that no kind has
//!
//! ## Messages
//!
//! ### unknown-key-near
//! zh: 没有“{key}”这个键，是不是“{near}”？
//! zh help: 改成“{near}”。
//! en: there is no key `{key}`; did you mean `{near}`?
//! en help: Write `{near}`.
//!
//! ## What
//! zh: …
//! en: …
//!
//! ## Wrong
//! ```yaml finding
//! //- content/…
//! ```
//! ````
//!
//! A text goes on over the following lines until the next mark, heading or fence.
//!
//! Every example is run by `tests/rules.rs`. The words after its fence's language say how: `finding` must
//! be found, once, where a comment of carets on the line below points; `folder` is no handbook, so that no
//! `handbook.yaml` is added; `disk` is written to a disk and read from there, as its files are made special
//! by what follows their path: `as gb18030`, `link ../other`, `bytes 67108865`, `pipe`.

use crate::text::Words;

/// A rule's page, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// `unknown-key (SYN-102)`.
    pub heading: String,
    /// What is wrong, in a few words.
    pub title: Option<Words>,
    /// The sentences it can say, by name.
    pub messages: Vec<Message>,
    /// The further sections in order: what, why, what is silent, wrong, right.
    pub sections: Vec<Section>,
}

/// One sentence with blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its name.
    pub name: String,
    /// What is wrong.
    pub says: Words,
    /// What to do.
    pub help: Option<Words>,
}

/// One section of the explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// `What`, `Why`, `Silent`, `Wrong` or `Right`.
    pub name: String,
    /// Its prose, Markdown in both languages; empty where it holds only examples.
    pub prose: Option<Words>,
    /// Its examples.
    pub examples: Vec<Example>,
}

/// One example: a small handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The words after the fence's language: `finding` marks one that must be found.
    pub marks: Vec<String>,
    /// Files, each begun by `//- path`.
    pub files: String,
}

/// The sections that every page has after its messages.
pub const SECTIONS: [&str; 5] = ["What", "Why", "Silent", "Wrong", "Right"];

impl Page {
    /// Takes a page apart.
    pub fn parse(text: &str) -> Page {
        let mut page = Page::default();
        let mut lines = text.lines();
        let mut slot = Slot::Title;
        let mut mark = "";
        while let Some(line) = lines.next() {
            if let Some(heading) = line.strip_prefix("# ") {
                heading.clone_into(&mut page.heading);
            } else if let Some(name) = line.strip_prefix("## ") {
                slot = if name == "Messages" {
                    Slot::Message
                } else {
                    page.section(name)
                };
                mark = "";
            } else if let (Some(name), Slot::Message) = (line.strip_prefix("### "), slot) {
                page.messages.push(Message {
                    name: name.trim().to_owned(),
                    says: Words::new("", ""),
                    help: None,
                });
                mark = "";
            } else if let Some(info) = line.strip_prefix("```") {
                let example = example(info, &mut lines);
                if let Some(section) = page.sections.last_mut() {
                    section.examples.push(example);
                }
                mark = "";
            } else {
                let rest = marked(line, &mut mark);
                page.put(slot, mark, rest);
            }
        }
        page
    }

    fn section(&mut self, name: &str) -> Slot {
        self.sections.push(Section {
            name: name.trim().to_owned(),
            prose: None,
            examples: Vec::new(),
        });
        Slot::Section
    }

    /// Adds a line to the text that `slot` and `mark` name.
    fn put(&mut self, slot: Slot, mark: &str, line: &str) {
        let place = match (slot, mark) {
            (_, "") => return,
            (Slot::Title, _) => self.title.get_or_insert_with(|| Words::new("", "")),
            (Slot::Section, _) => match self.sections.last_mut() {
                Some(section) => section.prose.get_or_insert_with(|| Words::new("", "")),
                None => return,
            },
            (Slot::Message, _) => match self.messages.last_mut() {
                Some(message) if mark.ends_with("help") => {
                    message.help.get_or_insert_with(|| Words::new("", ""))
                }
                Some(message) => &mut message.says,
                None => return,
            },
        };
        let side = if mark.starts_with("zh") {
            &mut place.zh
        } else {
            &mut place.en
        };
        if !side.is_empty() {
            side.push('\n');
        }
        side.push_str(line);
        let kept = side.trim_end().len();
        if !matches!(slot, Slot::Section) {
            side.truncate(kept);
        }
    }

    /// The message of this name.
    pub fn message(&self, name: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.name == name)
    }

    /// Whether there is a message of this name.
    pub fn has(&self, name: &str) -> bool {
        self.message(name).is_some()
    }
}

#[derive(Clone, Copy)]
enum Slot {
    Title,
    Message,
    Section,
}

/// Takes `zh:`, `en:`, `zh help:` or `en help:` off the line and remembers it.
fn marked<'a>(line: &'a str, mark: &mut &'static str) -> &'a str {
    for known in ["zh help", "en help", "zh", "en"] {
        if let Some(rest) = line
            .strip_prefix(known)
            .and_then(|rest| rest.strip_prefix(':'))
        {
            *mark = known;
            return rest.trim_start();
        }
    }
    line
}

fn example<'a>(info: &str, lines: &mut impl Iterator<Item = &'a str>) -> Example {
    let mut files = String::new();
    for line in lines.by_ref().take_while(|line| !line.starts_with("```")) {
        files.push_str(line);
        files.push('\n');
    }
    Example {
        marks: info.split_whitespace().skip(1).map(str::to_owned).collect(),
        files,
    }
}
