//! Reads HTML from blogs and schedules.
//!
//! html5ever builds the tree, as browsers do; the reader goes through it once and makes a flat document of it.

mod characters;
mod elements;
mod guard;
mod reader;
mod tree;

use html5ever::{
    Attribute,
    tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
};
use url::Url;

use super::{
    builder::Builder,
    document::{Content, Leaf},
    notes::Notes,
    write::Writer,
};

use self::{
    elements::Element,
    reader::{HtmlReader, Scripts},
    tree::Tree,
};

pub(crate) use self::{characters::unescape, reader::links::resolve};

/// The highest level of a heading in a text; the title of its page has the first one.
const HIGHEST: u8 = 2;

/// Reads a text.
pub(super) fn read(text: &str, first_line: usize) -> Vec<Leaf> {
    let mut builder = Builder::default();
    builder.line = first_line;
    let mut notes = Notes::default();
    read_into(text, &mut builder, &mut notes);
    notes.append(builder)
}

/// Reads HTML within another notation.
pub(super) fn read_into(text: &str, builder: &mut Builder, notes: &mut Notes) {
    let tree = Tree::parse(&guard::guarded(text));
    let mut reader = HtmlReader::new(std::mem::take(builder), std::mem::take(notes), None, Scripts::Shown);
    reader.read(&tree);
    (*builder, *notes) = (reader.builder, reader.notes);
}

/// Converts a text into Markdown, with remarks on the parts that Markdown cannot hold. Relative links lead to pages of
/// the site of `base`.
pub(crate) fn to_markdown(text: &str, base: Option<&Url>) -> (String, Vec<String>) {
    let tree = Tree::parse(&guard::guarded(text));
    let mut reader = HtmlReader::new(Builder::default(), Notes::default(), base, Scripts::LeftOut);
    reader.read(&tree);
    let left_out = reader.left_out;
    let mut leaves = reader.notes.append(reader.builder);
    level(&mut leaves);
    let mut writer = Writer::default();
    leaves.iter().for_each(|leaf| writer.leaf(leaf));
    let check = (left_out > 0).then(|| format!("scripts in the text were left out, {left_out} of them"));
    (writer.finish().trim_end().to_owned(), check.into_iter().collect())
}

/// Renumbers the levels of headings from [`HIGHEST`], in their order and without gaps.
fn level(leaves: &mut [Leaf]) {
    let mut used = [false; 7];
    for leaf in leaves.iter() {
        if let Content::Heading(level, _) = leaf.content {
            used[usize::from(level.min(6))] = true;
        }
    }
    for leaf in leaves {
        if let Content::Heading(level, _) = &mut leaf.content {
            let above = used[..usize::from((*level).min(6))].iter().filter(|used| **used).count();
            *level = HIGHEST.saturating_add(u8::try_from(above).unwrap_or(0)).min(6);
        }
    }
}

/// Reads an inline tag; an unknown tag is text.
pub(super) fn inline_tag(tag: &str, builder: &mut Builder) {
    if !is_tag(tag) {
        return builder.text(tag);
    }
    let input = BufferQueue::default();
    input.push_back(guard::guarded(tag).as_ref().into());
    let tokenizer = Tokenizer::new(OneTag::default(), TokenizerOpts::default());
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    let Some((kind, element, attributes)) = tokenizer.sink.0.into_inner() else { return builder.text(tag) };
    let mut reader = HtmlReader::new(std::mem::take(builder), Notes::default(), None, Scripts::Shown);
    match kind {
        TagKind::StartTag => reader.start_tag(element, &attributes),
        TagKind::EndTag => reader.end(element),
    }
    *builder = reader.builder;
}

/// Receives the only tag of a text.
#[derive(Default)]
struct OneTag(std::cell::RefCell<Option<(TagKind, Element, Vec<Attribute>)>>);

impl TokenSink for OneTag {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token
            && let Some(element) = Element::of(&tag.name)
        {
            self.0.replace(Some((tag.kind, element, tag.attrs)));
        }
        TokenSinkResult::Continue
    }
}

/// Whether a text from `<` to `>` is a supported inline tag.
pub(super) fn is_tag(text: &str) -> bool {
    let name = text.trim_start_matches('<').trim_start_matches('/');
    let end = name.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = name[..end].to_ascii_lowercase();
    text.starts_with('<') && text.ends_with('>') && elements::is_inline(&name)
}

/// Whether a text with this first line is HTML.
pub(super) fn is_document(line: &str) -> bool {
    let Some(tag) = line.strip_prefix('<') else { return false };
    let end = tag.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(tag.len());
    let name = tag[..end].to_ascii_lowercase();
    tag[end..].starts_with(['>', ' ', '/']) && elements::is_known(&name)
        || tag.to_ascii_lowercase().starts_with("!doctype html")
}

#[cfg(test)]
mod tests;
