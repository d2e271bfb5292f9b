//! What a view does to the common parts of its page: its sections enter the contents, and what they
//! show is not said again elsewhere on the page.

use crate::views::page::{ContentsItem, Page, Strip};
use crate::views::sight::Sight;

/// Puts a view's own sections into the contents: the heading of section `duties` of the view `role`
/// says `role.duties` and has the anchor `role-duties`.
pub fn announce(sight: &Sight<'_>, page: &mut Page, sections: &[&str]) {
    let own = sections.iter().map(|section| ContentsItem {
        level: 2,
        id: format!("{}-{section}", page.template),
        text: sight
            .strings
            .say(&format!("{}.{section}", page.template))
            .to_owned(),
    });
    page.common.sections = own.collect();
}

/// Leaves kinds out of "where this is used" whose things the view itself lists.
pub fn lists_itself(page: &mut Page, kinds: &[&str]) {
    page.common
        .used_in
        .retain(|group| !kinds.contains(&group.kind));
}

/// Leaves the owner out of document control where the view itself names who answers for the thing.
pub fn names_owner_itself(page: &mut Page) {
    if let Some(strip) = &mut page.common.strip {
        strip.owner = None;
        if *strip == Strip::default() {
            page.common.strip = None;
        }
    }
}
