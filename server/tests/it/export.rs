//! `serverlessconf export`: the same site, as files.

mod second;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use axum::http::{Method, StatusCode};
use tempfile::TempDir;

use crate::site::{TestSite, copy, fixture, program, repository};

const NOW: &str = "2016-10-02T10:00";

/// Built files of which only the names matter.
fn built() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&repository().join("public"), folder.path());
    fs::create_dir(folder.path().join("pkg")).expect("a folder");
    for extension in ["css", "js", "wasm", "d.ts", "d.0a1b2c3d.ts"] {
        let file = folder.path().join(format!("pkg/serverlessconf.{extension}"));
        fs::write(file, extension).expect("a file");
    }
    folder
}

fn export(content: &Path, target: &Path, options: &[&str]) -> Output {
    export_with(built().path(), content, target, options)
}

fn export_with(built: &Path, content: &Path, target: &Path, options: &[&str]) -> Output {
    let mut command = program();
    command.args(["export", "--base-url", "https://conference.test", "--at", NOW]).args(options).arg(target);
    command.arg("--content").arg(content).arg("--site-root").arg(built);
    command.arg("--cache").arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache"));
    command.output().expect("the program runs")
}

fn succeeds(output: &Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Every file of a folder, by its path in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.iter().map(|path| path.strip_prefix(folder).expect("it lies in the folder").to_owned()).collect()
}

/// What a static host makes of a URL.
fn file_of(url: &str) -> String {
    match url.strip_prefix('/').expect("a path") {
        "" => "index.html".to_owned(),
        path if path.ends_with('/') => format!("{path}index.html"),
        path => path.to_owned(),
    }
}

#[test]
fn every_file_has_the_bytes_that_the_server_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("site");
    succeeds(&export(&repository(), &target, &[]));
    let site = TestSite::open(&repository(), NOW);
    site.prepare_files();
    let mut compared = 0;
    for path in files(&target) {
        let name = path.to_str().expect("it is text");
        // The worker and its lists name the digest of the built files, which the site of the test does not have.
        let names_build = ["sw.js", "offline.json"].iter().any(|file| name.contains(file));
        if name.starts_with(['_', '.']) || name.starts_with("pkg/") || names_build {
            continue;
        }
        let (name, coding) = match name.rsplit_once('.') {
            Some((name, "br")) => (name, "br"),
            Some((name, "gz")) => (name, "gzip"),
            _ => (name, "identity"),
        };
        let url = match name.strip_suffix("index.html") {
            Some(folder) => format!("/{folder}"),
            None if name.ends_with("404.html") => format!("/{name}"),
            None => format!("/{}", name.strip_suffix(".html").unwrap_or(name)),
        };
        let url = conference::url::encode_path(&url);
        let answer = site.request_with(Method::GET, &url, &[("accept-encoding", coding)]);
        if answer.status == StatusCode::PERMANENT_REDIRECT {
            // The series has a file and another address. A static host leads there by a page.
            let page = fs::read_to_string(target.join(&path)).unwrap_or_default();
            assert!(coding != "identity" || page.contains(&format!("url={}", answer.header("location"))), "{url}");
            continue;
        }
        let expected = if name.ends_with("404.html") { StatusCode::NOT_FOUND } else { StatusCode::OK };
        assert_eq!(answer.status, expected, "{url}");
        if coding != "identity" {
            assert_eq!(answer.header("content-encoding"), coding, "{url}");
        }
        assert!(fs::read(target.join(&path)).expect("it is there") == answer.bytes, "{url} as {coding}");
        compared += 1;
    }
    assert!(compared > 400, "{compared}");
    let declares = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "ts");
    assert_eq!(files(&target).iter().find(|path| declares(path)), None, "declarations are for programmers");
}

#[test]
fn everything_is_found_below_a_base_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("2016");
    succeeds(&export(&repository(), &target, &["--base-path", "/2016/", "--no-compression"]));
    let mut links = 0;
    for path in files(&target) {
        let html = fs::read_to_string(target.join(&path)).unwrap_or_default();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        for url in app::references(&html).into_iter().map(|place| &html[place]) {
            let ours = url.strip_prefix("https://conference.test").unwrap_or(url);
            let Some(inside) = ours.strip_prefix("/2016") else {
                assert!(!ours.starts_with('/'), "{}: {url}", path.display());
                continue;
            };
            let file = file_of(inside.split(['?', '#']).next().unwrap_or_default());
            let file = conference::url::decode_path(&file).expect("it is text");
            let there = [file.clone(), format!("{file}.html")].iter().any(|file| target.join(file).is_file());
            assert!(there, "{}: {url}", path.display());
            links += 1;
        }
    }
    assert!(links > 1000, "{links}");
    let headers = fs::read_to_string(target.join("_headers")).expect("it is there");
    assert!(headers.starts_with("/2016/*\n"), "{headers}");
    assert!(!files(&target).iter().any(|path| path.extension().is_some_and(|extension| extension == "br")));
}

