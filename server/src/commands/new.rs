//! `serverlessconf new`: starts a file that is complete and valid, and never writes over one.

mod ask;
mod event;
mod fields;
mod interview;
mod news;
mod people;
mod session;
mod slug;
mod speaker;

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use conference::{
    Conference, Speaker,
    diagnostic::{Severity, Style, render},
    load::{Audience, SourceFile, Sources, load},
    url::Page,
};

use self::{ask::Questioner, fields::Comments};
use crate::{
    arguments::NewItem,
    content::ContentFolder,
    locale::report_language,
    pictures::{Cache, Pictures},
};

/// Where `serve` listens where nothing else is said.
const PREVIEW: &str = "http://127.0.0.1:3000";

pub(super) fn new(item: NewItem) -> anyhow::Result<ExitCode> {
    let questioner = Questioner::here();
    match item {
        NewItem::Event(options) => event::event(options, questioner),
        NewItem::Interview(options) => interview::interview(options, questioner),
        NewItem::News(options) => news::news(options, questioner),
        NewItem::Session(options) => session::session(options, questioner),
        NewItem::Speaker(options) => speaker::speaker(options, questioner),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// The path of a file below the content folder, and its text.
type NewFile = (String, String);

/// The content that a new file joins.
struct Desk<'d> {
    folder: &'d Path,
    sources: Sources,
    conference: Conference,
}

impl<'d> Desk<'d> {
    fn open(folder: &'d Path) -> anyhow::Result<Self> {
        let sources = ContentFolder::open(folder, Pictures::new(Cache::of_user()))?.read().sources;
        let conference = load(&sources, Audience::Organizers).conference.with_context(|| {
            let folder = folder.display();
            format!("{folder} has no usable program/event.md; mend it first, see `serverlessconf check {folder}`")
        })?;
        Ok(Self { folder, sources, conference })
    }

    fn comments(&self) -> Comments {
        Comments::of(self.conference.event.default_language().as_str())
    }

    /// A person as lists show them.
    fn label(&self, speaker: &Speaker) -> String {
        format!("{} ({})", speaker.name.text(self.conference.event.default_language()), speaker.slug)
    }

    fn url(&self, page: &Page) -> String {
        let default = self.conference.event.default_language();
        format!("{PREVIEW}{}", page.path(default, default))
    }

    /// Checks the files as if they were there, then writes them.
    fn write(self, files: &[NewFile]) -> anyhow::Result<()> {
        refuse_errors(&self.sources, files)?;
        create(self.folder, files)
    }
}

/// Refuses files that would bring errors, in themselves or in others, and says which.
fn refuse_errors(before: &Sources, files: &[NewFile]) -> anyhow::Result<()> {
    let source = |(path, text): &NewFile| SourceFile { path: path.clone(), bytes: text.clone().into_bytes() };
    let mut after = before.clone();
    after.files.extend(files.iter().map(source));
    let known = load(before, Audience::Organizers).diagnostics;
    let found = load(&after, Audience::Organizers).diagnostics;
    let new = found.iter().filter(|found| found.severity == Severity::Error && !known.contains(found));
    let reports: Vec<_> = new.map(|found| render(found, Style::Plain, report_language())).collect();
    if !reports.is_empty() {
        bail!("nothing was written, as there would be errors:\n\n{}", reports.join("\n"));
    }
    Ok(())
}

/// Writes files that must not be there yet: all of them, or none that was there before.
fn create(folder: &Path, files: &[NewFile]) -> anyhow::Result<()> {
    // As one would write it: without the folder where one is.
    let place = |path: &str| if folder == Path::new(".") { PathBuf::from(path) } else { folder.join(path) };
    for (path, _) in files {
        let place = place(path);
        if place.symlink_metadata().is_ok() {
            bail!("{} is there already; nothing was written", place.display());
        }
    }
    for (path, text) in files {
        let place = place(path);
        let cannot = || format!("{} cannot be written", place.display());
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).with_context(cannot)?;
        }
        // Another program may have made it meanwhile: it is never written over.
        let mut file = OpenOptions::new().write(true).create_new(true).open(&place).with_context(cannot)?;
        file.write_all(text.as_bytes()).with_context(cannot)?;
        println!("wrote {}", place.display());
    }
    Ok(())
}
