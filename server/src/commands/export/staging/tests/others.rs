//! Files beside an export that no export wrote.

use super::*;

#[test]
fn what_no_export_wrote_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    export(&target, ForeignFiles::Refused, OLD).expect("an export");
    fs::create_dir_all(target.join(".git/refs")).expect("a folder");
    fs::write(target.join(".git/HEAD"), "ref: main").expect("a file");
    #[cfg(unix)]
    std::os::unix::fs::symlink("a.html", target.join("link.html")).expect("a link");
    export(&target, ForeignFiles::Refused, NEW).expect("an export");
    assert_eq!(fs::read_to_string(target.join(".git/HEAD")).ok().as_deref(), Some("ref: main"));
    assert!(target.join(".git/refs").is_dir());
    #[cfg(unix)]
    assert_eq!(fs::read_link(target.join("link.html")).ok(), Some(PathBuf::from("a.html")));
    // The export is refused if it has a file of the same name.
    fs::write(target.join("robots.txt"), "mine").expect("a file");
    let refused = export(&target, ForeignFiles::Refused, &[("robots.txt", "theirs")]).expect_err("it would be lost");
    assert!(refused.to_string().contains("robots.txt was written by no export"), "{refused}");
    assert_eq!(fs::read_to_string(target.join("robots.txt")).ok().as_deref(), Some("mine"));
    assert!(target.join("d/e.html").is_file());
}

/// Hosts would send the old text instead of the new one.
#[test]
fn compressed_files_of_others_go_when_their_originals_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("public");
    export(&target, ForeignFiles::Refused, OLD).expect("an export");
    for name in ["a.html.br", "a.html.gz", "b.html.br", "gone/c.html.zst", "mine.tar.gz", "gone/mine.br"] {
        fs::write(target.join(name), "compressed").expect("a file");
    }
    let written = export(&target, ForeignFiles::Refused, NEW).expect("an export");
    assert_eq!(written, Written { files: 3, bytes: 11, changed: 2, removed: 1, outdated: 3 });
    let theirs = [("b.html.br", "compressed"), ("gone/mine.br", "compressed"), ("mine.tar.gz", "compressed")];
    let mut expected = owned(&[NEW, &theirs].concat());
    expected.sort();
    assert_eq!(files(&target), expected);
}

#[test]
fn a_folder_of_others_is_refused_unless_it_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("home");
    fs::create_dir(&target).expect("a folder");
    export(&target, ForeignFiles::Refused, &[]).expect("an empty folder is nobody's");
    let other = folder.path().join("other");
    fs::create_dir(&other).expect("a folder");
    fs::write(other.join("thesis.txt"), "years").expect("a file");
    let refused = export(&other, ForeignFiles::Refused, NEW).expect_err("it is not ours");
    assert!(refused.to_string().contains("holds files that no export wrote"), "{refused}");
    assert_eq!(files(&other), owned(&[("thesis.txt", "years")]));
    export(&other, ForeignFiles::Kept, NEW).expect("an export");
    assert_eq!(files(&other), owned(&[NEW, &[("thesis.txt", "years")]].concat()));
    let file = folder.path().join("file");
    fs::write(&file, "").expect("a file");
    assert!(export(&file, ForeignFiles::Refused, NEW).is_err() && file.is_file());
}
