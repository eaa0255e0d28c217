//! A feed before it is written in one of the formats.

use conference::{
    FeedItem, Language,
    url::{Export, Feed, Icon, Page},
};
use jiff::{Zoned, civil::DateTime};

use super::{
    entry::{Entry, entry},
    ids::{absolute, id},
    text::clean,
};
use crate::{
    context::Context,
    parts::feed_title,
    site::{Now, Site},
};

/// How much text a feed has at most, in bytes, unless its newest entry alone has more: some readers refuse larger feeds, and
/// every feed is kept in the cache.
const LARGEST: usize = 500_000;

/// A feed.
pub(super) struct Document {
    pub(super) language: Language,
    pub(super) title: String,
    pub(super) description: String,
    /// A URI that stays when the site gets another address.
    pub(super) id: String,
    /// Its own address.
    pub(super) address: String,
    /// The address of the page about its subject.
    pub(super) home: String,
    /// The addresses of the same feed in the other languages.
    pub(super) translations: Vec<(Language, String)>,
    /// The organiser, with the address of their site.
    pub(super) publisher: (String, Option<String>),
    /// The address of a square picture.
    pub(super) icon: String,
    /// The time of the newest change in it; `None` without entries.
    pub(super) updated: Option<Zoned>,
    pub(super) entries: Vec<Entry>,
}

impl Document {
    /// The feed at a moment; `None` if there is no such language or subject.
    pub(super) fn of(site: &Site, feed: &Feed, now: DateTime) -> Option<Self> {
        let conference = &site.conference;
        let event = &conference.event;
        let language = event.language(feed.language.as_ref())?;
        let items = conference.feed_items(&feed.subject, now)?;
        let context = Context::new(site.clone(), language.clone(), None, Now::Fixed(now));
        let entries = entries(&context, items);
        let translation = |other: &Language| {
            let prefix = (other != event.default_language()).then(|| other.clone());
            (other.clone(), absolute(&context, &Feed { language: prefix, ..feed.clone() }.path()))
        };
        let publisher = match &event.organizer {
            Some(organizer) => (clean(context.text(&organizer.name)), organizer.url.clone()),
            None => (clean(context.text(&event.name)), None),
        };
        let tagline = event.tagline.as_ref().unwrap_or(&event.name);
        Some(Self {
            language: language.clone(),
            title: clean(&feed_title(&context, &feed.subject)),
            description: clean(context.text(tagline)),
            id: id(event, &feed.path()),
            address: absolute(&context, &feed.path()),
            home: absolute(&context, &context.url(&home(&context, feed.subject.page()))),
            translations: event.languages.iter().filter(|other| *other != language).map(translation).collect(),
            publisher,
            icon: absolute(&context, &Export::Icon(Icon::Large).path()),
            updated: entries.iter().map(|entry| &entry.updated).max().cloned(),
            entries,
        })
    }
}

/// The page of a subject, under its present address.
fn home(context: &Context, page: Page) -> Page {
    context.conference.moved(&page).unwrap_or(page)
}

fn entries(context: &Context, items: Vec<FeedItem<'_>>) -> Vec<Entry> {
    let mut length = 0;
    let all = items.into_iter().map(|item| entry(context, item)).enumerate();
    let fits = all.take_while(|(place, entry)| {
        length += entry.html.len();
        *place == 0 || length <= LARGEST
    });
    fits.map(|(_, entry)| entry).collect()
}
