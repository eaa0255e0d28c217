//! The site that pages and exports are made of: a conference, the URLs of the built files, and the moment.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use bytes::Bytes;
use cards::Card;
use conference::{
    Conference,
    url::{DatasetContent, Export, Resource},
};
use jiff::civil::DateTime;

use crate::{social_cards, stylesheet};

/// A conference with the settings of the program that publishes it.
#[derive(Clone, Debug)]
pub struct Site {
    /// The published conference.
    pub conference: Arc<Conference>,
    /// Where the built files are.
    pub urls: Arc<Urls>,
    /// The generated stylesheet; its URL holds the digest of its bytes.
    pub(crate) stylesheet: Stylesheet,
    /// Whether pages renew themselves while their files are edited.
    pub preview: Preview,
    /// The social cards by file name, listed when they are first asked for.
    cards: Arc<OnceLock<BTreeMap<String, Card>>>,
}

/// A stylesheet with the name that belongs to its bytes.
#[derive(Clone, Debug)]
pub(crate) struct Stylesheet {
    pub(crate) export: Export,
    pub(crate) css: Bytes,
}

/// Where the site and its built files are, and whether browsers may keep copies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Urls {
    /// Scheme, host and base path before canonical URLs, without a slash at the end; empty if they are not known.
    pub base: String,
    /// The path below which the site lies, such as `/2016`; empty for a site that has its host for itself.
    pub base_path: String,
    /// The stylesheet.
    pub style: String,
    /// The glue of the wasm module.
    pub module: String,
    /// The wasm module.
    pub wasm: String,
    /// The files of `public/`, such as `/islands.js`.
    pub public: Vec<String>,
    /// A digest of all these files: another build has another one.
    pub build: String,
    /// The copy that browsers keep.
    pub offline: Offline,
}

/// The copy of the site that browsers keep for times without a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// None; a browser that has one deletes it.
    #[default]
    Off,
    /// A copy of at most so many megabytes.
    Megabytes(u32),
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

    /// The moment at which its minute began.
    pub fn minute(self) -> DateTime {
        let moment = self.moment();
        moment.date().at(moment.hour(), moment.minute(), 0, 0)
    }
}

impl Site {
    /// The site of a conference.
    pub fn new(conference: Arc<Conference>, urls: Arc<Urls>, preview: Preview) -> Self {
        let css = stylesheet::css(&conference);
        let digest = blake3::hash(css.as_bytes()).to_hex();
        let stylesheet = Stylesheet { export: Export::Stylesheet(digest[..16].to_owned()), css: css.into() };
        Self { conference, urls, stylesheet, preview, cards: Arc::default() }
    }

    /// The generated stylesheet. Its URL changes with its bytes.
    pub fn stylesheet(&self) -> &Export {
        &self.stylesheet.export
    }

    /// Whether the site has an export: addresses in feeds, in sitemaps and in schedules of c3voc are absolute, and a copy can be
    /// turned off.
    pub(crate) fn has(&self, export: &Export) -> bool {
        match export {
            Export::Feed(_) | Export::Sitemap | Export::SitemapPart(_) => !self.urls.base.is_empty(),
            Export::Dataset(dataset) => {
                let is_absolute = matches!(dataset.content, DatasetContent::ScheduleXml | DatasetContent::ScheduleJson);
                !is_absolute || !self.urls.base.is_empty()
            }
            Export::SavedFiles(_) => self.offline() != Offline::Off,
            _ => true,
        }
    }

    /// The social cards by the file names of their renditions. There are none without the font, or if the site does not
    /// know its address: link previews want absolute ones.
    pub fn cards(&self) -> &BTreeMap<String, Card> {
        self.cards.get_or_init(|| match self.has_cards() {
            true => social_cards::all(&self.conference),
            false => BTreeMap::new(),
        })
    }

    /// Whether there are social cards.
    pub(crate) fn has_cards(&self) -> bool {
        !self.urls.base.is_empty() && cards::is_available()
    }

    /// The copy that browsers keep. A preview always shows the files as they are.
    pub(crate) fn offline(&self) -> Offline {
        match self.preview {
            Preview::On => Offline::Off,
            Preview::Off => self.urls.offline,
        }
    }

    /// Everything that the site answers, in one order, without exports that it lacks. Builds the search index, unless it is there.
    pub fn resources(&self) -> impl Iterator<Item = Resource> {
        self.resources_without_search().chain(self.conference.search_pieces().map(Resource::Export))
    }

    /// The same without the pieces of the search index.
    pub fn resources_without_search(&self) -> impl Iterator<Item = Resource> {
        let stylesheet = Resource::Export(self.stylesheet.export.clone());
        let cards = self.cards().keys().cloned().map(Resource::Rendition);
        let resources = self.conference.resources().chain([stylesheet]).chain(cards);
        resources.filter(|resource| match resource {
            Resource::Export(export) => self.has(export),
            _ => true,
        })
    }
}
