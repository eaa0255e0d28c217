//! Reads the source from disk or standard input, never from the network, up to a limit.

use std::{
    fs::File,
    io::{Read, stdin},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use conference::message;

use crate::{content::FOLDERS, locale::report_language};

/// The file of the event, which every content folder has.
const EVENT: &str = "program/event.md";

pub(super) fn read(source: &Path) -> anyhow::Result<Vec<u8>> {
    let name = source.to_string_lossy();
    if name == "-" {
        return read_all(stdin().lock()).context("standard input cannot be read");
    }
    if let Some(rest) = name.strip_prefix("https://").or_else(|| name.strip_prefix("http://")) {
        let file = file_name(rest);
        bail!(
            "this program makes no requests; download the source first:\n\n  \
             curl --fail --location --output {file} {}\n  serverlessconf import {file}",
            quoted(&name)
        );
    }
    let cannot = || format!("{} cannot be read", source.display());
    let file = File::open(source).with_context(cannot)?;
    let is_file = file.metadata().with_context(cannot)?.is_file();
    if !is_file && is_content(source) {
        let folder = source.display();
        let message = message!(
            "{folder} is a content folder of this program already; show it with `serverlessconf serve {folder}`, or copy its \
             files into the other folder; `import` reads files of other tools",
            "{folder} はすでにこのプログラムのコンテンツのフォルダーです。`serverlessconf serve {folder}` で表示するか、ファイルを別の\
             フォルダーにコピーしてください。`import` が読むのはほかのツールのファイルです"
        );
        bail!("{}", message.text(report_language()));
    }
    if !is_file {
        bail!("{} is not a file; name the export itself, or - for standard input", source.display());
    }
    read_all(file).with_context(cannot)
}

/// Refuses files of a content folder, which need no import.
pub(super) fn refuse_content(source: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(root) = root_of(source).filter(|_| bytes.starts_with(b"---")) {
        let (name, root) = (source.display(), root.display());
        let message = message!(
            "{name} is a file of the content folder {root} already; `serverlessconf check {root}` reports its problems, and \
             `import` reads files of other tools",
            "{name} はすでにコンテンツのフォルダー {root} にあるファイルです。問題は `serverlessconf check {root}` で確かめられます。\
             `import` が読むのはほかのツールのファイルです"
        );
        bail!("{}", message.text(report_language()));
    }
    Ok(())
}

/// Whether a folder contains content, or is one of its folders.
fn is_content(folder: &Path) -> bool {
    folder.join(EVENT).is_file() || root_of(folder).is_some()
}

/// The content folder in whose `program/`, `interviews/` or `news/` a file is.
fn root_of(source: &Path) -> Option<PathBuf> {
    let source = source.canonicalize().ok()?;
    let inside = source.ancestors().filter(|folder| FOLDERS.iter().any(|name| folder.ends_with(name)));
    let found = inside.filter_map(Path::parent).find(|root| root.join(EVENT).is_file()).map(Path::to_owned);
    // As it would be typed here.
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
    found.map(|root| match here.and_then(|here| root.strip_prefix(here).map(Path::to_owned).ok()) {
        Some(below) if below.as_os_str().is_empty() => PathBuf::from("."),
        Some(below) => below,
        None => root,
    })
}

/// Reads at most one byte more than the limit: the importer refuses longer sources.
fn read_all(reader: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(::import::LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The file name for the saved response of a URL.
fn file_name(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let last = path.rsplit('/').next().unwrap_or_default();
    let plain = last.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    let extension = ["json", "xml", "txt"].iter().any(|end| last.ends_with(&format!(".{end}")));
    if plain && extension && !last.starts_with(['.', '-']) { last.to_owned() } else { String::from("source.json") }
}

/// A URL as one word of a shell command.
fn quoted(address: &str) -> String {
    format!("'{}'", address.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_answered_with_the_line_that_downloads_it() {
        let error =
            read(Path::new("https://talks.example.org/a/schedule.json?lang=en&x='y'")).expect_err("no requests");
        let line = "curl --fail --location --output schedule.json \
                    'https://talks.example.org/a/schedule.json?lang=en&x='\\''y'\\'''\n";
        assert!(error.to_string().contains(line), "{error}");
        for (address, expected) in
            [("a.org/view/All", "source.json"), ("a.org/-o.xml", "source.json"), ("a.org/b.xml", "b.xml")]
        {
            assert_eq!(file_name(address), expected);
        }
    }
}
