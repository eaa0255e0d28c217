//! The content folder on disk: every Markdown file, and a digest of every file beside them.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context as _, bail};
use conference::{
    Asset,
    load::{SourceFile, Sources},
};

/// The folders that hold content; everything else in the content folder is not ours.
pub const FOLDERS: [&str; 2] = ["program", "interviews"];

/// How deep folders may lie in each other.
const DEPTH: usize = 8;

/// A content folder. It remembers digests, so that reading it again does not read every photograph again.
#[derive(Debug)]
pub struct ContentFolder {
    root: PathBuf,
    digests: HashMap<PathBuf, (SystemTime, u64, [u8; 32])>,
}

impl ContentFolder {
    /// Opens a folder.
    ///
    /// # Errors
    /// Where it does not exist, is no folder, or has neither `program/` nor `interviews/`.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        if !root.exists() {
            bail!("there is no folder {}; name the one that holds program/ and interviews/", root.display());
        }
        if !root.is_dir() {
            bail!("{} is not a folder; name the one that holds program/ and interviews/", root.display());
        }
        if !FOLDERS.iter().any(|folder| root.join(folder).is_dir()) {
            bail!(
                "{} has neither program/ nor interviews/; a conference needs at least program/event.md",
                root.display()
            );
        }
        Ok(Self { root: root.to_owned(), digests: HashMap::new() })
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads everything, in the order of the paths.
    ///
    /// # Errors
    /// Where a file or folder cannot be read; one that goes away meanwhile is taken as deleted.
    pub fn read(&mut self) -> anyhow::Result<Sources> {
        let mut sources = Sources { files: Vec::new(), assets: Vec::new() };
        for folder in FOLDERS {
            self.read_folder(folder, DEPTH, &mut sources)?;
        }
        Ok(sources)
    }

    fn read_folder(&mut self, folder: &str, depth: usize, sources: &mut Sources) -> anyhow::Result<()> {
        let directory = self.root.join(folder);
        let entries = match fs::read_dir(&directory) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error).with_context(|| format!("{} cannot be read", directory.display())),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.with_context(|| format!("{} cannot be read", directory.display()))?;
            // A name that is not Unicode could not be written in a link or a URL.
            if let Ok(name) = entry.file_name().into_string() {
                names.push(name);
            }
        }
        names.sort_unstable();
        for name in names.iter().filter(|name| !is_scratch(name)) {
            let path = format!("{folder}/{name}");
            let place = self.root.join(&path);
            let metadata = match fs::metadata(&place) {
                Ok(metadata) => metadata,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error).with_context(|| format!("{} cannot be read", place.display())),
            };
            if metadata.is_dir() {
                if depth > 0 {
                    self.read_folder(&path, depth - 1, sources)?;
                }
            } else if name.ends_with(".md") {
                match fs::read(&place) {
                    Ok(bytes) => sources.files.push(SourceFile { path, bytes }),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error).with_context(|| format!("{} cannot be read", place.display())),
                }
            } else if metadata.is_file() {
                let digest = self.digest(&place, &metadata)?;
                sources.assets.push(Asset { path, digest });
            }
        }
        Ok(())
    }

    fn digest(&mut self, place: &Path, metadata: &fs::Metadata) -> anyhow::Result<[u8; 32]> {
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        if let Some((then, length, digest)) = self.digests.get(place)
            && (*then, *length) == (modified, metadata.len())
        {
            return Ok(*digest);
        }
        let unreadable = || format!("{} cannot be read", place.display());
        let file = fs::File::open(place).with_context(unreadable)?;
        let digest = *blake3::Hasher::new().update_reader(file).with_context(unreadable)?.finalize().as_bytes();
        self.digests.insert(place.to_owned(), (modified, metadata.len(), digest));
        Ok(digest)
    }
}

/// Whether a file is what editors and systems leave behind while one works.
fn is_scratch(name: &str) -> bool {
    name.starts_with('.') || name.starts_with('#') || name.ends_with('~') || name.ends_with(".swp") || name == "4913"
}
