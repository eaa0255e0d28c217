//! Tests of the target folder after success, failure and interruption.

mod others;

use std::{mem, time::SystemTime};

use super::*;

/// Every file below a folder, with its text.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name() != Some(MARK.as_ref()) {
                let name = path.strip_prefix(folder).expect("it lies in the folder").display().to_string();
                found.push((name, fs::read_to_string(path).expect("it is text")));
            }
        }
    }
    found.sort();
    found
}

fn export(target: &Path, foreign: ForeignFiles, files: &[(&str, &str)]) -> anyhow::Result<Written> {
    let staging = Staging::begin(target, foreign)?;
    for (path, text) in files {
        staging.write(Path::new(path), text.as_bytes())?;
    }
    staging.commit()
}

/// Simulates a killed program: the files stay, the lock is released.
fn kill(staging: Staging) {
    staging.reservation._lock.unlock().expect("it was locked");
    mem::forget(staging);
}

fn owned(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

const OLD: &[(&str, &str)] = &[("a.html", "old"), ("b.html", "same"), ("gone/c.html", "gone")];
const NEW: &[(&str, &str)] = &[("a.html", "new"), ("b.html", "same"), ("d/e.html", "more")];

#[test]
fn a_second_export_replaces_the_first_and_leaves_nothing_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    let written = export(&target, ForeignFiles::Refused, OLD).expect("an export");
    assert_eq!(written, Written { files: 3, bytes: 11, changed: 3, removed: 0, outdated: 0 });
    let long_ago = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_475_280_000);
    for name in ["a.html", "b.html"] {
        let file = File::options().write(true).open(target.join(name)).expect("the file is there");
        file.set_times(FileTimes::new().set_modified(long_ago)).expect("times can be set");
    }
    let written = export(&target, ForeignFiles::Refused, NEW).expect("an export");
    assert_eq!(written, Written { files: 3, bytes: 11, changed: 2, removed: 1, outdated: 0 });
    assert_eq!(files(&target), owned(NEW));
    let modified = |name| fs::metadata(target.join(name)).and_then(|it| it.modified()).expect("it is there");
    assert_eq!(modified("b.html"), long_ago);
    assert_ne!(modified("a.html"), long_ago);
    assert!(!target.join("gone").exists());
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
}

#[test]
fn an_export_that_is_interrupted_leaves_the_old_one_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    export(&target, ForeignFiles::Refused, OLD).expect("an export");
    fs::write(target.join("CNAME"), "example.org").expect("a file");
    let kept = [&[("CNAME", "example.org")], OLD].concat();
    for stage in 0..=NEW.len() + 1 {
        let staging = Staging::begin(&target, ForeignFiles::Refused).expect("the one before does not stand in the way");
        for (path, text) in &NEW[..stage.min(NEW.len())] {
            staging.write(Path::new(path), text.as_bytes()).expect("a file");
        }
        if stage > NEW.len() {
            staging.complete().expect("files are kept");
        }
        assert_eq!(files(&target), owned(&kept), "stage {stage}");
        assert!(staging.folder.exists());
        kill(staging);
        assert_eq!(files(&target), owned(&kept), "stage {stage}");
    }
    // An export that fails cleans up.
    drop(Staging::begin(&target, ForeignFiles::Refused).expect("an export"));
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    // An export was killed between the exchange and the removal of the old export.
    kill(exchanged(&target));
    export(&target, ForeignFiles::Refused, NEW).expect("an export");
    assert_eq!(files(&target), owned(&[&[("CNAME", "example.org")], NEW].concat()));
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
}

/// An export that has replaced the old one and has not removed it yet.
fn exchanged(target: &Path) -> Staging {
    let staging = Staging::begin(target, ForeignFiles::Refused).expect("an export");
    staging.write(Path::new("a.html"), b"new").expect("a file");
    staging.complete().expect("files are kept");
    swap(&staging.folder, target, &staging.reservation.old()).expect("an exchange");
    staging
}

#[test]
fn what_was_killed_in_the_moment_without_a_target_is_put_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    export(&target, ForeignFiles::Refused, OLD).expect("an export");
    let staging = Staging::begin(&target, ForeignFiles::Refused).expect("an export");
    staging.write(Path::new("a.html"), b"new").expect("a file");
    staging.complete().expect("files are kept");
    fs::rename(&target, staging.reservation.old()).expect("the first step");
    kill(staging);
    drop(Staging::begin(&target, ForeignFiles::Refused).expect("an export"));
    assert_eq!(files(&target), owned(OLD));
    // After both steps only the old export is left, and it is removed.
    let staging = Staging::begin(&target, ForeignFiles::Refused).expect("an export");
    staging.write(Path::new("a.html"), b"new").expect("a file");
    staging.complete().expect("files are kept");
    replace_in_two_steps(&staging.folder, &target, &staging.reservation.old()).expect("both steps");
    kill(staging);
    drop(Staging::begin(&target, ForeignFiles::Refused).expect("an export"));
    assert_eq!(files(&target), owned(&[("a.html", "new")]));
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    // A second step that fails undoes the first.
    let nothing = folder.path().join("nothing");
    replace_in_two_steps(&nothing, &target, &folder.path().join("old")).expect_err("there is nothing to move");
    assert_eq!(files(&target), owned(&[("a.html", "new")]));
}

