//! Converts a text of a source into Markdown, by the notation that it is written in.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use url::Url;

use super::{
    kind::is_html,
    links::{Edit, Links, apply},
};
use crate::text::html;

/// The meaning of a line end within a paragraph of Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LineEnds {
    /// A blank, as in CommonMark.
    #[default]
    Blanks,
    /// A line break, as pretalx shows it.
    Breaks,
}

/// The notation of the texts of a source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prose {
    /// The address of the source, against which links are resolved.
    pub(crate) base: Option<Url>,
    pub(crate) line_ends: LineEnds,
}

/// Converts a text, which is HTML or Markdown, with remarks on the parts that cannot be kept.
pub(crate) fn from_source(text: &str, prose: &Prose) -> (String, Vec<String>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    match is_html(&text) {
        true => html::to_markdown(&text, prose.base.as_ref()),
        false => from_markdown(text.trim_matches('\n').trim_end(), prose),
    }
}

fn from_markdown(text: &str, prose: &Prose) -> (String, Vec<String>) {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    let mut links = Links::default();
    let mut edits: Vec<Edit> = Vec::new();
    // The number of open containers, in which a new line would need their marks.
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        links.take(text, &event, &range, prose.base.as_ref());
        match event {
            Event::Start(Tag::Item | Tag::BlockQuote(_) | Tag::Table(_) | Tag::FootnoteDefinition(_)) => depth += 1,
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::Table | TagEnd::FootnoteDefinition) => {
                depth = depth.saturating_sub(1);
            }
            Event::SoftBreak if prose.line_ends == LineEnds::Breaks => {
                let is_break = edits.last().is_some_and(|(last, _)| is_blank(text, last.end, range.start));
                if !is_break {
                    edits.push((range.start..range.start, "\\".to_owned()));
                }
            }
            Event::InlineHtml(tag) if depth == 0 && is_break(&tag) => {
                let after = text[range.end..].trim_start_matches(' ');
                // Several line breaks are an empty line, and a list begins on a line without a break before it.
                let end = text.len() - after.len();
                match edits.last_mut() {
                    Some((last, new)) if is_blank(text, last.end, range.start) && new.ends_with('\n') => {
                        (last.end, *new) = (end, "\n\n".to_owned());
                    }
                    _ if after.starts_with('\n') => edits.push((range.start..end, "\\".to_owned())),
                    _ if begins_item(after) => edits.push((range.start..end, "\n".to_owned())),
                    _ => edits.push((range.start..end, "\\\n".to_owned())),
                }
            }
            _ => {}
        }
    }
    let Links { edits: mut all, checks, .. } = links;
    all.append(&mut edits);
    (apply(text, all), checks)
}

/// Whether there are only blanks between two places.
fn is_blank(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|between| between.trim().is_empty())
}

fn is_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    name.eq_ignore_ascii_case("br")
}

/// Whether a line begins an item of a list.
fn begins_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|next: char| next.is_ascii_digit());
    let after = match rest.len() < line.len() {
        true => rest.strip_prefix(['.', ')']),
        false => rest.strip_prefix(['-', '*', '+']),
    };
    after.is_some_and(|after| after.starts_with(' '))
}
