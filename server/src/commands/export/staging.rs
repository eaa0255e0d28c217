//! A new export beside the old one, and the exchange of the two.

mod mark;
mod reservation;

use std::{
    collections::BTreeSet,
    fs::{self, File, FileTimes},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use anyhow::{Context as _, bail, ensure};

use mark::{MARK, Mark, Seal};
use reservation::Reservation;

pub(super) use mark::is_export;

/// The extensions of compressed files that hosts send in the place of their originals.
const COMPRESSED: [&str; 3] = ["br", "gz", "zst"];

/// A new export that is not in its place yet. Dropping it removes everything.
#[derive(Debug)]
pub(super) struct Staging {
    /// In the hidden folder beside the target.
    folder: PathBuf,
    target: PathBuf,
    /// The list of the old export.
    before: Mark,
    foreign: ForeignFiles,
    record: Mutex<Record>,
    /// Excludes other exports to the same target, and removes the rest at the end.
    reservation: Reservation,
}

#[derive(Debug, Default)]
struct Record {
    mark: Mark,
    /// The folders that were created for the files.
    folders: BTreeSet<PathBuf>,
    bytes: u64,
    /// The files that are new or differ from the old export.
    changed: BTreeSet<PathBuf>,
}

/// The result of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) files: usize,
    pub(super) bytes: u64,
    /// The number of files that are new or differ from the old export.
    pub(super) changed: usize,
    /// The number of files of the old export that are gone.
    pub(super) removed: usize,
    /// The number of compressed files of others that are gone because their originals changed.
    pub(super) outdated: usize,
}

/// The target with all links resolved, whether it exists or not.
pub(super) fn resolve(target: &Path) -> anyhow::Result<PathBuf> {
    if let Ok(folder) = target.canonicalize() {
        return Ok(folder);
    }
    let absolute = std::path::absolute(target).with_context(|| format!("{} is no folder", target.display()))?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        bail!("{} is no folder to export to", target.display());
    };
    let parent = parent.canonicalize().unwrap_or_else(|_| parent.to_owned());
    Ok(parent.join(name))
}

/// Whether an export may stand beside files that no export wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ForeignFiles {
    Refused,
    Kept,
}

impl Staging {
    /// Begins an export to a folder, which may exist.
    ///
    /// # Errors
    /// If the folder is neither ours nor empty, unless those are kept; if another export to it is running; if it cannot be
    /// written.
    pub(super) fn begin(target: &Path, foreign: ForeignFiles) -> anyhow::Result<Self> {
        let shown = target.display().to_string();
        let target = resolve(target)?;
        let reservation = Reservation::of(&target)?;
        let before = match Mark::read(&target) {
            Some(mark) => mark,
            None if foreign == ForeignFiles::Kept => Mark::default(),
            None => match fs::read_dir(&target).map(|mut entries| entries.next().is_none()) {
                Ok(true) => Mark::default(),
                Ok(false) => bail!(
                    "{shown} holds files that no export wrote, and nothing was written; choose another folder, or \
                     --force to put the site beside them"
                ),
                Err(error) if error.kind() == ErrorKind::NotFound => Mark::default(),
                Err(error) => return Err(error).with_context(|| format!("{shown} is no folder to export to")),
            },
        };
        let folder = reservation.new_export();
        fs::create_dir(&folder).with_context(|| format!("{} cannot be written", folder.display()))?;
        Ok(Self { folder, target, before, foreign, record: Mutex::default(), reservation })
    }

