//! Tells by its metadata whether a file is still the one that was read.

use std::{fs::Metadata, time::SystemTime};

/// A file as it was when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    modified: SystemTime,
    length: u64,
    device: u64,
    inode: u64,
    /// The time of the last change in seconds and nanoseconds, which programs cannot set.
    changed: (i64, i64),
}

impl Seen {
    /// A file with this metadata. `None` if it changed so shortly before `now` that it may change once more without another
    /// time. Git calls such files "racily clean".
    #[cfg(unix)]
    pub(super) fn of(metadata: &Metadata, now: SystemTime) -> Option<Self> {
        use std::{os::unix::fs::MetadataExt as _, time::Duration};

        /// The coarsest time that file systems keep, with some reserve: FAT keeps two seconds.
        const COARSEST: Duration = Duration::from_secs(3);

        let modified = metadata.modified().ok()?;
        let changed = SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(metadata.ctime()).ok()?);
        let is_settled = now.duration_since(modified.max(changed)).is_ok_and(|age| age > COARSEST);
        is_settled.then(|| Self {
            modified,
            length: metadata.len(),
            device: metadata.dev(),
            inode: metadata.ino(),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        })
    }

    /// `None`: without the time of the last change, a copy with the time of another file looks like it.
    #[cfg(not(unix))]
    pub(super) fn of(_: &Metadata, _: SystemTime) -> Option<Self> {
        None
    }
}
