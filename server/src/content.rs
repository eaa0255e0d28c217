//! The content folder on disk: every Markdown file, and a digest of every file beside them.

use std::{
    collections::HashMap,
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::bail;
use conference::{
    Asset,
    diagnostic::{Diagnostic, Severity},
    load::{Audience, Loaded, SourceFile, Sources, load},
};

use crate::embedded;

/// The folders that hold content; everything else in the content folder is not ours.
pub const FOLDERS: [&str; 2] = ["program", "interviews"];

/// How deep folders may lie in each other.
const DEPTH: usize = 8;

/// No more of a Markdown file is read, in bytes: what is longer is refused by the conference, which allows 1 MiB.
pub(crate) const LONGEST: u64 = 1024 * 1024 + 1;

/// What a content folder holds, and what of it cannot be read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The files.
    pub sources: Sources,
    /// One problem for each file or folder that cannot be read.
    pub problems: Vec<Diagnostic>,
}

impl Reading {
    /// Loads the conference; what could not be read is among its diagnostics.
    pub fn load(&self, audience: Audience<'_>) -> Loaded {
        let mut loaded = load(&self.sources, audience);
        loaded.diagnostics.splice(0..0, self.problems.iter().cloned());
        loaded
    }

    fn unreadable(&mut self, path: &str, error: &io::Error) {
        if error.kind() == io::ErrorKind::NotFound {
            return;
        }
        self.problems.push(Diagnostic {
            severity: Severity::Error,
            code: "unreadable",
            path: path.to_owned(),
            span: 0..0,
            line: 0,
            column: 0,
            source: String::new(),
            marked: 0..0,
            message: format!("this cannot be read: {error}"),
            help: "make it a file that you may read, or remove it".to_owned(),
        });
    }
}

/// A content folder. It remembers digests, so that reading it again does not read every photograph again.
#[derive(Debug)]
pub struct ContentFolder {
    /// `None` for the conference inside of the program.
    root: Option<PathBuf>,
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
        Ok(Self { root: Some(root.to_owned()), digests: HashMap::new() })
    }

    /// The conference inside of the program; `None` where it was built without one.
    pub fn built_in() -> Option<Self> {
        (!embedded::conference().is_empty()).then(|| Self { root: None, digests: HashMap::new() })
    }

    /// Reads everything, in the order of the paths. What cannot be read is a problem of its own, and the rest is read;
    /// what goes away meanwhile is taken as deleted.
    pub fn read(&mut self) -> Reading {
        let mut reading = Reading::default();
        if let Some(root) = self.root.clone() {
            for folder in FOLDERS {
                self.read_folder(&root, folder, DEPTH, &mut reading);
            }
        } else {
            let files = embedded::conference().into_iter();
            reading.sources.files = files.map(|(path, bytes)| SourceFile { path, bytes: bytes.into_owned() }).collect();
        }
        reading
    }

    fn read_folder(&mut self, root: &Path, folder: &str, depth: usize, reading: &mut Reading) {
        let mut names = match list(&root.join(folder)) {
            Ok(names) => names,
            Err(error) => return reading.unreadable(folder, &error),
        };
        names.sort_unstable();
        for name in names.iter().filter(|name| !is_scratch(name)) {
            let path = format!("{folder}/{name}");
            if let Err(error) = self.read_entry(root, &path, depth, reading) {
                reading.unreadable(&path, &error);
            }
        }
    }

    fn read_entry(&mut self, root: &Path, path: &str, depth: usize, reading: &mut Reading) -> io::Result<()> {
        let place = root.join(path);
        let metadata = fs::metadata(&place)?;
        if metadata.is_dir() {
            if depth > 0 {
                self.read_folder(root, path, depth - 1, reading);
            }
        } else if !metadata.is_file() {
            // A pipe would be waited for, a device never ends.
            return Err(io::Error::other("it is not a regular file"));
        } else if path.ends_with(".md") {
            let mut bytes = Vec::new();
            fs::File::open(&place)?.take(LONGEST).read_to_end(&mut bytes)?;
            reading.sources.files.push(SourceFile { path: path.to_owned(), bytes });
        } else {
            let digest = self.digest(&place, &metadata)?;
            reading.sources.assets.push(Asset { path: path.to_owned(), digest });
        }
        Ok(())
    }

    fn digest(&mut self, place: &Path, metadata: &fs::Metadata) -> io::Result<[u8; 32]> {
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        if let Some((then, length, digest)) = self.digests.get(place)
            && (*then, *length) == (modified, metadata.len())
        {
            return Ok(*digest);
        }
        let file = fs::File::open(place)?;
        let digest = *blake3::Hasher::new().update_reader(file)?.finalize().as_bytes();
        self.digests.insert(place.to_owned(), (modified, metadata.len(), digest));
        Ok(digest)
    }
}

/// The names in a folder. One that is not Unicode could not be written in a link or a URL, and is left out.
fn list(directory: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(directory)? {
        if let Ok(name) = entry?.file_name().into_string() {
            names.push(name);
        }
    }
    Ok(names)
}

/// Whether a file is what editors and systems leave behind while one works.
fn is_scratch(name: &str) -> bool {
    name.starts_with('.') || name.starts_with('#') || name.ends_with('~') || name.ends_with(".swp") || name == "4913"
}
