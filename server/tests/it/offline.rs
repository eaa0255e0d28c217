//! The site as an application: its description, its icons, and the worker that keeps a copy of it.

use std::{fs, process::Output};

use app::Preview;
use axum::http::StatusCode;
use image::{GenericImageView as _, ImageFormat};
use serde_json::Value;
use tempfile::TempDir;

use crate::site::{Answer, TestSite, copy, fixture, program, repository};

fn json(answer: &Answer) -> Value {
    assert_eq!(answer.status, StatusCode::OK);
    serde_json::from_slice(&answer.bytes).expect("it is JSON")
}

/// The strings of a list.
fn texts(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|text| text.as_str().expect("a string")).collect()
}

/// The constants at the beginning of the worker.
fn constants(answer: &Answer) -> Value {
    let (_, rest) = answer.body.split_once("const SITE = ").expect("it begins with its constants");
    let (constants, _) = rest.split_once(";\n").expect("the statement ends");
    serde_json::from_str(constants).expect("the constants are JSON")
}

/// A copy of a fixture that a test may change.
fn editable() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&fixture("minimal"), folder.path());
    folder
}

#[test]
fn every_page_names_the_manifest_of_its_language() {
    let site = TestSite::built_in();
    for (path, manifest) in [
        ("/", "/manifest.webmanifest"),
        ("/news", "/manifest.webmanifest"),
        ("/en/schedule", "/en/manifest.webmanifest"),
        ("/en/no-such-page", "/en/manifest.webmanifest"),
    ] {
        let page = site.get(path);
        let link = format!("<link rel=\"manifest\" href=\"{manifest}\"");
        assert!(page.body.contains(&link), "{path}: {}", page.body);
        assert!(page.body.contains("<link rel=\"apple-touch-icon\" href=\"/apple-touch-icon.png\">"), "{path}");
    }
    assert_eq!(site.get("/fr/manifest.webmanifest").status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/ja/manifest.webmanifest").status, StatusCode::NOT_FOUND);
}

#[test]
fn the_manifest_has_the_names_and_the_addresses_of_its_language_below_the_base_path() {
    let site = TestSite::below("/2016");
    let answer = site.get("/2016/en/manifest.webmanifest");
    assert_eq!(answer.header("content-type"), "application/manifest+json");
    let manifest = json(&answer);
    for (member, value) in [
        ("name", "ServerlessConf Tokyo"),
        ("short_name", "ServerlessConf Tokyo"),
        ("lang", "en"),
        ("id", "/2016/en/"),
        ("start_url", "/2016/en/"),
        ("scope", "/2016/"),
        ("display", "standalone"),
    ] {
        assert_eq!(manifest[member], value, "{member}");
    }
    let page = site.get("/2016/en/");
    assert!(page.body.contains("href=\"/2016/en/manifest.webmanifest\""), "{}", page.body);
    for icon in manifest["icons"].as_array().expect("a list") {
        let answer = site.get(icon["src"].as_str().expect("an address"));
        assert_eq!(icon["type"], answer.header("content-type"));
        let (width, height) = image::load_from_memory(&answer.bytes).expect("an image").dimensions();
        assert_eq!(icon["sizes"], format!("{width}x{height}"));
    }
}

#[test]
fn the_installed_site_starts_with_the_sessions_on_their_days() {
    let site = TestSite::built_in();
    let start = |now: &str| json(&site.at(now).get("/en/manifest.webmanifest"))["start_url"].clone();
    for (now, page) in [
        ("2016-09-29T23:59", "/en/"),
        ("2016-09-30T00:00", "/en/now"),
        ("2016-10-01T23:59", "/en/now"),
        ("2016-10-02T00:00", "/en/"),
    ] {
        assert_eq!(start(now), page, "{now}");
    }
}

#[test]
fn programs_that_read_no_page_find_the_icon() {
    let answer = TestSite::built_in().get("/favicon.ico");
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "image/vnd.microsoft.icon"));
    // The picture after the directory.
    assert_eq!(answer.bytes[..8], [0, 0, 1, 0, 1, 0, 48, 48]);
    let icon = image::load_from_memory_with_format(&answer.bytes[22..], ImageFormat::Png).expect("a PNG");
    assert_eq!(icon.dimensions(), (48, 48));
    assert_eq!(answer.bytes[14..18], u32::try_from(answer.bytes.len() - 22).expect("it is small").to_le_bytes());
}

