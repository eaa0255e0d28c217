//! The target of an import: its content, and the files of earlier imports.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use conference::{
    Conference,
    load::{Audience, Sources, load},
};
use import::{Place, Places};

use crate::{
    commands::whole_file,
    content::{ContentFolder, FOLDERS},
    pictures::{Cache, Pictures},
};

/// The file with the names that earlier imports gave.
const PLACES: &str = ".serverlessconf/import/places.json";

/// The folder with the texts that earlier imports wrote, by the path of the file.
const WRITTEN: &str = ".serverlessconf/import/files";

/// A content folder, or a folder that will be one.
pub(super) struct Target {
    root: PathBuf,
    /// Its files, sorted by path.
    pub(super) sources: Sources,
    /// `None` if there is no `program/event.md` yet.
    pub(super) conference: Option<Conference>,
    pub(super) places: Places,
    /// The former places of files that people renamed, by their present places.
    pub(super) renamed: BTreeMap<Place, Place>,
}

impl Target {
    pub(super) fn open(root: &Path) -> anyhow::Result<Self> {
        if root.exists() && !root.is_dir() {
            bail!("{} is not a folder; name the one that holds program/, or one to make", root.display());
        }
        let has_content = FOLDERS.iter().any(|folder| root.join(folder).is_dir());
        let mut sources = if has_content {
            ContentFolder::open(root, Pictures::new(Cache::of_user()))?.read().sources
        } else {
            Sources::default()
        };
        sources.files.sort_by(|a, b| a.path.cmp(&b.path));
        let conference = load(&sources, Audience::Organizers).conference;
        if conference.is_none() && root.join(Place::Event.path()).symlink_metadata().is_ok() {
            let root = root.display();
            bail!("{root} has no usable program/event.md; mend it first, see `serverlessconf check {root}`");
        }
        let (places, renamed) = (Places::new(), BTreeMap::new());
        let mut target = Self { root: root.to_owned(), sources, conference, places, renamed };
        target.places = target.read_places()?;
        Ok(target)
    }

    fn read_places(&self) -> anyhow::Result<Places> {
        let Some(text) = self.read(PLACES)? else { return Ok(Places::new()) };
        let cannot = || format!("{} cannot be read; remove it to begin anew", self.root.join(PLACES).display());
        let places: BTreeMap<String, String> = serde_json::from_str(&text).with_context(cannot)?;
        // An import writes only to places of content.
        Ok(places.into_iter().filter_map(|(key, path)| Some((key, Place::parse(&path)?))).collect())
    }

    /// The text that the last import wrote to a file.
    pub(super) fn written(&self, path: &str) -> anyhow::Result<Option<String>> {
        let former = Place::parse(path).and_then(|place| self.renamed.get(&place)).map(Place::path);
        self.read(&format!("{WRITTEN}/{}", former.as_deref().unwrap_or(path)))
    }

    /// The path and text of an item's file, which people may have moved into a folder of its own.
    ///
    /// # Errors
    /// If the file is not text.
    pub(super) fn present(&self, place: &Place) -> anyhow::Result<(String, Option<String>)> {
        let path = place.path();
        let folder = path.replace(".md", "/index.md");
        let candidates = if *place == Place::Event { vec![path.clone()] } else { vec![path.clone(), folder] };
        let find = |wanted: &String| self.sources.files.binary_search_by_key(&wanted, |file| &file.path).ok();
        let Some(found) = candidates.iter().find_map(find).map(|place| &self.sources.files[place]) else {
            return Ok((path, None));
        };
        let text = String::from_utf8(found.bytes().to_vec());
        let text = text.with_context(|| format!("{} is no text in UTF-8; mend it first", self.shown(&found.path)))?;
        Ok((found.path.clone(), Some(text)))
    }

    /// The usual form of a path: without the current folder.
    pub(super) fn shown(&self, path: &str) -> String {
        if self.root == Path::new(".") { path.to_owned() } else { self.root.join(path).display().to_string() }
    }

    /// Remembers the written texts, so that the next import recognises edits of people.
    pub(super) fn remember(&self, files: &[(String, String)], places: Places) -> anyhow::Result<()> {
        for (path, text) in files {
            self.write(&format!("{WRITTEN}/{path}"), text)?;
        }
        for (now, former) in &self.renamed {
            // Texts of items that this source does not have are remembered by their new names as well.
            if !files.iter().any(|(path, _)| *path == now.path())
                && let Some(text) = self.written(&now.path())?
            {
                self.write(&format!("{WRITTEN}/{}", now.path()), &text)?;
            }
            let former = self.inside(&format!("{WRITTEN}/{}", former.path()))?;
            fs::remove_file(&former).with_context(|| format!("{} cannot be removed", former.display()))?;
        }
        let mut all = self.places.clone();
        all.extend(places);
        if all.is_empty() {
            return Ok(());
        }
        let all: BTreeMap<_, _> = all.into_iter().map(|(key, place)| (key, place.path())).collect();
        self.write(PLACES, &(serde_json::to_string_pretty(&all)? + "\n"))
    }

    fn read(&self, path: &str) -> anyhow::Result<Option<String>> {
        match fs::read_to_string(self.inside(path)?) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("{} cannot be read", self.shown(path))),
        }
    }

    /// Writes a file in one step: at every moment the old or the new text is there, whole.
    pub(super) fn write(&self, path: &str, text: &str) -> anyhow::Result<()> {
        let place = self.inside(path)?;
        let write = || -> io::Result<()> {
            if fs::read(&place).is_ok_and(|old| old == text.as_bytes()) {
                return Ok(());
            }
            whole_file::write(&place, text)
        };
        write().with_context(|| format!("{} cannot be written", self.shown(path)))
    }

    /// The place of a path on disk.
    ///
    /// # Errors
    /// If a link on the way could lead out of the folder.
    pub(super) fn inside(&self, path: &str) -> anyhow::Result<PathBuf> {
        let mut place = self.root.clone();
        for part in path.split('/') {
            if matches!(part, "" | "." | "..") {
                bail!("{path} is no place in a content folder");
            }
            place.push(part);
            if place.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) {
                bail!("{} is a link; imports write only into the folder itself, nothing was written", place.display());
            }
        }
        Ok(place)
    }
}
