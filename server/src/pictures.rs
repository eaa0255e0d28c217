//! Pictures: measures the image files of the content, and makes the renditions of pages.

mod cache;
mod cards;
mod made;

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    io::Read as _,
    num::NonZero,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use ::pictures::Image;
use anyhow::{Context as _, bail};
use conference::{
    Rendition,
    diagnostic::Message,
    message,
    picture::{Content, Fault},
};
use indicatif::{ProgressBar, ProgressStyle};
use tokio::sync::Semaphore;

use crate::locale::report_language;

pub use self::{cache::Cache, made::Made};

/// The most bytes that are read of a file.
const LONGEST: u64 = 100_000_000;

/// The number of pictures from which on the terminal shows progress.
const MANY: usize = 8;

/// Measures and makes pictures. Clones share their memory.
#[derive(Clone, Debug)]
pub struct Pictures {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    cache: Cache,
    measured: Mutex<HashMap<[u8; 32], Content>>,
    /// One lock for each rendition in work, so that none is made twice.
    making: Mutex<HashMap<String, Arc<Mutex<()>>>>,
    /// One permit for each rendition that may be made for requests at the same time.
    requests: Arc<Semaphore>,
}

/// An image file of the content that may have to be measured.
#[derive(Debug)]
pub(crate) struct Unmeasured {
    /// Its place on disk.
    pub(crate) place: PathBuf,
    /// The BLAKE3 digest of its bytes.
    pub(crate) digest: [u8; 32],
}

impl Pictures {
    /// Stores renditions in a cache.
    pub fn new(cache: Cache) -> Self {
        let requests = Arc::new(Semaphore::new(cores().div_ceil(2)));
        let shared = Shared { cache, measured: Mutex::default(), making: Mutex::default(), requests };
        Self { shared: Arc::new(shared) }
    }

    /// The content of each file, in the same order. Files that were measured before are not read again.
    pub(crate) fn measure(&self, files: &[Unmeasured]) -> Vec<Content> {
        // A file that could not be read is tried again the next time.
        let unread = Mutex::new(HashMap::new());
        let unknown: Vec<_> = files.iter().filter(|file| self.known(&file.digest).is_none()).collect();
        in_parallel(&message!("measuring pictures", "画像を調べています"), &unknown, |file| {
            let fault = match read(&file.place) {
                // The file may have changed since its digest was taken.
                Ok(bytes) if *blake3::hash(&bytes).as_bytes() == file.digest => {
                    let content = ::pictures::measure(&bytes);
                    self.shared.cache.remember(&file.digest, &content);
                    self.lock_measured().insert(file.digest, content);
                    return;
                }
                Ok(_) => Fault::Damaged(message!("it changed while it was read", "読んでいる間に変わりました")),
                Err(fault) => fault,
            };
            unread.lock().unwrap_or_else(PoisonError::into_inner).insert(file.digest, Content::Broken(fault));
        });
        let unread = unread.into_inner().unwrap_or_else(PoisonError::into_inner);
        let content = |file: &Unmeasured| {
            let content = self.known(&file.digest).or_else(|| unread.get(&file.digest).cloned());
            content.expect("every file was measured, or could not be read")
        };
        files.iter().map(content).collect()
    }

    fn known(&self, digest: &[u8; 32]) -> Option<Content> {
        if let Some(content) = self.lock_measured().get(digest) {
            return Some(content.clone());
        }
        let content = self.shared.cache.recall(digest)?;
        self.lock_measured().insert(*digest, content.clone());
        Some(content)
    }

    fn lock_measured(&self) -> std::sync::MutexGuard<'_, HashMap<[u8; 32], Content>> {
        self.shared.measured.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A rendition, made now unless it exists. A second caller waits while it is being made.
    ///
    /// # Errors
    /// If the file is gone, has changed or cannot be decoded.
    pub fn make(&self, folder: &Path, name: &str, rendition: &Rendition) -> anyhow::Result<Made> {
        if let Some(file) = self.shared.cache.rendition(name) {
            return Ok(Made::File(file));
        }
        self.one_at_a_time(name, || {
            if let Some(file) = self.shared.cache.rendition(name) {
                return Ok(Made::File(file));
            }
            let image = open(&folder.join(&rendition.path), &rendition.operation.source)?;
            let bytes = image.render(&rendition.operation)?;
            Ok(self.shared.cache.keep(name, bytes))
        })
    }

