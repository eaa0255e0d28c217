//! RSS 2.0 (rssboard.org/rss-specification), with the elements of other namespaces that its Best Practices Profile names.

use conference::url::FeedFormat;
use quick_xml::escape::partial_escape;

use super::{
    dates::{internet_date, mail_date},
    document::Document,
    entry::Entry,
    xml::Xml,
};

const NAMESPACES: [(&str, &str); 4] = [
    ("version", "2.0"),
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
];

/// The bytes of a feed.
pub(super) fn write(feed: &Document) -> Vec<u8> {
    Xml::document("rss", &NAMESPACES, |xml| xml.within("channel", &[], |xml| channel(xml, feed)))
}

fn channel(xml: &mut Xml, feed: &Document) {
    xml.text("title", &[], &feed.title);
    xml.text("link", &[], &feed.home);
    xml.text("description", &[], &feed.description);
    xml.text("language", &[], feed.language.as_str());
    if let Some(updated) = &feed.updated {
        xml.text("lastBuildDate", &[], &mail_date(updated));
    }
    xml.text("generator", &[], "serverlessconf");
    xml.within("image", &[], |xml| {
        xml.text("url", &[], &feed.icon);
        xml.text("title", &[], &feed.title);
        xml.text("link", &[], &feed.home);
    });
    xml.empty("atom:link", &[("rel", "self"), ("type", FeedFormat::Rss.media_type()), ("href", &feed.address)]);
    for one in &feed.entries {
        xml.within("item", &[], |xml| item(xml, one, &feed.publisher.0));
    }
}

fn item(xml: &mut Xml, entry: &Entry, publisher: &str) {
    xml.text("title", &[], &entry.title.text);
    xml.text("link", &[], &entry.address);
    xml.text("guid", &[("isPermaLink", "false")], &entry.id);
    xml.text("pubDate", &[], &mail_date(&entry.published));
    xml.text("atom:updated", &[], &internet_date(&entry.updated));
    xml.text("dc:creator", &[], entry.author.as_deref().unwrap_or(publisher));
    xml.text("dc:language", &[], &entry.language);
    for tag in &entry.tags {
        xml.text("category", &[], tag);
    }
    if let Some(summary) = &entry.summary {
        // HTML, by the specification.
        xml.text("description", &[], &partial_escape(&summary.text));
    }
    xml.text("content:encoded", &[], &entry.html);
}
