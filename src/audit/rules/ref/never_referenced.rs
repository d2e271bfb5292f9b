//! REF-106: a thing that exists to be used, and that nothing else names.

use crate::audit::rule::{Report, Rule};
use crate::finding::Severity;
use crate::model::{AnyId, Head, Model};
use crate::parse::kinds::{self, Kind, Written};
use crate::text::Words;
use rustc_hash::FxHashSet;

pub(crate) const RULE: Rule = Rule {
    code: "REF-106",
    name: "never-referenced",
    severity: Severity::Info,
    page: include_str!("never_referenced.md"),
    check,
};

/// The kinds that are means to something else. The others are read for their own sake or stand at the
/// top of something: pages, terms, departments and their areas, careers, tensions, meetings, people.
const MEANS: [Kind; 8] = [
    Kind::Role,
    Kind::Process,
    Kind::Decision,
    Kind::Form,
    Kind::Service,
    Kind::Goal,
    Kind::Budget,
    Kind::Training,
];

fn check(model: &Model, report: &mut Report<'_>) {
    let named: FxHashSet<AnyId> = model
        .mentions()
        .filter(|(owner, named)| holder(*owner, model) != named.value)
        .map(|(_, named)| named.value)
        .collect();
    for kind in MEANS {
        let row = kinds::row(kind);
        for head in model.all_of(kind) {
            if is_in_use(head) && !named.contains(&head.me) {
                // Only what has a page of its own can be a draft.
                let message = match row.written {
                    Written::Pages(_) => "page-never-referenced",
                    _ => "entry-never-referenced",
                };
                let kind = Words::new(row.zh, row.en.0);
                let id = head.id.value.clone();
                let blanks = [("kind", kind), ("id", id.into())];
                report.at(&head.name_at, message, &blanks);
            }
        }
    }
}

/// A draft is not used yet, and what is obsolete no longer.
fn is_in_use(head: &Head) -> bool {
    let status = head.control.status.as_ref();
    status.is_none_or(|status| status.value == "in-force")
}

/// Whose page a mention stands on: a step speaks for its process, a duty for its area.
fn holder(owner: AnyId, model: &Model) -> AnyId {
    let at = owner.index as usize;
    let holder = match owner.kind {
        Kind::Step => model.steps.items().get(at).map(|step| step.process.into()),
        Kind::Duty => model.duties.items().get(at).map(|duty| duty.area.into()),
        _ => None,
    };
    holder.unwrap_or(owner)
}
