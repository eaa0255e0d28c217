//! Every URL of the site: the only place where they are built and read.

mod calendar;
mod dataset;
mod embedded_schedule;
mod encoding;
mod export;
mod feed;
mod icon;
mod page;
pub mod pattern;
mod plain_text;
mod resource;

pub use calendar::{Calendar, CalendarSessions};
pub use dataset::{Dataset, DatasetContent, Described};
pub use embedded_schedule::{EmbeddedSchedule, FrameHeight};
pub use encoding::{decode_path, encode_path};
pub use export::Export;
pub(crate) use feed::is_folder;
pub use feed::{Feed, FeedFormat, FeedSubject};
pub use icon::Icon;
pub use page::{Page, Route, named_language};
pub use pattern::Pattern;
pub use plain_text::{PlainText, TextStyle, TextSubject};
pub use resource::Resource;

use crate::Slug;

/// The prefix of the URLs of renditions.
pub const PICTURES: &str = "/pictures/";

/// The prefix of the URLs of files beside the Markdown files.
pub const ASSETS: &str = "/content/";

/// The script that fits the height of frames with the schedule, for pages of other sites.
pub const EMBED_SCRIPT: &str = "/embed.js";

/// The URL of a file beside the Markdown files; percent-encoded, so that any file name is one segment.
pub fn asset(path: &str) -> String {
    format!("{ASSETS}{}", encode_path(path))
}

/// The URL of a rendition of a picture, by its file name.
pub fn picture(name: &str) -> String {
    format!("{PICTURES}{name}")
}

/// A URL of another site with query parameters, encoded.
pub fn query(base: &str, parameters: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    format!("{base}?{query}")
}

/// The anchor of a session in the schedule.
pub fn schedule_anchor(slug: &Slug) -> String {
    format!("session-{slug}")
}

#[cfg(test)]
mod tests;
