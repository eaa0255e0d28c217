//! Turns HTML tokens into a document.

mod links;

use std::cell::RefCell;

use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, states::RawKind};

use super::elements::{Element, Order};
use crate::text::{
    builder::Builder,
    document::{Break, Content, Inline, Kind, Mark},
    notes::Notes,
};

/// The most elements that may be open at once; further ones are ignored.
const DEEPEST: usize = 200;

/// Receives the tokens of the tokenizer.
pub(super) struct Sink(RefCell<HtmlReader>);

struct HtmlReader {
    builder: Builder,
    notes: Notes,
    /// The open containers.
    open: Vec<Open>,
    /// The open inline elements, and how each is closed.
    anchors: Vec<Anchor>,
    /// Text that is captured instead of added.
    captured: Option<(Captured, String)>,
    last: u64,
}

/// An open container.
enum Open {
    List(usize, Option<u64>),
    Item,
    Quote,
    Note,
}

/// The action at the end of a link.
enum Anchor {
    Close,
    Nothing,
    /// The address of the link is added as text.
    Tell(String),
}

/// The reason for capturing text; for code, with its language.
enum Captured {
    Preformatted(String),
    Code,
    Script,
    /// Text that repeats the meaning of markup, up to the end of this element.
    Hidden(Element),
}

impl Sink {
    pub(super) fn new(builder: Builder, notes: Notes) -> Self {
        let (open, anchors) = (Vec::new(), Vec::new());
        Self(RefCell::new(HtmlReader { builder, notes, open, anchors, captured: None, last: 1 }))
    }

    /// Returns the result.
    pub(super) fn finish(self) -> (Builder, Notes) {
        let mut reader = self.0.into_inner();
        // Unclosed captures become text.
        reader.release();
        while reader.leave() {}
        (reader.builder, reader.notes)
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        let passed = usize::try_from(line.saturating_sub(reader.last)).unwrap_or_default();
        reader.builder.line += passed;
        reader.last = line.max(reader.last);
        match token {
            Token::CharacterTokens(text) => reader.text(&text),
            Token::CommentToken(text) => reader.comment(&text),
            Token::TagToken(tag) => return reader.tag(&tag),
            Token::DoctypeToken(_) | Token::NullCharacterToken | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

fn attribute<'t>(tag: &'t Tag, name: &str) -> &'t str {
    let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
    found.map_or("", |attribute| attribute.value.trim())
}

fn has_class(tag: &Tag, name: &str) -> bool {
    attribute(tag, "class").split_whitespace().any(|class| class == name)
}

impl HtmlReader {
    fn text(&mut self, text: &str) {
        if let Some((_, captured)) = &mut self.captured {
            captured.push_str(text);
            return;
        }
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 && self.builder.has_text() {
                self.builder.end_line(Break::Soft);
            }
            let line = line.replace('\t', " ");
            // White space between blocks is the indentation of the source.
            if !line.trim().is_empty() || self.builder.has_text() {
                self.builder.text(&line);
            }
        }
    }

