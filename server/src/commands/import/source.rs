//! Reads the source from disk or standard input, never from the network, up to a limit.

use std::{
    fs::File,
    io::{Read, stdin},
    path::Path,
};

use anyhow::{Context as _, bail};

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
    if !file.metadata().with_context(cannot)?.is_file() {
        bail!("{} is not a file; name the export itself, or - for standard input", source.display());
    }
    read_all(file).with_context(cannot)
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
