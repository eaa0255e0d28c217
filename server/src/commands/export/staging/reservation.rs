//! The hidden folder beside a target, which only one export at a time may use.

use std::{
    ffi::OsString,
    fs::{self, File, TryLockError},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};

/// The file that marks a hidden folder of ours.
const MARK: &str = ".serverlessconf-export-under-way";

/// The hidden folder of an export, from its beginning until the old export is removed. Dropping it removes the folder.
///
/// The new export is made in this folder and moved out of it. The lock stays on this folder, so that no other export
/// begins.
#[derive(Debug)]
pub(super) struct Reservation {
    folder: PathBuf,
    pub(super) _lock: File,
}

impl Reservation {
    /// Reserves a target, and repairs the state that a killed export left behind.
    ///
    /// # Errors
    /// If another export has reserved the target, if nothing can be written beside it, or if a folder of others is in
    /// the way.
    pub(super) fn of(target: &Path) -> anyhow::Result<Self> {
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            bail!("{} is no folder to export to", target.display());
        };
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(".export");
        let folder = parent.join(hidden);
        let cannot = || format!("{} cannot be written, and an export is made there first", folder.display());
        let lock = loop {
            fs::create_dir_all(&folder).with_context(cannot)?;
            let lock = match File::open(&folder) {
                // The previous export removed the folder at its end.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                lock => lock.with_context(cannot)?,
            };
            if let Err(TryLockError::WouldBlock) = lock.try_lock() {
                bail!("another export to {} is under way", target.display());
            }
            if is_at(&lock, &folder).with_context(cannot)? {
                break lock;
            }
        };
        refuse_others(&folder, target)?;
        let reservation = Self { folder, _lock: lock };
        let old = reservation.old();
        match (old.exists(), target.exists()) {
            // The program was killed while there was no target.
            (true, false) => {
                fs::rename(&old, target).with_context(|| format!("{} cannot be put back", target.display()))?;
            }
            (true, true) if reservation.is_unfinished() => {
                bail!("{} holds the export before; move it to {}, or away", old.display(), target.display());
            }
            _ => {}
        }
        reservation.empty().and_then(|()| fs::write(reservation.folder.join(MARK), "")).with_context(|| {
            format!("{} holds what is left of another export, and cannot be written", reservation.folder.display())
        })?;
        Ok(reservation)
    }

    /// The folder in which the new export is made.
    pub(super) fn new_export(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// The place of the old export if the system cannot exchange it with the new one.
    pub(super) fn old(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Whether the old export was moved away and the new one did not replace it.
    fn is_unfinished(&self) -> bool {
        self.old().exists() && self.new_export().exists()
    }

    /// Removes everything, the mark last: a folder without the mark would not count as ours.
    fn empty(&self) -> io::Result<()> {
        let entries = fs::read_dir(&self.folder)?.collect::<io::Result<Vec<_>>>()?;
        let (mark, rest): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.file_name() == MARK);
        for entry in rest.into_iter().chain(mark) {
            if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path()) } else { fs::remove_file(entry.path()) }?;
        }
        Ok(())
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        // This is the only copy of the old export and of the files of others in it.
        if self.is_unfinished() {
            return;
        }
        // The next export removes the rest.
        _ = self.empty().and_then(|()| fs::remove_dir(&self.folder));
    }
}

/// Refuses a folder of others that has this name by chance.
fn refuse_others(folder: &Path, target: &Path) -> anyhow::Result<()> {
    let is_empty = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if !is_empty && !folder.join(MARK).is_file() {
        bail!("{} is in the way of an export to {}; move it away", folder.display(), target.display());
    }
    Ok(())
}

/// Whether an opened folder is still the folder at its path: the previous export may have removed it.
#[cfg(unix)]
fn is_at(opened: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let opened = opened.metadata()?;
    match fs::metadata(path) {
        Ok(present) => Ok((present.dev(), present.ino()) == (opened.dev(), opened.ino())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Systems other than Unix do not remove an open folder.
#[cfg(not(unix))]
fn is_at(_opened: &File, path: &Path) -> io::Result<bool> {
    Ok(path.exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn the_lock_of_a_removed_folder_is_worth_nothing() {
        let parent = tempfile::tempdir().expect("a folder");
        let folder = parent.path().join("hidden");
        fs::create_dir(&folder).expect("a folder");
        let opened = File::open(&folder).expect("it is there");
        assert!(is_at(&opened, &folder).expect("it can be looked at"));
        fs::remove_dir(&folder).expect("it is empty");
        assert!(!is_at(&opened, &folder).expect("it can be looked at"));
        fs::create_dir(&folder).expect("a folder");
        assert!(!is_at(&opened, &folder).expect("it can be looked at"));
    }

    #[test]
    fn what_has_the_name_of_ours_by_chance_stays() {
        let parent = tempfile::tempdir().expect("a folder");
        let thesis = parent.path().join(".site.export/thesis.txt");
        fs::create_dir(parent.path().join(".site.export")).expect("a folder");
        fs::write(&thesis, "years").expect("a file");
        let refused = Reservation::of(&parent.path().join("site")).expect_err("it is not ours");
        assert!(refused.to_string().contains("is in the way"), "{refused}");
        assert_eq!(fs::read_to_string(thesis).ok().as_deref(), Some("years"));
    }
    #[test]
    fn the_only_copy_of_the_old_export_stays() {
        let parent = tempfile::tempdir().expect("a folder");
        let target = parent.path().join("site");
        let reservation = Reservation::of(&target).expect("nobody else is here");
        // The old export was moved away, somebody created a folder in its place, and neither export could be moved
        // there.
        for folder in [&reservation.old(), &reservation.new_export(), &target] {
            fs::create_dir(folder).expect("a folder");
        }
        let kept = reservation.old().join("CNAME");
        fs::write(&kept, "example.org").expect("a file");
        drop(reservation);
        let refused = Reservation::of(&target).expect_err("somebody must decide");
        assert!(refused.to_string().contains("holds the export before"), "{refused}");
        assert!(kept.is_file());
        fs::remove_dir(&target).expect("it is empty");
        drop(Reservation::of(&target).expect("it is put back"));
        assert!(target.join("CNAME").is_file());
    }
}
