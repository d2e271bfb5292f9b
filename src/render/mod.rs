//! Pages and theme to the bytes of the site. HTML and Tera are known only here.

mod engine;
mod navigation;
mod prose;
mod extras;

pub use engine::{Broken, Engine};

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
pub type Drawn = Result<Arc<str>, Broken>;

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

/// Draws every page, each once per distinct theme, frame and content, and adds what stands beside them.
pub fn all(
    sources: &Sources,
    model: &Model,
    theme: &Theme,
    books: &[Book],
    memo: &Memo<Drawn>,
) -> Rendered {
    let engine = match Engine::new(theme) {
        Ok(engine) => engine,
        Err(broken) => {
            return Rendered {
                outputs: Outputs::new(),
                memo: Memo::default(),
                broken: vec![broken],
            };
        }
    };
    let frames: Vec<engine::Frame> = books
        .iter()
        .map(|book| engine::Frame::new(&engine, model, theme, book))
        .collect();
    let jobs: Vec<(&Page, &engine::Frame)> = books
        .iter()
        .zip(&frames)
        .flat_map(|(book, frame)| book.pages.iter().map(move |page| (page, frame)))
        .collect();
    let (drawn, memo) = memo.map(
        &jobs,
        |(page, frame)| key(page, frame, theme),
        |(page, frame)| engine.page(page, frame),
    );
    let mut outputs = Outputs::new();
    let mut broken = Vec::new();
    for ((page, _), drawn) in jobs.iter().zip(drawn) {
        match &*drawn {
            Ok(html) => {
                _ = outputs.insert(
                    page.address.file(model.settings.addresses).into(),
                    Bytes::Pieces(vec![Arc::clone(html)]),
                )
            }
            Err(why) if !broken.contains(why) => broken.push(why.clone()),
            Err(_) => {}
        }
    }
    extras::add(&mut outputs, &engine, model, theme, books);
    add_assets(&mut outputs, sources, theme);
    Rendered {
        outputs,
        memo,
        broken,
    }
}

fn key(page: &Page, frame: &engine::Frame, theme: &Theme) -> Digest {
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
            outputs
                .entry(asset_file(path).into())
                .or_insert_with(|| Bytes::Asset(asset.clone()));
        }
    }
}
