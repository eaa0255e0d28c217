//! An export over another one keeps files that did not change, and makes the others.

use std::{
    collections::BTreeMap,
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use super::{export, files, succeeds};
use crate::site::{copy, fixture};

/// Every file of an export with its bytes, without the mark.
fn bytes(target: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let read = |path: PathBuf| (path.clone(), fs::read(target.join(path)).expect("it is there"));
    files(target).into_iter().filter(|path| !path.ends_with(".serverlessconf-export.json")).map(read).collect()
}

/// A small conference, and the folder of a first export of it.
fn exported(folder: &Path) -> (PathBuf, PathBuf) {
    let (content, target) = (folder.join("event"), folder.join("site"));
    copy(&fixture("minimal"), &content);
    fs::write(content.join("program/speakers/john-doe.md"), "---\nname: John Doe\n---\nSpeaks.\n").expect("a file");
    succeeds(&export(&content, &target, &[]));
    (content, target)
}

#[test]
fn a_second_export_makes_and_writes_only_what_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (content, target) = exported(folder.path());
    let first = bytes(&target);
    let again = export(&content, &target, &[]);
    succeeds(&again);
    let report = String::from_utf8_lossy(&again.stdout);
    assert!(report.contains("; 0 new or changed, 0 removed"), "{report}");
    assert_eq!(bytes(&target), first);

    let speaker = content.join("program/speakers/john-doe.md");
    fs::write(speaker, "---\nname: John Doe\n---\nSpeaks of something else.\n").expect("a file");
    succeeds(&export(&content, &target, &[]));
    let (anew, second) = (folder.path().join("anew"), bytes(&target));
    succeeds(&export(&content, &anew, &[]));
    assert!(second == bytes(&anew), "an export over another one has the files of an export into an empty folder");
    let changed = |name: &str| first.get(Path::new(name)) != second.get(Path::new(name));
    assert!(["html", "html.br", "html.gz"].iter().all(|form| changed(&format!("speakers/john-doe.{form}"))));
    assert!(!changed("about.html") && !changed("about.html.br"));
    for (path, compressed) in &second {
        let mut read = Vec::new();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("br") => brotli::Decompressor::new(&compressed[..], 4096).read_to_end(&mut read),
            Some("gz") => flate2::read::GzDecoder::new(&compressed[..]).read_to_end(&mut read),
            _ => continue,
        }
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(second.get(&path.with_extension("")) == Some(&read), "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn an_export_mends_the_rights_of_its_files() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().expect("a folder");
    let (content, target) = exported(folder.path());
    let mode = |name: &str| fs::metadata(target.join(name)).expect("it is there").permissions().mode();
    let usual = mode("index.html");
    fs::set_permissions(target.join("index.html"), fs::Permissions::from_mode(usual ^ 0o040)).expect("it is ours");
    succeeds(&export(&content, &target, &[]));
    assert_eq!(mode("index.html"), usual);
}

#[test]
fn changes_that_others_made_to_an_export_do_not_last() {
    let folder = tempfile::tempdir().expect("a folder");
    let (content, target) = exported(folder.path());
    let first = bytes(&target);
    let damage = |name: &str, bytes: &[u8]| {
        let file = target.join(name);
        let time = fs::metadata(&file).and_then(|file| file.modified()).expect("it is there");
        fs::write(&file, bytes).expect("it can be written");
        fs::File::options().write(true).open(file).and_then(|file| file.set_modified(time)).expect("times can be set");
    };
    // As long and as old as before.
    let mut damaged = first[Path::new("index.html.br")].clone();
    damaged.reverse();
    damage("index.html.br", &damaged);
    // The compressed form of another text.
    damage("about.html.gz", &first[Path::new("schedule.html.gz")]);
    damage("about.html", b"<p>Edited by hand");
    fs::remove_file(target.join("schedule.html.br")).expect("it is there");
    let output = export(&content, &target, &[]);
    succeeds(&output);
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(report.contains("; 4 new or changed, 0 removed"), "{report}");
    assert!(bytes(&target) == first);
}

#[test]
fn an_export_of_an_earlier_version_is_made_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let (content, target) = exported(folder.path());
    let first = bytes(&target);
    // It wrote other compressed forms of the same pages, and did not say how.
    let mark = target.join(".serverlessconf-export.json");
    let text = fs::read_to_string(&mark).expect("it is there");
    let mut list: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    list.as_object_mut().expect("it has fields").remove("forms").expect("it says how");
    fs::write(&mark, list.to_string()).expect("it can be written");
    for name in ["index.html.br", "index.html.gz"] {
        fs::write(target.join(name), "compressed by an earlier version").expect("it can be written");
    }
    succeeds(&export(&content, &target, &[]));
    assert!(bytes(&target) == first);
}
