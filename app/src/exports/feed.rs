//! Feeds: interviews, news and changes of the programme for programs to which people subscribe. One document, and a writer
//! for each format.
//!
//! The crates `atom_syndication` and `rss` would bring another version of quick-xml and a second library of times, and write
//! two of the three formats. No style sheet is named: Chromium 156 shows `application/atom+xml` and `application/rss+xml` as
//! plain text and loads none.

mod atom;
mod content;
mod dates;
mod document;
mod entry;
mod ids;
mod json;
mod rss;
mod text;
mod xml;

use conference::url::{Export, Feed, FeedFormat};
use jiff::civil::DateTime;

use self::document::Document;
use super::made::Made;
use crate::site::Site;

/// The feed at a moment of the event's time zone; `None` if there is no such language or subject, or if the address of the
/// site is not known.
pub(super) fn feed(site: &Site, feed: &Feed, now: DateTime) -> Option<Made> {
    if !site.has(&Export::Feed(feed.clone())) {
        return None;
    }
    let document = Document::of(site, feed, now)?;
    let (media_type, body) = match feed.format {
        FeedFormat::Atom => ("application/atom+xml; charset=utf-8", atom::write(&document)),
        FeedFormat::Rss => ("application/rss+xml; charset=utf-8", rss::write(&document)),
        FeedFormat::Json => ("application/feed+json", json::write(&document)),
    };
    Some(Made { media_type, body: body.into() })
}
