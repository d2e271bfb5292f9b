//! A page that shows a whole kind, and the prose that its folder's `index.md` adds to it.

use crate::parse::kinds::{self, Kind};
use crate::text::Words;
use crate::views::page::{Common, Page};
use crate::views::prose;
use crate::views::sight::{From, Sight};
use crate::views::url;
use serde::Serialize;

/// The one page of a kind, drawn by `template` from what `view` sees from there.
pub(super) fn page<V: Serialize>(
    sight: &Sight<'_>,
    kind: Kind,
    template: &'static str,
    view: impl FnOnce(&From<'_>) -> V,
) -> Page {
    let row = kinds::row(kind);
    let path = format!("{}/index", url::folder(kind));
    let from = sight.from(&path);
    let about = Words::new(row.about.0, row.about.1);
    let mut page = Page::new(sight.address(&path), sight.language.clone(), template);
    page.common = Common {
        title: sight.strings.say(&format!("kinds.{}", row.id)).to_owned(),
        kind: "index",
        id: row.id.to_owned(),
        description: about.say(sight.tongue()).to_owned(),
        ..Common::default()
    };
    page.view = serde_json::to_value(view(&from)).unwrap_or_default();
    let mut written = sight.model.pages.items().iter();
    let written = written.find(|page| url::page_path(&page.head.id.value) == path);
    if let Some(prose) = written.and_then(|page| prose::of(&from, &page.head)) {
        prose::dress(&mut page, prose);
    }
    page
}
