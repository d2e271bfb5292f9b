//! Pages and theme to the bytes of the site. HTML and Tera are known only here.

mod engine;
mod navigation;
mod prose;
mod extras;

pub use engine::{Broken, Engine, Frame, Shared};

use crate::memo::{Digest, Memo, digest};
use crate::model::Model;
use crate::sources::{Bytes, Sources};
use crate::span::FilePath;
use crate::theme::Theme;
use crate::views::Book;
use crate::views::page::Page;
use crate::views::sight::asset_file;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every file of the site by its path below the output folder.
pub type Outputs = BTreeMap<FilePath, Bytes>;

/// A page drawn, or why it could not be.
pub type Drawn = Result<Vec<Arc<str>>, Broken>;

/// What drawing came to.
#[derive(Debug)]
pub struct Rendered {
    /// The files.
    pub outputs: Outputs,
    /// Pages drawn, for the next build.
    pub memo: Memo<Drawn>,
    /// Templates that are wrong, each once.
    pub broken: Vec<Broken>,
}

/// What the site is drawn from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// For the assets.
    pub sources: &'a Sources,
    /// For the settings and former addresses.
    pub model: &'a Model,
    /// How it looks.
    pub theme: &'a Theme,
    /// The pages, by language.
    pub books: &'a [Book],
}

/// Draws every page, each once per distinct theme, frame and content, and adds what stands beside them.
pub fn all(input: &Input<'_>, memo: &Memo<Drawn>) -> Rendered {
    let engine = match Engine::new(input.theme) {
        Ok(engine) => engine,
        Err(broken) => {
            return Rendered {
                outputs: Outputs::new(),
                memo: Memo::default(),
                broken: vec![broken],
            };
        }
    };
    let shared = Shared {
        engine: &engine,
        model: input.model,
        theme: input.theme,
    };
    let frames: Vec<Frame> = input
        .books
        .iter()
        .map(|book| Frame::new(&shared, book))
        .collect();
    let jobs: Vec<(&Page, &Frame)> = input
        .books
        .iter()
        .zip(&frames)
        .flat_map(|(book, frame)| book.pages.iter().map(move |page| (page, frame)))
        .collect();
    let (drawn, memo) = memo.map(
        &jobs,
        |(page, frame)| key(page, frame, input.theme),
        |(page, frame)| engine.page(page, frame),
    );
    let mut outputs = Outputs::new();
    let mut broken = Vec::new();
    for ((page, _), drawn) in jobs.iter().zip(drawn) {
        match &*drawn {
            Ok(html) => {
                let file = page.address.file(input.model.settings.addresses);
                outputs.insert(file.into(), Bytes::Pieces(html.clone()));
            }
            Err(why) if !broken.contains(why) => broken.push(why.clone()),
            Err(_) => {}
        }
    }
    extras::add(&mut outputs, &shared, input.books, &frames);
    add_assets(&mut outputs, input.sources, input.theme);
    Rendered {
        outputs,
        memo,
        broken,
    }
}

fn key(page: &Page, frame: &Frame, theme: &Theme) -> Digest {
    let section = frame.digest_for(page);
    digest(&[
        &page.digest().to_le_bytes(),
        &section.to_le_bytes(),
        &theme.digest.to_le_bytes(),
    ])
}

/// The theme's own files below `static/`, and the handbook's pictures and other files where they lie.
fn add_assets(outputs: &mut Outputs, sources: &Sources, theme: &Theme) {
    for (path, bytes) in &theme.statics {
        outputs.insert(
            format!("static/{path}").into(),
            Bytes::Own(Arc::clone(bytes)),
        );
    }
    for (path, asset) in &sources.assets {
        if path.starts_with("content/") {
            let file = asset_file(path).into();
            outputs
                .entry(file)
                .or_insert_with(|| Bytes::Asset(asset.clone()));
        }
    }
}
