//! The published content: the conference of the last reading, with the last good version of broken files.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError, RwLock, mpsc},
};

use app::{Preview, Site, Timeline, Urls};
use conference::{
    Conference, Slug,
    diagnostic::{Diagnostic, Severity},
    load::{Audience, Loaded, Loader, SourceFile, Sources},
};
use jiff::{civil::DateTime, tz::TimeZone};
use tokio::sync::watch;

use crate::{
    clock::Clock,
    content::{ContentFolder, Stamps},
};

/// One reading of the content.
#[derive(Debug)]
pub struct Edition {
    /// Later ones have greater numbers.
    pub(crate) number: u64,
    /// The files beside the content, as they were when they were read.
    pub(crate) files: Stamps,
    /// The site of visitors; `None` while there has never been a usable `program/event.md`.
    pub site: Option<Site>,
    /// The moments at which its pages change without a change of the content.
    pub timeline: Option<Timeline>,
    /// The moment at which the next item is to be published. It is tried once: after it, only a change of the files can
    /// help.
    pub until: Option<DateTime>,
    /// The problems of the files as they are on disk now.
    pub diagnostics: Vec<Diagnostic>,
}

/// The content folder and its present edition.
#[derive(Debug)]
pub struct Library {
    urls: Arc<Urls>,
    preview: Preview,
    reader: Mutex<Reader>,
    edition: RwLock<Arc<Edition>>,
    changes: watch::Sender<u64>,
    /// Held by the request that renews the edition.
    renewal: Arc<tokio::sync::Mutex<()>>,
}

#[derive(Debug)]
struct Reader {
    folder: ContentFolder,
    /// The number of readings.
    readings: u64,
    /// Every file as it was when it last had no errors.
    last_good: BTreeMap<String, SourceFile>,
    /// The conference that visitors see.
    published: Option<Arc<Conference>>,
    loader: Loader,
    /// Whether nothing of the files is kept for the next reading.
    forgets: bool,
}

impl Library {
    /// Reads a content folder for the first time. For problems of its files see [`Edition::diagnostics`].
    pub fn open(folder: ContentFolder, urls: Urls, preview: Preview, clock: Clock) -> Self {
        let mut reader = Reader {
            folder,
            readings: 0,
            last_good: BTreeMap::new(),
            published: None,
            loader: Loader::default(),
            forgets: false,
        };
        let urls = Arc::new(urls);
        let edition = reader.read_edition(&urls, preview, clock);
        let changes = watch::Sender::new(0);
        let (reader, edition) = (Mutex::new(reader), RwLock::new(Arc::new(edition)));
        Self { urls, preview, reader, edition, changes, renewal: Arc::default() }
    }

    /// The address of the site, and those of its built files.
    pub fn urls(&self) -> &Urls {
        &self.urls
    }

    /// The present edition.
    pub fn edition(&self) -> Arc<Edition> {
        // The lock is held only to copy or replace a pointer, so a poisoned lock is as good as any other.
        self.edition.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The present edition, unless an item was due since it was made.
    pub fn present(&self, clock: Clock) -> Option<Arc<Edition>> {
        Some(self.edition()).filter(|edition| !edition.is_outdated(clock))
    }

    /// Makes the edition with every item that is due, unless another caller made it meanwhile.
    pub fn renew(&self, clock: Clock) -> Arc<Edition> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        self.present(clock).unwrap_or_else(|| self.publish(&mut reader, clock))
    }

    /// [`renew`](Self::renew) for requests: one of them makes the edition in a blocking thread, and the others wait
    /// without a thread.
    pub(crate) async fn renew_once(self: &Arc<Self>, clock: Clock) -> Arc<Edition> {
        if let Some(edition) = self.present(clock) {
            return edition;
        }
        let turn = self.renewal.clone().lock_owned().await;
        if let Some(edition) = self.present(clock) {
            return edition;
        }
        let library = self.clone();
        let renewed = tokio::task::spawn_blocking(move || {
            // The turn lasts to the end of the work, even if the request is given up.
            let _turn = turn;
            library.renew(clock)
        });
        renewed.await.unwrap_or_else(|_| self.edition())
    }

    /// Keeps nothing of the files from now on, for a program that hardly ever reads them again.
    pub(crate) fn forget(&self) {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        reader.forgets = true;
        reader.forget();
    }

    /// Reads the content again and publishes it.
    pub fn reload(&self, clock: Clock) -> Arc<Edition> {
        self.publish(&mut self.reader.lock().unwrap_or_else(PoisonError::into_inner), clock)
    }

    fn publish(&self, reader: &mut Reader, clock: Clock) -> Arc<Edition> {
        let edition = Arc::new(reader.read_edition(&self.urls, self.preview, clock));
        *self.edition.write().unwrap_or_else(PoisonError::into_inner) = edition.clone();
        self.changes.send_modify(|count| *count += 1);
        edition
    }

    /// The present edition and all later ones, for work in the background. Must be called within the runtime.
    pub(crate) fn editions(self: Arc<Self>) -> mpsc::Receiver<Arc<Edition>> {
        let (sender, editions) = mpsc::channel();
        let mut changes = self.changes();
        tokio::spawn(async move { while sender.send(self.edition()).is_ok() && changes.changed().await.is_ok() {} });
        editions
    }

