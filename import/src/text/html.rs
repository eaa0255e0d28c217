//! Reads HTML from blogs.
//!
//! The tokenizer is html5ever's, but no tree is built: the open elements are all that matters, and their number is
//! limited for any nesting.

mod elements;
mod guard;
mod reader;

use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};

use super::{builder::Builder, document::Leaf, notes::Notes};

use self::reader::Sink;

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
    let input = BufferQueue::default();
    input.push_back(guard::guarded(text).as_ref().into());
    let tokenizer = Tokenizer::new(Sink::new(std::mem::take(builder), std::mem::take(notes)), TokenizerOpts::default());
    // Scripts are never run, and they are the only reason to stop before the end.
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    (*builder, *notes) = tokenizer.sink.finish();
}

/// Reads an inline tag; an unknown tag is text.
pub(super) fn inline_tag(tag: &str, builder: &mut Builder) {
    if is_tag(tag) {
        read_into(tag, builder, &mut Notes::default());
    } else {
        builder.text(tag);
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
