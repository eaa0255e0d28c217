//! The URLs of the files that cargo-leptos built, with or without a digest in their names.

use std::{collections::HashMap, env, path::Path};

use app::Urls;

use crate::{arguments::Build, embedded};

/// Finds the built files. Digests are in `hash.txt` beside the program; a digest without its file is ignored.
pub fn find_urls(build: &Build, base_url: &str, base_path: &str) -> Urls {
    let hashes = env::current_exe().ok().and_then(|program| Some(read_hashes(&program.parent()?.join("hash.txt"))));
    let hashes = hashes.unwrap_or_default();
    let folder = build.folder();
    let url = |kind: &str| {
        let hashed = match &folder {
            Some(folder) => {
                let name = hashes.get(kind).map(|hash| format!("{}.{hash}.{kind}", build.output_name));
                name.filter(|name| folder.join(&build.pkg_dir).join(name).is_file())
            }
            None => embedded_name(build, kind),
        };
        let name = hashed.unwrap_or_else(|| format!("{}.{kind}", build.output_name));
        format!("/{}/{name}", build.pkg_dir)
    };
    let base = if base_url.is_empty() { String::new() } else { format!("{base_url}{base_path}") };
    Urls { base, base_path: base_path.to_owned(), style: url("css"), module: url("js"), wasm: url("wasm") }
}

/// The name with a digest that a file inside of the program has.
fn embedded_name(build: &Build, kind: &str) -> Option<String> {
    let prefix = format!("{}/", build.pkg_dir);
    embedded::site_files().find_map(|path| {
        let name = path.strip_prefix(&prefix)?;
        let digest = name.strip_prefix(&format!("{}.", build.output_name))?.strip_suffix(&format!(".{kind}"))?;
        (!digest.contains('.')).then(|| name.to_owned())
    })
}

/// Lines of the form `css: 0123abcd`.
fn read_hashes(file: &Path) -> HashMap<String, String> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once(':'));
    lines.map(|(kind, hash)| (kind.trim().to_owned(), hash.trim().to_owned())).collect()
}