#[test]
fn former_pages_lead_on_and_drafts_stay_at_home() {
    let folder = tempfile::tempdir().expect("a folder");
    let (content, target) = (folder.path().join("event"), folder.path().join("site"));
    copy(&fixture("minimal"), &content);
    fs::create_dir_all(content.join("interviews")).expect("a folder");
    let interview = |name: &str, fields: &str| {
        let text =
            format!("---\ntitle: T\nspeaker: john-doe\npublished: 2016-09-01\n{fields}\n---\n\n---- Why?\n\nSo.\n");
        fs::write(content.join("interviews").join(name), text).expect("a file");
    };
    let speaker = "---\nname: John Doe\n---\nSpeaks.\n";
    fs::write(content.join("program/speakers/john-doe.md"), speaker).expect("a file");
    interview("present.md", "aliases: [former]");
    interview("draft.md", "draft: true");
    interview("removed.md", "removed: At the wish of the speaker");
    succeeds(&export(&content, &target, &[]));
    let read = |name: &str| fs::read_to_string(target.join(name)).unwrap_or_default();
    assert!(read("interviews/former.html").contains("url=/interviews/present"));
    assert!(read("_redirects").contains("/interviews/former /interviews/present 308\n"), "{}", read("_redirects"));
    assert!(read("interviews/removed.html").contains("At the wish of the speaker"));
    assert!(!target.join("interviews/draft.html").exists());
}

#[test]
fn a_link_that_leads_nowhere_fails_the_export_and_names_its_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("site");
    let mut command = program();
    // Nothing was built: no page finds its style.
    command.args(["export", "--at", NOW, "--site-root"]).arg(folder.path().join("nothing")).arg(&target);
    let output = command.arg("--content").arg(fixture("minimal")).output().expect("the program runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && !target.exists());
    assert!(errors.contains("there is no /pkg/serverlessconf.css, to which / leads"), "{errors}");
}

#[cfg(unix)]
#[test]
fn an_address_without_an_answer_fails_the_export_and_names_its_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("site");
    let built = built();
    // They are listed, and cannot be read.
    for name in ["pkg/serverlessconf.css", "lost.txt"] {
        let place = built.path().join(name);
        _ = fs::remove_file(&place);
        std::os::unix::fs::symlink("nowhere", place).expect("a link");
    }
    let output = export_with(built.path(), &fixture("minimal"), &target, &[]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && !target.exists());
    assert!(errors.contains("/pkg/serverlessconf.css, to which / leads, answers 404"), "{errors}");
    assert!(errors.contains("/lost.txt, to which no page leads, answers 404"), "{errors}");
    assert!(errors.contains("2 addresses lead nowhere; nothing was written"), "{errors}");
}

#[test]
fn what_the_site_is_made_of_is_not_mixed_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let checkout = folder.path();
    copy(&repository().join("public"), &checkout.join("public"));
    fs::write(checkout.join("Cargo.toml"), "").expect("a file");
    let built = built();
    for target in [checkout.join("public"), built.path().to_owned(), built.path().join("site")] {
        let before = files(checkout).len() + files(built.path()).len();
        let output = export_with(built.path(), &fixture("minimal"), &target, &["--force"]);
        let errors = String::from_utf8_lossy(&output.stderr);
        let refused = errors.contains("holds files that the site is made of; export to a folder of its own");
        assert!(!output.status.success() && refused, "{}: {errors}", target.display());
        assert_eq!(files(checkout).len() + files(built.path()).len(), before);
    }
    // Beside them, again and again.
    for _ in 0..2 {
        succeeds(&export(&fixture("minimal"), &checkout.join("site"), &[]));
    }
}

#[test]
fn any_tag_is_a_file_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let (content, target) = (folder.path().join("event"), folder.path().join("site"));
    copy(&fixture("minimal"), &content);
    fs::create_dir_all(content.join("news")).expect("a folder");
    let tags = r#"[.NET, C++/CLI, "404", index, 24/7, node.js, x, x.html, "404.html"]"#;
    let article = format!("---\ntitle: T\npublished: 2016-09-01\ntags: {tags}\n---\n\nText.\n");
    fs::write(content.join("news/index-of-tags.md"), article).expect("a file");
    succeeds(&export(&content, &target, &[]));
    let site = TestSite::open(&content, NOW);
    for (url, file) in [
        ("/tags", "tags.html"),
        ("/tags/.net", "tags/.net.html"),
        ("/tags/c%2B%2B%2Fcli", "tags/c++/cli.html"),
        ("/tags/404", "tags/404.html"),
        ("/tags/index", "tags/index.html"),
        ("/tags/node.js", "tags/node.js.html"),
        ("/tags/x.html", "tags/x.html.html"),
        ("/tags/404.html", "tags/404.html.html"),
    ] {
        let answer = site.request_with(Method::GET, url, &[]);
        assert_eq!(answer.status, StatusCode::OK, "{url}");
        assert!(fs::read(target.join(file)).is_ok_and(|bytes| bytes == answer.bytes), "{file}");
    }
}

#[test]
fn broken_content_is_not_exported() {
    let folder = tempfile::tempdir().expect("a folder");
    let (content, target) = (folder.path().join("event"), folder.path().join("site"));
    copy(&fixture("minimal"), &content);
    succeeds(&export(&content, &target, &[]));
    let before = files(&target).len();
    fs::write(content.join("program/speakers/broken.md"), "---\nnme: X\n---\n").expect("a file");
    let output = export(&content, &target, &[]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && errors.contains("nothing was written"), "{errors}");
    assert_eq!(files(&target).len(), before);
    // Nor is the content replaced by the site.
    for place in [content.clone(), folder.path().to_owned(), content.join("program/site")] {
        let output = export(&fixture("minimal"), &place, &[]);
        assert!(!output.status.success() || place.ends_with("site"), "{}", place.display());
    }
    fs::remove_file(content.join("program/speakers/broken.md")).expect("it is there");
    let output = export(&content, &content.join("program/site"), &["--force"]);
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