#[test]
fn icons_are_small_squares_in_the_color_of_the_event() {
    for site in [TestSite::built_in(), TestSite::from_dir("minimal")] {
        for (path, side, corner) in [
            ("/icon-192.png", 192, 0),
            ("/icon-512.png", 512, 0),
            ("/icon-maskable-512.png", 512, 255),
            ("/apple-touch-icon.png", 180, 255),
        ] {
            let answer = site.get(path);
            assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "image/png"), "{path}");
            assert!(answer.bytes.len() < 12_000, "{path}: {}", answer.bytes.len());
            let icon = image::load_from_memory_with_format(&answer.bytes, ImageFormat::Png).expect("a PNG");
            assert_eq!(icon.dimensions(), (side, side), "{path}");
            // The round corners are transparent; maskable icons and Apple's have none.
            assert_eq!(icon.get_pixel(0, 0).0[3], corner, "{path}");
            let ground = icon.get_pixel(side / 2, 4).0;
            assert!(icon.pixels().any(|(.., pixel)| pixel.0[3] == 255 && pixel.0[0] > ground[0] + 100), "{path}");
        }
    }
}

/// The sign that a page lets browsers keep a copy.
const SAVES: &str = " data-saves>";

#[test]
fn pages_with_scripts_save_the_site_and_pages_to_read_have_only_the_script_of_the_shell() {
    let site = TestSite::built_in();
    for path in ["/", "/en/schedule", "/sessions/panel", "/now"] {
        assert!(site.get(path).body.contains(SAVES), "{path}");
    }
    for path in ["/series/session-interviews", "/news/weekly-2016-09-25", "/about"] {
        let page = site.get(path);
        assert_eq!(page.body.matches("<script type=\"module\"").count(), 1, "{path}");
        assert!(page.body.contains("<script type=\"module\" src=\"/shell.js\" fetchpriority=\"low\">"), "{path}");
        assert!(!page.body.contains(SAVES), "{path}");
    }
    // The menus at the answers have a script, too.
    let interview = site.get("/interviews/allan-espinosa").body;
    let scripts = interview.split("<script type=\"module\" src=\"").skip(1).map(|rest| rest.split('"').next());
    assert_eq!(scripts.collect::<Vec<_>>(), [Some("/shell.js"), Some("/answers.js")]);
}

#[test]
fn the_worker_knows_the_readers_of_every_language() {
    let answer = TestSite::below("/2016").get("/2016/sw.js");
    assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8");
    // Browsers and proxies ask each time whether there is a new one.
    assert_eq!(answer.header("cache-control"), "no-cache");
    assert_ne!(answer.header("etag"), "");
    let constants = constants(&answer);
    assert_eq!(constants["limit"], 8_000_000);
    let readers = constants["languages"].as_array().expect("a list");
    let addresses: Vec<_> =
        readers.iter().map(|reader| [&reader["home"], &reader["schedule"], &reader["list"]]).collect();
    assert_eq!(
        addresses,
        [
            ["/2016/", "/2016/schedule", "/2016/offline.json"],
            ["/2016/en/", "/2016/en/schedule", "/2016/en/offline.json"]
        ]
    );
    for section in ["", "schedule", "sessions", "speakers", "interviews", "news"] {
        assert!(texts(&constants["sections"]).contains(&section), "{section}");
    }
}

