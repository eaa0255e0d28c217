//! What every view reads from its context: the site, the language of the page, and the moment.

use std::{ops::Deref, sync::Arc};

use cards::Card;
use conference::{
    Conference, Language, Text,
    url::{self, Page},
};
use jiff::civil::DateTime;
use leptos::prelude::expect_context;

use crate::{
    messages::Messages,
    site::{Now, Site},
    social_cards,
};

/// The context of the views of one document.
#[derive(Clone)]
pub(crate) struct Context(Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) site: Site,
    pub(crate) conference: Arc<Conference>,
    pub(crate) language: Language,
    /// The page of the document; `None` for an error page, which has no address.
    pub(crate) page: Option<Page>,
    pub(crate) messages: &'static Messages,
    /// In the event's time zone.
    pub(crate) now: DateTime,
    /// Whether the browser may go on from that moment.
    pub(crate) ticks: bool,
}

impl Deref for Context {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// The context of the view that asks. Every document provides it.
pub(crate) fn context() -> Context {
    expect_context()
}

impl Context {
    pub(crate) fn new(site: Site, language: Language, page: Option<Page>, now: Now) -> Self {
        let ticks = matches!(now, Now::Ticking(_));
        let (messages, conference) = (Messages::of(&language), site.conference.clone());
        Self(Arc::new(Inner { site, conference, language, page, messages, now: now.moment(), ticks }))
    }

    /// The URL of a page in the language of this one.
    pub(crate) fn url(&self, page: &Page) -> String {
        page.path(&self.language, self.conference.event.default_language())
    }

    /// The language of this page in the addresses of exports; `None` for the event's first one.
    pub(crate) fn other_language(&self) -> Option<Language> {
        let is_other = self.language != *self.conference.event.default_language();
        is_other.then(|| self.language.clone())
    }

    /// The whole minutes until a moment, with one that has begun.
    pub(crate) fn minutes_until(&self, moment: DateTime) -> i64 {
        (moment.duration_since(self.now).as_secs() + 59) / 60
    }

    /// The social card of a page with its absolute address, if the site has cards.
    pub(crate) fn card(&self, page: &Page) -> Option<(Card, String)> {
        if !self.site.has_cards() {
            return None;
        }
        let card = social_cards::of_page(&self.conference, &self.language, page)?;
        let address = format!("{}{}", self.site.urls.base, url::picture(&card.name()));
        Some((card, address))
    }

    /// A text for the readers of this page.
    pub(crate) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.text(&self.language)
    }

    /// A text for the readers of this page, with the `lang` it needs if that is not the page's.
    pub(crate) fn tagged(&self, text: &Text) -> (String, Option<String>) {
        let (text, lang) = text.tagged(&self.language);
        (text.to_owned(), lang.map(str::to_owned))
    }
}
