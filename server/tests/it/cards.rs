//! Social cards: the properties and the pictures of link previews.

use std::fs;

use axum::http::{Method, StatusCode};
use image::{GenericImageView as _, ImageFormat};
use server::pictures::{Cache, Pictures};

use crate::site::{Answer, TestSite, copy, fixture, program, repository};

/// The content of a property of the Open Graph protocol.
fn property<'a>(page: &'a Answer, name: &str) -> Option<&'a str> {
    let (_, rest) = page.body.split_once(&format!("<meta property=\"{name}\" content=\""))?;
    rest.split('"').next()
}

/// The path of a page's card.
fn card(page: &Answer) -> String {
    let address = property(page, "og:image").expect("the program has the font: scripts/setup build installs it");
    address.strip_prefix("https://conference.test").expect("addresses are absolute").to_owned()
}

fn image(bytes: &[u8]) -> image::DynamicImage {
    image::load_from_memory_with_format(bytes, ImageFormat::Png).expect("it is a PNG")
}

#[test]
fn every_kind_of_page_has_a_card_in_each_language() {
    let site = TestSite::built_in();
    let mut cards = Vec::new();
    for path in
        ["/", "/sessions/panel", "/speakers/allan-espinosa", "/interviews/allan-espinosa", "/news/weekly-2016-09-25"]
    {
        for path in [path.to_owned(), format!("/en{path}")] {
            let page = site.get(&path);
            let size = ["og:image:width", "og:image:height"].map(|name| property(&page, name).map(str::to_owned));
            assert_eq!(size, [Some("1200".to_owned()), Some("630".to_owned())], "{path}");
            assert!(page.body.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), "{path}");
            let path = card(&page);
            let picture = site.get(&path);
            assert_eq!((picture.status, picture.header("content-type")), (StatusCode::OK, "image/png"), "{path}");
            assert_eq!(picture.header("cache-control"), "public, max-age=31536000, immutable");
            assert_eq!(image(&picture.bytes).dimensions(), (1200, 630));
            cards.push(path);
        }
    }
    cards.sort_unstable();
    cards.dedup();
    assert_eq!(cards.len(), 10);
    let described = site.get("/en/sessions/panel");
    let alternative = property(&described, "og:image:alt").expect("it is described");
    for words in ["Panel", "Serverless Geeks Panel", "Yuki Matsumoto", "Naoya Ito", "18:20–19:20", "Hall"] {
        assert!(alternative.contains(words), "{alternative}");
    }
}

#[test]
fn other_sites_may_show_a_card_also_after_it_was_not_modified() {
    let site = TestSite::built_in();
    let path = card(&site.get("/"));
    let first = site.get(&path);
    let again = site.request_with(Method::GET, &path, &[("if-none-match", first.header("etag"))]);
    assert_eq!((first.status, again.status), (StatusCode::OK, StatusCode::NOT_MODIFIED));
    for answer in [first, again] {
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
    }
}

#[test]
fn other_pages_show_the_event_and_error_pages_show_nothing() {
    let site = TestSite::built_in();
    let event = card(&site.get("/en/"));
    for path in ["/en/schedule", "/en/about", "/en/tags/aws"] {
        assert_eq!(card(&site.get(path)), event, "{path}");
    }
    for path in ["/no-such-page", "/sessions/no-such-session"] {
        let page = site.get(path);
        assert!(!page.body.contains("og:image") && !page.body.contains("twitter:card"), "{path}");
    }
    let unknown = TestSite::without_address();
    assert!(!unknown.get("/").body.contains("og:image"));
    assert_eq!(unknown.get(&event).status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/pictures/0123456789abcdef0123.png").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_card_gets_another_name_if_its_words_change_and_no_other_card_does() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let cards = || {
        let site = TestSite::open(folder.path(), "2016-10-02T10:00");
        ["/", "/sessions/first-functions", "/sessions/opening", "/interviews/hanako-yamada"]
            .map(|path| card(&site.get(path)))
    };
    let before = cards();
    assert_eq!(before, cards());
    let path = folder.path().join("program/sessions/first-functions.md");
    let text = fs::read_to_string(&path).expect("readable").replace("はじめての関数", "二度目の関数");
    fs::write(path, text).expect("writable");
    let after = cards();
    assert_eq!((&before[0], &before[2..]), (&after[0], &after[2..]));
    assert_ne!(before[1], after[1]);
}

