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
use crate::views::{self, Book};
use rustc_hash::FxHashSet;

/// What a build remembers for the next.
#[derive(Debug, Default)]
pub struct Memos {
    /// Files read, by their text.
    pub records: Memo<Option<Record>>,
    /// Pages drawn, by all that they show.
    pub pages: Memo<Drawn>,
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
    /// What the files were made from: the organisation, and its pages.
    pub model: Model,
    /// One book per language.
    pub books: Vec<Book>,
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
    let (mut model, theme, records) = understand(sources, options, &memos.records, begin);
    begin(Phase::Audit);
    let verdict = audit::run(&model);
    begin(Phase::Views);
    let books = views::books(&model, &verdict, &theme);
    begin(Phase::Render);
    let rendered = render::all(sources, &model, &theme, &books, &memos.pages);
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
        books,
    };
    let memos = Memos {
        records,
        pages: rendered.memo,
    };
    (site, memos)
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
    let (model, _, _) = understand(sources, options, &Memo::default(), begin);
    begin(Phase::Audit);
    let verdict = audit::run(&model);
    (model, verdict)
}

/// Sources to model and theme, and the files read.
fn understand(
    sources: &Sources,
    options: &Options,
    memo: &Memo<Option<Record>>,
    begin: &mut dyn FnMut(Phase),
) -> (Model, Theme, Memo<Option<Record>>) {
    begin(Phase::Parse);
    let setup = parse::setup(sources);
    let (records, memo) = parse::all(sources, &setup, memo);
    begin(Phase::Resolve);
    let mut model = model::resolve::resolve(&records, &setup, options);
    model.faults.extend(sources.faults.iter().cloned());
    let assets: FxHashSet<FilePath> = sources.assets.keys().cloned().collect();
    model::links::resolve(&mut model, &assets);
    if let Some(theme) = &sources.theme {
        model.settings.theme.clone_from(theme);
    }
    let theme = theme::load(sources, &model.settings.theme, &model.settings.languages);
    model.faults.extend(theme.faults.iter().cloned());
    (model, theme, memo)
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
