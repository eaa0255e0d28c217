//! What every view needs to know: the conference, the language of the page, and the moment.

use std::sync::Arc;

use conference::{Conference, Language, Text, url::Page};
use jiff::civil::DateTime;

use crate::messages::Messages;

/// A conference with the settings of the program that publishes it.
#[derive(Clone, Debug)]
pub struct Site {
    /// What is published.
    pub conference: Arc<Conference>,
    /// Where the built files are.
    pub urls: Arc<Urls>,
    /// The URL of the stylesheet generated from the conference.
    pub stylesheet: String,
    /// Whether pages renew themselves while their files are edited.
    pub preview: Preview,
}

/// The URLs of files that the build made, with their digests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Urls {
    /// Scheme, host and base path before canonical URLs, without a slash at the end; empty where they are not known.
    pub base: String,
    /// The path below which the site lies, such as `/2016`; empty for a site that has its host for itself.
    pub base_path: String,
    /// The stylesheet.
    pub style: String,
    /// The glue of the wasm module.
    pub module: String,
    /// The wasm module.
    pub wasm: String,
}

/// Whether pages renew themselves while their files are edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// Pages for visitors.
    Off,
    /// Pages for organisers at work.
    On,
}

/// The moment that a page shows, in the event's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Now {
    /// The present: the browser may go on from it.
    Ticking(DateTime),
    /// A moment that was asked for.
    Fixed(DateTime),
}

impl Now {
    /// The moment itself.
    pub fn moment(self) -> DateTime {
        match self {
            Self::Ticking(moment) | Self::Fixed(moment) => moment,
        }
    }
}

/// What a view is rendered with.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Site,
    pub(crate) conference: &'a Conference,
    pub(crate) language: &'a Language,
    pub(crate) messages: &'static Messages,
    /// In the event's time zone.
    pub(crate) now: DateTime,
    /// Whether the browser may go on from that moment.
    pub(crate) ticks: bool,
}

impl<'a> Context<'a> {
    pub(crate) fn new(site: &'a Site, language: &'a Language, now: Now) -> Self {
        let ticks = matches!(now, Now::Ticking(_));
        let messages = Messages::of(language);
        Self { site, conference: &site.conference, language, messages, now: now.moment(), ticks }
    }

    /// The URL of a page in the language of this one.
    pub(crate) fn url(&self, page: &Page) -> String {
        page.path(self.language, self.conference.event.default_language())
    }

    /// A text for the readers of this page.
    pub(crate) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.text(self.language)
    }

    /// A text for the readers of this page, with the `lang` it needs where that is not the page's.
    pub(crate) fn tagged(&self, text: &Text) -> (String, Option<String>) {
        let (text, lang) = text.tagged(self.language);
        (text.to_owned(), lang.map(str::to_owned))
    }
}
