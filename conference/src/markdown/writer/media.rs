//! Images: figures, and images within text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::{
    markdown::{escape, inline, spanned::Spanned},
    message,
};

use super::Writer;

/// An image, with the events after it.
struct Image<'e, 'v> {
    destination: &'e str,
    title: &'e str,
    alternative: String,
    span: Range<usize>,
    after: &'e [Spanned<'v>],
}

/// Parses the image at the start of events.
fn image<'e, 'v>(events: &'e [Spanned<'v>]) -> Option<Image<'e, 'v>> {
    let ((Event::Start(Tag::Image { dest_url, title, .. }), span), mut rest) = events.split_first()? else {
        return None;
    };
    let mut alternative = String::new();
    let mut depth = 1;
    while depth > 0 {
        let ((event, _), after) = rest.split_first()?;
        rest = after;
        match event {
            Event::Start(Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) => depth -= 1,
            Event::Text(text) => inline::words(&mut alternative, text),
            Event::Code(code) => escape::words(&mut alternative, code),
            Event::SoftBreak | Event::HardBreak => alternative.push(' '),
            _ => {}
        }
    }
    Some(Image { destination: dest_url, title, alternative, span: span.clone(), after: rest })
}

impl Writer<'_, '_> {
    /// Writes the image at the start of events, and returns the events after it.
    pub(super) fn inline_image<'e, 'v>(&mut self, events: &'e [Spanned<'v>]) -> &'e [Spanned<'v>] {
        // The parser ends every image; if it did not, the words would be shown.
        let Some(image) = image(events) else { return &events[1..] };
        match self.image_tag(&image, image.title) {
            Some(tag) => {
                self.html.push_str(&tag);
                self.last = None;
            }
            None => self.plain(&image.alternative),
        }
        image.after
    }

    /// Writes a paragraph with nothing but an image as a figure, and returns the events after it.
    pub(super) fn figure<'e, 'v>(&mut self, events: &'e [Spanned<'v>]) -> Option<&'e [Spanned<'v>]> {
        let image = image(events.get(1..)?)?;
        let ((Event::End(TagEnd::Paragraph), _), after) = image.after.split_first()? else { return None };
        self.open_block("");
        let Some(tag) = self.image_tag(&image, "") else {
            self.html.push_str("<p>");
            self.plain(&image.alternative);
            self.html.push_str("</p>\n");
            return Some(after);
        };
        self.html.push_str("<figure>\n");
        self.html.push_str(&tag);
        let credit = self.rendering.resolve.credit(image.destination);
        if !image.title.is_empty() || credit.is_some() {
            self.html.push_str("\n<figcaption>");
            self.plain(image.title);
            if let Some(credit) = credit {
                self.html.push_str(if image.title.is_empty() { "" } else { " " });
                self.html.push_str("<span class=\"credit\">");
                escape::text(&mut self.html, &format!("{}: {credit}", self.rendering.labels.photo));
                self.html.push_str("</span>");
            }
            self.html.push_str("</figcaption>");
        }
        self.html.push_str("\n</figure>\n");
        Some(after)
    }

    /// The tag of an image; reports a broken one, and returns `None`.
    fn image_tag(&mut self, image: &Image<'_, '_>, title: &str) -> Option<String> {
        if image.alternative.trim().is_empty() {
            self.warn_of_missing_alternative(image.span.clone());
        }
        let shown = self.rendering.image(image.destination, &image.span)?;
        let mut attributes = String::from(" alt=\"");
        escape::attribute(&mut attributes, image.alternative.trim());
        if !title.is_empty() {
            attributes.push_str("\" title=\"");
            escape::attribute(&mut attributes, title);
        }
        attributes.push('"');
        let mut tag = String::new();
        shown.write(&mut tag, &attributes, None, None);
        Some(tag)
    }

    pub(in crate::markdown) fn warn_of_missing_alternative(&mut self, span: Range<usize>) {
        let help = message!(
            "say in the brackets what the image shows, for those who cannot see it",
            "画像を見られない人のために、何が写っているかを括弧の中に書いてください"
        );
        self.rendering.warning(
            "missing-alt",
            span,
            message!("this image has no alternative text", "画像に代替テキストがありません"),
            help,
        );
    }
}
