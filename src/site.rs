//! The whole program as one function.

use crate::audit::{self, Verdict};
use crate::fault::Fault;
use crate::memo::Memo;
use crate::model::{self, Model, Options};
use crate::parse::{self, record::Record};
use crate::render::{self, Drawn, Outputs};
use crate::sources::Sources;
use crate::span::{FilePath, Span};
use crate::theme::{self, Theme};
use crate::views;
use rustc_hash::FxHashSet;

/// What a build remembers for the next.
#[derive(Debug, Default)]
pub struct Memos {
    /// Files read, by their text.
    pub records: Memo<Option<Record>>,
    /// Pages drawn, by all that they show.
    pub pages: Memo<Drawn>,
}

/// The finished site.
#[derive(Debug)]
pub struct Site {
    /// The files to publish.
    pub outputs: Outputs,
    /// What the audit said.
    pub verdict: Verdict,
    /// How many pages there are.
    pub pages: usize,
}

/// Sources to site, and what to hand to the next build.
pub fn build(sources: &Sources, options: &Options, memos: &Memos) -> (Site, Memos) {
    let (mut model, records) = understand(sources, options, memos);
    let theme = theme::load(sources, &model.settings.theme, &model.settings.languages);
    model.faults.extend(theme.faults.iter().cloned());
    let verdict = audit::run(&model);
    let books = views::books(&model, &verdict, &theme);
    let input = render::Input {
        sources,
        model: &model,
        theme: &theme,
        books: &books,
    };
    let rendered = render::all(&input, &memos.pages);
    let mut site = Site {
        outputs: rendered.outputs,
        verdict,
        pages: books.iter().map(|book| book.pages.len()).sum(),
    };
    if !rendered.broken.is_empty() {
        site.verdict = templates_broken(&mut model, &theme, &rendered.broken);
    }
    let memos = Memos {
        records,
        pages: rendered.memo,
    };
    (site, memos)
}

/// Sources to what the audit says of them, without drawing a page.
pub fn check(sources: &Sources, options: &Options) -> (Model, Verdict) {
    let (mut model, _) = understand(sources, options, &Memos::default());
    let theme = theme::load(sources, &model.settings.theme, &model.settings.languages);
    model.faults.extend(theme.faults);
    let verdict = audit::run(&model);
    (model, verdict)
}

/// Sources to model, and the files read.
fn understand(
    sources: &Sources,
    options: &Options,
    memos: &Memos,
) -> (Model, Memo<Option<Record>>) {
    let setup = parse::setup(sources);
    let (records, memo) = parse::all(sources, &setup, &memos.records);
    let mut model = model::resolve::resolve(&records, &setup, options);
    model.faults.extend(sources.faults.iter().cloned());
    let assets: FxHashSet<FilePath> = sources.assets.keys().cloned().collect();
    model::links::resolve(&mut model, &assets);
    (model, memo)
}

/// A template that cannot be used is a fault like any other; it is seen last.
fn templates_broken(model: &mut Model, theme: &Theme, broken: &[render::Broken]) -> Verdict {
    for broken in broken {
        let file: FilePath = theme.template_file(&broken.template);
        model.faults.push(
            Fault::new("broken-template", Span::new(&file, broken.at.clone()))
                .blank("reason", broken.words()),
        );
    }
    audit::run(model)
}