#[test]
fn the_list_has_the_pages_of_its_language_and_all_that_they_load() {
    for site in [TestSite::built_in(), TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00")] {
        let list = json(&site.get("/offline.json"));
        assert_eq!(list["revision"], constants(&site.get("/sw.js"))["revision"]);
        let (files, pages) = (texts(&list["files"]), texts(&list["pages"]));
        assert!(pages[..2] == ["/", "/schedule"], "{pages:?}");
        let pictures: Vec<_> = list["pictures"].as_array().expect("a list").iter().map(texts).collect();
        for path in &pages {
            assert!(!path.starts_with("/en/"), "{path}");
            let page = site.get(path);
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let tags = page.body.split('<').filter_map(|rest| rest.split('>').next());
            for tag in tags {
                let attribute = |name: &str| tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next();
                let loads = tag.starts_with("script type=\"module\"")
                    || tag.starts_with("link")
                        && ["stylesheet", "modulepreload", "preload", "icon"]
                            .contains(&attribute("rel").unwrap_or_default());
                if loads {
                    let loaded = attribute("src").or(attribute("href")).expect("it has an address");
                    assert!(files.contains(&loaded), "{path} loads {loaded}");
                }
                if tag.starts_with("img") {
                    let source = attribute("src").expect("it has an address");
                    assert!(pictures.iter().any(|sizes| sizes.contains(&source)), "{path} shows {source}");
                }
            }
        }
        for picture in &pictures {
            assert_eq!(site.get(picture[0]).status, StatusCode::OK);
        }
    }
    let english = json(&TestSite::built_in().get("/en/offline.json"));
    assert!(texts(&english["pages"]).iter().all(|path| path.starts_with("/en/")), "{english}");
}

#[test]
fn the_worker_changes_with_the_content_and_with_nothing_else() {
    let folder = editable();
    let now = "2016-10-02T10:00";
    let site = TestSite::open(folder.path(), now);
    let first = site.get("/sw.js").body;
    assert_eq!(site.at("2016-10-03T10:00").get("/sw.js").body, first);
    site.reload();
    assert_eq!(site.get("/sw.js").body, first);
    assert_eq!(TestSite::open(folder.path(), now).get("/sw.js").body, first);

    let event = folder.path().join("program/event.md");
    let text = fs::read_to_string(&event).expect("the event");
    fs::write(&event, text + "\nOne more sentence.\n").expect("the event can be written");
    site.reload();
    let second = site.get("/sw.js").body;
    assert_ne!(second, first);
    assert!(second.lines().count() == first.lines().count(), "only the revision differs");
}

#[test]
fn a_preview_keeps_no_copy_and_removes_the_worker_of_browsers_that_have_one() {
    let site = TestSite::open_for(Preview::On, &repository(), "2016-10-02T10:00");
    assert!(!site.get("/").body.contains(SAVES));
    let worker = site.get("/sw.js").body;
    assert!(worker.contains("registration.unregister()") && !worker.contains("const SITE"), "{worker}");
    assert_eq!(site.get("/offline.json").status, StatusCode::NOT_FOUND);
}

fn export(options: &[&str]) -> (TempDir, Output) {
    let folder = tempfile::tempdir().expect("a folder");
    let built = tempfile::tempdir().expect("a folder");
    copy(&repository().join("public"), built.path());
    fs::create_dir(built.path().join("pkg")).expect("a folder");
    for extension in ["css", "js", "wasm"] {
        fs::write(built.path().join(format!("pkg/serverlessconf.{extension}")), extension).expect("a file");
    }
    let mut command = program();
    command
        .args(["export", "--no-compression", "--content"])
        .arg(fixture("minimal"))
        .arg("--site-root")
        .arg(built.path());
    command.arg("--cache").arg(folder.path().join("cache"));
    let output = command.args(options).arg(folder.path().join("site")).output().expect("the program runs");
    (folder, output)
}

#[test]
fn an_export_has_the_copy_with_its_limit_or_the_end_of_it() {
    let (folder, output) = export(&["--offline-limit", "3"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let file = |name: &str| fs::read_to_string(folder.path().join("site").join(name));
    assert!(file("sw.js").expect("the worker").contains("\"limit\": 3000000"));
    let list = file("offline.json").expect("the list");
    assert!(list.contains("\"/pkg/serverlessconf.wasm\"") && list.contains("\"/shell.js\""), "{list}");

    let (folder, output) = export(&["--no-offline"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let file = |name: &str| fs::read_to_string(folder.path().join("site").join(name));
    assert!(file("sw.js").expect("the worker").contains("registration.unregister()"));
    assert!(file("offline.json").is_err());
    assert!(!file("index.html").expect("a page").contains(SAVES));
    assert!(file("manifest.webmanifest").is_ok());
}
