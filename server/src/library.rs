//! What is published at the moment: the conference of the last reading, with what was last good of broken files.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use app::{Preview, Site, Urls};
use conference::{
    diagnostic::{Diagnostic, Severity},
    load::{Loaded, SourceFile, Sources, load},
};
use tokio::sync::watch;

use crate::content::ContentFolder;

/// One reading of the content.
#[derive(Debug)]
pub struct Edition {
    /// What visitors see; `None` while there has never been a usable `program/event.md`.
    pub site: Option<Site>,
    /// The stylesheet that belongs to it.
    pub stylesheet: String,
    /// What is wrong with the files as they are on disk now.
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
}

#[derive(Debug)]
struct Reader {
    folder: ContentFolder,
    /// The last bytes of every file that had no errors.
    last_good: BTreeMap<String, Vec<u8>>,
}

impl Library {
    /// Reads a content folder for the first time.
    ///
    /// # Errors
    /// Where the folder cannot be read. Problems of its files are no errors here: see [`Edition::diagnostics`].
    pub fn open(content: &Path, urls: Urls, preview: Preview) -> anyhow::Result<Self> {
        let mut reader = Reader { folder: ContentFolder::open(content)?, last_good: BTreeMap::new() };
        let urls = Arc::new(urls);
        let edition = reader.read_edition(&urls, preview)?;
        let changes = watch::Sender::new(0);
        Ok(Self { urls, preview, reader: Mutex::new(reader), edition: RwLock::new(Arc::new(edition)), changes })
    }

    /// The present edition.
    pub fn edition(&self) -> Arc<Edition> {
        // The lock is held only to copy or replace a pointer: a poisoned one is as good as any.
        self.edition.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the content again and publishes it.
    ///
    /// # Errors
    /// Where the folder cannot be read; the present edition stays.
    pub fn reload(&self) -> anyhow::Result<Arc<Edition>> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let edition = Arc::new(reader.read_edition(&self.urls, self.preview)?);
        *self.edition.write().unwrap_or_else(PoisonError::into_inner) = edition.clone();
        self.changes.send_modify(|count| *count += 1);
        Ok(edition)
    }

    /// Counts the readings; changes with each.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }
}

impl Reader {
    fn read_edition(&mut self, urls: &Arc<Urls>, preview: Preview) -> anyhow::Result<Edition> {
        let sources = self.folder.read()?;
        let Loaded { conference, diagnostics } = self.load_with_last_good(sources);
        let site = conference.map(|conference| Site { conference: Arc::new(conference), urls: urls.clone(), preview });
        let stylesheet = site.as_ref().map(|site| app::stylesheet::stylesheet(&site.conference)).unwrap_or_default();
        Ok(Edition { site, stylesheet, diagnostics })
    }

    /// Loads the sources; a file with errors is replaced by what it last was without them.
    fn load_with_last_good(&mut self, mut sources: Sources) -> Loaded {
        let loaded = load(&sources);
        let broken: BTreeSet<&str> = loaded
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .map(|diagnostic| diagnostic.path.as_str())
            .collect();
        let present: BTreeSet<String> = sources.files.iter().map(|file| file.path.clone()).collect();
        // What an organiser deleted is gone; what is broken is kept, and so is what nothing can be shown without.
        self.last_good.retain(|path, _| present.contains(path) || broken.contains(path.as_str()));
        let mut replaced = false;
        for SourceFile { path, bytes } in &mut sources.files {
            if !broken.contains(path.as_str()) {
                if self.last_good.get(path) != Some(bytes) {
                    self.last_good.insert(path.clone(), bytes.clone());
                }
            } else if let Some(good) = self.last_good.get(path) {
                *bytes = good.clone();
                replaced = true;
            }
        }
        for (path, bytes) in self.last_good.iter().filter(|(path, _)| !present.contains(*path)) {
            sources.files.push(SourceFile { path: path.clone(), bytes: bytes.clone() });
            replaced = true;
        }
        if !replaced {
            return loaded;
        }
        Loaded { conference: load(&sources).conference, diagnostics: loaded.diagnostics }
    }
}
