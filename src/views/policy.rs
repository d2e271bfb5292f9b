//! Policies: what each says in one sentence, and what makes it more than a slogan.

use crate::model::Policy;
use crate::views::View;
use crate::views::page::{Link, Page};
use crate::views::said::{self, Said, said};
use crate::views::sight::{From, Sight};
use crate::views::{section, thing};
use serde::Serialize;

pub(super) const VIEW: View = View {
    name: "policy",
    pages,
};

/// What the page of a policy shows.
#[derive(Serialize)]
struct Shown {
    sort: String,
    says: Option<Said>,
    made_real_by: Vec<Link>,
    /// To which readings of a newcomer it belongs.
    reading: Vec<String>,
}

fn pages(sight: &Sight<'_>) -> Vec<Page> {
    let policies = sight.model.policies.items().iter();
    policies
        .filter_map(|policy| {
            let mut page = thing::page(sight, &policy.head, VIEW.name, |from| shown(from, policy))?;
            section::announce(sight, &mut page, &["made_real_by"]);
            Some(page)
        })
        .collect()
}

fn shown(from: &From<'_>, policy: &Policy) -> Shown {
    let sight = &from.sight;
    let sort = policy.sort.as_ref();
    Shown {
        sort: sort
            .map(|sort| said::choice(sight, "policy.types", &sort.value))
            .unwrap_or_default(),
        says: said(sight, &policy.says),
        made_real_by: from.anys(&policy.made_real_by),
        reading: policy
            .head
            .control
            .reading
            .iter()
            .map(|reading| said::choice(sight, "readings", &reading.value))
            .collect(),
    }
}