    /// [`make`](Self::make) for a request: without blocking other requests, and only a few at once, because each takes
    /// the memory of a decoded photograph.
    ///
    /// # Errors
    /// As `make`.
    pub(crate) async fn make_soon(
        &self,
        folder: Arc<Path>,
        name: String,
        rendition: Rendition,
    ) -> anyhow::Result<Made> {
        let make = move |pictures: &Self, name: &str| pictures.make(&folder, name, &rendition);
        self.soon(name, make).await
    }

    async fn soon(
        &self,
        name: String,
        make: impl FnOnce(&Self, &str) -> anyhow::Result<Made> + Send + 'static,
    ) -> anyhow::Result<Made> {
        if let Some(file) = self.shared.cache.rendition(&name) {
            return Ok(Made::File(file));
        }
        let permit = self.shared.requests.clone().acquire_owned().await?;
        let pictures = self.clone();
        let made = tokio::task::spawn_blocking(move || {
            let made = make(&pictures, &name);
            drop(permit);
            made
        });
        made.await?
    }

    /// Makes the missing renditions, all of one file together, so that the file is decoded once.
    pub fn make_all(&self, folder: &Path, renditions: &BTreeMap<String, Rendition>) {
        let mut by_file: BTreeMap<&str, Vec<(&str, &Rendition)>> = BTreeMap::new();
        for (name, rendition) in renditions.iter().filter(|(name, _)| self.shared.cache.rendition(name).is_none()) {
            by_file.entry(&rendition.path).or_default().push((name, rendition));
        }
        let by_file: Vec<_> = by_file.into_iter().collect();
        in_parallel(&message!("making pictures", "画像を作っています"), &by_file, |(path, missing)| {
            let Some((_, Rendition { operation, .. })) = missing.first() else { return };
            let image = match open(&folder.join(path), &operation.source) {
                Ok(image) => image,
                // The next reading of the content reports it.
                Err(error) => return tracing::warn!(%path, %error, "a picture could not be opened"),
            };
            for (name, Rendition { operation, .. }) in missing {
                self.one_at_a_time(name, || {
                    if self.shared.cache.rendition(name).is_some() {
                        return;
                    }
                    match image.render(operation) {
                        Ok(bytes) => _ = self.shared.cache.keep(name, bytes),
                        Err(error) => tracing::warn!(%path, %error, "a rendition could not be made"),
                    }
                });
            }
        });
    }

    fn one_at_a_time<T>(&self, name: &str, make: impl FnOnce() -> T) -> T {
        let lock = {
            let mut making = self.shared.making.lock().unwrap_or_else(PoisonError::into_inner);
            making.entry(name.to_owned()).or_default().clone()
        };
        let guard = lock.lock().unwrap_or_else(PoisonError::into_inner);
        let made = make();
        drop(guard);
        // A waiting caller has a clone of the lock, and finds the rendition in the cache.
        self.shared.making.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        made
    }
}

/// Opens a file if it is still the measured one.
fn open(place: &Path, digest: &[u8; 32]) -> anyhow::Result<Image> {
    let bytes = fs::read(place).with_context(|| format!("{} cannot be read", place.display()))?;
    if blake3::hash(&bytes).as_bytes() != digest {
        bail!("{} has changed", place.display());
    }
    match Image::decode(&bytes) {
        Ok(image) => Ok(image),
        Err(_) => bail!("{} cannot be decoded", place.display()),
    }
}

fn read(place: &Path) -> Result<Vec<u8>, Fault> {
    let damaged = |_| Fault::Damaged(message!("the file cannot be read", "ファイルを読めません"));
    let file = fs::File::open(place).map_err(damaged)?;
    let length = file.metadata().map_err(damaged)?.len();
    if length > LONGEST {
        return Err(Fault::TooLong { length });
    }
    let mut bytes = Vec::new();
    file.take(LONGEST).read_to_end(&mut bytes).map_err(damaged)?;
    Ok(bytes)
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// The most pictures in work at once, however many cores there are: each takes up to a few hundred megabytes.
const WORKERS: usize = 4;

/// Works on all items on several cores; with a progress bar if there are many.
fn in_parallel<T: Sync>(title: &Message, items: &[T], work: impl Fn(&T) + Sync) {
    let bar = match items.len() {
        0 => return,
        few if few < MANY => ProgressBar::hidden(),
        many => ProgressBar::new(many as u64),
    };
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(title.text(report_language()).to_owned());
    let rest = Mutex::new(items.iter());
    let next = || rest.lock().unwrap_or_else(PoisonError::into_inner).next();
    let workers = cores().min(WORKERS).min(items.len());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(item) = next() {
                    work(item);
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
}
