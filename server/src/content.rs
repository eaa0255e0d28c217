//! The content folder on disk: every Markdown file, the releases, and the kind of every file beside them.

mod known_texts;
mod seen;
mod stamps;
mod texts;

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
    load::{Audience, Loaded, Loader, SourceFile, Sources, load},
    message,
    picture::{Content, Fault},
    release::RELEASES,
};

use crate::{
    clock::Clock,
    embedded,
    locale::report_language,
    pictures::{Pictures, Unmeasured},
};
use known_texts::KnownTexts;
pub(crate) use known_texts::LONGEST;
pub(crate) use stamps::Stamps;
use texts::Texts;

/// The folders of content. Everything else in the content folder belongs to others.
pub const FOLDERS: [&str; 3] = ["program", "interviews", "news"];

/// The deepest nesting of folders that is read.
const DEPTH: usize = 8;

/// The result of reading a content folder, with the problems of reading.
#[derive(Debug, Default)]
pub struct Reading {
    /// The files.
    pub sources: Sources,
    /// One problem for each file or folder that cannot be read.
    pub problems: Vec<Diagnostic>,
    pub(crate) stamps: Stamps,
    /// The places of the assets that must be decoded.
    unmeasured: Vec<usize>,
    texts: Texts,
}

impl Reading {
    /// Loads the conference. Problems of reading are among its diagnostics.
    pub fn load(&self, audience: Audience<'_>) -> Loaded {
        self.with_problems(load(&self.sources, audience))
    }

    /// Loads the conference like [`load`](Self::load), by a loader that keeps the results of its files.
    pub(crate) fn load_by(&self, loader: &mut Loader, audience: Audience<'_>) -> Loaded {
        self.with_problems(loader.load(&self.sources, audience))
    }

    fn with_problems(&self, mut loaded: Loaded) -> Loaded {
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
            message: match error.kind() {
                io::ErrorKind::PermissionDenied => {
                    message!("this cannot be read: you may not", "読めません。読む権限がありません")
                }
                // A pipe or a device.
                io::ErrorKind::InvalidInput => {
                    message!("this is no regular file", "これは通常のファイルではありません")
                }
                _ => message!("this cannot be read: {error}", "読めません（{error}）"),
            },
            help: message!("make it a file that you may read, or remove it", "読める権限を付けるか、消してください"),
        });
    }
}

/// A content folder. It remembers the digests of its files, so that reading it again does not read every photograph
/// again.
#[derive(Debug)]
pub struct ContentFolder {
    /// `None` for the conference inside the program.
    root: Option<PathBuf>,
    known: HashMap<PathBuf, Known>,
    texts: KnownTexts,
    pictures: Pictures,
}

/// The digest and kind of a file beside the Markdown files, valid for this time and length.
#[derive(Clone, Debug)]
struct Known {
    modified: SystemTime,
    length: u64,
    digest: [u8; 32],
    /// `None` if the file must be decoded.
    content: Option<Content>,
}

impl ContentFolder {
    /// Opens a folder.
    ///
    /// # Errors
    /// If it does not exist, is not a folder, or has none of the folders of content.
    pub fn open(root: &Path, pictures: Pictures) -> anyhow::Result<Self> {
        let shown = root.display();
        let refusal = if !root.exists() {
            message!(
                "there is no folder {shown}; name the one that holds program/ and interviews/",
                "{shown} というフォルダーはありません。program/ と interviews/ のあるフォルダーを指定してください"
            )
        } else if !root.is_dir() {
            message!(
                "{shown} is not a folder; name the one that holds program/ and interviews/",
                "{shown} はフォルダーではありません。program/ と interviews/ のあるフォルダーを指定してください"
            )
        } else if !FOLDERS.iter().any(|folder| root.join(folder).is_dir()) {
            message!(
                "{shown} has neither program/ nor interviews/; a conference needs at least program/event.md",
                "{shown} に program/ も interviews/ もありません。少なくとも program/event.md が必要です"
            )
        } else {
            return Ok(Self {
                root: Some(root.to_owned()),
                known: HashMap::new(),
                texts: KnownTexts::default(),
                pictures,
            });
        };
        bail!("{}", refusal.text(report_language()))
    }

    /// The conference inside the program; `None` if it was built without one.
    pub fn built_in(pictures: Pictures) -> Option<Self> {
        (!embedded::conference().is_empty()).then(|| Self {
            root: None,
            known: HashMap::new(),
            texts: KnownTexts::default(),
            pictures,
        })
    }

