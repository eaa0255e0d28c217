//! The input of loading: source files, and the audience they are loaded for.

use bytes::Bytes;
use jiff::{civil::DateTime, tz::TimeZone};

use crate::Asset;

/// A file of the content folder that is read: Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path below the content folder, with `/`: `program/event.md`.
    pub path: String,
    /// Its content, as it is on disk.
    pub bytes: Bytes,
}

/// Everything a conference is made from. The order of the files does not matter.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The Markdown files.
    pub files: Vec<SourceFile>,
    /// The other files beside them, such as photographs.
    pub assets: Vec<Asset>,
}

/// Whom a conference is loaded for.
#[derive(Clone, Copy)]
pub enum Audience<'a> {
    /// Visitors, at what is "now" in the event's time zone: drafts are not there, nor what is published later.
    Visitors(&'a dyn Fn(&TimeZone) -> DateTime),
    /// Organisers, who see everything.
    Organizers,
}
