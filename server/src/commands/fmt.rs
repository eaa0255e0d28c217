//! `serverlessconf fmt`: brings files into their canonical form, or lists the files that are not in it.

use std::{
    fs,
    io::{self, Write as _, stdout},
    path::Path,
    process::ExitCode,
};

use anyhow::Context as _;
use conference::{canonical, message};
use tempfile::NamedTempFile;

use crate::{
    arguments::Fmt,
    content::{ContentFolder, LONGEST},
    locale::said,
    pictures::{Cache, Pictures},
};

pub(super) fn fmt(options: &Fmt) -> anyhow::Result<ExitCode> {
    let reading = ContentFolder::open(&options.content, Pictures::new(Cache::of_user()))?.read();
    let mut out = stdout().lock();
    let mut changed = 0;
    for file in &reading.sources.files {
        // `check` reports files that are not text or too long to be read whole.
        if file.bytes().len() as u64 >= LONGEST {
            continue;
        }
        let Ok(text) = std::str::from_utf8(file.bytes()) else { continue };
        let Some(tidy) = canonical(&file.path, text) else { continue };
        changed += 1;
        let place = options.content.join(&file.path);
        if options.check {
            let message = message!(
                "{place} is not in its canonical form",
                "{place}は標準の形になっていません",
                place = place.display().to_string(),
            );
            writeln!(out, "{}", said(&message))?;
        } else {
            let shown = place.display().to_string();
            let cannot =
                || said(&message!("{place} cannot be written", "{place}に書き込めません", place = shown)).to_owned();
            replace(&place, &tidy).with_context(cannot)?;
            writeln!(out, "{}", said(&message!("wrote {place}", "書き込みました: {place}", place = shown)))?;
        }
    }
    let all = reading.sources.files.len();
    let summary = match (changed, options.check) {
        (0, _) => message!(
            "all of {all} files are in their canonical form",
            "{all}ファイルすべてが標準の形です",
            all = all.to_string(),
        ),
        (_, false) => message!(
            "changed {changed} of {all} files",
            "{all}ファイルのうち{changed}ファイルを直しました",
            changed = changed.to_string(),
            all = all.to_string(),
        ),
        (_, true) => message!(
            "{changed} of {all} files would change; `serverlessconf fmt` writes them",
            "{all}ファイルのうち{changed}ファイルが変わります。`serverlessconf fmt`で書き込めます",
            changed = changed.to_string(),
            all = all.to_string(),
        ),
    };
    writeln!(out, "{}", said(&summary))?;
    Ok(if changed > 0 && options.check { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Replaces a file in one step: at every moment the old or the new text is there, whole.
fn replace(place: &Path, text: &str) -> io::Result<()> {
    // A link stays a link: its target is replaced.
    let place = fs::canonicalize(place)?;
    let folder = place.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::with_prefix_in(".", folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(fs::metadata(&place)?.permissions())?;
    file.persist(&place)?;
    Ok(())
}