    /// Reads everything, in the order of the paths. A file that cannot be read is a problem, and the rest is read. A
    /// file that disappears meanwhile counts as deleted.
    pub fn read(&mut self) -> Reading {
        let mut reading = Reading::default();
        if let Some(root) = self.root.clone() {
            for folder in FOLDERS {
                self.read_folder(&root, folder, DEPTH, &mut reading);
            }
            self.measure(&root, &mut reading);
            self.texts.retain(&reading.sources);
        } else {
            let files = embedded::conference().into_iter();
            reading.sources.files = files.map(|(path, bytes)| SourceFile::new(path, bytes.into_owned())).collect();
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
            // Reading would wait for a pipe and would never end for a device.
            return Err(io::ErrorKind::InvalidInput.into());
        } else if path.ends_with(".md") || path == RELEASES {
            reading.sources.files.push(self.texts.read(
                &place,
                path,
                (&metadata, Clock::timestamp().into()),
                &mut reading.texts,
            )?);
        } else {
            let Known { digest, length, content, .. } = self.look_into(&place, &metadata)?;
            if content.is_none() {
                reading.unmeasured.push(reading.sources.assets.len());
            }
            let content = content.unwrap_or(Content::File);
            reading.stamps.add(path, digest, &metadata);
            reading.sources.assets.push(Asset { path: path.to_owned(), digest, length, content });
        }
        Ok(())
    }

    /// Forgets the texts, for a program that never reads them again.
    pub(crate) fn forget_texts(&mut self) {
        self.texts = KnownTexts::default();
    }

    /// Decodes the images.
    fn measure(&self, root: &Path, reading: &mut Reading) {
        let assets = &mut reading.sources.assets;
        let unmeasured = |&place: &usize| {
            let asset = &assets[place];
            Unmeasured { place: root.join(&asset.path), digest: asset.digest }
        };
        let contents = self.pictures.measure(&reading.unmeasured.iter().map(unmeasured).collect::<Vec<_>>());
        for (place, content) in reading.unmeasured.drain(..).zip(contents) {
            assets[place].content = content;
        }
    }

    fn look_into(&mut self, place: &Path, metadata: &fs::Metadata) -> io::Result<Known> {
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let is_same = |known: &&Known| (known.modified, known.length) == (modified, metadata.len());
        if let Some(known) = self.known.get(place).filter(is_same) {
            return Ok(known.clone());
        }
        let mut file = fs::File::open(place)?;
        let mut start = Vec::new();
        file.by_ref().take(FIRST).read_to_end(&mut start)?;
        let digest = *blake3::Hasher::new().update(&start).update_reader(file)?.finalize().as_bytes();
        let content = content_by_name(place).unwrap_or_else(|| pictures::sniff(&start));
        let known = Known { modified, length: metadata.len(), digest, content };
        self.known.insert(place.to_owned(), known.clone());
        Ok(known)
    }
}

/// The number of bytes at the beginning of a file that reveal its type.
const FIRST: u64 = 32;

/// The content of a file according to its name: `Some(None)` if it must be decoded. `None` if the name says nothing
/// that is safe to believe: a photograph with the name of another type would be served with the place where it was
/// taken.
fn content_by_name(path: &Path) -> Option<Option<Content>> {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    match extension.as_str() {
        "jpg" | "jpeg" | "png" | "webp" | "gif" => Some(None),
        "svg" => Some(Some(Content::Image { size: None })),
        "avif" | "bmp" | "heic" | "heif" | "jxl" | "psd" | "tif" | "tiff" => {
            Some(Some(Content::Broken(Fault::Unsupported(extension.to_ascii_uppercase()))))
        }
        _ => None,
    }
}

/// The names in a folder. A name that is not Unicode could not be written in a link or a URL, and is omitted.
fn list(directory: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(directory)? {
        if let Ok(name) = entry?.file_name().into_string() {
            names.push(name);
        }
    }
    Ok(names)
}

/// Whether it is a temporary file of an editor or of the system.
fn is_scratch(name: &str) -> bool {
    name.starts_with(['.', '#'])
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.ends_with(".swp")
        || ["4913", "Icon\r", "Thumbs.db", "ehthumbs.db", "desktop.ini"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::is_scratch;

    #[test]
    fn what_systems_leave_behind_is_no_content() {
        for name in [".DS_Store", "Thumbs.db", "Desktop.ini", "~$slides.docx", "Icon\r", "a.md~", ".a.md.swp", "4913"] {
            assert!(is_scratch(name), "{name:?}");
        }
        for name in ["a.md", "Icon.png", "slides~1.docx", "thumbs.jpg"] {
            assert!(!is_scratch(name), "{name:?}");
        }
    }
}