#[test]
fn a_portrait_is_on_the_card_of_its_speaker() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let path = folder.path().join("program/speakers/hanako-yamada.md");
    let text = fs::read_to_string(&path).expect("readable");
    fs::write(&path, text.replace("reading:", "photo: hanako.png\nreading:")).expect("writable");
    let photograph = image::RgbImage::from_pixel(300, 400, image::Rgb([200, 30, 40]));
    photograph.save(folder.path().join("program/speakers/hanako.png")).expect("writable");
    let site = TestSite::open(folder.path(), "2016-10-02T10:00");
    let picture = image(&site.get(&card(&site.get("/speakers/hanako-yamada"))).bytes);
    assert_eq!(picture.get_pixel(208, 286).0[..3], [200, 30, 40], "the middle of the large portrait");
    let picture = image(&site.get(&card(&site.get("/interviews/hanako-yamada"))).bytes);
    assert_eq!(picture.get_pixel(120, 426).0[..3], [200, 30, 40], "the middle of the first face");
}

/// Every title and name of all fixtures and of the built-in conference.
#[test]
fn the_font_has_every_character_of_the_content() {
    for folder in [repository(), fixture("minimal"), fixture("serverlessdays-tokyo-2023")] {
        let site = TestSite::open(&folder, "2016-10-02T10:00");
        let conference = site.edition().site.as_ref().expect("there is a site").conference.clone();
        assert_eq!(app::missing_characters(&conference), Default::default(), "{}", folder.display());
    }
}

#[test]
fn careless_titles_are_drawn_and_check_names_the_characters_that_are_not() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let write = |slug: &str, title: &str| {
        let text = format!(
            "---\ntitle: {}\nformat: talk\nstart: 2016-10-01 12:00\n---\n\n本文です。\n",
            serde_json::json!(title)
        );
        fs::write(folder.path().join(format!("program/sessions/{slug}.md")), text).expect("writable");
    };
    write("symbols", "]]></svg><text>&amp; 🎉 e\u{301} か\u{3099} \u{200d}");
    write("long", &"長".repeat(10_000));
    write("word", &"x".repeat(10_000));
    write("phrases", &"サーバーレスの運用を考える".repeat(500));
    write("rare", "한국어 龘");
    let site = TestSite::open(folder.path(), "2016-10-02T10:00");
    for slug in ["symbols", "long", "word", "phrases", "rare"] {
        let picture = site.get(&card(&site.get(&format!("/sessions/{slug}"))));
        assert_eq!(image(&picture.bytes).dimensions(), (1200, 630), "{slug}");
    }
    let output = program().arg("check").arg(folder.path()).output().expect("the program runs");
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(report.contains("warning[character-without-glyph]") && report.contains("lacks `한` (U+D55C)"), "{report}");
    assert!(report.contains("lacks `🎉` (U+1F389), and they leave it out"), "{report}");
}

#[test]
fn all_cards_are_drawn_once() {
    let site = TestSite::from_dir("minimal");
    let edition = site.edition();
    let own = edition.site.as_ref().expect("there is a site");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pictures = Pictures::new(Cache::open(folder.path().to_owned()));
    assert_eq!(own.cards().len(), 12, "the event, two sessions, a speaker, an interview and a series in two languages");
    assert_eq!(pictures.make_cards(&fixture("minimal"), own), 12);
    assert_eq!(pictures.make_cards(&fixture("minimal"), own), 0);
}
