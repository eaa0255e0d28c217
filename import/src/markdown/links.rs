//! Rewrites the links and pictures of Markdown from elsewhere.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};
use url::Url;

use super::plain::escape_line;
use crate::text::html::resolve;

/// The replacement of a part of a text.
pub(super) type Edit = (Range<usize>, String);

/// Collects the edits for the links and pictures of a text.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// The open links and pictures.
    open: Vec<Open>,
    pub(super) edits: Vec<Edit>,
    pub(super) checks: Vec<String>,
}

#[derive(Debug)]
struct Open {
    whole: Range<usize>,
    /// The end of the words within it.
    end: usize,
    address: String,
    is_picture: bool,
}

impl Links {
    /// Notes an event: relative links lead to the site of the source, links that lead nowhere become words with the
    /// address, and pictures of other sites become links.
    pub(super) fn take(&mut self, text: &str, event: &Event<'_>, range: &Range<usize>, base: Option<&Url>) {
        if let Event::End(TagEnd::Link | TagEnd::Image) = event {
            if let Some(open) = self.open.pop() {
                self.end(text, open, base);
            }
            return;
        }
        if let Some(open) = self.open.last_mut() {
            open.end = open.end.max(range.end);
        }
        let (address, is_picture) = match event {
            Event::Start(Tag::Link { dest_url, .. }) => (dest_url, false),
            Event::Start(Tag::Image { dest_url, .. }) => (dest_url, true),
            _ => return,
        };
        let whole = range.clone();
        let end = whole.start + if is_picture { 2 } else { 1 };
        self.open.push(Open { whole, end, address: address.to_string(), is_picture });
    }

    fn end(&mut self, text: &str, open: Open, base: Option<&Url>) {
        let Open { whole, end, address, is_picture } = open;
        let mark = if is_picture { "![" } else { "[" };
        // `<https://example.org>` is what it says.
        if !text[whole.clone()].starts_with(mark) || !text[end.min(whole.end)..whole.end].starts_with(']') {
            return;
        }
        let is_whole = is_web(&address);
        if is_whole && !is_picture {
            return;
        }
        let start = whole.start..whole.start + mark.len();
        let tail = end..whole.end;
        let is_within = self.open.last().is_some_and(|outer| !outer.is_picture);
        if is_picture && is_within {
            self.edits.extend([(start, String::new()), (tail, String::new())]);
            let words = &text[whole.start + mark.len()..end];
            return self.checks.push(format!("the picture “{words}” in a link of the text was left out: {address}"));
        }
        match resolve(&address, base) {
            Some(_) if is_whole => self.edits.push((whole.start..whole.start + 1, String::new())),
            Some(found) => {
                let found = found.replace('(', "%28").replace(')', "%29").replace('<', "%3C").replace('>', "%3E");
                self.edits.extend([(start, "[".to_owned()), (tail, format!("]({found})"))]);
            }
            None if address.is_empty() || address.starts_with('#') => {
                self.edits.extend([(start, String::new()), (tail, String::new())]);
            }
            None => {
                let told = format!(" ({})", escape_line(&address));
                self.edits.extend([(start, String::new()), (tail, told)]);
            }
        }
    }
}

/// Applies edits; of overlapping ones, the first stays.
pub(super) fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut result = String::with_capacity(text.len() + text.len() / 8);
    let mut done = 0;
    for (range, new) in edits {
        if range.start < done || range.end > text.len() {
            continue;
        }
        result.push_str(&text[done..range.start]);
        result.push_str(&new);
        done = range.end;
    }
    result.push_str(&text[done..]);
    result
}

fn is_web(destination: &str) -> bool {
    Url::parse(destination)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host() || url.scheme() == "mailto")
}
