//! Links on lines of their own, as cards: the title that the text gives, and the host. Nothing is fetched.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::markdown::{
    escape,
    events::Spanned,
    inline::{self, Inline},
};

use super::Writer;

/// A line that holds one link to another site and nothing else.
struct Line<'e> {
    destination: &'e str,
    /// What the text calls it; `None` where it gives the address alone.
    title: Option<String>,
    span: Range<usize>,
}

impl Writer<'_, '_> {
    /// Writes a paragraph whose every line is a link to another site, and returns what follows it.
    pub(super) fn cards<'e, 'v>(&mut self, events: &'e [Spanned<'v>]) -> Option<&'e [Spanned<'v>]> {
        let mut rest = events.get(1..)?;
        let mut lines = Vec::new();
        loop {
            let (line, after) = line(rest)?;
            lines.push(line);
            let ((event, _), after) = after.split_first()?;
            rest = after;
            match event {
                Event::SoftBreak | Event::HardBreak => {}
                Event::End(TagEnd::Paragraph) => break,
                _ => return None,
            }
        }
        for Line { destination, title, span } in lines {
            // What is no address after all is reported, and its words stand there.
            let link = self.page.link(destination, &span);
            self.open_block("<p class=\"link-card\">");
            let (host, bare) = host_and_rest(destination);
            let Some(link) = link else {
                self.plain(title.as_deref().unwrap_or(bare));
                self.html.push_str("</p>\n");
                continue;
            };
            link.open(&mut self.html, "");
            self.html.push_str("<span class=\"link-title\">");
            self.plain(title.as_deref().unwrap_or(bare));
            self.html.push_str("</span>");
            if title.is_some() {
                self.html.push_str(" <span class=\"link-host\">");
                escape::text(&mut self.html, host);
                self.html.push_str("</span>");
            }
            self.html.push_str("</a></p>\n");
        }
        Some(rest)
    }
}

/// The line that starts a row of events, and what follows it.
fn line<'e, 'v>(events: &'e [Spanned<'v>]) -> Option<(Line<'e>, &'e [Spanned<'v>])> {
    let ((first, span), mut rest) = events.split_first()?;
    match first {
        Event::Text(text) => {
            let mut parts = inline::parts(text.trim());
            let (Some(Inline::Address(address)), None) = (parts.next(), parts.next()) else { return None };
            Some((Line { destination: address, title: None, span: span.clone() }, rest))
        }
        Event::Start(Tag::Link { link_type, dest_url, .. }) if is_external(dest_url) => {
            let mut title = String::new();
            loop {
                let ((event, _), after) = rest.split_first()?;
                rest = after;
                match event {
                    Event::End(TagEnd::Link) => break,
                    Event::Text(text) => inline::words(&mut title, text),
                    Event::Code(code) => title.push_str(code),
                    Event::SoftBreak => title.push(' '),
                    // A picture in a link is more than a card can show.
                    Event::Start(Tag::Image { .. }) | Event::InlineHtml(_) => return None,
                    _ => {}
                }
            }
            let named = *link_type != LinkType::Autolink && !title.trim().is_empty() && title != dest_url.as_ref();
            Some((Line { destination: dest_url, title: named.then_some(title), span: span.clone() }, rest))
        }
        _ => None,
    }
}

fn is_external(destination: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| destination.starts_with(scheme))
}

/// The host of an address, and the address without its scheme.
fn host_and_rest(address: &str) -> (&str, &str) {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    (host, rest.trim_end_matches('/'))
}
