//! Follows the content folder and reloads the library when something in it changes.

use std::{
    collections::BTreeMap,
    fs::Metadata,
    path::Path,
    sync::{Arc, mpsc},
    thread,
    time::{Duration, SystemTime},
};

use anyhow::Context as _;
use conference::diagnostic::{Count, Style, render};
use notify_debouncer_full::{
    DebounceEventResult, Debouncer, RecommendedCache, new_debouncer,
    notify::{EventKind, RecommendedWatcher, RecursiveMode},
};

use crate::{clock::Clock, content::FOLDERS, library::Library, locale::report_language};

/// Editors write a file in several steps; steps within this time are one change.
const DEBOUNCE: Duration = Duration::from_millis(10);

/// Watches until the program ends.
///
/// # Errors
/// If the system cannot watch the folder.
pub(crate) fn watch(content: &Path, library: Arc<Library>, clock: Clock) -> anyhow::Result<()> {
    let (sender, receiver) = mpsc::channel();
    let handler = move |result: DebounceEventResult| {
        let touched = match result {
            // Reading a file is an event too.
            Ok(events) => events.iter().any(|event| !matches!(event.kind, EventKind::Access(_))),
            // Events were lost: read everything again.
            Err(_) => true,
        };
        if touched {
            // Fails only while the program ends.
            let _ = sender.send(());
        }
    };
    let unwatchable = || format!("{} cannot be watched for changes", content.display());
    let mut debouncer = new_debouncer(DEBOUNCE, Some(DEBOUNCE / 2), handler).with_context(unwatchable)?;
    // Watches the folder itself, so that new folders of content are noticed, but not its other subfolders.
    debouncer.watch(content, RecursiveMode::NonRecursive).with_context(unwatchable)?;
    let mut watched = BTreeMap::new();
    watch_folders(content, &mut debouncer, &mut watched);
    let content = content.to_owned();
    // A thread of its own: the runtime would wait for a blocking task when the program is asked to stop.
    thread::spawn(move || {
        while receiver.recv().is_ok() {
            while receiver.try_recv().is_ok() {}
            watch_folders(&content, &mut debouncer, &mut watched);
            reload(&library, clock);
        }
    });
    Ok(())
}

/// The creation time of a folder, which tells it from another folder of the same name, as after a change of the branch.
fn identity(folder: &Path) -> Option<SystemTime> {
    let metadata = folder.metadata().ok().filter(Metadata::is_dir)?;
    Some(metadata.created().unwrap_or(SystemTime::UNIX_EPOCH))
}

fn watch_folders(
    content: &Path,
    debouncer: &mut Debouncer<RecommendedWatcher, RecommendedCache>,
    watched: &mut BTreeMap<&'static str, SystemTime>,
) {
    for folder in FOLDERS {
        let path = content.join(folder);
        let identity = identity(&path);
        if watched.get(folder) == identity.as_ref() {
            continue;
        }
        // The folder was replaced or removed. Its watch may be gone already.
        if watched.remove(folder).is_some() {
            let _ = debouncer.unwatch(&path);
        }
        let Some(identity) = identity else { continue };
        match debouncer.watch(&path, RecursiveMode::Recursive) {
            Ok(()) => {
                watched.insert(folder, identity);
            }
            Err(error) => tracing::warn!(%error, "{} cannot be watched", path.display()),
        }
    }
}

fn reload(library: &Library, clock: Clock) {
    let before = library.edition();
    let edition = library.reload(clock);
    if edition.diagnostics != before.diagnostics {
        for diagnostic in &edition.diagnostics {
            eprintln!("{}", render(diagnostic, Style::Colored, report_language()));
        }
        eprintln!("{}", Count::of(&edition.diagnostics).text(report_language()));
    }
}
