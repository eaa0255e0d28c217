//! What becomes of the folder, whatever happens.

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

fn export(target: &Path, force: bool, files: &[(&str, &str)]) -> anyhow::Result<Written> {
    let staging = Staging::begin(target, force)?;
    for (path, text) in files {
        staging.write(Path::new(path), text.as_bytes())?;
    }
    staging.commit()
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
    let written = export(&target, false, OLD).expect("an export");
    assert_eq!(written, Written { files: 3, bytes: 11, changed: 3, removed: 0 });
    let long_ago = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_475_280_000);
    for name in ["a.html", "b.html"] {
        let file = File::options().write(true).open(target.join(name)).expect("the file is there");
        file.set_times(FileTimes::new().set_modified(long_ago)).expect("times can be set");
    }
    let written = export(&target, false, NEW).expect("an export");
    assert_eq!(written, Written { files: 3, bytes: 11, changed: 2, removed: 1 });
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
    export(&target, false, OLD).expect("an export");
    fs::write(target.join("CNAME"), "example.org").expect("a file");
    let kept = [&[("CNAME", "example.org")], OLD].concat();
    for stage in 0..=NEW.len() + 1 {
        let staging = Staging::begin(&target, false).expect("the one before does not stand in the way");
        for (path, text) in &NEW[..stage.min(NEW.len())] {
            staging.write(Path::new(path), text.as_bytes()).expect("a file");
        }
        if stage > NEW.len() {
            staging.complete().expect("files are kept");
        }
        assert_eq!(files(&target), owned(&kept), "stage {stage}");
        // As if the program were killed: the folder stays, the lock goes.
        let Staging { folder, target: _, before: _, force: _, record: _, _lock } = &staging;
        assert!(folder.exists());
        _lock.unlock().expect("it was locked");
        mem::forget(staging);
        assert_eq!(files(&target), owned(&kept), "stage {stage}");
    }
    // One that gives up cleans up.
    drop(Staging::begin(&target, false).expect("an export"));
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    // One that was killed between the exchange and the removal of the old one.
    let staging = Staging::begin(&target, false).expect("an export");
    staging.write(Path::new("a.html"), b"new").expect("a file");
    staging.complete().expect("files are kept");
    swap(&staging.folder, &target).expect("an exchange");
    staging._lock.unlock().expect("it was locked");
    mem::forget(staging);
    export(&target, false, NEW).expect("an export");
    assert_eq!(files(&target), owned(&[&[("CNAME", "example.org")], NEW].concat()));
}

#[test]
fn what_no_export_wrote_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    export(&target, false, OLD).expect("an export");
    fs::create_dir_all(target.join(".git/refs")).expect("a folder");
    fs::write(target.join(".git/HEAD"), "ref: main").expect("a file");
    #[cfg(unix)]
    std::os::unix::fs::symlink("a.html", target.join("link.html")).expect("a link");
    export(&target, false, NEW).expect("an export");
    assert_eq!(fs::read_to_string(target.join(".git/HEAD")).ok().as_deref(), Some("ref: main"));
    assert!(target.join(".git/refs").is_dir());
    #[cfg(unix)]
    assert_eq!(fs::read_link(target.join("link.html")).ok(), Some(PathBuf::from("a.html")));
    // Not even where an export has a file of the same name now.
    fs::write(target.join("robots.txt"), "mine").expect("a file");
    let refused = export(&target, false, &[("robots.txt", "theirs")]).expect_err("it would be lost");
    assert!(refused.to_string().contains("robots.txt was written by no export"), "{refused}");
    assert_eq!(fs::read_to_string(target.join("robots.txt")).ok().as_deref(), Some("mine"));
    assert!(target.join("d/e.html").is_file());
}

#[test]
fn a_folder_of_others_is_refused_unless_it_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("home");
    fs::create_dir(&target).expect("a folder");
    export(&target, false, &[]).expect("an empty folder is nobody's");
    let other = folder.path().join("other");
    fs::create_dir(&other).expect("a folder");
    fs::write(other.join("thesis.txt"), "years").expect("a file");
    let refused = export(&other, false, NEW).expect_err("it is not ours");
    assert!(refused.to_string().contains("holds files that no export wrote"), "{refused}");
    assert_eq!(files(&other), owned(&[("thesis.txt", "years")]));
    export(&other, true, NEW).expect("an export");
    assert_eq!(files(&other), owned(&[NEW, &[("thesis.txt", "years")]].concat()));
    let file = folder.path().join("file");
    fs::write(&file, "").expect("a file");
    assert!(export(&file, false, NEW).is_err() && file.is_file());
}

#[test]
fn two_exports_to_one_folder_do_not_mix() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    let first = Staging::begin(&target, false).expect("an export");
    let second = Staging::begin(&target, false).expect_err("one at a time");
    assert!(second.to_string().contains("another export"), "{second}");
    first.write(Path::new("a.html"), b"a").expect("a file");
    let again = first.write(Path::new("a.html"), b"b").expect_err("two addresses, one file");
    assert!(again.to_string().contains("two addresses"), "{again}");
    first.commit().expect("an export");
    assert_eq!(files(&target), owned(&[("a.html", "a")]));
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let (real, link) = (folder.path().join("real"), folder.path().join("link"));
    fs::create_dir(&real).expect("a folder");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    export(&link, false, NEW).expect("an export");
    assert!(link.is_symlink());
    assert_eq!(files(&real), owned(NEW));
}
