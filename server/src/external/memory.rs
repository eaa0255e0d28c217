//! The answers of sites in the last day.

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use serde::{Deserialize, Serialize};

use super::answer::Verdict;

/// The time for which an answer is valid.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A file of answers. It holds only good ones: an address with a problem is requested again, because somebody may have
/// fixed it.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    file: Option<PathBuf>,
    answers: BTreeMap<String, Remembered>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Remembered {
    /// In seconds since 1970.
    at: u64,
    /// The new address if it has moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<String>,
}

impl Memory {
    /// Reads the answers. Without a folder, or with a damaged file, there are none.
    pub(crate) fn open(folder: Option<&Path>) -> Self {
        let file = folder.map(|folder| folder.join("links.json"));
        let text = file.as_ref().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
        let mut answers: BTreeMap<String, Remembered> = serde_json::from_str(&text).unwrap_or_default();
        let oldest = now().saturating_sub(DAY.as_secs());
        answers.retain(|_, answer| answer.at > oldest);
        Self { file, answers }
    }

    /// The remembered answer for an address.
    pub(crate) fn recall(&self, address: &str) -> Option<Verdict> {
        let answer = self.answers.get(address)?;
        Some(answer.moved.clone().map_or(Verdict::Fine, Verdict::Moved))
    }

    /// Remembers an answer.
    pub(crate) fn remember(&mut self, address: &str, verdict: &Verdict) {
        let moved = match verdict {
            Verdict::Fine => None,
            Verdict::Moved(new) => Some(new.clone()),
            Verdict::Dead(_) | Verdict::Unreachable(_) => return,
        };
        self.answers.insert(address.to_owned(), Remembered { at: now(), moved });
    }

    /// Writes the answers for the next time. If that fails, the addresses are requested again.
    pub(crate) fn save(&self) -> Option<()> {
        let file = self.file.as_ref()?;
        let mut temporary = tempfile::NamedTempFile::new_in(file.parent()?).ok()?;
        temporary.write_all(&serde_json::to_vec(&self.answers).ok()?).ok()?;
        temporary.persist(file).ok().map(drop)
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}
