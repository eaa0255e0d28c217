//! The URLs of the built files, with or without a digest in their names, and a digest of all of them.

use std::{collections::HashMap, env, fs, path::Path};

use app::{Offline, Urls};

use crate::{arguments::Build, embedded};

/// Finds the built files. Digests are in `hash.txt` beside the program; a digest without its file is ignored.
pub fn find_urls(build: &Build, base_url: &str, base_path: &str, offline: Offline) -> Urls {
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
    let (style, module, wasm) = (url("css"), url("js"), url("wasm"));
    let public = public_files(folder.as_deref());
    let files = public.iter().chain([&style, &module, &wasm]);
    let build = digest(folder.as_deref(), files);
    Urls { base, base_path: base_path.to_owned(), style, module, wasm, public, build, offline }
}

/// The scripts and drawings of `public/` that pages load, in one order.
fn public_files(folder: Option<&Path>) -> Vec<String> {
    let names: Vec<_> = match folder {
        Some(folder) => {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
            files.filter_map(|entry| entry.file_name().into_string().ok()).collect()
        }
        None => embedded::site_files().map(|path| path.into_owned()).filter(|path| !path.contains('/')).collect(),
    };
    let is_loaded = |name: &String| [".css", ".js", ".svg"].iter().any(|extension| name.ends_with(extension));
    let mut public: Vec<_> = names.into_iter().filter(is_loaded).map(|name| format!("/{name}")).collect();
    public.sort_unstable();
    public
}

/// A digest of built files and their names. A missing file counts as an empty one.
fn digest<'f>(folder: Option<&Path>, files: impl IntoIterator<Item = &'f String>) -> String {
    let mut hasher = blake3::Hasher::new();
    for path in files {
        let name = path.trim_start_matches('/');
        let bytes = match folder {
            Some(folder) => fs::read(folder.join(name)).ok(),
            None => embedded::site_file(name).map(|file| file.bytes.into_owned()),
        };
        let bytes = bytes.unwrap_or_default();
        hasher.update(path.as_bytes()).update(&(bytes.len() as u64).to_le_bytes()).update(&bytes);
    }
    hasher.finalize().to_hex()[..16].to_owned()
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
