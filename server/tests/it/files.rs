//! Files that are sent from the disk, whole, in parts, or not again, and built files.

use std::{fs, io::Write as _};

use axum::http::{Method, StatusCode};

use crate::site::{Answer, TestSite, copy, fixture, repository};

fn get(site: &TestSite, url: &str, headers: &[(&str, &str)]) -> Answer {
    site.request_with(Method::GET, url, headers)
}

/// The smallest conference with an interview that shows a picture and leads to a file, and their URLs.
fn with_files() -> (tempfile::TempDir, TestSite, [String; 2]) {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&fixture("minimal"), folder.path());
    let interview = folder.path().join("interviews");
    let speakers = fs::read_dir(folder.path().join("program/speakers")).expect("there are speakers");
    let names = speakers.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned());
    let speaker = names.map(|name| name.split('.').next().expect("a stem").to_owned()).min().expect("a speaker");
    let text = format!(
        "---\ntitle: Files\nspeaker: {speaker}\npublished: 2016-10-01\n---\n\n![The hall](hall.png)\n\n\
        See the [slides](slides.txt).\n\n---- Why?\n\nBecause.\n"
    );
    fs::write(interview.join("files.md"), text).expect("writable");
    fs::write(interview.join("slides.txt"), "0123456789").expect("writable");
    let picture = image::RgbImage::from_fn(300, 200, |x, y| image::Rgb([x as u8, y as u8, 7]));
    picture.save(interview.join("hall.png")).expect("writable");
    let site = TestSite::open(folder.path(), "2016-10-02T10:00");
    let page = site.get("/interviews/files");
    let urls = [page.attributes("src"), page.attributes("href")].concat();
    let url = |prefix: &str| urls.iter().find(|url| url.starts_with(prefix)).expect(prefix).clone();
    let urls = [url("/pictures/"), url("/content/")];
    (folder, site, urls)
}

/// RFC 9110, sections 13.1.5 and 14.
#[test]
fn parts_of_files_are_sent_to_who_has_the_same_file() {
    let (_folder, site, urls) = with_files();
    for url in &urls {
        let whole = get(&site, url, &[]);
        let (tag, length) = (whole.header("etag"), whole.bytes.len());
        assert!(tag.starts_with('"') && tag.len() > 20, "{url}: {tag}");
        assert_eq!(whole.header("last-modified"), "", "replicas would not say the same");
        for (range, condition, from, to) in [
            ("bytes=2-4", None, 2, 5),
            ("bytes=5-", None, 5, length),
            ("bytes=-3", None, length - 3, length),
            ("bytes=2-4", Some(tag), 2, 5),
        ] {
            let headers = [("range", range), ("if-range", condition.unwrap_or_default())];
            let part = get(&site, url, if condition.is_some() { &headers } else { &headers[..1] });
            assert_eq!(part.status, StatusCode::PARTIAL_CONTENT, "{url} {range}");
            assert_eq!(part.header("content-range"), format!("bytes {from}-{}/{length}", to - 1), "{url} {range}");
            assert_eq!(part.bytes, whole.bytes[from..to], "{url} {range}");
            for name in ["etag", "cache-control", "content-type"] {
                assert_eq!(part.header(name), whole.header(name), "{url} {range}: {name}");
            }
        }
        // What cannot be understood, or would not fit, is sent whole.
        for headers in [
            &[("range", "bytes=2-4"), ("if-range", "\"other\"")][..],
            &[("range", "bytes=2-4"), ("if-range", "Wed, 21 Oct 2015 07:28:00 GMT")],
            &[("range", "bytes=0-1,3-4")],
            &[("range", "lines=1-2")],
        ] {
            let answer = get(&site, url, headers);
            assert_eq!((answer.status, answer.bytes.len()), (StatusCode::OK, length), "{url} {headers:?}");
        }
    }
}

