//! The cache of measurements and renditions on disk. Its files are named by digests, so none is ever out of date.

use std::{
    env, fs,
    io::Write as _,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, SystemTime},
};

use conference::picture::{Color, Content, Medium, Picture};

use super::made::Made;

/// Files that were not needed for this time are removed.
const UNUSED: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// The folder of measurements. It gets a new name if a release detects more than the one before.
const MEASURED: &str = "measured-2";

/// A folder of measurements and renditions. Without a writable folder everything works, and is made again.
#[derive(Debug)]
pub struct Cache {
    folder: Option<PathBuf>,
    warned: AtomicBool,
}

impl Cache {
    /// Opens a cache in a folder, and creates the folder if it is missing.
    pub fn open(folder: PathBuf) -> Self {
        for kind in [MEASURED, "renditions"] {
            let folder = folder.join(kind);
            match fs::create_dir_all(&folder) {
                Ok(()) => remove_unused(&folder),
                Err(error) => {
                    let folder = folder.display();
                    tracing::warn!(%folder, %error, "pictures are not kept; name another folder with --cache");
                    return Self { folder: None, warned: AtomicBool::new(true) };
                }
            }
        }
        Self { folder: Some(folder), warned: AtomicBool::new(false) }
    }

    /// The user's cache (XDG Base Directory Specification): `~/.cache/serverlessconf`.
    pub fn of_user() -> Self {
        let absolute = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let caches = absolute("XDG_CACHE_HOME").or_else(|| Some(absolute("HOME")?.join(".cache")));
        match caches {
            Some(caches) => Self::open(caches.join("serverlessconf")),
            None => Self { folder: None, warned: AtomicBool::new(false) },
        }
    }

    /// The folder, for other caches of the program.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The file of an existing rendition.
    pub(super) fn rendition(&self, name: &str) -> Option<PathBuf> {
        let file = self.folder.as_ref()?.join("renditions").join(name);
        let modified = fs::metadata(&file).ok()?.modified().ok()?;
        touch(&file, modified);
        Some(file)
    }

    /// Stores a rendition, whole or not at all.
    pub(super) fn keep(&self, name: &str, bytes: Vec<u8>) -> Made {
        match self.write("renditions", name, &bytes) {
            Some(file) => Made::File(file),
            None => Made::Bytes(bytes),
        }
    }

    /// The stored measurement of a file.
    pub(super) fn recall(&self, digest: &[u8; 32]) -> Option<Content> {
        let file = self.folder.as_ref()?.join(MEASURED).join(blake3::Hash::from(*digest).to_hex().as_str());
        let text = fs::read_to_string(&file).ok()?;
        touch(&file, fs::metadata(&file).ok()?.modified().ok()?);
        parse(&text)
    }

    /// Stores the measurement of a file. A file that could not be decoded is tried again: a later release may decode
    /// it.
    pub(super) fn remember(&self, digest: &[u8; 32], content: &Content) {
        if let Some(text) = print(content) {
            self.write(MEASURED, blake3::Hash::from(*digest).to_hex().as_str(), text.as_bytes());
        }
    }

    fn write(&self, kind: &str, name: &str, bytes: &[u8]) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?.join(kind);
        let file = folder.join(name);
        let written = tempfile::NamedTempFile::new_in(&folder).and_then(|mut temporary| {
            temporary.write_all(bytes)?;
            temporary.persist(&file)?;
            Ok(())
        });
        match written {
            Ok(()) => Some(file),
            Err(error) => {
                if !self.warned.swap(true, Ordering::Relaxed) {
                    tracing::warn!(folder = %folder.display(), %error, "pictures are not kept");
                }
                None
            }
        }
    }
}

/// Marks a file as needed, at most once a day.
fn touch(file: &Path, modified: SystemTime) {
    let now = SystemTime::now();
    if now.duration_since(modified).is_ok_and(|age| age > Duration::from_secs(24 * 60 * 60)) {
        // A file that cannot be marked is made again some day.
        _ = fs::File::open(file).and_then(|file| file.set_modified(now));
    }
}

/// Removes files that were not needed for long, and the rest of killed programs.
fn remove_unused(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        if modified.is_ok_and(|modified| modified.elapsed().is_ok_and(|age| age > UNUSED)) {
            _ = fs::remove_file(entry.path());
        }
    }
}

