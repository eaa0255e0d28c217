//! Built and public files, kept in memory with their compressed forms as long as they do not change.

mod sent;

use std::{
    collections::HashMap,
    fs,
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use app::Preview;

use crate::{
    arguments::Build,
    embedded::{self, Embedded},
    representation::{Effort, Representation},
};

pub(crate) use sent::{FileHeaders, answered, is_content, keep_usable_range};

/// Larger files are sent from the disk: development builds have some.
const LONGEST: u64 = 1_000_000;

/// The files that were requested. There are never more of them than files in the folder.
#[derive(Debug, Default)]
pub struct Files(Mutex<HashMap<String, Known>>);

#[derive(Debug)]
struct Known {
    /// `None` for files inside the program.
    version: Option<(SystemTime, u64)>,
    representation: Arc<Representation>,
}

impl Files {
    /// The file at the path of a URL; `None` if it does not exist or is not kept in memory.
    pub(crate) fn find(&self, build: &Build, preview: Preview, path: &str) -> Option<Arc<Representation>> {
        let path = path.strip_prefix('/').filter(|path| is_plain(path))?;
        let media_type = media_type(path)?;
        let folder = build.folder();
        let version = match &folder {
            Some(folder) => {
                let metadata = fs::metadata(folder.join(path)).ok().filter(fs::Metadata::is_file)?;
                Some((metadata.modified().ok()?, metadata.len()))
            }
            None => None,
        };
        if version.is_some_and(|(_, length)| length > LONGEST) {
            return None;
        }
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(path).filter(|known| known.version == version) {
            return Some(known.representation.clone());
        }
        let bytes = match &folder {
            Some(folder) => fs::read(folder.join(path)).ok()?,
            None => {
                let Embedded { bytes, .. } = embedded::site_file(path)?;
                bytes.into_owned()
            }
        };
        let effort = if preview == Preview::On { Effort::None } else { Effort::Most };
        let representation = Arc::new(Representation::new(bytes, media_type, effort));
        known.insert(path.to_owned(), Known { version, representation: representation.clone() });
        Some(representation)
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
