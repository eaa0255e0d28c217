//! The Markdown files as they were read: a file that did not change since is not read again.

use std::{
    collections::{HashMap, HashSet},
    fs,
    io::{self, Read as _},
    path::Path,
    time::SystemTime,
};

use conference::{
    load::{SourceFile, Sources},
    release::RELEASES,
};

use super::{seen::Seen, texts::Texts};

/// The most bytes that are read of a Markdown file. The conference refuses more than 1 MiB.
pub(crate) const LONGEST: u64 = 1024 * 1024 + 1;

/// The most bytes that are read of the releases. The conference refuses more than 32 MiB.
const LONGEST_LOG: u64 = 32 * 1024 * 1024 + 1;

/// Markdown files by their paths below the content folder.
#[derive(Debug, Default)]
pub(super) struct KnownTexts(HashMap<String, (Seen, SourceFile)>);

impl KnownTexts {
    /// Reads a file that has this metadata now, unless it is still the one that was read before.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub(super) fn read(
        &mut self,
        place: &Path,
        path: &str,
        (metadata, now): (&fs::Metadata, SystemTime),
        texts: &mut Texts,
    ) -> io::Result<SourceFile> {
        let seen = Seen::of(metadata, now);
        if let Some((_, file)) = self.0.get(path).filter(|(known, _)| Some(*known) == seen) {
            return Ok(file.clone());
        }
        let longest = if path == RELEASES { LONGEST_LOG } else { LONGEST };
        let file = fs::File::open(place)?.take(longest);
        let file = SourceFile::new(path, texts.read(file, metadata.len())?);
        match seen {
            Some(seen) => _ = self.0.insert(path.to_owned(), (seen, file.clone())),
            None => _ = self.0.remove(path),
        }
        Ok(file)
    }

    /// Forgets files that are gone.
    pub(super) fn retain(&mut self, sources: &Sources) {
        if self.0.len() > sources.files.len() {
            let present: HashSet<&str> = sources.files.iter().map(|file| file.path.as_str()).collect();
            self.0.retain(|path, _| present.contains(path.as_str()));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::Path,
        time::{Duration, SystemTime},
    };

    use super::{KnownTexts, Texts};

    /// Reads a file as if that happened so long after its last change.
    fn read(known: &mut KnownTexts, place: &Path, metadata: &fs::Metadata, age: Duration) -> Vec<u8> {
        let now = (metadata, SystemTime::now() + age);
        known.read(place, "a.md", now, &mut Texts::default()).expect("it can be read").bytes().to_vec()
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_did_not_change_is_not_read_again() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = folder.path().join("a.md");
        fs::write(&place, "one").expect("it can be written");
        let metadata = fs::metadata(&place).expect("it is there");
        let mut known = KnownTexts::default();
        assert_eq!(read(&mut known, &place, &metadata, Duration::from_secs(60)), b"one");
        fs::remove_file(&place).expect("it can be removed");
        assert_eq!(read(&mut known, &place, &metadata, Duration::from_secs(60)), b"one");
    }

    #[test]
    fn a_change_to_the_same_length_is_read_even_with_an_old_time() {
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        for age in [Duration::ZERO, Duration::from_secs(60)] {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let place = folder.path().join("a.md");
            let mut known = KnownTexts::default();
            for text in ["one", "two", "six"] {
                // As a program writes that copies a file with its time.
                let copy = folder.path().join("copy");
                fs::write(&copy, text).expect("it can be written");
                let file = fs::File::options().write(true).open(&copy).expect("it can be opened");
                file.set_modified(long_ago).expect("it is one's own");
                fs::rename(copy, &place).expect("it can be renamed");
                let metadata = fs::metadata(&place).expect("it is there");
                assert_eq!(read(&mut known, &place, &metadata, age), text.as_bytes());
            }
        }
    }
}
