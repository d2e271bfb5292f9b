//! Footnotes: numbered in the order in which the text refers to them, shown at the end.

use super::Piece;
use super::cjk::Side;
use super::out::{Out, Part};
use super::write::Writer;
use crate::fault::Fault;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The footnotes of a fragment.
#[derive(Default)]
pub(super) struct Notes {
    all: Vec<Note>,
    by_label: FxHashMap<String, usize>,
    /// What was being written when a footnote's text began, and whose it is.
    open: Vec<(usize, Out)>,
}

#[derive(Default)]
struct Note {
    label: String,
    number: Option<usize>,
    references: usize,
    parts: Vec<Part>,
    place: Option<Range<usize>>,
}

impl Notes {
    fn index(&mut self, label: &str) -> usize {
        let key = label.to_lowercase();
        if let Some(index) = self.by_label.get(&key) {
            return *index;
        }
        let index = self.all.len();
        self.by_label.insert(key, index);
        self.all.push(Note {
            label: label.to_owned(),
            ..Note::default()
        });
        index
    }
}

impl Writer<'_> {
    pub(super) fn note_reference(&mut self, shown: &str) {
        let label = self.veil.lift(shown).into_owned();
        let index = self.notes.index(&label);
        let number = self.number(index);
        let note = &mut self.notes.all[index];
        note.references += 1;
        let id = back_id(number, note.references);
        self.settle(Side::Other);
        self.last = Side::Other;
        self.out.html(&format!(
            "<sup class=\"fn-ref\"><a href=\"#fn:{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    pub(super) fn start_note(&mut self, shown: &str, range: Range<usize>) {
        let label = self.veil.lift(shown).into_owned();
        let index = self.notes.index(&label);
        self.notes.all[index].place = Some(range);
        let outer = std::mem::take(&mut self.out);
        self.notes.open.push((index, outer));
    }

    pub(super) fn end_note(&mut self) {
        if let Some((index, outer)) = self.notes.open.pop() {
            let written = std::mem::replace(&mut self.out, outer);
            self.notes.all[index].parts.extend(written.into_parts());
        }
    }

    /// Write the footnotes of the fragment, if it has any.
    pub(super) fn write_notes(&mut self) {
        if self.notes.all.is_empty() {
            return;
        }
        for index in 0..self.notes.all.len() {
            let note = &self.notes.all[index];
            if note.references == 0
                && let Some(place) = note.place.clone()
            {
                let label = note.label.clone();
                let fault = Fault::new("unused-footnote", self.first_line(place));
                self.fault(fault.blank("label", label));
            }
            self.number(index);
        }
        let mut notes = std::mem::take(&mut self.notes.all);
        notes.sort_by_key(|note| note.number);
        let first = notes.first().and_then(|note| note.number).unwrap_or(1);
        self.open_line("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        self.out.own(Piece::Word("footnotes"));
        self.out.html("\">\n");
        self.out.html(&if first == 1 {
            "<ol>\n".to_owned()
        } else {
            format!("<ol start=\"{first}\">\n")
        });
        for note in notes {
            self.write_note(note);
        }
        self.out.html("</ol>\n</section>\n");
    }

    fn write_note(&mut self, note: Note) {
        let number = note.number.unwrap_or_default();
        self.out.html(&format!("<li id=\"fn:{number}\">"));
        let mut parts = note.parts;
        let paragraph = match parts.last_mut() {
            Some(Part::Html(html)) if html.ends_with("</p>\n") => {
                html.truncate(html.len() - "</p>\n".len());
                "</p>\n"
            }
            _ => "",
        };
        for part in parts {
            match part {
                Part::Html(html) => self.out.html(&html),
                Part::Own(piece) => self.out.own(piece),
            }
        }
        for reference in 1..=note.references {
            let id = back_id(number, reference);
            self.out.html(&format!(
                " <a class=\"fn-back\" href=\"#{id}\" aria-label=\""
            ));
            self.out.own(Piece::Word("footnote-back"));
            self.out.html("\">↩</a>");
        }
        self.out.html(paragraph);
        self.out.html("</li>\n");
    }

    /// The note's number in the page, given when it is first asked for.
    fn number(&mut self, index: usize) -> usize {
        let page = &mut *self.page;
        *self.notes.all[index].number.get_or_insert_with(|| {
            page.notes += 1;
            page.notes
        })
    }
}

fn back_id(number: usize, reference: usize) -> String {
    if reference == 1 {
        format!("fnref:{number}")
    } else {
        format!("fnref:{number}-{reference}")
    }
}
