//! Reads content folders. The crate itself never touches the disk.

use std::{
    fs,
    path::{Path, PathBuf},
};

use conference::{
    Asset, Picture,
    load::{SourceFile, Sources},
    message,
    picture::{Color, Content, Fault, Medium},
    release::RELEASES,
};

/// The root of the repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate is in the workspace").to_owned()
}

/// A folder of `server/tests/fixtures`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    repository().join("server/tests/fixtures").join(name)
}

/// Reads the content of a folder.
pub(crate) fn read(root: &Path) -> Sources {
    let mut sources = Sources::default();
    for folder in ["program", "interviews", "news"] {
        walk(root, &root.join(folder), &mut sources);
    }
    sources
}

fn walk(root: &Path, folder: &Path, sources: &mut Sources) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            walk(root, &path, sources);
            continue;
        }
        let name = path.strip_prefix(root).expect("the walk stays below the root");
        let name = name.to_str().expect("names in fixtures are UTF-8").to_owned();
        let bytes = fs::read(&path).expect("the file can be read");
        if name.ends_with(".md") || name == RELEASES {
            sources.files.push(SourceFile::new(name, bytes));
        } else {
            let mut digest = [0; 32];
            digest[..8].copy_from_slice(&(bytes.len() as u64).to_le_bytes());
            let content = content(&name);
            let length = if name.contains("large") { 30_000_000 } else { 1_000 };
            sources.assets.push(Asset { path: name, digest, length, content });
        }
    }
}

/// What an image shows is said by its name: nothing is decoded here.
fn content(path: &str) -> Content {
    let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
    match extension {
        "jpg" | "png" => {}
        "svg" => return Content::Image { size: None },
        _ => return Content::File,
    }
    if stem.ends_with("damaged") {
        return Content::Broken(Fault::Damaged(message!("its end is missing", "途中で切れています")));
    }
    if stem.ends_with("huge") {
        return Content::Broken(Fault::TooManyPixels { width: 65_535, height: 65_535 });
    }
    let width = if stem.ends_with("small") { 100 } else { 4_000 };
    Content::Picture(Picture { width, height: 3_000, medium: Medium::Photograph, color: Color([0; 3]) })
}