/// The text of a measurement: `photograph 4000 3000 7a6b5c`, `drawing …`, `image 100 100`.
fn print(content: &Content) -> Option<String> {
    match content {
        Content::Picture(Picture { width, height, medium, color }) => {
            let medium = match medium {
                Medium::Photograph => "photograph",
                Medium::Drawing => "drawing",
            };
            Some(format!("{medium} {width} {height} {color}"))
        }
        Content::Image { size: Some((width, height)) } => Some(format!("image {width} {height}")),
        Content::Image { size: None } | Content::File | Content::Broken(_) => None,
    }
}

fn parse(text: &str) -> Option<Content> {
    let mut words = text.split(' ');
    let kind = words.next()?;
    let (width, height) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let medium = match kind {
        "photograph" => Medium::Photograph,
        "drawing" => Medium::Drawing,
        "image" => return Some(Content::Image { size: Some((width, height)) }),
        _ => return None,
    };
    let [_, red, green, blue] = u32::from_str_radix(words.next()?, 16).ok()?.to_be_bytes();
    Some(Content::Picture(Picture { width, height, medium, color: Color([red, green, blue]) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHOTOGRAPH: Content = Content::Picture(Picture {
        width: 4000,
        height: 3000,
        medium: Medium::Photograph,
        color: Color([122, 107, 9]),
    });

    #[test]
    fn what_was_made_is_there_in_the_next_run() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = folder.path().join("new/cache");
        let first = Cache::open(place.clone());
        assert!(first.rendition("a.avif").is_none() && first.recall(&[1; 32]).is_none());
        assert!(matches!(first.keep("a.avif", b"bytes".to_vec()), Made::File(_)));
        first.remember(&[1; 32], &PHOTOGRAPH);
        first.remember(&[2; 32], &Content::Image { size: Some((10, 20)) });
        first.remember(&[3; 32], &Content::File);
        let second = Cache::open(place.clone());
        let file = second.rendition("a.avif").expect("it was kept");
        assert_eq!(fs::read(file).ok().as_deref(), Some(&b"bytes"[..]));
        let recalled = [1, 2, 3].map(|digest| second.recall(&[digest; 32]));
        assert_eq!(recalled, [Some(PHOTOGRAPH), Some(Content::Image { size: Some((10, 20)) }), None]);
        // It is written under another name and renamed, and leaves no other file.
        assert_eq!(fs::read_dir(place.join("renditions")).expect("it is there").count(), 1);
    }

    #[test]
    fn what_nobody_has_needed_for_long_is_removed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = Cache::open(folder.path().to_owned());
        for (name, age) in [("old.avif", UNUSED + Duration::from_secs(60)), ("used.avif", UNUSED / 2)] {
            let Made::File(file) = cache.keep(name, Vec::new()) else { panic!("the folder can be written") };
            let file = fs::File::options().write(true).open(file).expect("it is there");
            file.set_modified(SystemTime::now() - age).expect("times can be set");
        }
        let cache = Cache::open(folder.path().to_owned());
        assert!(cache.rendition("old.avif").is_none() && cache.rendition("used.avif").is_some());
        // A request for a file counts as a need for it.
        let modified = fs::metadata(folder.path().join("renditions/used.avif")).and_then(|it| it.modified());
        assert!(modified.is_ok_and(|modified| modified.elapsed().is_ok_and(|age| age < UNUSED / 4)));
    }

    #[test]
    fn without_a_folder_everything_is_made_again() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("file");
        fs::write(&file, "").expect("a file");
        for cache in [Cache::open(file), Cache { folder: None, warned: AtomicBool::new(true) }] {
            assert!(matches!(cache.keep("a.avif", b"bytes".to_vec()), Made::Bytes(bytes) if bytes == b"bytes"));
            cache.remember(&[1; 32], &PHOTOGRAPH);
            assert!(cache.recall(&[1; 32]).is_none() && cache.rendition("a.avif").is_none());
        }
    }

    #[test]
    fn what_was_measured_before_photographs_had_to_be_whole_is_measured_again() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("measured")).expect("writable");
        let name = blake3::Hash::from([1; 32]).to_hex();
        fs::write(folder.path().join("measured").join(name.as_str()), "photograph 1 2 000000").expect("writable");
        assert_eq!(Cache::open(folder.path().to_owned()).recall(&[1; 32]), None);
    }

    #[test]
    fn a_damaged_measurement_is_made_again() {
        for text in ["", "photograph", "photograph 1 2", "photograph 1 x 000000", "sculpture 1 2 000000", "image -1 2"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
