//! Writes links on lines of their own as cards, with the title from the text and the host. Nothing is fetched.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::markdown::{
    escape,
    inline::{self, Inline},
    spanned::Spanned,
};

use super::Writer;

/// A line with nothing but a link to another site.
struct Line<'e> {
    destination: &'e str,
    /// The title; `None` for a bare URL.
    title: Option<String>,
    span: Range<usize>,
}

impl Writer<'_, '_> {
    /// Writes a paragraph with such lines, and returns the events after it: these lines as cards, the others as
    /// paragraphs. `None` if no line is a card.
    pub(super) fn cards<'e, 'v>(&mut self, events: &'e [Spanned<'v>]) -> Option<&'e [Spanned<'v>]> {
        let ((paragraph, span), inner) = events.split_first()?;
        let Event::Start(paragraph) = paragraph else { return None };
        let (lines, after) = lines(inner)?;
        let lines: Vec<_> = lines.into_iter().map(|place| (line(&inner[place.clone()]), place)).collect();
        if lines.iter().all(|(line, _)| line.is_none()) || !stand_apart(&lines, inner) {
            return None;
        }
        for run in lines.chunk_by(|(line, _), (next, _)| line.is_none() && next.is_none()) {
            match run {
                [(Some(line), _)] => self.card(line),
                [(None, first), .., (None, last)] | [(None, first @ last)] => {
                    self.start(paragraph, span, inner);
                    self.write(&inner[first.start..last.end]);
                    self.end(&TagEnd::Paragraph);
                }
                _ => {}
            }
        }
        Some(after)
    }

    fn card(&mut self, Line { destination, title, span }: &Line<'_>) {
        // A broken link is reported, and its words are written instead.
        let link = self.rendering.link(destination, span);
        self.open_block("<p class=\"link-card\">");
        let (host, bare) = host_and_rest(destination);
        let words = title.as_deref().unwrap_or(bare);
        let Some(link) = link else {
            self.plain(words);
            self.html.push_str("</p>\n");
            return;
        };
        link.open(&mut self.html, "");
        self.html.push_str("<span class=\"link-title\">");
        self.plain(words);
        self.html.push_str("</span>");
        if title.is_some() {
            self.html.push_str(" <span class=\"link-host\">");
            escape::text(&mut self.html, host);
            self.html.push_str("</span>");
        }
        self.html.push_str("</a></p>\n");
    }
}

/// Whether no sentence continues from a link to the next line, or from the line above to a link.
fn stand_apart(lines: &[(Option<Line<'_>>, Range<usize>)], events: &[Spanned<'_>]) -> bool {
    let text = |place: &Range<usize>| {
        let texts = events[place.clone()].iter().filter_map(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            _ => None,
        });
        texts.collect::<String>()
    };
    // As in the organiser's blog: `リンク: …`, with the URLs below it.
    let is_label = |text: &str| ["リンク", "Link:", "Links:"].iter().any(|label| text.trim_start().starts_with(label));
    let ends = |text: String| {
        is_label(&text) || text.trim_end().ends_with(['.', '!', '?', ':', '。', '！', '？', '：', ')', '）', '」'])
    };
    let goes_on = |text: String| {
        text.trim_start().starts_with(|first: char| first.is_lowercase() || matches!(first, 'ぁ'..='ん' | '、' | '。'))
    };
    // Raw elements may begin in one line and end in another.
    let is_raw = events.iter().take_while(|(event, _)| *event != Event::End(TagEnd::Paragraph));
    let is_raw = is_raw.into_iter().any(|(event, _)| matches!(event, Event::InlineHtml(_)));
    !is_raw
        && lines.windows(2).all(|pair| match pair {
            [(None, above), (Some(_), _)] => ends(text(above)),
            [(Some(_), _), (None, below)] => !goes_on(text(below)),
            _ => true,
        })
}

/// The lines of a paragraph as ranges of its events, and the events after it.
fn lines<'e, 'v>(inner: &'e [Spanned<'v>]) -> Option<(Vec<Range<usize>>, &'e [Spanned<'v>])> {
    let mut lines = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (place, (event, _)) in inner.iter().enumerate() {
        match event {
            Event::End(TagEnd::Paragraph) => {
                lines.push(start..place);
                return Some((lines, &inner[place + 1..]));
            }
            Event::SoftBreak | Event::HardBreak if depth == 0 => {
                lines.push(start..place);
                start = place + 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Parses a line with nothing but a link to another site.
fn line<'e>(events: &'e [Spanned<'_>]) -> Option<Line<'e>> {
    match events {
        [(Event::Text(text), span)] => {
            let mut parts = inline::parts(text.trim());
            let (Some(Inline::Address(address)), None) = (parts.next(), parts.next()) else { return None };
            Some(Line { destination: address, title: None, span: span.clone() })
        }
        [(Event::Start(Tag::Link { link_type, dest_url, .. }), span), words @ .., (Event::End(TagEnd::Link), _)]
            if is_external(dest_url) =>
        {
            let mut title = String::new();
            for (event, _) in words {
                match event {
                    Event::Text(text) => inline::words(&mut title, text),
                    Event::Code(code) => title.push_str(code),
                    Event::SoftBreak => title.push(' '),
                    // A card cannot show a picture, and a line with two links is not a card.
                    Event::Start(Tag::Image { .. }) | Event::InlineHtml(_) | Event::End(TagEnd::Link) => return None,
                    _ => {}
                }
            }
            let named = *link_type != LinkType::Autolink && !title.trim().is_empty() && title != dest_url.as_ref();
            Some(Line { destination: dest_url, title: named.then_some(title), span: span.clone() })
        }
        _ => None,
    }
}

fn is_external(destination: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| destination.starts_with(scheme))
}

/// The host of a URL, and the URL without its scheme.
fn host_and_rest(address: &str) -> (&str, &str) {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    (host, rest.trim_end_matches('/'))
}
