//! Plain pages: home, guides, any page without a kind.

use crate::model::Page as PlainPage;
use crate::parse::kinds;
use crate::views::View;
use crate::views::page::Page;
use crate::views::sight::Sight;
use crate::views::thing;
use rayon::prelude::*;

pub(super) const VIEW: View = View {
    name: "page",
    pages,
};

/// Every page that is not the index page of a kind, the lightest first, then by path.
fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let mut plain: Vec<&PlainPage> = sight
        .model
        .pages
        .items()
        .iter()
        .filter(|page| !sight.model.settings.is_handbook || !is_kind_index(page))
        .collect();
    plain.sort_by(|a, b| key(a).cmp(&key(b)));
    plain
        .into_par_iter()
        .filter_map(|page| thing::page(sight, &page.head, "page", |_| ()))
        .collect()
}

fn key(page: &PlainPage) -> (usize, &str, i64, &str) {
    let path = page.head.id.value.as_str();
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    (
        usize::from(!folder.is_empty()),
        folder,
        page.weight.unwrap_or(i64::MAX),
        name,
    )
}

/// `meetings/index.md` is prose on the index page of the meetings.
fn is_kind_index(page: &PlainPage) -> bool {
    let path = page.head.id.value.as_str();
    let folder = path
        .strip_suffix("/index")
        .or_else(|| path.strip_suffix("/README"));
    folder.is_some_and(|folder| {
        kinds::of_folder(folder)
            .or_else(|| kinds::of_list(folder))
            .is_some()
    })
}
