//! Built and public files, kept in memory with their compressed forms as long as they do not change.

mod listing;
mod sent;

use std::{
    collections::HashMap,
    fs,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

use app::Preview;

use crate::{
    arguments::Build,
    embedded::{self, Embedded},
    representation::{Effort, Representation},
};

pub(crate) use listing::built;
pub(crate) use sent::{FileHeaders, answered, is_content, keep_usable_range};

/// Larger files are sent from the disk: development builds have some.
const LONGEST: u64 = 1_000_000;

/// The files that were requested or prepared. There are never more of them than files in the folder.
#[derive(Debug, Default)]
pub struct Files(Mutex<HashMap<String, Known>>);

#[derive(Debug)]
struct Known {
    /// `None` for files inside the program.
    version: Option<(SystemTime, u64)>,
    representation: Arc<Representation>,
}

impl Files {
    /// Compresses every file as small as it gets, which takes half a second of CPU time. Files that are requested before are
    /// sent a tenth larger.
    pub fn prepare(&self, build: &Build) {
        for path in built(build).unwrap_or_default() {
            let Some(file) = BuiltFile::find(build, &path) else { continue };
            let Some(representation) = file.represent(Effort::Patient).map(Arc::new) else { continue };
            representation.prepare();
            let version = file.version;
            self.known().insert(path, Known { version, representation });
        }
    }

    /// The file at the path of a URL; `None` if it does not exist or is not kept in memory.
    pub(crate) fn find(&self, build: &Build, preview: Preview, path: &str) -> Option<Arc<Representation>> {
        let file = BuiltFile::find(build, path.strip_prefix('/')?)?;
        // Held until the file is kept, so that nothing replaces a file that was prepared meanwhile.
        let mut known = self.known();
        if let Some(known) = known.get(file.path).filter(|known| known.version == file.version) {
            return Some(known.representation.clone());
        }
        let effort = if preview == Preview::On { Effort::None } else { Effort::Most };
        let representation = Arc::new(file.represent(effort)?);
        known.insert(file.path.to_owned(), Known { version: file.version, representation: representation.clone() });
        Some(representation)
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file that is kept in memory.
struct BuiltFile<'a> {
    path: &'a str,
    media_type: &'static str,
    /// `None` for files inside the program.
    folder: Option<PathBuf>,
    version: Option<(SystemTime, u64)>,
}

impl<'a> BuiltFile<'a> {
    fn find(build: &Build, path: &'a str) -> Option<Self> {
        let media_type = media_type(path).filter(|_| is_plain(path))?;
        let folder = build.folder();
        let version = match &folder {
            Some(folder) => {
                let metadata = fs::metadata(folder.join(path)).ok().filter(fs::Metadata::is_file)?;
                Some((metadata.modified().ok()?, metadata.len()))
            }
            None => None,
        };
        let is_short = version.is_none_or(|(_, length)| length <= LONGEST);
        is_short.then_some(Self { path, media_type, folder, version })
    }

    fn represent(&self, effort: Effort) -> Option<Representation> {
        let bytes = match &self.folder {
            Some(folder) => fs::read(folder.join(self.path)).ok()?,
            None => {
                let Embedded { bytes, .. } = embedded::site_file(self.path)?;
                bytes.into_owned()
            }
        };
        Some(Representation::new(bytes, self.media_type, effort))
    }
}

/// Whether a path has only plain names: nothing encoded, nothing hidden, no `..`.
fn is_plain(path: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    path.split('/').all(|name| !name.is_empty() && !name.starts_with('.') && name.bytes().all(allowed))
}

/// The media type of files that are kept: text, and the module of the islands.
fn media_type(path: &str) -> Option<&'static str> {
    Some(match path.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn only_plain_names_are_looked_for() {
        for good in ["islands.js", "pkg/serverlessconf.0a1b.wasm"] {
            assert!(is_plain(good), "{good}");
        }
        for bad in ["", "../a.js", ".env", "a/.b/c.js", "a//b.js", "a%2fb.js", "/etc/passwd", "a\\b.js", "a/"] {
            assert!(!is_plain(bad), "{bad}");
        }
    }
}