#[test]
fn two_exports_to_one_folder_do_not_mix() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    let first = Staging::begin(&target, ForeignFiles::Refused).expect("an export");
    let second = Staging::begin(&target, ForeignFiles::Refused).expect_err("one at a time");
    assert!(second.to_string().contains("another export"), "{second}");
    first.write(Path::new("a.html"), b"a").expect("a file");
    let again = first.write(Path::new("a.html"), b"b").expect_err("two addresses, one file");
    assert!(again.to_string().contains("two addresses"), "{again}");
    first.commit().expect("an export");
    assert_eq!(files(&target), owned(&[("a.html", "a")]));
}

#[test]
fn nobody_begins_while_the_old_export_is_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    export(&target, ForeignFiles::Refused, OLD).expect("an export");
    let first = exchanged(&target);
    let second = Staging::begin(&target, ForeignFiles::Refused).expect_err("the first is at work");
    assert!(second.to_string().contains("another export"), "{second}");
    drop(first);
    export(&target, ForeignFiles::Refused, NEW).expect("an export");
    assert_eq!(files(&target), owned(NEW));
}

#[test]
fn exports_that_come_thick_and_fast_are_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    std::thread::scope(|scope| {
        for name in ["one", "two", "three"] {
            let target = &target;
            scope.spawn(move || {
                for _ in 0..50 {
                    match export(target, ForeignFiles::Refused, &[("a.html", name), ("b/c.html", name)]) {
                        Ok(written) => assert_eq!(written.files, 2),
                        Err(refused) => assert!(refused.to_string().contains("another export"), "{refused:#}"),
                    }
                }
            });
        }
    });
    let files = files(&target);
    assert!(files.len() == 2 && files[0].1 == files[1].1, "{files:?}");
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
}

#[test]
fn a_file_system_that_does_not_tell_case_apart_mixes_no_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let staging = Staging::begin(&folder.path().join("public"), ForeignFiles::Refused).expect("an export");
    // A file system that ignores case finds `Photo.svg` under the name `photo.svg`.
    fs::write(staging.folder.join("photo.svg"), "first").expect("a file");
    staging.write(Path::new("photo.svg"), b"second").expect_err("one of them would be lost");
    assert_eq!(fs::read_to_string(staging.folder.join("photo.svg")).ok().as_deref(), Some("first"));
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let (real, link) = (folder.path().join("real"), folder.path().join("link"));
    fs::create_dir(&real).expect("a folder");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    export(&link, ForeignFiles::Refused, NEW).expect("an export");
    assert!(link.is_symlink());
    assert_eq!(files(&real), owned(NEW));
}

/// Exports a page with its compressed form, which is the page backwards. Returns whether the form was made.
fn export_form(target: &Path, text: &str) -> bool {
    let staging = Staging::begin(target, ForeignFiles::Refused).expect("an export");
    let mut is_made = false;
    staging.write(Path::new("a.html"), text.as_bytes()).expect("a file");
    let make = || {
        is_made = true;
        Some(text.bytes().rev().collect())
    };
    staging.write_form(Path::new("a.html.br"), &blake3::hash(text.as_bytes()), make).expect("a file");
    staging.commit().expect("an export");
    let form: String = text.chars().rev().collect();
    assert_eq!(files(target), owned(&[("a.html", text), ("a.html.br", &form)]));
    is_made
}

#[test]
fn a_compressed_form_is_made_again_only_if_it_must_be() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    assert!(export_form(&target, "text"));
    assert!(!export_form(&target, "text"));
    assert!(export_form(&target, "next"), "the page has changed");
    // Others may have written the page that comes next, but not its form.
    fs::write(target.join("a.html"), "text").expect("a file");
    assert!(export_form(&target, "text"));
    for damaged in ["txet", "txe", ""] {
        fs::write(target.join("a.html.br"), damaged).expect("a file");
        assert_eq!(export_form(&target, "text"), damaged != "txet", "{damaged}");
    }
    // Another program version compresses in another way.
    let mut mark = Mark::read(&target).expect("there is one");
    mark.forms.insert("a.html.br".into(), Seal::new(&blake3::hash(b"text"), b"by another"));
    mark.write(&target).expect("it can be written");
    assert!(export_form(&target, "text"));
}

#[cfg(unix)]
#[test]
fn links_in_the_place_of_files_become_files_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let (target, elsewhere) = (folder.path().join("public"), folder.path().join("elsewhere"));
    export_form(&target, "text");
    for name in ["a.html", "a.html.br"] {
        fs::rename(target.join(name), &elsewhere).expect("it is there");
        std::os::unix::fs::symlink(&elsewhere, target.join(name)).expect("a link");
        export_form(&target, "text");
        assert!(!target.join(name).is_symlink());
    }
}

#[cfg(unix)]
#[test]
fn an_unchanged_file_stays_in_its_place_on_the_disk() {
    use std::os::unix::fs::MetadataExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    let numbers = || ["a.html", "b.html"].map(|name| fs::metadata(target.join(name)).map(|file| file.ino()).ok());
    export(&target, ForeignFiles::Refused, OLD).expect("an export");
    let before = numbers();
    export(&target, ForeignFiles::Refused, NEW).expect("an export");
    assert!(numbers()[1] == before[1] && numbers()[0] != before[0]);
    // A failed export leaves what it had linked.
    let staging = Staging::begin(&target, ForeignFiles::Refused).expect("an export");
    staging.write(Path::new("b.html"), b"same").expect("a file");
    drop(staging);
    assert_eq!(files(&target), owned(NEW));
}
