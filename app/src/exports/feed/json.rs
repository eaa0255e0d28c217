//! JSON Feed 1.1 (jsonfeed.org).

use serde::Serialize;

use super::{dates::internet_date, document::Document, entry::Entry};

#[derive(Serialize)]
struct Feed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    description: &'a str,
    icon: &'a str,
    authors: [Author<'a>; 1],
    language: &'a str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<[Author<'a>; 1]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
    language: &'a str,
}

/// The bytes of a feed.
pub(super) fn write(feed: &Document) -> Vec<u8> {
    let (name, url) = &feed.publisher;
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.home,
        feed_url: &feed.address,
        description: &feed.description,
        icon: &feed.icon,
        authors: [Author { name, url: url.as_deref() }],
        language: feed.language.as_str(),
        items: feed.entries.iter().map(item).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&feed).expect("every value is text");
    bytes.push(b'\n');
    bytes
}

fn item(entry: &Entry) -> Item<'_> {
    Item {
        id: &entry.id,
        url: &entry.address,
        title: &entry.title.text,
        content_html: &entry.html,
        summary: entry.summary.as_ref().map(|summary| &*summary.text),
        date_published: internet_date(&entry.published),
        date_modified: internet_date(&entry.updated),
        authors: entry.author.as_deref().map(|name| [Author { name, url: None }]),
        tags: &entry.tags,
        language: &entry.language,
    }
}
