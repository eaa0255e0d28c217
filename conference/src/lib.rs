//! The domain: sessions, speakers, interviews, news, and how they are loaded from text.
//!
//! No I/O, no Leptos, no HTTP, no clock: sources are passed as bytes, and "now" is an argument. Without the feature
//! `load` only [`filter`] is built: the code that browser and server share.

#[cfg(feature = "load")]
mod article;
#[cfg(feature = "load")]
mod asset;
#[cfg(feature = "load")]
pub mod bilingual;
#[cfg(feature = "load")]
mod body;
#[cfg(feature = "load")]
mod canonical;
#[cfg(feature = "load")]
mod conference;
#[cfg(feature = "load")]
pub mod diagnostic;
#[cfg(feature = "load")]
mod event;
#[cfg(feature = "load")]
mod feed;
pub mod filter;
#[cfg(feature = "load")]
pub mod fold;
#[cfg(feature = "load")]
mod front_matter;
#[cfg(feature = "load")]
pub mod guid;
#[cfg(feature = "load")]
mod interview;
#[cfg(feature = "load")]
pub mod load;
#[cfg(feature = "load")]
mod localized;
#[cfg(feature = "load")]
mod markdown;
#[cfg(feature = "load")]
mod nearest;
#[cfg(feature = "load")]
pub mod picture;
#[cfg(feature = "load")]
pub mod plan;
#[cfg(feature = "load")]
mod questions;
#[cfg(feature = "load")]
mod read;
#[cfg(feature = "load")]
pub mod release;
#[cfg(feature = "load")]
mod resources;
#[cfg(feature = "load")]
mod revision;
#[cfg(feature = "load")]
pub mod schema;
#[cfg(feature = "load")]
pub mod search;
#[cfg(feature = "load")]
mod series;
#[cfg(feature = "load")]
mod session;
#[cfg(feature = "load")]
mod slug;
#[cfg(feature = "load")]
mod speaker;
#[cfg(feature = "load")]
mod tag;
#[cfg(feature = "load")]
mod tagged;
#[cfg(feature = "load")]
pub mod template;
#[cfg(feature = "load")]
mod trigrams;
#[cfg(feature = "load")]
pub mod url;
#[cfg(feature = "load")]
pub mod words;

#[cfg(feature = "load")]
pub use {
    article::Article,
    asset::{Asset, Rendition},
    body::{Body, Footnote, Footnotes, Heading, Part, Question, ReadingTime, Section, Transcript},
    canonical::canonical,
    conference::{Conference, Planned},
    event::{Changeover, Event, NamedLink, Room, Sponsor, Track, Venue},
    feed::{FEED_ENTRIES, FeedItem},
    guid::Guid,
    interview::{Installment, Interview, Origin},
    localized::{Language, Localized, Text},
    picture::Picture,
    questions::SharedQuestion,
    read::EARLIEST_YEAR,
    resources::WHOLE_EVENT,
    revision::Revision,
    series::{Series, SeriesQuestion},
    session::{Format, Level, Link, Session},
    slug::Slug,
    speaker::{Photo, Speaker},
    tag::Tag,
    tagged::Tagged,
    trigrams::TrigramIndex,
};
