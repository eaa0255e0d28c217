//! The URLs of the files that cargo-leptos built, with or without a digest in their names.

use std::{collections::HashMap, env, path::Path};

use app::Urls;

use crate::arguments::Build;

/// Finds the built files. Digests are in `hash.txt` beside the program; a digest without its file is ignored.
pub fn find_urls(build: &Build, base: &str) -> Urls {
    let hashes = env::current_exe().ok().and_then(|program| Some(read_hashes(&program.parent()?.join("hash.txt"))));
    let hashes = hashes.unwrap_or_default();
    let url = |kind: &str| {
        let hashed = hashes.get(kind).map(|hash| format!("{}.{hash}.{kind}", build.output_name));
        let hashed = hashed.filter(|name| build.site_root.join(&build.pkg_dir).join(name).is_file());
        let name = hashed.unwrap_or_else(|| format!("{}.{kind}", build.output_name));
        format!("/{}/{name}", build.pkg_dir)
    };
    Urls { base: base.to_owned(), style: url("css"), module: url("js"), wasm: url("wasm") }
}

/// Lines of the form `css: 0123abcd`.
fn read_hashes(file: &Path) -> HashMap<String, String> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once(':'));
    lines.map(|(kind, hash)| (kind.trim().to_owned(), hash.trim().to_owned())).collect()
}
