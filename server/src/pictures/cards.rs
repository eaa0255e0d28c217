//! Social cards: drawn now unless they were drawn before, and kept like renditions.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use ::cards::{Card, Portrait};
use ::pictures::Image;
use anyhow::Context as _;
use app::Site;
use conference::{Conference, message};

use super::{Made, Pictures, in_parallel};

impl Pictures {
    /// A card, drawn now unless it exists. A second caller waits while it is being drawn.
    ///
    /// # Errors
    /// If a portrait cannot be made.
    pub fn make_card(&self, folder: &Path, conference: &Conference, name: &str, card: &Card) -> anyhow::Result<Made> {
        if let Some(file) = self.shared.cache.rendition(name) {
            return Ok(Made::File(file));
        }
        self.one_at_a_time(name, || {
            if let Some(file) = self.shared.cache.rendition(name) {
                return Ok(Made::File(file));
            }
            let portraits: Result<Vec<_>, _> =
                card.portraits().map(|portrait| self.portrait(folder, conference, portrait)).collect();
            Ok(self.shared.cache.keep(name, ::cards::png(card, &portraits?)?))
        })
    }

    /// [`make_card`](Self::make_card) for a request, without blocking other requests.
    ///
    /// # Errors
    /// As `make_card`.
    pub(crate) async fn make_card_soon(
        &self,
        folder: Arc<Path>,
        conference: Arc<Conference>,
        name: String,
        card: Card,
    ) -> anyhow::Result<Made> {
        let make = move |pictures: &Self, name: &str| pictures.make_card(&folder, &conference, name, &card);
        self.soon(name, make).await
    }

    /// Draws the missing cards of a site, and returns how many there were.
    pub fn make_cards(&self, folder: &Path, site: &Site) -> usize {
        let missing: Vec<_> =
            site.cards().iter().filter(|(name, _)| self.shared.cache.rendition(name).is_none()).collect();
        let made = AtomicUsize::new(0);
        let title = message!("drawing social cards", "SNS用の画像を作っています");
        in_parallel(&title, &missing, |(name, card)| match self.make_card(folder, &site.conference, name, card) {
            Ok(_) => _ = made.fetch_add(1, Ordering::Relaxed),
            Err(error) => tracing::warn!(%name, %error, "a social card could not be drawn"),
        });
        made.into_inner()
    }

    /// The pixels of a rendition.
    fn portrait(&self, folder: &Path, conference: &Conference, name: &str) -> anyhow::Result<Portrait> {
        let rendition = conference.renditions.get(name).context("a portrait is no longer there")?;
        let bytes = match self.make(folder, name, rendition)? {
            Made::File(file) => fs::read(file)?,
            Made::Bytes(bytes) => bytes,
        };
        let image = Image::decode(&bytes).ok().context("a portrait cannot be decoded")?;
        let (width, height, pixels) = image.into_rgba();
        Ok(Portrait { width, height, pixels })
    }
}
