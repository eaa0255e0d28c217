//! Links, footnotes, pictures and embedded content.

use html5ever::Attribute;
use url::Url;

use super::{Anchor, Descent, HtmlReader, Open, attribute, has_class};
use crate::text::{
    document::{Inline, Kind, Mark},
    escape,
};

/// The most links that may be open at once; further ones are ignored.
const DEEPEST: usize = 200;

/// The endings of pages and files, by which a relative link differs from the name of a host.
const FILES: [&str; 9] = [".html", ".htm", ".php", ".pdf", ".md", ".txt", ".png", ".jpg", ".svg"];

impl HtmlReader<'_> {
    pub(super) fn anchor(&mut self, attributes: &[Attribute]) -> Descent {
        let address = attribute(attributes, "href");
        // Footnotes of Hatena: reference and text link to each other.
        if let Some(label) = address.strip_prefix("#f-") {
            let number = self.notes.refer(label);
            self.builder.push(Inline::Note(number));
            return Descent::Past;
        }
        if let Some(label) = address.strip_prefix("#fn-") {
            let number = self.notes.define(label);
            self.builder.end_paragraph();
            self.enter_container(Open::Note, Some(Kind::Note(number)));
            return Descent::Past;
        }
        let is_needless = address.is_empty() || address.starts_with('#') || has_class(attributes, "keyword");
        let anchor = match self.resolved(address) {
            _ if is_needless => Anchor::Nothing,
            Some(address) => {
                self.mark(Mark::Link(address.clone()));
                Anchor::Close(address)
            }
            None => Anchor::Tell(address.to_owned()),
        };
        if self.anchors.len() < DEEPEST {
            self.anchors.push(anchor);
        }
        Descent::Into
    }

    pub(super) fn end_anchor(&mut self) {
        match self.anchors.pop() {
            // It may have been opened in text that was read before this tag.
            Some(Anchor::Close(_)) | None => self.end_mark(),
            Some(Anchor::Tell(address)) => self.text(&format!(" ({address})")),
            Some(Anchor::Nothing) => {}
        }
    }

    /// The address of a link that can be shown.
    pub(super) fn resolved(&self, address: &str) -> Option<String> {
        resolve(address, self.base)
    }

    /// Marks the place of a picture, with its words and the link around it.
    pub(super) fn picture(&mut self, attributes: &[Attribute]) {
        let source = attribute(attributes, "src");
        let source = match source.starts_with("data:") {
            true => "(within the page)".to_owned(),
            false => self.resolved(source).unwrap_or_else(|| source.to_owned()),
        };
        let mut what = format!("{} {source}", attribute(attributes, "alt"));
        if let Some(Anchor::Close(address)) = self.anchors.last().filter(|_| !self.builder.has_words())
            && *address != source
        {
            what.push_str(&format!(", which leads to {address}"));
        }
        self.builder.picture(&what);
    }

    /// An embedded card or video becomes a link.
    pub(super) fn frame(&mut self, attributes: &[Attribute]) {
        let source = attribute(attributes, "src");
        let query = source.split_once('?').map_or("", |(_, query)| query);
        let card = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "url").map(|(_, url)| url);
        let address = match &card {
            Some(url) if source.contains("hatenablog-parts.com") => url.as_ref(),
            _ => source,
        };
        self.embedded(address, attribute(attributes, "title"));
    }

    /// A recording becomes a link.
    pub(super) fn media(&mut self, attributes: &[Attribute]) {
        let source = ["src", "data"].map(|name| attribute(attributes, name)).into_iter().find(|it| !it.is_empty());
        source.into_iter().for_each(|source| self.embedded(source, attribute(attributes, "title")));
    }

    fn embedded(&mut self, address: &str, title: &str) {
        let title = if title.is_empty() { address } else { title };
        match self.resolved(address) {
            Some(address) => {
                self.builder.open(Mark::Link(address));
                self.builder.text(title);
                self.builder.close();
                self.builder.text(" ");
            }
            None => self.text(title),
        }
    }
}

/// The web address of a link: its own, or that of a relative link on the site of the source.
///
/// `boards.example` is a host without its scheme rather than a page beside the source, so that it has none.
pub(crate) fn resolve(address: &str, base: Option<&Url>) -> Option<String> {
    if escape::is_address(address) {
        return Some(address.to_owned());
    }
    if let Some(rest) = address.strip_prefix("//") {
        let scheme = base.map_or("https", Url::scheme);
        return Some(format!("{scheme}://{rest}")).filter(|address| escape::is_address(address));
    }
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    let is_page = FILES.iter().any(|end| first.to_ascii_lowercase().ends_with(end));
    let is_relative = !address.contains(':') && !address.starts_with('#');
    let is_host = first.contains('.') && !first.starts_with('.') && !is_page;
    let base = base.filter(|_| is_relative && !is_host && !address.is_empty())?;
    Some(String::from(base.join(address).ok()?)).filter(|address| escape::is_address(address))
}
