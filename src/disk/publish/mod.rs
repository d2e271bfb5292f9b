//! Outputs → a published folder that changes in one step, or not at all.
//!
//! The order is: look, refuse, plan, stage, exchange, clear. Up to the exchange nothing that readers
//! see is touched, so that a build that fails or is killed leaves the folder as it was; what a dead
//! build left behind is swept by the next one. A file is removed or replaced only if the manifest in
//! the folder says that it is ours; others are guests and are kept.
//!
//! Where folders cannot be exchanged, the fallback of `ordered` is used, and said.

mod target;
mod lock;
mod manifest;
mod survey;
mod plan;
mod stage;
mod clear;
mod at_once;
mod ordered;

use super::trouble::Trouble;
use super::{Folders, system};
use crate::sources::Bytes;
use crate::span::FilePath;
use crate::text::Words;
pub use manifest::NAME as MANIFEST;

use at_once::Outcome;
use plan::Plan;
use std::collections::BTreeMap;
use survey::Survey;
use target::Target;

/// What is to be published: bytes by path below the output folder, with `/` between the parts.
pub type Outputs = BTreeMap<FilePath, Bytes>;

/// What to do with an output folder that holds files but no manifest of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strangers {
    /// Refuse it: it may be anything.
    Refuse,
    /// Publish into it; whatever lies there is a guest from then on.
    Keep,
}

/// What publishing did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// In which way.
    pub way: Way,
    /// Files written anew.
    pub written: usize,
    /// Files that are as they were, time included.
    pub kept: usize,
    /// Files of the last build that are no more.
    pub removed: usize,
    /// Files in the folder that are not ours and were left alone.
    pub guests: usize,
}

/// How the folder came to its new state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It was in it already.
    Untouched,
    /// In one step, from one state to the next.
    AtOnce,
    /// File by file (assets, pages, manifest, removals), for this reason; a reader may see old and
    /// new together for a moment.
    InOrder(Words),
}

/// Makes the output folder of `folders` hold exactly `outputs`, and its guests.
///
/// Two calls for one folder, in whatever programs, take turns. In trouble, before anything is changed,
/// if the folder is one that must not be written to, is not ours, or has a guest where an output goes;
/// and if the disk fails. A trouble leaves the folder as it was, except amid the fallback of
/// [`Way::InOrder`].
pub fn publish(
    outputs: &Outputs,
    folders: &Folders,
    strangers: Strangers,
) -> Result<Published, Trouble> {
    target::check_paths(outputs)?;
    let target = target::find(folders)?;
    let lock = lock::take(&target)?;
    clear::sweep(&target, lock.side);
    let survey = survey::look(&target, strangers)?;
    survey.check_guests(outputs, &target)?;
    let plan = plan::make(outputs, &survey, &target)?;
    let way = if plan.is_still(&survey) {
        Way::Untouched
    } else {
        carry_out(&plan, &survey, &target, lock.side)?
    };
    if way != Way::Untouched || plan.doubted {
        clear::seal(&target);
    }
    Ok(Published {
        way,
        written: plan.written(),
        kept: plan.steps.len() - plan.written(),
        removed: plan.gone.len(),
        guests: survey.guest_files(),
    })
}

fn carry_out(
    plan: &Plan<'_>,
    survey: &Survey,
    target: &Target,
    side: lock::Side,
) -> Result<Way, Trouble> {
    let why = match side {
        lock::Side::Beside => match at_once::publish(plan, survey, target)? {
            Outcome::Done => return Ok(Way::AtOnce),
            Outcome::Cannot(why) => why,
        },
        lock::Side::Inside => Words::new(
            "不能在输出文件夹旁边写入",
            "nothing can be written beside the output folder",
        ),
    };
    ordered::publish(plan, survey, target)?;
    Ok(Way::InOrder(why))
}
