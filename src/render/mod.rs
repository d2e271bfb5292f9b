//! Pages and theme to the bytes of the site. HTML and Tera are known only here.

mod engine;
mod navigation;
mod prose;
mod extras;

pub use engine::{Broken, Engine, Frame, Shared};

use crate::memo::{Digest, Memo, Remembered, digest};
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
pub type Drawn = Result<Arc<[Arc<str>]>, Broken>;

/// What drawing remembers for the next build.
#[derive(Debug, Default)]
pub struct Memos {
    /// The compiled templates, by the theme.
    pub engine: Remembered<Result<Engine, Broken>>,
    /// The frame of each language, by the theme and all folders.
    pub frames: Remembered<Vec<Frame>>,
    /// Pages drawn, by all that they show.
    pub pages: Memo<Drawn>,
}

/// What drawing came to.
#[derive(Debug)]
pub struct Rendered {
    /// The files.
    pub outputs: Outputs,
    /// For the next build.
    pub memos: Memos,
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
pub fn all(input: &Input<'_>, memos: &Memos) -> Rendered {
    let (compiled, engine_memo) = memos
        .engine
        .get(input.theme.digest, || Engine::new(input.theme));
    let engine = match &*compiled {
        Ok(engine) => engine,
        Err(broken) => {
            return Rendered {
                outputs: Outputs::new(),
                memos: Memos::default(),
                broken: vec![broken.clone()],
            };
        }
    };
    let shared = Shared {
        engine,
        model: input.model,
        theme: input.theme,
    };
    let (frames, frames_memo) = memos.frames.get(frames_key(input), || {
        input
            .books
            .iter()
            .map(|book| Frame::new(&shared, book))
            .collect()
    });
    let jobs: Vec<(&Page, &Frame)> = input
        .books
        .iter()
        .zip(&*frames)
        .flat_map(|(book, frame)| book.pages.iter().map(move |page| (&**page, frame)))
        .collect();
    let (drawn, pages) = memos.pages.map(
        &jobs,
        |(page, frame)| key(page, frame, input.theme),
        |(page, frame)| engine.page(page, frame),
    );
    let mut outputs = Outputs::new();
    let mut broken = Vec::new();
    for ((page, _), drawn) in jobs.iter().zip(drawn) {
        match &*drawn {
            Ok(pieces) => {
                let file = page.address.file(input.model.settings.addresses);
                outputs.insert(file.into(), Bytes::Pieces(Arc::clone(pieces)));
            }
            Err(why) if !broken.contains(why) => broken.push(why.clone()),
            Err(_) => {}
        }
    }
    extras::add(&mut outputs, &shared, input.books, &frames);
    add_assets(&mut outputs, input.sources, input.theme);
    Rendered {
        outputs,
        memos: Memos {
            engine: engine_memo,
            frames: frames_memo,
            pages,
        },
        broken,
    }
}

/// A frame shows the folders, the theme's words and what the settings say of the site.
fn frames_key(input: &Input<'_>) -> Digest {
    let folders: Vec<[u8; 16]> = input
        .books
        .iter()
        .map(|book| book.digest.to_le_bytes())
        .collect();
    let settings = format!("{:?}", input.model.settings);
    digest(&[
        folders.as_flattened(),
        &input.theme.digest.to_le_bytes(),
        settings.as_bytes(),
    ])
}

fn key(page: &Page, frame: &Frame, theme: &Theme) -> Digest {
    let section = frame.digest_for(page);
    digest(&[
        &page.digest.to_le_bytes(),
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
