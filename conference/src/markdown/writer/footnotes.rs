//! Writes the references to footnotes, and the list of footnotes at the end of a page.

use super::Writer;
use crate::{
    Footnote, Footnotes,
    markdown::{escape, footnotes::Note, ids, rendering::Rendering},
};

impl Writer<'_, '_> {
    /// Writes a footnote reference.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let key = label.to_lowercase();
        let slug = ids::from_words(label, "note");
        let rendering = &mut *self.rendering;
        // The parser reports only references to defined footnotes.
        let Some(definition) = rendering.footnotes.definitions.get_mut(&key) else { return };
        let number = *definition.number.get_or_insert_with(|| {
            let id = rendering.ids.derive(&format!("fn-{slug}"));
            rendering.footnotes.notes.push(Note { key, id, references: Vec::new(), referrers: Vec::new() });
            rendering.footnotes.notes.len()
        });
        let note = &mut rendering.footnotes.notes[number - 1];
        let id = rendering.ids.derive(&format!("fnref-{slug}"));
        self.html.push_str("<sup class=\"footnote\"><a href=\"#");
        escape::attribute(&mut self.html, &escape::url(&note.id));
        self.html.push_str("\" id=\"");
        escape::attribute(&mut self.html, &id);
        let label = rendering.labels.footnote;
        self.html.push_str(&format!("\" role=\"doc-noteref\" aria-label=\"{label}{number}\">{number}</a></sup>"));
        note.references.push(id);
        // In the order of the text: equal ones follow each other.
        if note.referrers.last() != Some(&rendering.footnotes.asked) {
            note.referrers.push(rendering.footnotes.asked);
        }
    }
}

/// Writes all referenced footnotes. Returns them with their words.
pub(in crate::markdown) fn write(rendering: &mut Rendering<'_>) -> Option<(Footnotes, String)> {
    if rendering.footnotes.notes.is_empty() {
        return None;
    }
    let mut places = Vec::new();
    let label = rendering.labels.footnotes;
    let mut html = format!("<div class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{label}\">\n<ol>\n");
    let mut text = String::new();
    // A footnote may refer to further ones, which are appended to the list during the loop.
    let mut place = 0;
    while let Some(note) = rendering.footnotes.notes.get(place) {
        let key = note.key.clone();
        rendering.footnotes.asked = note.referrers.first().copied().flatten();
        let events = rendering.footnotes.definitions.get_mut(&key).map(|note| std::mem::take(&mut note.events));
        let mut writer = Writer::new(rendering);
        writer.write(&events.unwrap_or_default());
        let piece = writer.finish();
        place += 1;
        let note = &rendering.footnotes.notes[place - 1];
        let back = back_links(&note.references, place, rendering);
        html.push_str("<li id=\"");
        escape::attribute(&mut html, &note.id);
        html.push_str("\">\n");
        let start = html.len();
        match piece.html.strip_suffix("</p>") {
            Some(start) => html.push_str(&format!("{start} {back}</p>\n")),
            None => html.push_str(&format!("{}\n<p>{back}</p>\n", piece.html)),
        }
        places.push(start..html.len());
        html.push_str("</li>\n");
        text.push_str(&piece.text);
        text.push('\n');
    }
    html.push_str("</ol>\n</div>");
    let notes = std::mem::take(&mut rendering.footnotes.notes).into_iter().zip(places);
    let notes = notes.map(|(note, place)| Footnote { place, referrers: note.referrers }).collect();
    Some((Footnotes { html, notes }, text.trim().to_owned()))
}

fn back_links(references: &[String], number: usize, rendering: &Rendering<'_>) -> String {
    let (before, after) = rendering.labels.back;
    let links = references.iter().enumerate().map(|(place, id)| {
        let mut link = String::from("<a href=\"#");
        escape::attribute(&mut link, &escape::url(id));
        let nth = if place == 0 { String::new() } else { format!("-{}", place + 1) };
        // As text: U+FE0E keeps the arrow from becoming an emoji.
        link + &format!(
            "\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"{before}{number}{nth}{after}\">↩\u{FE0E}</a>"
        )
    });
    links.collect::<Vec<_>>().join(" ")
}
