//! Where HTML and holes are written to, and where something can still be put in afterwards.

use super::Piece;

/// A stretch of output.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// HTML, perhaps with tags that the author wrote.
    Html(String),
    /// A hole, or HTML that is not to be cleaned: it is made here and has no author's text.
    Own(Piece),
}

/// Output being written.
#[derive(Debug, Default)]
pub(super) struct Out {
    parts: Vec<Part>,
    html: String,
}

/// A place in output already written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    part: usize,
    byte: usize,
}

impl Out {
    /// Output that expects about this many bytes.
    pub(super) fn sized(bytes: usize) -> Out {
        Out {
            parts: Vec::new(),
            html: String::with_capacity(bytes),
        }
    }

    /// Write HTML.
    pub(super) fn html(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// The HTML that is being written, to be added to.
    pub(super) fn tail(&mut self) -> &mut String {
        &mut self.html
    }

    /// Write a hole.
    pub(super) fn own(&mut self, piece: Piece) {
        self.parts.push(Part::Html(std::mem::take(&mut self.html)));
        self.parts.push(Part::Own(piece));
    }

    /// Write what is finished and clean already.
    pub(super) fn pieces(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            self.own(piece);
        }
    }

    /// Begin a new line unless one has just begun.
    pub(super) fn line(&mut self) {
        let begun = match (self.html.as_str(), self.parts.last()) {
            ("", None | Some(Part::Own(Piece::TitleEnd))) => true,
            ("", Some(Part::Own(Piece::Html(html)))) => html.ends_with('\n'),
            (html, _) => html.ends_with('\n'),
        };
        if !begun {
            self.html.push('\n');
        }
    }

    /// The place written to now.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            part: self.parts.len(),
            byte: self.html.len(),
        }
    }

    /// Whether nothing has been written.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.html.is_empty()
    }

    /// Put `html` in at `mark`.
    pub(super) fn insert(&mut self, mark: Mark, html: &str) {
        self.at(mark).insert_str(mark.byte, html);
    }

    /// Take the byte after `mark` out again.
    pub(super) fn remove(&mut self, mark: Mark) {
        self.at(mark).remove(mark.byte);
    }

    /// Everything that was written.
    pub(super) fn into_parts(mut self) -> Vec<Part> {
        self.parts.push(Part::Html(self.html));
        self.parts
    }

    fn at(&mut self, mark: Mark) -> &mut String {
        match self.parts.get_mut(mark.part) {
            Some(Part::Html(html)) => html,
            _ => &mut self.html,
        }
    }
}

/// The parts as pieces, neighbouring HTML joined.
pub(super) fn joined(parts: Vec<Part>) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(parts.len());
    for part in parts {
        let piece = match part {
            Part::Html(html) => Piece::Html(html),
            Part::Own(piece) => piece,
        };
        push(&mut pieces, piece);
    }
    pieces
}

/// Add a piece, to the one before it where both are HTML.
pub(super) fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (_, Piece::Html(html)) if html.is_empty() => {}
        (Some(Piece::Html(before)), Piece::Html(html)) => before.push_str(&html),
        (_, piece) => pieces.push(piece),
    }
}
