//! What the page of any one thing has: title, document control, prose, contents, and where it is used.

use crate::model::head::Control;
use crate::model::reader::NameOr;
use crate::model::{AnyId, Head};
use crate::parse::kinds::{self, KINDS, Kind};
use crate::span::Located;
use crate::views::page::{Common, Link, Page, Strip, UsedIn};
use crate::views::prose;
use crate::views::sight::{From, Sight};
use crate::views::url;
use serde::Serialize;

/// The page of a thing, drawn by `template` from what `view` sees from there.
pub fn page<V: Serialize>(
    sight: &Sight<'_>,
    head: &Head,
    template: &'static str,
    view: impl FnOnce(&From<'_>) -> V,
) -> Option<Page> {
    let (path, _) = url::place(sight.model, head.me)?;
    let from = sight.from(&path);
    let mut page = Page::new(sight.address(&path), sight.language.clone(), template);
    page.common = common(&from, head);
    page.view = serde_json::to_value(view(&from)).unwrap_or_default();
    if let Some(prose) = prose::of(&from, head) {
        prose::dress(&mut page, prose);
    }
    Some(page)
}

fn common(from: &From<'_>, head: &Head) -> Common {
    Common {
        title: from.sight.say(&head.name),
        kind: kinds::row(head.me.kind).id,
        id: head.id.value.clone(),
        strip: strip(from, &head.control),
        used_in: used_in(from, head.me),
        source: head.file().to_string(),
        ..Common::default()
    }
}

/// Document control in words; nothing where nothing was said.
pub fn strip(from: &From<'_>, control: &Control) -> Option<Strip> {
    let sight = &from.sight;
    let today = sight.model.today;
    let next = control.next_review();
    let strip = Strip {
        owner: from.maybe(control.owner.as_ref()),
        approved_by: from.maybe(control.approved_by.as_ref()),
        version: control
            .version
            .as_ref()
            .map(|version| version.value.clone())
            .unwrap_or_default(),
        effective: control.effective.as_ref().map(|day| sight.day(day.value)),
        next_review: next.map(|day| sight.day(day)),
        is_overdue: next.is_some_and(|day| day < today),
        is_future: control
            .effective
            .as_ref()
            .is_some_and(|day| day.value > today),
        status: control
            .status
            .as_ref()
            .map(|status| status.value.clone())
            .unwrap_or_default(),
        replaced_by: control
            .replaced_by
            .as_ref()
            .map(|thing| from.any(thing.value)),
        assumption: control.assumption,
        read_by: names_or_words(from, &control.read_by),
    };
    (strip != Strip::default()).then_some(strip)
}

/// Links to things, and reserved words such as `everyone` in the reader's language.
pub fn names_or_words(from: &From<'_>, names: &[Located<NameOr>]) -> Vec<Link> {
    names
        .iter()
        .map(|name| match &name.value {
            NameOr::Thing(thing) => from.any(*thing),
            NameOr::Word(word) => Link {
                name: from.sight.strings.say(&format!("words.{word}")).to_owned(),
                href: String::new(),
                kind: "word",
                lang: None,
            },
        })
        .collect()
}

/// The things that refer to this one, by kind in reading order.
pub fn used_in(from: &From<'_>, me: AnyId) -> Vec<UsedIn> {
    let users = from
        .sight
        .backlinks
        .get(&me)
        .map(Vec::as_slice)
        .unwrap_or_default();
    KINDS
        .iter()
        .filter(|row| !matches!(row.kind, Kind::Waiver | Kind::Settings | Kind::Profile))
        .filter_map(|row| {
            let things: Vec<Link> = users
                .iter()
                .filter(|user| user.kind == row.kind)
                .map(|user| from.any(*user))
                .collect();
            (!things.is_empty()).then_some(UsedIn {
                kind: row.id,
                things,
            })
        })
        .collect()
}