    fn comment(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() && text != "more" && self.captured.is_none() && !self.builder.in_table() {
            self.builder.block(Content::Comment(text.to_owned()));
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let Some(element) = Element::of(&tag.name) else {
            let slash = if tag.kind == TagKind::EndTag { "/" } else { "" };
            let attributes: String =
                tag.attrs.iter().map(|one| format!(" {}=\"{}\"", one.name.local, one.value)).collect();
            self.text(&format!("<{slash}{}{attributes}>", tag.name));
            return TokenSinkResult::Continue;
        };
        match tag.kind {
            TagKind::StartTag => {
                if self.captured.is_none() {
                    self.start(element, tag);
                }
                match element {
                    Element::Script => TokenSinkResult::RawData(RawKind::ScriptData),
                    Element::Style | Element::Frame => TokenSinkResult::RawData(RawKind::Rawtext),
                    _ => TokenSinkResult::Continue,
                }
            }
            TagKind::EndTag => {
                self.end(element);
                TokenSinkResult::Continue
            }
        }
    }

    fn capture(&mut self, captured: Captured) {
        self.captured = Some((captured, String::new()));
    }

    fn start(&mut self, element: Element, tag: &Tag) {
        match element {
            Element::Block | Element::Heading(_) => self.builder.end_paragraph(),
            Element::List(order) => {
                self.builder.end_paragraph();
                let number = self.builder.number();
                let first = attribute(tag, "start").parse().unwrap_or(1);
                self.enter(Open::List(number, (order == Order::Ordered).then_some(first)), None);
            }
            Element::Item => self.item(),
            Element::Term => {
                self.item();
                self.builder.open(Mark::Strong);
            }
            Element::Description if self.builder.has_text() => self.builder.text(": "),
            Element::Description => self.builder.end_paragraph(),
            Element::Quote => self.enter(Open::Quote, Some(Kind::Quote)),
            Element::Preformatted => {
                self.builder.end_paragraph();
                let language = match attribute(tag, "data-lang") {
                    "" => attribute(tag, "class").split_whitespace().find_map(|class| class.strip_prefix("lang-")),
                    language => Some(language),
                };
                self.capture(Captured::Preformatted(language.unwrap_or_default().to_owned()));
            }
            Element::Table => self.builder.start_table(),
            Element::Row if self.builder.in_table() => self.builder.start_row(),
            Element::Break if self.builder.has_text() => self.builder.end_line(Break::Hard),
            Element::Rule if !self.builder.in_table() => self.builder.block(Content::Rule),
            Element::Picture => self.builder.picture(&format!("{} {}", attribute(tag, "alt"), attribute(tag, "src"))),
            Element::Frame => {
                self.frame(tag);
                self.capture(Captured::Hidden(Element::Frame));
            }
            Element::Anchor => self.anchor(tag),
            Element::Strong => self.builder.open(Mark::Strong),
            Element::Emphasis => self.builder.open(Mark::Emphasis),
            Element::Strike => self.builder.open(Mark::Strike),
            Element::Code => self.capture(Captured::Code),
            Element::Ruby => self.builder.text("{"),
            Element::RubyText => self.builder.text("|"),
            Element::RubyParenthesis => self.capture(Captured::Hidden(element)),
            Element::Script => self.capture(Captured::Script),
            Element::Style => self.capture(Captured::Hidden(Element::Style)),
            Element::Span if has_class(tag, "footnote-delimiter") => self.capture(Captured::Hidden(element)),
            Element::Row | Element::Cell | Element::Break | Element::Rule | Element::Span => {}
        }
    }

    fn end(&mut self, element: Element) {
        if let Some((captured, _)) = &self.captured {
            let ends = match captured {
                Captured::Preformatted(_) => Element::Preformatted,
                Captured::Code => Element::Code,
                Captured::Script => Element::Script,
                Captured::Hidden(element) => *element,
            };
            if ends == element {
                self.end_capture();
            }
            return;
        }
        match element {
            Element::Block => {
                self.builder.end_paragraph();
                if matches!(self.open.last(), Some(Open::Note)) {
                    self.leave();
                }
            }
            Element::Heading(level) => self.builder.end_heading(level),
            Element::List(_) => self.leave_to(|open| matches!(open, Open::List(..))),
            Element::Item => self.leave_to(|open| matches!(open, Open::Item)),
            Element::Term => self.builder.close(),
            Element::Description => {}
            Element::Quote => self.leave_to(|open| matches!(open, Open::Quote)),
            Element::Table if self.builder.in_table() => self.builder.end_table(),
            Element::Cell if self.builder.in_table() => self.builder.end_cell(),
            Element::Anchor => match self.anchors.pop() {
                Some(Anchor::Close) => self.builder.close(),
                Some(Anchor::Tell(address)) => self.builder.text(&format!(" ({address})")),
                // It was opened in text that was read before this tag.
                None => self.builder.close(),
                Some(Anchor::Nothing) => {}
            },
            Element::Strong | Element::Emphasis | Element::Strike => self.builder.close(),
            Element::Ruby => self.builder.text("}"),
            _ => {}
        }
    }

    fn end_capture(&mut self) {
        let Some((captured, text)) = self.captured.take() else { return };
        match captured {
            Captured::Preformatted(language) => {
                let text = text.strip_prefix('\n').unwrap_or(&text).to_owned();
                if !text.trim().is_empty() {
                    self.builder.block(Content::Code(language, text));
                }
            }
            Captured::Code => self.builder.push(Inline::Code(text)),
            Captured::Script if !text.trim().is_empty() => {
                self.builder.block(Content::Code("html".to_owned(), format!("<script>{text}</script>")));
            }
            Captured::Script | Captured::Hidden(_) => {}
        }
    }

    fn release(&mut self) {
        if let Some((_, text)) = self.captured.take() {
            self.text(&text);
        }
    }

    fn enter(&mut self, open: Open, kind: Option<Kind>) {
        if self.open.len() < DEEPEST {
            self.open.push(open);
            kind.into_iter().for_each(|kind| self.builder.enter(kind));
        }
    }

    /// Leaves the innermost container; `false` if there is none.
    fn leave(&mut self) -> bool {
        match self.open.pop() {
            Some(Open::List(..)) => self.builder.end_paragraph(),
            Some(_) => self.builder.leave(),
            None => return false,
        }
        true
    }

    fn leave_to(&mut self, is_meant: impl Fn(&Open) -> bool) {
        if let Some(place) = self.open.iter().rposition(is_meant) {
            while self.open.len() > place {
                self.leave();
            }
        }
    }

    fn item(&mut self) {
        self.builder.end_paragraph();
        // The list of the item; an item without list gets one of its own.
        match self.open.iter().rposition(|open| matches!(open, Open::List(..))) {
            Some(list) => {
                while self.open.len() > list + 1 {
                    self.leave();
                }
            }
            None => {
                let number = self.builder.number();
                self.enter(Open::List(number, None), None);
            }
        }
        let kind = match self.open.last_mut() {
            Some(Open::List(number, next)) => {
                let place = *next;
                *next = next.map(|next| next.saturating_add(1));
                Kind::Item(*number, place)
            }
            _ => return,
        };
        self.enter(Open::Item, Some(kind));
    }
}
