//! How prose is written: the page on Markdown, and the page on directives made from their table.

use super::{Face, page, say, text};
use crate::parse::markdown::{BLOCKS, INLINES, Known};
use crate::text::{Tongue, Words};
use crate::views::View;
use crate::views::page::{ContentsItem, Page};
use crate::views::prose;
use crate::views::sight::Sight;
use serde::Serialize;

pub(in crate::views) const MARKDOWN: View = View {
    name: "page",
    pages: on_markdown,
};

pub(in crate::views) const DIRECTIVES: View = View {
    name: "directives",
    pages: on_directives,
};

/// The path of the page on Markdown.
pub(super) const MARKDOWN_PATH: &str = "reference/markdown";

/// The path of the page on directives.
pub(super) const DIRECTIVES_PATH: &str = "reference/directives";

const ZH: &str = include_str!("markdown.zh.md");
const EN: &str = include_str!("markdown.en.md");

/// All directives.
#[derive(Serialize)]
struct Directives {
    about: String,
    tables: Vec<Table>,
}

/// The directives of one setting.
#[derive(Serialize)]
struct Table {
    id: &'static str,
    title: String,
    about: String,
    directives: Vec<Directive>,
}

/// One directive.
#[derive(Serialize)]
struct Directive {
    name: &'static str,
    zh: &'static str,
    says: String,
    args: Vec<Argument>,
    example: &'static str,
}

/// One word after its name.
#[derive(Serialize)]
struct Argument {
    key: &'static str,
    required: bool,
    says: String,
}

fn on_markdown(sight: &Sight<'_>) -> Vec<Page> {
    if !sight.model.settings.is_handbook {
        return Vec::new();
    }
    let from = sight.from(MARKDOWN_PATH);
    let words = match sight.tongue() {
        Tongue::Zh => ZH,
        Tongue::En => EN,
    };
    let written = text::prose(&from, words);
    let mut page = titled(sight, "markdown", "page", &());
    prose::dress(&mut page, written);
    vec![page]
}

fn on_directives(sight: &Sight<'_>) -> Vec<Page> {
    if !sight.model.settings.is_handbook {
        return Vec::new();
    }
    let strings = sight.strings;
    let table = |id, known: &'static [Known]| Table {
        id,
        title: strings
            .say(&format!("reference.directives.{id}"))
            .to_owned(),
        about: strings
            .say(&format!("reference.directives.{id}_about"))
            .to_owned(),
        directives: known
            .iter()
            .map(|directive| self::directive(sight, directive))
            .collect(),
    };
    let view = Directives {
        about: strings.say("reference.directives.about").to_owned(),
        tables: vec![table("blocks", BLOCKS), table("inlines", INLINES)],
    };
    let contents = view
        .tables
        .iter()
        .map(|table| ContentsItem {
            level: 2,
            id: table.id.to_owned(),
            text: table.title.clone(),
        })
        .collect();
    let mut page = titled(sight, "directives", "directives", &view);
    page.common.contents = contents;
    vec![page]
}

/// A page whose words stand under its name among the strings.
fn titled<V: Serialize>(sight: &Sight<'_>, name: &str, template: &'static str, view: &V) -> Page {
    let about = format!("reference.{name}.about");
    let face = Face {
        path: format!("reference/{name}"),
        template,
        title: sight
            .strings
            .say(&format!("reference.{name}.title"))
            .to_owned(),
        description: sight.strings.say(&about),
    };
    page(sight, face, view)
}

fn directive(sight: &Sight<'_>, known: &'static Known) -> Directive {
    let own = |words: Words| say(sight, &words).to_owned();
    Directive {
        name: known.name,
        zh: known.zh,
        says: own(known.says()),
        args: known
            .args
            .iter()
            .map(|argument| Argument {
                key: argument.key,
                required: argument.required,
                says: own(argument.says()),
            })
            .collect(),
        example: known.example,
    }
}
