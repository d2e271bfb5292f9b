//! The whole program as one function.

use crate::audit::{self, Verdict};
use crate::fault::Fault;
use crate::memo::{Memo, Remembered};
use crate::model::{self, Model, Options};
use crate::parse::{self, record::Record};
use crate::render::{self, Outputs};
use crate::sources::Sources;
use crate::span::{FilePath, Span};
use crate::theme::{self, Theme};
use crate::views::{self, Book};
use std::collections::BTreeSet;

/// What a build remembers for the next.
#[derive(Debug, Default)]
pub struct Memos {
    /// Files read, by their text.
    pub records: Memo<Option<Record>>,
    /// The organisation and where prose leads.
    pub model: model::Memos,
    /// Pages, by all that they are made from but their prose.
    pub books: Remembered<Vec<Book>>,
    /// Pages drawn.
    pub render: render::Memos,
}

/// A part of the work, told when it begins so that an edge can time it and show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Texts become records.
    Parse,
    /// Records become the model; the theme is loaded.
    Resolve,
    /// Rules look at the model.
    Audit,
    /// The model becomes pages.
    Views,
    /// Pages become files.
    Render,
}

/// The finished site.
#[derive(Debug)]
pub struct Site {
    /// The files to publish.
    pub outputs: Outputs,
    /// What the audit said.
    pub verdict: Verdict,
    /// What the files were made from.
    pub model: Model,
    /// Whether every page could be drawn; a site that is not whole must not be published.
    pub is_whole: bool,
    /// How many pages there are.
    pub pages: usize,
}

/// Sources to site, and what to hand to the next build.
pub fn build(sources: &Sources, options: &Options, memos: &Memos) -> (Site, Memos) {
    build_with(sources, options, memos, &mut |_| {})
}

/// The same; `begin` is called when a part of the work begins.
pub fn build_with(
    sources: &Sources,
    options: &Options,
    memos: &Memos,
    begin: &mut dyn FnMut(Phase),
) -> (Site, Memos) {
    let mut next = Memos::default();
    let (mut model, theme) = understand(sources, options, (memos, &mut next), begin);
    begin(Phase::Audit);
    let verdict = audit::run(&model);
    begin(Phase::Views);
    let input = views::Input {
        model: &model,
        verdict: &verdict,
        theme: &theme,
    };
    let (books, books_memo) = views::books(&input, &memos.books);
    begin(Phase::Render);
    let input = render::Input {
        sources,
        model: &model,
        theme: &theme,
        books: &books,
    };
    let rendered = render::all(&input, &memos.render);
    next.books = books_memo;
    next.render = rendered.memos;
    let is_whole = rendered.broken.is_empty();
    let verdict = if is_whole {
        verdict
    } else {
        templates_broken(&mut model, &theme, &rendered.broken)
    };
    let site = Site {
        outputs: rendered.outputs,
        verdict,
        is_whole,
        pages: books.iter().map(|book| book.pages.len()).sum(),
        model,
    };
    (site, next)
}

/// Sources to what the audit says of them, without drawing a page.
pub fn check(sources: &Sources, options: &Options) -> (Model, Verdict) {
    check_with(sources, options, &mut |_| {})
}

/// The same; `begin` is called when a part of the work begins.
pub fn check_with(
    sources: &Sources,
    options: &Options,
    begin: &mut dyn FnMut(Phase),
) -> (Model, Verdict) {
    let memos = (&Memos::default(), &mut Memos::default());
    let (model, _) = understand(sources, options, memos, begin);
    begin(Phase::Audit);
    let verdict = audit::run(&model);
    (model, verdict)
}

/// Sources to model and theme; what is remembered of both goes from the first memory to the second.
fn understand(
    sources: &Sources,
    options: &Options,
    memos: (&Memos, &mut Memos),
    begin: &mut dyn FnMut(Phase),
) -> (Model, Theme) {
    let (before, after) = memos;
    begin(Phase::Parse);
    let setup = parse::setup(sources);
    let (records, records_memo) = parse::all(sources, &setup, &before.records);
    begin(Phase::Resolve);
    let assets: BTreeSet<FilePath> = sources.assets.keys().cloned().collect();
    let input = model::Input {
        records,
        setup: &setup,
        options,
        assets: &assets,
    };
    let (mut model, model_memos) = Model::new(input, &before.model);
    let theme = sources.theme.as_deref().unwrap_or(&model.settings.theme);
    let theme = theme::load(sources, theme, &model.settings.languages);
    model.faults.extend(sources.faults.iter().cloned());
    model.faults.extend(theme.faults.iter().cloned());
    after.records = records_memo;
    after.model = model_memos;
    (model, theme)
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
