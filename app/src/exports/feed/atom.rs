//! Atom (RFC 4287).

use conference::url::FeedFormat;

use super::{dates::internet_date, document::Document, entry::Entry, text::Words, xml::Xml};

/// The time of a feed without entries: that of the build would change, and that of the event may be in the future.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// The bytes of a feed.
pub(super) fn write(feed: &Document) -> Vec<u8> {
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.language.as_str())];
    Xml::document("feed", &attributes, |xml| {
        xml.text("title", &[], &feed.title);
        xml.text("subtitle", &[], &feed.description);
        xml.text("id", &[], &feed.id);
        xml.text("updated", &[], &feed.updated.as_ref().map_or_else(|| NEVER.to_owned(), internet_date));
        let (name, url) = &feed.publisher;
        xml.within("author", &[], |xml| {
            xml.text("name", &[], name);
            if let Some(url) = url {
                xml.text("uri", &[], url);
            }
        });
        let media_type = FeedFormat::Atom.media_type();
        xml.empty("link", &[("rel", "self"), ("type", media_type), ("href", &feed.address)]);
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &feed.home)]);
        for (language, address) in &feed.translations {
            let language = ("hreflang", language.as_str());
            xml.empty("link", &[("rel", "alternate"), ("type", media_type), language, ("href", address)]);
        }
        xml.text("icon", &[], &feed.icon);
        xml.text("generator", &[], "serverlessconf");
        for one in &feed.entries {
            xml.within("entry", &[], |xml| entry(xml, one));
        }
    })
}

fn entry(xml: &mut Xml, entry: &Entry) {
    words(xml, "title", &entry.title);
    xml.text("id", &[], &entry.id);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &entry.address)]);
    xml.text("published", &[], &internet_date(&entry.published));
    xml.text("updated", &[], &internet_date(&entry.updated));
    if let Some(author) = &entry.author {
        xml.within("author", &[], |xml| xml.text("name", &[], author));
    }
    for tag in &entry.tags {
        xml.empty("category", &[("term", tag)]);
    }
    if let Some(summary) = &entry.summary {
        words(xml, "summary", summary);
    }
    xml.text("content", &[("type", "html"), ("xml:lang", &entry.language)], &entry.html);
}

fn words(xml: &mut Xml, name: &str, words: &Words) {
    match &words.language {
        Some(language) => xml.text(name, &[("xml:lang", language)], &words.text),
        None => xml.text(name, &[], &words.text),
    }
}