    /// The number of readings; it changes with each of them.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }
}

impl Edition {
    /// Whether an item was due since it was made.
    fn is_outdated(&self, clock: Clock) -> bool {
        self.site.as_ref().is_some_and(|Site { conference, .. }| {
            self.until.is_some_and(|until| clock.now(&conference.event.timezone).moment() >= until)
        })
    }
}

impl Reader {
    fn read_edition(&mut self, urls: &Arc<Urls>, preview: Preview, clock: Clock) -> Edition {
        let now = |zone: &TimeZone| clock.now(zone).moment();
        let audience = match preview {
            Preview::On => Audience::Organizers,
            Preview::Off => Audience::Visitors(&now),
        };
        let (conference, diagnostics, files) = self.read_conference(audience);
        let site = conference.map(|conference| Site::new(conference, urls.clone(), preview));
        let until = site.as_ref().and_then(|Site { conference, .. }| {
            let now = clock.now(&conference.event.timezone).moment();
            conference.next_publication.filter(|&next| next > now)
        });
        let timeline = site.as_ref().map(|site| Timeline::of(&site.conference));
        self.readings += 1;
        if self.forgets {
            self.forget();
        }
        Edition { number: self.readings, files, site, timeline, until, diagnostics }
    }

    fn forget(&mut self) {
        self.folder.forget_texts();
        self.last_good = BTreeMap::new();
        self.loader = Loader::default();
    }

    /// Reads and loads the folder. A file with errors is replaced by its last good version. If an item would still be
    /// lost because of an error in another file, the published conference stays.
    fn read_conference(&mut self, audience: Audience<'_>) -> (Option<Arc<Conference>>, Vec<Diagnostic>, Stamps) {
        let reading = self.folder.read();
        let Loaded { mut conference, diagnostics, .. } = reading.load_by(&mut self.loader, audience);
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let broken: BTreeSet<&str> = errors.map(|diagnostic| diagnostic.path.as_str()).collect();
        let mut sources = reading.sources;
        if self.restore(&mut sources, &broken) {
            conference = self.loader.load(&sources, audience).conference;
        }
        self.remember(sources, &broken);
        let conference = match (conference.map(Arc::new), &self.published) {
            (Some(new), Some(published)) if loses(&broken, published, &new) => published.clone(),
            (None, Some(published)) => published.clone(),
            (Some(new), _) => new,
            (None, None) => return (None, diagnostics, reading.stamps),
        };
        self.published = Some(conference.clone());
        (Some(conference), diagnostics, reading.stamps)
    }

    /// Replaces broken files by their last good bytes. Returns whether it replaced any.
    fn restore(&mut self, sources: &mut Sources, broken: &BTreeSet<&str>) -> bool {
        let present: BTreeSet<&str> = sources.files.iter().map(|file| file.path.as_str()).collect();
        // A deleted file is gone. A file that cannot be read is kept, alone or with its folder, and so is the event,
        // without which there would be no site.
        let is_broken = |path: &str| {
            let folders = path.match_indices('/').map(|(place, _)| &path[..place]);
            folders.chain([path]).any(|path| broken.contains(path))
        };
        self.last_good.retain(|path, _| present.contains(path.as_str()) || is_broken(path));
        let absent = self.last_good.iter().filter(|(path, _)| !present.contains(path.as_str()));
        let absent: Vec<_> = absent.map(|(_, file)| file.clone()).collect();
        let mut replaced = !absent.is_empty();
        for file in sources.files.iter_mut().filter(|file| broken.contains(file.path.as_str())) {
            if let Some(good) = self.last_good.get(&file.path) {
                file.clone_from(good);
                replaced = true;
            }
        }
        sources.files.extend(absent);
        replaced
    }

    /// Remembers the bytes of files without errors.
    fn remember(&mut self, sources: Sources, broken: &BTreeSet<&str>) {
        let good = sources.files.into_iter().filter(|file| !broken.contains(file.path.as_str()));
        self.last_good.extend(good.map(|file| (file.path.clone(), file)));
    }
}

/// Whether an item of a broken file was published before and no longer is.
fn loses(broken: &BTreeSet<&str>, before: &Conference, after: &Conference) -> bool {
    broken.iter().any(|path| {
        let item = |folder: &str| Slug::parse(path.strip_prefix(folder)?.split(['/', '.']).next()?);
        let session = item("program/sessions/").filter(|slug| before.session(slug).is_some());
        let speaker = item("program/speakers/").filter(|slug| before.speaker(slug).is_some());
        let interview = item("interviews/").filter(|slug| before.interview(slug).is_some());
        let article = item("news/").filter(|slug| before.article(slug).is_some());
        session.is_some_and(|slug| after.session(&slug).is_none())
            || speaker.is_some_and(|slug| after.speaker(&slug).is_none())
            || interview.is_some_and(|slug| after.interview(&slug).is_none())
            || article.is_some_and(|slug| after.article(&slug).is_none())
    })
}

#[cfg(test)]
mod tests;
