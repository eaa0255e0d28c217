//! Keeps tags from the tree builder that would make it slow, and tags that mean nothing.
//!
//! The tree builder looks through all open elements at many tags, and repeats open formatting elements in every
//! paragraph. Both are limited, so that time and memory stay in proportion to the source.

use std::cell::Cell;

use html5ever::{
    tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult},
    tree_builder::{TreeBuilder, TreeSink as _},
};

use super::{
    Tree,
    sink::{Handle, TreeMaker},
};
use crate::text::html::elements::Element;

/// The most elements that may be open at once; the tags of further ones are left out, and their words stay.
const DEEPEST: usize = 200;

/// The most formatting elements that may be open at once.
const FORMATTING: usize = 16;

/// The elements that the tree builder repeats in every paragraph until they are closed.
const REPEATED: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// The tree builder behind the limits.
pub(super) struct Limited {
    builder: TreeBuilder<Handle, TreeMaker>,
    /// The number of open elements of each name in [`REPEATED`].
    open: [Cell<usize>; REPEATED.len()],
}

impl Limited {
    pub(super) fn new(builder: TreeBuilder<Handle, TreeMaker>) -> Self {
        Self { builder, open: Default::default() }
    }

    /// The tree.
    pub(super) fn finish(self) -> Tree {
        self.builder.sink.finish()
    }

    /// Whether a tag may change the tree.
    fn lets_pass(&self, tag: &Tag) -> bool {
        let repeated = REPEATED.iter().position(|name| *name == &*tag.name);
        let open = repeated.map(|place| &self.open[place]);
        match tag.kind {
            TagKind::StartTag if self.builder.sink.depth() >= DEEPEST => false,
            TagKind::StartTag => {
                let all: usize = self.open.iter().map(Cell::get).sum();
                match open {
                    // A link ends the link before it.
                    Some(open) if &*tag.name == "a" => open.set(1),
                    Some(_) if all >= FORMATTING => return false,
                    Some(open) => open.set(open.get() + 1),
                    None => {}
                }
                true
            }
            TagKind::EndTag => {
                open.into_iter().for_each(|open| open.set(open.get().saturating_sub(1)));
                true
            }
        }
    }
}

/// A tag as it was written, but for blanks and quotes.
fn written(tag: &Tag) -> String {
    let slash = if tag.kind == TagKind::EndTag { "/" } else { "" };
    let attributes: String = tag.attrs.iter().map(|one| format!(" {}=\"{}\"", one.name.local, one.value)).collect();
    format!("<{slash}{}{attributes}>", tag.name)
}

impl TokenSink for Limited {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        let token = match token {
            Token::TagToken(tag) if Element::of(&tag.name).is_none() => Token::CharacterTokens(written(&tag).into()),
            Token::TagToken(tag) if !self.lets_pass(&tag) => return TokenSinkResult::Continue,
            token => token,
        };
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
