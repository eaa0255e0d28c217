//! The plan of an import: the fate of each file, decided before anything is written.

use std::collections::BTreeSet;

use anyhow::bail;
use conference::{
    diagnostic::{Diagnostic, Severity, Style, render},
    load::{Audience, SourceFile, Sources, load},
    message,
};
use import::{Place, Places, Reading, merge::merge, write};

use super::{file::File, settle::hold_back, target::Target};
use crate::locale::report_language;

/// The plan of an import.
pub(super) struct Plan {
    pub(super) files: Vec<File>,
    /// Files that still exist although the source no longer has their items.
    pub(super) gone: Vec<String>,
    /// Files that somebody renamed, as "old → new".
    pub(super) renamed: Vec<String>,
    places: Places,
}

impl Plan {
    /// Plans an import.
    ///
    /// # Errors
    /// If the content would have errors that it does not have now.
    pub(super) fn of(target: &Target, reading: &Reading) -> anyhow::Result<Self> {
        let mut files = Vec::with_capacity(reading.imported.items.len());
        for item in &reading.imported.items {
            let source = write::file(item);
            let usual = item.place.path();
            let (path, present) = target.present(&item.place)?;
            // An error of writing should appear before anything is written.
            target.inside(&path)?;
            let written = target.written(&usual)?;
            let merged = merge(written.as_deref(), present.as_deref(), &source);
            let (item, reasons) = (item.clone(), Vec::new());
            files.push(File { path, usual, source, item, written, present, merged, reasons });
        }
        let renamed = target.renamed.iter().map(|(now, former)| format!("{} → {}", former.path(), now.path()));
        let renamed = renamed.collect();
        let mut plan = Self { files, gone: gone(target, &reading.gone)?, renamed, places: reading.places.clone() };
        plan.settle(target)?;
        Ok(plan)
    }

    /// Makes sure that the content loads without new errors. Holds back changes that would cause one, file by file.
    fn settle(&mut self, target: &Target) -> anyhow::Result<()> {
        let known = errors(&target.sources);
        loop {
            let found = self.new_errors(target, &known);
            if found.is_empty() {
                return Ok(());
            }
            if !hold_back(&mut self.files, &found) {
                let reports: Vec<_> =
                    found.iter().map(|found| render(found, Style::Plain, report_language())).collect();
                let reports = reports.join("\n");
                let message = message!(
                    "nothing was written, as there would be errors:\n\n{reports}",
                    "エラーになるため、何も書き込んでいません:\n\n{reports}"
                );
                bail!("{}", message.text(report_language()));
            }
        }
    }

    /// The errors that the planned files add to the content.
    fn new_errors(&self, target: &Target, known: &[Diagnostic]) -> Vec<Diagnostic> {
        let mut after = target.sources.clone();
        for file in self.files.iter().filter(|file| file.changes()) {
            let planned = SourceFile::new(&*file.path, file.merged.text.clone().unwrap_or_default());
            match after.files.binary_search_by(|other| other.path.cmp(&file.path)) {
                Ok(place) => after.files[place] = planned,
                Err(place) => after.files.insert(place, planned),
            }
        }
        // The same error may be in another line now.
        let same = |one: &Diagnostic, other: &Diagnostic| {
            (&one.path, one.code, &one.message) == (&other.path, other.code, &other.message)
        };
        let mut found = errors(&after);
        found.retain(|found| !known.iter().any(|known| same(known, found)));
        // Without an event the files cannot be checked.
        found.retain(|found| found.code != "missing-event");
        found
    }

    /// Writes the files, then the memory of them.
    pub(super) fn carry_out(&self, target: &Target) -> anyhow::Result<()> {
        for file in self.files.iter().filter(|file| file.changes()) {
            if let Some(text) = &file.merged.text {
                target.write(&file.path, text)?;
            }
        }
        let ours = self.files.iter().filter(|file| file.merged.outcome.is_ours());
        let written: Vec<_> = ours.map(|file| (file.usual.clone(), file.source.clone())).collect();
        target.remember(&written, self.places.clone())
    }
}

fn errors(sources: &Sources) -> Vec<Diagnostic> {
    let mut found = load(sources, Audience::Organizers).diagnostics;
    found.retain(|found| found.severity == Severity::Error);
    found
}

/// The files at these places that an import wrote and that still exist.
fn gone(target: &Target, places: &[Place]) -> anyhow::Result<Vec<String>> {
    let mut gone = BTreeSet::new();
    for place in places {
        if target.written(&place.path())?.is_some() {
            let (path, present) = target.present(place)?;
            gone.extend(present.map(|_| path));
        }
    }
    Ok(gone.into_iter().collect())
}
