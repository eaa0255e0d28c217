//! Tells by its metadata whether a file is still the one that was read.

use std::{
    fs::Metadata,
    time::{Duration, SystemTime},
};

/// The coarsest time that file systems keep, with some reserve: FAT keeps two seconds.
const COARSEST: Duration = Duration::from_secs(3);

/// A file as it was when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    modified: SystemTime,
    length: u64,
    /// Device, inode, and the time of the last change, which programs cannot set.
    #[cfg(unix)]
    identity: (u64, u64, i64, i64),
}

impl Seen {
    /// A file with this metadata. `None` if it changed so shortly before `now` that it may change once more without another
    /// time. Git calls such files "racily clean".
    pub(super) fn of(metadata: &Metadata, now: SystemTime) -> Option<Self> {
        let modified = metadata.modified().ok()?;
        #[cfg(unix)]
        let (identity, modified_or_changed) = {
            use std::os::unix::fs::MetadataExt as _;
            let (seconds, nanoseconds) = (metadata.ctime(), metadata.ctime_nsec());
            let changed = SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).ok()?);
            ((metadata.dev(), metadata.ino(), seconds, nanoseconds), modified.max(changed))
        };
        #[cfg(not(unix))]
        let modified_or_changed = modified;
        let is_settled = now.duration_since(modified_or_changed).is_ok_and(|age| age > COARSEST);
        is_settled.then_some(Self {
            modified,
            length: metadata.len(),
            #[cfg(unix)]
            identity,
        })
    }
}
