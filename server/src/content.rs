//! The content folder on disk: every Markdown file, and what every file beside them shows.

use conference::message;
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
    picture::{Content, Fault},
};

use crate::{
    embedded,
    locale::report_language,
    pictures::{Pictures, Unmeasured},
};

/// The folders that hold content; everything else in the content folder is not ours.
pub const FOLDERS: [&str; 3] = ["program", "interviews", "news"];

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
            message: message!("this cannot be read: {error}", "読めません（{error}）"),
            help: message!("make it a file that you may read, or remove it", "読める権限を付けるか、消してください"),
        });
    }
}

/// A content folder. It remembers digests, so that reading it again does not read every photograph again.
#[derive(Debug)]
pub struct ContentFolder {
    /// `None` for the conference inside of the program.
    root: Option<PathBuf>,
    digests: HashMap<PathBuf, (SystemTime, u64, [u8; 32])>,
    pictures: Pictures,
}

impl ContentFolder {
    /// Opens a folder.
    ///
    /// # Errors
    /// Where it does not exist, is no folder, or has neither `program/` nor `interviews/`.
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
            return Ok(Self { root: Some(root.to_owned()), digests: HashMap::new(), pictures });
        };
        bail!("{}", refusal.text(report_language()))
    }

    /// The conference inside of the program; `None` where it was built without one.
    pub fn built_in(pictures: Pictures) -> Option<Self> {
        (!embedded::conference().is_empty()).then(|| Self { root: None, digests: HashMap::new(), pictures })
    }

    /// Reads everything, in the order of the paths. What cannot be read is a problem of its own, and the rest is read;
    /// what goes away meanwhile is taken as deleted.
    pub fn read(&mut self) -> Reading {
        let mut reading = Reading::default();
        if let Some(root) = self.root.clone() {
            for folder in FOLDERS {
                self.read_folder(&root, folder, DEPTH, &mut reading);
            }
            self.measure(&root, &mut reading.sources.assets);
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
            let content = content_by_name(path).unwrap_or(Content::File);
            reading.sources.assets.push(Asset { path: path.to_owned(), digest, length: metadata.len(), content });
        }
        Ok(())
    }

    /// Looks into the images whose names do not say what they are.
    fn measure(&self, root: &Path, assets: &mut [Asset]) {
        let mut assets: Vec<_> = assets.iter_mut().filter(|asset| content_by_name(&asset.path).is_none()).collect();
        let unmeasured = |asset: &&mut Asset| Unmeasured { place: root.join(&asset.path), digest: asset.digest };
        let contents = self.pictures.measure(&assets.iter().map(unmeasured).collect::<Vec<_>>());
        for (asset, content) in assets.iter_mut().zip(contents) {
            asset.content = content;
        }
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

/// What a file shows as far as its name says; `None` where one must look into it.
fn content_by_name(path: &str) -> Option<Content> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "jpg" | "jpeg" | "png" | "webp" | "gif" => None,
        "svg" => Some(Content::Image { size: None }),
        "avif" | "bmp" | "heic" | "heif" | "jxl" | "psd" | "tif" | "tiff" => {
            Some(Content::Broken(Fault::Unsupported(extension.to_ascii_uppercase())))
        }
        _ => Some(Content::File),
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