#[test]
fn files_that_somebody_has_are_not_sent_again() {
    let (_folder, site, urls) = with_files();
    for url in &urls {
        let whole = get(&site, url, &[]);
        let tag = whole.header("etag");
        let answer = get(&site, url, &[("if-none-match", tag)]);
        assert_eq!((answer.status, answer.bytes.len()), (StatusCode::NOT_MODIFIED, 0), "{url}");
        for name in ["etag", "cache-control", "content-security-policy"] {
            assert_eq!(answer.header(name), whole.header(name), "{url}: {name}");
        }
        assert_eq!(get(&site, url, &[("if-none-match", "\"other\"")]).status, StatusCode::OK);
        assert_eq!(get(&site, url, &[("if-match", tag)]).status, StatusCode::OK);
        // Another replica has other times, and the same tags.
        assert_eq!(with_files().1.get(url).header("etag"), tag, "{url}");
    }
}

/// A CDN would keep them for a year.
#[test]
fn errors_in_the_place_of_files_are_pages_that_nobody_keeps() {
    let (folder, site, [picture, file]) = with_files();
    let errors = [
        (&picture, "range", "bytes=99999999-", StatusCode::RANGE_NOT_SATISFIABLE),
        (&file, "range", "bytes=99999999-", StatusCode::RANGE_NOT_SATISFIABLE),
        (&picture, "if-match", "\"other\"", StatusCode::PRECONDITION_FAILED),
        (&file, "if-match", "\"other\"", StatusCode::PRECONDITION_FAILED),
    ];
    let is_error = |answer: &Answer, status: StatusCode| {
        assert_eq!(answer.status, status);
        assert_eq!(answer.header("cache-control"), "no-store", "{status}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{status}");
        assert_eq!((answer.header("etag"), answer.main().contains("<h1")), ("", true), "{status}");
        assert!(answer.header("content-security-policy").contains("script-src 'self'"), "{status}");
    };
    for (url, name, value, status) in errors {
        let answer = get(&site, url, &[(name, value)]);
        is_error(&answer, status);
        assert_eq!(answer.header("content-range").starts_with("bytes */"), name == "range");
    }
    fs::remove_file(folder.path().join("interviews/slides.txt")).expect("it was written");
    is_error(&site.get(&file), StatusCode::NOT_FOUND);
}

#[test]
fn a_file_that_was_changed_since_it_was_read_has_no_tag_until_it_is_read_again() {
    let (folder, site, urls) = with_files();
    let url = urls.iter().find(|url| url.starts_with("/content/")).expect("a file beside the content");
    let tag = get(&site, url, &[]).header("etag").to_owned();
    let path = folder.path().join(url.strip_prefix("/content/").expect("it is one"));
    // By one with an older time, as `cp -p` and `rsync -a` leave it; of the same length.
    let other = "9876543210";
    fs::write(&path, other).expect("writable");
    let older = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(&path).expect("it is there").set_modified(older).expect("it has times");
    let answer = get(&site, url, &[("if-none-match", &tag), ("range", "bytes=0-1")]);
    assert_eq!(
        (answer.status, answer.header("etag"), answer.header("cache-control")),
        (StatusCode::OK, "", "no-store")
    );
    assert_eq!(answer.bytes, other.as_bytes());
    site.reload();
    let answer = get(&site, url, &[]);
    assert!(answer.header("etag").starts_with('"') && answer.header("etag") != tag, "{}", answer.header("etag"));
}

/// The bytes with the most effort of Brotli.
pub(crate) fn smallest(bytes: &[u8]) -> usize {
    let mut writer = brotlic::CompressorWriter::new(Vec::new());
    writer.write_all(bytes).expect("in memory");
    writer.into_inner().expect("in memory").len()
}

#[test]
fn built_files_are_sent_as_small_as_brotli_makes_them() {
    let site = TestSite::from_dir("minimal");
    let get = || site.request_with(Method::GET, "/search.js", &[("accept-encoding", "br")]);
    let early = get();
    site.prepare_files();
    let prepared = get();
    let original = fs::read(repository().join("public/search.js")).expect("a public file");
    assert!(prepared.bytes.len() <= smallest(&original), "{} bytes", prepared.bytes.len());
    assert!(prepared.bytes.len() < early.bytes.len());
    let mut read = Vec::new();
    brotli::BrotliDecompress(&mut &prepared.bytes[..], &mut read).expect("it is Brotli");
    assert_eq!(read, original);
    assert_ne!(prepared.header("etag"), early.header("etag"), "other bytes have another tag");
}
