//! The template engine: Tera, the frame that all pages of a language share, and one page's bytes.

use crate::memo::{Digest, digest};
use crate::model::Model;
use crate::render::navigation::{self, Navigation};
use crate::render::prose;
use crate::text::{Language, Words};
use crate::theme::{Strings, Theme};
use crate::views::Book;
use crate::views::page::Page;
use crate::views::url;
use serde::Serialize;
use std::ops::Range;
use std::sync::Arc;
use tera::{Context, ErrorKind, Tera, Value};

/// The theme's templates, compiled.
#[derive(Debug)]
pub struct Engine {
    tera: Tera,
}

/// What frames and the files beside the pages are made with.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    /// The compiled templates.
    pub engine: &'a Engine,
    /// For the settings.
    pub model: &'a Model,
    /// For the words.
    pub theme: &'a Theme,
}

/// A template that cannot be used, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The template's path below `templates/`.
    pub template: String,
    /// The bytes that are wrong, where the engine knows.
    pub at: Range<usize>,
    /// What the engine says.
    pub reason: String,
}

/// What all pages of one language share.
#[derive(Debug)]
pub struct Frame {
    site: Site,
    strings: Value,
    words: Strings,
    navigation: Navigation,
    digest: Digest,
}

/// What every page says of the site.
#[derive(Clone, Debug, Serialize)]
struct Site {
    title: String,
    organisation: String,
    language: String,
    /// Under which name browsers keep a reader's choices.
    id: String,
    base_url: String,
    allows_robots: bool,
    is_handbook: bool,
}

/// What a page says of itself besides its own fields.
#[derive(Serialize)]
struct Here<'a> {
    /// The way up to the top of the site: `../`, or nothing.
    top: String,
    /// The address of home.
    home: String,
    file: &'a str,
    language: &'a str,
    template: &'a str,
    path: &'a str,
}

impl Engine {
    /// Compiles the theme's templates.
    pub fn new(theme: &Theme) -> Result<Engine, Broken> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html", ".xml"]);
        let templates: Vec<(&str, &str)> = theme
            .templates
            .iter()
            .map(|(path, text)| (path.as_str(), &**text))
            .collect();
        tera.add_raw_templates(templates)
            .map_err(|error| broken(&error))?;
        Ok(Engine { tera })
    }

    /// Draws a template.
    pub fn draw(&self, template: &str, context: &Context) -> Result<String, Broken> {
        self.tera
            .render(template, context)
            .map_err(|error| broken(&error))
    }

    /// Draws a page, in pieces of which some are shared with other pages.
    pub fn page(&self, page: &Page, frame: &Frame) -> Result<Arc<[Arc<str>]>, Broken> {
        let file = page.address.file(frame.navigation.addresses);
        let mut context = frame.context();
        let body = match &page.prose {
            Some(prose) => prose::html(self, frame, prose)?,
            None => String::new(),
        };
        let up = "../".repeat(file.matches('/').count());
        context.insert("page", &page.common);
        context.insert("view", &page.view);
        context.insert(
            "here",
            &Here {
                home: url::relative(&file, &frame.navigation.home),
                top: up,
                file: &file,
                language: &page.language.0,
                template: page.template,
                path: &page.address.path,
            },
        );
        context.insert(
            "prose_lang",
            &page.prose.as_ref().and_then(|prose| prose.lang.clone()),
        );
        context.insert_value("prose", Value::safe_string(&body));
        // No author can know this mark, so none can write it.
        let mark = format!("nav-{:032x}", frame.digest);
        context.insert_value("nav", Value::safe_string(&mark));
        let html = self.draw(&format!("{}.html", page.template), &context)?;
        let Some((before, after)) = html.split_once(&mark) else {
            return Ok([html.into()].into());
        };
        let mut pieces = vec![Arc::from(before)];
        pieces.extend(frame.navigation.of(page, &file));
        pieces.push(Arc::from(after));
        Ok(pieces.into())
    }
}

impl Frame {
    /// Prepares what the pages of a book share.
    pub fn new(shared: &Shared<'_>, book: &Book) -> Frame {
        let Shared {
            engine,
            model,
            theme,
        } = *shared;
        let fallback = Language::new("zh");
        let language = book.pages.first().map_or(&fallback, |page| &page.language);
        let words = theme.strings.get(language).cloned().unwrap_or_default();
        let settings = &model.settings;
        let title = settings.title.say(language).to_owned();
        let title = if title.is_empty() {
            words.say("site.untitled").to_owned()
        } else {
            title
        };
        let id = settings.site_id.clone().unwrap_or_else(|| {
            format!(
                "{:08x}",
                digest(&[settings.title.master.as_bytes()]) & 0xffff_ffff
            )
        });
        let site = Site {
            title,
            organisation: settings.organisation.say(language).to_owned(),
            language: language.to_string(),
            id,
            base_url: settings.base_url.clone().unwrap_or_default(),
            allows_robots: settings.allows_robots,
            is_handbook: settings.is_handbook,
        };
        let tree = words.tree();
        let mut frame = Frame {
            strings: Value::from_serializable(&tree),
            digest: digest(&[
                &serde_json::to_vec(&site).unwrap_or_default(),
                tree.to_string().as_bytes(),
            ]),
            site,
            words,
            navigation: Navigation::empty(model, language),
        };
        frame.navigation = navigation::draw(engine, &frame, model, book);
        frame
    }

    /// A context that holds what all pages share.
    pub fn context(&self) -> Context {
        let mut context = Context::new();
        context.insert("site", &self.site);
        context.insert_value("t", self.strings.clone());
        context
    }

    /// A word of the theme in the frame's language.
    pub fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.say(key)
    }

    /// The digest of all of the frame that a page shows.
    pub fn digest_for(&self, page: &Page) -> Digest {
        let navigation = self.navigation.digest_for(page);
        digest(&[&self.digest.to_le_bytes(), &navigation.to_le_bytes()])
    }
}

fn broken(error: &tera::Error) -> Broken {
    let reported = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    match reported {
        Some(report) => Broken {
            template: report.filename().to_owned(),
            at: report.span().range.clone(),
            reason: report.message().to_owned(),
        },
        None => Broken {
            template: String::new(),
            at: 0..0,
            reason: error.to_string(),
        },
    }
}

impl Broken {
    /// What the engine says, for a finding's blank.
    pub fn words(&self) -> Words {
        Words::from(self.reason.lines().next().unwrap_or_default())
    }
}
