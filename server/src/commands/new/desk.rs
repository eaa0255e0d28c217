//! The content that a new file joins: it is checked with the file before the file is written.

use std::{
    fs::{self, OpenOptions},
    io::{Write as _, stdout},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use conference::{
    Conference, Speaker,
    diagnostic::{Message, Severity, Style, render},
    load::{Audience, SourceFile, Sources, load},
    message,
    url::Page,
};

use super::fields::{Comments, PREVIEW};
use crate::{
    content::ContentFolder,
    locale::{report_language, said, tell},
    pictures::{Cache, Pictures},
};

/// The path of a file below the content folder, and its text.
pub(super) type NewFile = (String, String);

/// The content that a new file joins.
pub(super) struct Desk<'d> {
    pub(super) folder: &'d Path,
    pub(super) sources: Sources,
    pub(super) conference: Conference,
}

impl<'d> Desk<'d> {
    pub(super) fn open(folder: &'d Path) -> anyhow::Result<Self> {
        let sources = ContentFolder::open(folder, Pictures::new(Cache::of_user()))?.read().sources;
        let conference = load(&sources, Audience::Organizers).conference.with_context(|| {
            let folder = folder.display();
            tell(&message!(
                "{folder} has no usable program/event.md; mend it first, see `serverlessconf check {folder}`",
                "{folder}に使えるprogram/event.mdがありません。先に直してください（`serverlessconf check {folder}`）",
                folder = folder.to_string(),
            ))
        })?;
        Ok(Self { folder, sources, conference })
    }

    pub(super) fn comments(&self) -> Comments {
        Comments::of(self.conference.event.default_language().as_str())
    }

    /// A person in the form of lists.
    pub(super) fn label(&self, speaker: &Speaker) -> String {
        format!("{} ({})", speaker.name.text(self.conference.event.default_language()), speaker.slug)
    }

    pub(super) fn url(&self, page: &Page) -> String {
        let default = self.conference.event.default_language();
        format!("{PREVIEW}{}", page.path(default, default))
    }

    /// Checks the files before they exist, writes them, and prints the next step and the address of the page.
    pub(super) fn write(self, files: &[NewFile], next: Option<Message>, page: &Page) -> anyhow::Result<()> {
        refuse_errors(&self.sources, files)?;
        let url = self.url(page);
        let preview = message!(
            "{url} shows it while `serverlessconf serve --watch` runs",
            "`serverlessconf serve --watch`の実行中は{url}で見られます",
            url = url,
        );
        create(self.folder, files, &[next, Some(preview)].into_iter().flatten().collect::<Vec<_>>())
    }

    /// Refuses an item whose file exists already, with the message for people.
    pub(super) fn taken(&self, path: &str) -> Result<(), String> {
        match self.folder.join(path).symlink_metadata() {
            Ok(_) => Err(tell(&message!("{path} is there already", "{path}はもうあります", path = path))),
            Err(_) => Ok(()),
        }
    }
}

/// Refuses files that would cause errors, in themselves or in other files, and names the errors.
pub(super) fn refuse_errors(before: &Sources, files: &[NewFile]) -> anyhow::Result<()> {
    let source = |(path, text): &NewFile| SourceFile::new(path.clone(), text.clone());
    let mut after = before.clone();
    after.files.extend(files.iter().map(source));
    let known = load(before, Audience::Organizers).diagnostics;
    let found = load(&after, Audience::Organizers).diagnostics;
    let new = found.iter().filter(|found| found.severity == Severity::Error && !known.contains(found));
    let reports: Vec<_> = new.map(|found| render(found, Style::Plain, report_language())).collect();
    if !reports.is_empty() {
        let why = message!(
            "nothing was written, as there would be errors:",
            "次のエラーになるため、何も書き込みませんでした:"
        );
        bail!("{}\n\n{}", tell(&why), reports.join("\n"));
    }
    Ok(())
}

/// Refuses some fields of a new file if the loader finds errors in them. The other fields have not been asked for yet.
pub(super) fn refuse_field(before: &Sources, (path, text): &NewFile, fields: &[&str]) -> Result<(), String> {
    let is_field =
        |line: &str| fields.iter().any(|field| line.strip_prefix(field).is_some_and(|rest| rest.starts_with(':')));
    let lines: Vec<usize> =
        (1..).zip(text.lines()).filter(|(_, line)| is_field(line)).map(|(number, _)| number).collect();
    let mut after = before.clone();
    after.files.push(SourceFile::new(path.clone(), text.clone()));
    let found = load(&after, Audience::Organizers).diagnostics;
    let mut errors = found.iter().filter(|found| found.severity == Severity::Error && found.path == *path);
    match errors.find(|found| lines.contains(&found.line)) {
        Some(error) => Err(format!("{}: {}", tell(&error.message), tell(&error.help))),
        None => Ok(()),
    }
}

/// Writes new files. Writes nothing if one of them exists. Prints their paths and the next steps.
pub(super) fn create(folder: &Path, files: &[NewFile], next: &[Message]) -> anyhow::Result<()> {
    // The usual form of a path: without the current folder.
    let place = |path: &str| if folder == Path::new(".") { PathBuf::from(path) } else { folder.join(path) };
    for (path, _) in files {
        let place = place(path);
        if place.symlink_metadata().is_ok() {
            let place = place.display().to_string();
            bail!(tell(&message!(
                "{place} is there already; nothing was written",
                "{place}はもうあります。何も書き込みませんでした",
                place = place,
            )));
        }
    }
    for (path, text) in files {
        let place = place(path);
        let cannot = || {
            let place = place.display().to_string();
            tell(&message!("{place} cannot be written", "{place}に書き込めません", place = place))
        };
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).with_context(cannot)?;
        }
        // Another program may have written the file meanwhile. It is never overwritten.
        let mut file = OpenOptions::new().write(true).create_new(true).open(&place).with_context(cannot)?;
        file.write_all(text.as_bytes()).with_context(cannot)?;
    }
    // After everything is written, because the reader of this output may have closed it.
    let mut out = stdout().lock();
    for (path, _) in files {
        let place = place(path).display().to_string();
        writeln!(out, "{}", said(&message!("wrote {place}", "書き込みました: {place}", place = place)))?;
    }
    for message in next {
        writeln!(out, "{}", said(message))?;
    }
    Ok(())
}
