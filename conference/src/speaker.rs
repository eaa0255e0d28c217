//! A person of the programme.

use std::sync::Arc;

use crate::{Asset, Body, Link, Localized, Slug, Text, url::Page};

/// A speaker or moderator, from `program/speakers/<slug>.md`.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// Its file's name and the last segment of its URL.
    pub slug: Slug,
    /// The name as printed.
    pub name: Text,
    /// The reading of the name in kana, by which Japanese lists are sorted.
    pub reading: Option<String>,
    /// Company, university or community.
    pub organization: Option<Text>,
    /// The position there.
    pub role: Option<Text>,
    /// The links, in the order of the file.
    pub links: Vec<Link>,
    /// A portrait.
    pub photo: Option<Photo>,
    /// The biography.
    pub body: Localized<Arc<Body>>,
    /// Sessions given or moderated, by start.
    pub sessions: Vec<Slug>,
    /// Interviews, in order of publication.
    pub interviews: Vec<Slug>,
    /// The pages of other sessions and interviews and of news whose texts link to the speaker or to their interviews, in the
    /// order of their lists.
    pub mentions: Vec<Page>,
}

/// A portrait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// The image.
    pub asset: Asset,
    /// The photographer.
    pub credit: Option<String>,
    /// The licence.
    pub licence: Option<String>,
}
