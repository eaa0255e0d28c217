//! Reads HTML as blogs export it.
//!
//! The tokenizer is html5ever's; the tree is not: which elements are open is all that has to be known, and of those only
//! so many, whatever a source nests.

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

/// Reads HTML that stands in another text.
pub(super) fn read_into(text: &str, builder: &mut Builder, notes: &mut Notes) {
    let input = BufferQueue::default();
    input.push_back(guard::guarded(text).as_ref().into());
    let tokenizer = Tokenizer::new(Sink::new(std::mem::take(builder), std::mem::take(notes)), TokenizerOpts::default());
    // Nothing here runs scripts, which alone would make it stop before the end.
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    (*builder, *notes) = tokenizer.sink.finish();
}

/// Reads one tag that stands in running text; what is no tag of HTML is words.
pub(super) fn inline_tag(tag: &str, builder: &mut Builder) {
    if is_tag(tag) {
        read_into(tag, builder, &mut Notes::default());
    } else {
        builder.text(tag);
    }
}

/// Whether a text from `<` to `>` is a tag that is understood in running text.
pub(super) fn is_tag(text: &str) -> bool {
    let name = text.trim_start_matches('<').trim_start_matches('/');
    let end = name.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = name[..end].to_ascii_lowercase();
    text.starts_with('<') && text.ends_with('>') && elements::is_inline(&name)
}

/// Whether a text that begins with this line is HTML as a whole.
pub(super) fn is_document(line: &str) -> bool {
    let Some(tag) = line.strip_prefix('<') else { return false };
    let end = tag.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(tag.len());
    let name = tag[..end].to_ascii_lowercase();
    tag[end..].starts_with(['>', ' ', '/']) && elements::is_known(&name)
        || tag.to_ascii_lowercase().starts_with("!doctype html")
}
