//! Links, footnotes and embedded content.

use html5ever::tokenizer::Tag;

use super::{Anchor, Captured, DEEPEST, Element, HtmlReader, Open, attribute, has_class};
use crate::text::{
    document::{Inline, Kind, Mark},
    escape,
};

impl HtmlReader {
    pub(super) fn anchor(&mut self, tag: &Tag) {
        let address = attribute(tag, "href");
        // Footnotes of Hatena: reference and text link to each other.
        if let Some(label) = address.strip_prefix("#f-") {
            let number = self.notes.refer(label);
            self.builder.push(Inline::Note(number));
            self.capture(Captured::Hidden(Element::Anchor));
            return;
        }
        if let Some(label) = address.strip_prefix("#fn-") {
            let number = self.notes.define(label);
            self.builder.end_paragraph();
            self.enter(Open::Note, Some(Kind::Note(number)));
            self.capture(Captured::Hidden(Element::Anchor));
            return;
        }
        let anchor = if address.is_empty() || address.starts_with('#') || has_class(tag, "keyword") {
            Anchor::Nothing
        } else if escape::is_address(address) {
            self.builder.open(Mark::Link(address.to_owned()));
            Anchor::Close
        } else {
            Anchor::Tell(address.to_owned())
        };
        if self.anchors.len() < DEEPEST {
            self.anchors.push(anchor);
        }
    }

    /// An embedded card or video becomes a link.
    pub(super) fn frame(&mut self, tag: &Tag) {
        let source = attribute(tag, "src");
        let query = source.split_once('?').map_or("", |(_, query)| query);
        let card = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "url").map(|(_, url)| url);
        let address = match &card {
            Some(url) if source.contains("hatenablog-parts.com") => url.as_ref(),
            _ => source,
        };
        let title = match attribute(tag, "title") {
            "" => address,
            title => title,
        };
        if escape::is_address(address) {
            self.builder.open(Mark::Link(address.to_owned()));
            self.builder.text(title);
            self.builder.close();
            self.builder.text(" ");
        } else {
            self.text(title);
        }
    }
}