    /// Writes a file. A file that the old export has with the same bytes is linked, and keeps its time.
    ///
    /// # Errors
    /// If another URL has a file of this path already, or if the file cannot be written.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
        let place = self.place(path)?;
        let is_unchanged = self.before(path).is_some_and(|old| old == bytes);
        self.put(path, &place, bytes, is_unchanged)
    }

    /// Writes the compressed form of a file. It is not made if the old export has it, made of the same original.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub(super) fn write_form(
        &self,
        path: &Path,
        original: &blake3::Hash,
        make: impl FnOnce() -> Option<Vec<u8>>,
    ) -> anyhow::Result<()> {
        let old = self.before.forms.get(path).and_then(|seal| {
            let bytes = self.before(path)?;
            (Seal::new(original, &bytes) == *seal).then_some(bytes)
        });
        let is_unchanged = old.is_some();
        let Some(bytes) = old.or_else(make) else { return Ok(()) };
        let place = self.place(path)?;
        self.put(path, &place, &bytes, is_unchanged)?;
        self.lock_record().mark.forms.insert(path.to_owned(), Seal::new(original, &bytes));
        Ok(())
    }

    /// The bytes of a file in the old export. Others may have put something else in its place.
    fn before(&self, path: &Path) -> Option<Vec<u8>> {
        let file = self.before.files.contains(path).then(|| self.target.join(path))?;
        fs::symlink_metadata(&file).ok().filter(fs::Metadata::is_file)?;
        fs::read(file).ok()
    }

    /// The place of a new file, in a folder that exists.
    fn place(&self, path: &Path) -> anyhow::Result<PathBuf> {
        let place = self.folder.join(path);
        let parent = place.parent().unwrap_or(&self.folder);
        let mut record = self.lock_record();
        ensure!(record.mark.files.insert(path.to_owned()), "{} is the file of two addresses", path.display());
        if !record.folders.contains(parent) {
            fs::create_dir_all(parent).with_context(|| format!("{} cannot be written", parent.display()))?;
            record.folders.insert(parent.to_owned());
        }
        drop(record);
        Ok(place)
    }

    fn put(&self, path: &Path, place: &Path, bytes: &[u8], is_unchanged: bool) -> anyhow::Result<()> {
        let old = self.target.join(path);
        // Nothing writes to a file of an export again, so the two names never become two texts.
        if !is_unchanged || !self.has_usual_rights(&old) || fs::hard_link(&old, place).is_err() {
            let cannot = || format!("{} cannot be written", place.display());
            // On a file system that ignores case, a file with another spelling may exist already.
            let mut file = File::create_new(place).with_context(cannot)?;
            file.write_all(bytes).with_context(cannot)?;
            if let Some(time) = is_unchanged.then(|| fs::metadata(&old).and_then(|old| old.modified()).ok()).flatten() {
                file.set_times(FileTimes::new().set_modified(time)).with_context(cannot)?;
            }
        }
        let mut record = self.lock_record();
        record.bytes += bytes.len() as u64;
        if !is_unchanged {
            record.changed.insert(path.to_owned());
        }
        Ok(())
    }

    /// Whether a file has the owner and the rights that a new file gets. Otherwise an export could not mend them.
    #[cfg(unix)]
    fn has_usual_rights(&self, file: &Path) -> bool {
        use std::os::unix::fs::MetadataExt as _;
        let (Ok(file), Ok(folder)) = (fs::metadata(file), fs::metadata(&self.folder)) else { return false };
        // New folders and files differ only in the right to search a folder.
        file.uid() == folder.uid() && file.mode() & 0o777 == folder.mode() & 0o666
    }

    #[cfg(not(unix))]
    fn has_usual_rights(&self, _: &Path) -> bool {
        true
    }

    /// Reads a file of the new export.
    pub(super) fn read(&self, path: &Path) -> anyhow::Result<String> {
        let place = self.folder.join(path);
        fs::read_to_string(&place).with_context(|| format!("{} cannot be read", place.display()))
    }

    /// Replaces the old export in one step. Files of others in the folder stay, except compressed forms of files that changed:
    /// hosts would send these instead.
    ///
    /// # Errors
    /// If the exchange fails; the old export then stays.
    pub(super) fn commit(self) -> anyhow::Result<Written> {
        let (files, outdated) = self.complete()?;
        swap(&self.folder, &self.target, &self.reservation.old())
            .with_context(|| format!("the new export could not be put in the place of {}", self.target.display()))?;
        let record = self.lock_record();
        let removed = self.before.files.difference(&files).count();
        Ok(Written { files: files.len(), bytes: record.bytes, changed: record.changed.len(), removed, outdated })
    }

    /// Adds the files of others and the list of written files. Returns that list, and how many files of others are outdated.
    fn complete(&self) -> anyhow::Result<(BTreeSet<PathBuf>, usize)> {
        let mark = std::mem::take(&mut self.lock_record().mark);
        let outdated = self.take_along(Path::new(""), &mark.files)?;
        mark.write(&self.folder)?;
        Ok((mark.files, outdated))
    }

    /// Links the files that no export wrote into the new folder. Returns how many are left out because they are outdated.
    fn take_along(&self, below: &Path, files: &BTreeSet<PathBuf>) -> anyhow::Result<usize> {
        let mut outdated = 0;
        let entries = match fs::read_dir(self.target.join(below)) {
            Err(error) if error.kind() == ErrorKind::NotFound && below == Path::new("") => return Ok(0),
            entries => entries.with_context(|| format!("{} cannot be read", self.target.join(below).display()))?,
        };
        for entry in entries {
            let entry = entry.context("a folder cannot be read")?;
            let path = below.join(entry.file_name());
            if path == Path::new(MARK) || self.before.files.contains(&path) {
                continue;
            }
            let (from, to) = (self.target.join(&path), self.folder.join(&path));
            let cannot = || format!("{} cannot be kept", from.display());
            let kind = entry.file_type().with_context(cannot)?;
            if kind.is_dir() {
                // Folders that held only files of the old export are not kept. Paths are in the order of their names, so those
                // in a folder come right after it.
                if !self.before.files.range(path.clone()..).next().is_some_and(|file| file.starts_with(&path)) {
                    fs::create_dir_all(&to).with_context(cannot)?;
                }
                outdated += self.take_along(&path, files)?;
            } else if files.contains(&path) {
                ensure!(
                    self.foreign == ForeignFiles::Kept,
                    "{} was written by no export, and would be replaced; nothing was written: move it away, or --force",
                    from.display()
                );
            } else if self.is_outdated(&path, files) {
                outdated += 1;
            } else {
                fs::create_dir_all(to.parent().unwrap_or(&self.folder)).with_context(cannot)?;
                keep(&from, &to, kind).with_context(cannot)?;
            }
        }
        Ok(outdated)
    }

    /// Whether a file of others is the compressed form of a file that the export changed or removed.
    fn is_outdated(&self, path: &Path, files: &BTreeSet<PathBuf>) -> bool {
        let is_compressed = path.extension().is_some_and(|extension| COMPRESSED.iter().any(|one| extension == *one));
        let original = path.with_extension("");
        let is_removed = || self.before.files.contains(&original) && !files.contains(&original);
        is_compressed && (self.lock_record().changed.contains(&original) || is_removed())
    }

    fn lock_record(&self) -> std::sync::MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Links a file to a second place, or copies it if the file system has no links.
fn keep(from: &Path, to: &Path, kind: fs::FileType) -> io::Result<()> {
    #[cfg(unix)]
    if kind.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    _ = kind;
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
}

/// Exchanges the folders in one step, or in two steps on systems without an exchange.
fn swap(new: &Path, target: &Path, old: &Path) -> io::Result<()> {
    if !target.exists() {
        return fs::rename(new, target);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(()),
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {}
            Err(error) => return Err(error.into()),
        }
    }
    replace_in_two_steps(new, target, old)
}

/// If the program is killed between the steps, the next export restores the old one.
fn replace_in_two_steps(new: &Path, target: &Path, old: &Path) -> io::Result<()> {
    fs::rename(target, old)?;
    fs::rename(new, target).inspect_err(|_| _ = fs::rename(old, target))
}

#[cfg(test)]
mod tests;
