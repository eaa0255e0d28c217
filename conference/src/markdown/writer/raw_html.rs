//! Writes raw HTML anew, with allowed elements and attributes.

use std::ops::Range;

use super::Writer;
use crate::{
    markdown::{
        escape,
        raw::{ELEMENTS, EVERYWHERE, Element, Kind, Tag, Token, tokens},
    },
    message,
};

/// The deepest nesting of raw HTML. The three inner levels of a table are not counted.
const DEEPEST: usize = 24;

/// Converts a span of the raw HTML into a span of the file.
type Places<'p> = &'p dyn Fn(Range<usize>) -> Range<usize>;

impl Writer<'_, '_> {
    /// Writes a block of raw HTML, or an inline tag.
    pub(super) fn raw(&mut self, html: &str, places: Places<'_>) {
        self.raw.used = true;
        for token in tokens(html) {
            match token {
                Token::Text(text) => self.raw_text(text),
                Token::Open(tag) => self.raw_open(&tag, places),
                Token::Close(name) => self.raw_close(&name),
                Token::Unclosed(span) => {
                    let message = message!(
                        "this is never closed and hides everything after it",
                        "閉じられていないため、この後がすべて隠れます"
                    );
                    self.rendering.error(
                        "unclosed-html",
                        places(span),
                        message,
                        message!("close it where it should end", "終わる場所で閉じてください"),
                    );
                }
            }
        }
    }

    fn raw_text(&mut self, text: &str) {
        // Entities are kept: the sanitiser decodes them.
        let text = text.replace('<', "&lt;").replace('>', "&gt;");
        escape::words(&mut self.html, &text);
        let text = decoded(&text);
        escape::words(&mut self.words, &text);
        self.last = text.trim_end().chars().next_back().or(self.last);
    }

    fn raw_open(&mut self, tag: &Tag<'_>, places: Places<'_>) {
        let place = places(tag.span.clone());
        let allowed = ELEMENTS.iter().find(|element| element.name == tag.name);
        let Some(element) = allowed.filter(|element| !self.in_line || element.is_inline()) else {
            let message = message!(
                "`<{name}>` is not allowed here and is left out",
                "`<{name}>`はここでは使えないため省かれます",
                name = tag.name
            );
            self.rendering.warning(
                "html-not-allowed",
                place,
                message,
                message!("write it in Markdown, or remove it", "Markdownで書くか、消してください"),
            );
            return;
        };
        if matches!(element.kind, Kind::Phrase | Kind::Block) {
            if self.raw.depth >= DEEPEST {
                if !std::mem::replace(&mut self.raw.too_deep, true) {
                    let help = message!(
                        "close what is open, and nest at most {DEEPEST} levels",
                        "開いたものを閉じ、入れ子は{DEEPEST}段までにしてください"
                    );
                    self.rendering.error(
                        "nested-too-deeply",
                        place,
                        message!(
                            "this HTML is nested too deeply and is left out",
                            "HTMLの入れ子が深すぎるため省かれます"
                        ),
                        help,
                    );
                }
                return;
            }
            self.raw.depth += 1;
        }
        if element.kind != Kind::Void {
            *self.raw.open.entry(element.name).or_default() += 1;
        }
        if !element.is_inline() {
            self.separate_words();
        } else if element.name == "br" {
            self.words.push(' ');
        }
        self.report_attributes(element, tag, &place);
        if element.name == "img" {
            self.raw_image(tag, &place);
            return;
        }
        self.html.push('<');
        self.html.push_str(element.name);
        for (name, value) in element.allowed_attributes(tag) {
            if name == "href" {
                self.raw_href(&decoded(value), &place);
            } else {
                raw_attribute(&mut self.html, name, value);
            }
        }
        self.html.push('>');
    }

    fn raw_close(&mut self, name: &str) {
        // An end tag without start tag would close one of our own elements.
        let Some((&name, count)) = self.raw.open.get_key_value(name).filter(|(_, count)| **count > 0) else { return };
        let count = *count - 1;
        self.raw.open.insert(name, count);
        let Some(element) = ELEMENTS.iter().find(|element| element.name == name) else { return };
        if matches!(element.kind, Kind::Phrase | Kind::Block) {
            self.raw.depth -= 1;
        }
        if !element.is_inline() {
            self.separate_words();
        }
        self.html.push_str("</");
        self.html.push_str(name);
        self.html.push('>');
    }

    fn raw_image(&mut self, tag: &Tag<'_>, place: &Range<usize>) {
        let value = |wanted: &str| tag.attributes.iter().find(|(name, _)| name == wanted).map(|&(_, value)| value);
        let shown = self.rendering.image(&decoded(value("src").unwrap_or_default()), place);
        let alternative = value("alt");
        if alternative.is_none() {
            self.warn_of_missing_alternative(place.clone());
        }
        let Some(shown) = shown else {
            self.raw_text(alternative.unwrap_or_default());
            return;
        };
        let mut attributes = String::new();
        raw_attribute(&mut attributes, "alt", alternative.unwrap_or_default());
        for name in EVERYWHERE {
            if let Some(value) = value(name) {
                raw_attribute(&mut attributes, name, value);
            }
        }
        let is_size = |value: &&str| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
        let size = |name| value(name).filter(is_size);
        shown.write(&mut self.html, &attributes, size("width"), size("height"));
    }

    fn raw_href(&mut self, destination: &str, place: &Range<usize>) {
        if let Some(link) = self.rendering.link(destination, place) {
            let mut tag = String::new();
            link.open(&mut tag, "");
            self.html.push_str(tag.trim_start_matches("<a").trim_end_matches('>'));
        }
    }

    fn report_attributes(&mut self, element: &Element, tag: &Tag<'_>, place: &Range<usize>) {
        let removed: Vec<_> = tag.attributes.iter().map(|(name, _)| name).filter(|name| !element.has(name)).collect();
        if let [first, ..] = removed.as_slice() {
            let message = message!(
                "the attribute `{first}` is not allowed on `<{element}>` and is left out",
                "属性`{first}`は`<{element}>`では使えないため省かれます",
                element = element.name
            );
            self.rendering.warning(
                "html-not-allowed",
                place.clone(),
                message,
                message!("remove it: how things look is the page's", "消してください。見た目はページの側で決まります"),
            );
        }
    }
}

fn raw_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    // Entities are kept.
    let value = value.replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    escape::words(html, &value);
    html.push('"');
}

/// Decodes common entities. `&amp;` comes last, so that nothing is decoded twice.
fn decoded(text: &str) -> String {
    let entities =
        [("&nbsp;", "\u{A0}"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}
