//! Photographs beside the files: what pages show of them, and what they never tell.

use std::{fs, path::Path};

use axum::http::StatusCode;
use conference::diagnostic::Severity;
use image::{
    DynamicImage, ExtendedColorType, GenericImageView as _, ImageEncoder as _, ImageFormat, Rgb, RgbImage, Rgba,
    RgbaImage, codecs::jpeg::JpegEncoder,
};

use crate::site::{TestSite, copy, fixture};

const NOW: &str = "2016-10-02T10:00";

/// What a camera writes into a photograph, and nobody else may read.
const SECRET: &[u8] = b"35.6895N 139.6917E";

/// Exif (CIPA DC-008) with an orientation and a description.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x02\0".to_vec();
    let length = u8::try_from(SECRET.len() + 1).expect("it is short");
    exif.extend([0x0e, 0x01, 2, 0, length, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend([0; 4]);
    exif.extend(SECRET);
    exif.push(0);
    exif
}

/// A photograph that lies on its side: red above, blue below once it is upright.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    // Orientation 6: the left edge is the upper one, seen from the bottom.
    let pixels = RgbImage::from_fn(width, height, |x, _| match x < width / 2 {
        true => Rgb([220, 30, 30]),
        false => Rgb([30, 30, 220]),
    });
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif(6)).expect("JPEG holds Exif");
    encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8).expect("it can be encoded");
    assert!(contains(&bytes, SECRET));
    bytes
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// The smallest conference with files, and with a speaker and an interview that show what they are told.
fn content(photo: &str, body: &str, files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let speaker = format!("---\nname: Photographed Person\n{photo}---\n\nThe biography.\n");
    let interview = format!(
        "---\ntitle: With a picture\nspeaker: photographed\npublished: 2016-10-01\n---\n\n{body}\n\n---- Why?\n\nBecause.\n"
    );
    let texts = [
        ("program/speakers/photographed.md", speaker.as_bytes()),
        ("interviews/with-picture.md", interview.as_bytes()),
    ];
    for (path, bytes) in texts.iter().chain(files) {
        fs::write(folder.path().join(path), bytes).expect("the folder can be written");
    }
    folder
}

fn open(folder: &Path) -> TestSite {
    TestSite::open(folder, NOW)
}

/// The URLs of renditions on a page.
fn renditions(site: &TestSite, page: &str) -> Vec<String> {
    let page = site.get(page);
    let sets = page.attributes("srcset").into_iter().chain(page.attributes("src")).collect::<Vec<_>>().join(", ");
    let mut urls: Vec<_> =
        sets.split([',', ' ']).filter(|url| url.starts_with("/pictures/")).map(str::to_owned).collect();
    urls.sort();
    urls.dedup();
    urls
}

#[test]
fn a_figure_is_offered_upright_in_several_widths_and_formats_without_metadata() {
    let folder = content("", "![The hall](hall.jpg)", &[("interviews/hall.jpg", &photograph(1000, 750))]);
    let site = open(folder.path());
    let page = site.get("/interviews/with-picture");
    assert!(page.main().contains("width=\"750\" height=\"1000\""), "{}", page.main());
    assert!(page.main().contains(" 320w") && page.main().contains(" 640w") && page.main().contains(" 750w"));
    let urls = renditions(&site, "/interviews/with-picture");
    assert_eq!(urls.iter().filter(|url| url.ends_with(".avif")).count(), 3, "{urls:?}");
    assert_eq!(urls.iter().filter(|url| url.ends_with(".jpg")).count(), 3, "{urls:?}");
    for url in &urls {
        let answer = site.get(url);
        assert_eq!(answer.status, StatusCode::OK, "{url}");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert!(!contains(&answer.bytes, SECRET) && !contains(&answer.bytes, b"Exif"), "{url}");
        if url.ends_with(".jpg") {
            assert_eq!(answer.header("content-type"), "image/jpeg");
            let image = image::load_from_memory_with_format(&answer.bytes, ImageFormat::Jpeg).expect("it is a JPEG");
            assert!(image.width() < image.height());
            let (top, bottom) = (image.get_pixel(9, 9), image.get_pixel(9, image.height() - 9));
            assert!(top.0[0] > 150 && top.0[2] < 100, "red is above: {top:?}");
            assert!(bottom.0[2] > 150 && bottom.0[0] < 100, "blue is below: {bottom:?}");
        } else {
            assert_eq!(answer.header("content-type"), "image/avif");
            assert_eq!(&answer.bytes[4..12], b"ftypavif");
        }
    }
    assert_eq!(site.get("/content/interviews/hall.jpg").status, StatusCode::NOT_FOUND, "the file itself is kept back");
}

#[test]
fn a_portrait_is_square_for_plain_and_sharp_screens_with_its_credit() {
    let photo = "photo: { file: person.jpg, credit: Jane Doe, licence: CC BY 4.0 }\n";
    let folder = content(photo, "Words.", &[("program/speakers/person.jpg", &photograph(600, 400))]);
    let site = open(folder.path());
    let page = site.get("/speakers/photographed");
    assert!(page.main().contains("Jane Doe（CC BY 4.0）"));
    assert!(
        site.get("/interviews/with-picture").main().contains("Jane Doe（CC BY 4.0）"),
        "wherever it is shown by itself"
    );
    let folder_with_licence = content(
        "photo: { file: person.jpg, licence: CC BY 4.0 }\n",
        "Words.",
        &[("program/speakers/person.jpg", &photograph(600, 400))],
    );
    assert!(open(folder_with_licence.path()).get("/speakers/photographed").main().contains("CC BY 4.0"));
    assert!(page.main().contains(" 1x, ") && page.main().contains("width=\"128\" height=\"128\""), "{}", page.main());
    let urls = renditions(&site, "/speakers/photographed");
    let largest = urls.iter().filter(|url| url.ends_with(".jpg")).map(|url| site.get(url));
    let sizes: Vec<_> =
        largest.map(|answer| image::load_from_memory(&answer.bytes).expect("it is a JPEG").dimensions()).collect();
    assert!(sizes.contains(&(256, 256)), "{sizes:?}");
    let stylesheet = site.get("/conference.0.css").body;
    assert!(stylesheet.contains(".tint-"), "the average colour: {stylesheet}");
}

#[test]
fn a_link_to_a_photograph_leads_to_it_without_metadata() {
    let folder = content("", "See [the hall](hall.jpg).", &[("interviews/hall.jpg", &photograph(1000, 750))]);
    let site = open(folder.path());
    let links = site.get("/interviews/with-picture").attributes("href");
    let link = links.iter().find(|link| link.starts_with("/pictures/")).expect("it is linked");
    let answer = site.get(link);
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "image/jpeg"));
    assert!(!contains(&answer.bytes, SECRET));
}

#[test]
fn a_drawing_stays_png_and_transparent() {
    let drawing = RgbaImage::from_fn(400, 200, |x, _| Rgba([0, 0, 0, if x < 200 { 255 } else { 0 }]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(drawing).write_to(&mut bytes, ImageFormat::Png).expect("it can be encoded");
    let folder = content("", "![A drawing](drawing.png)", &[("interviews/drawing.png", &bytes.into_inner())]);
    let site = open(folder.path());
    let urls = renditions(&site, "/interviews/with-picture");
    assert!(!urls.is_empty() && urls.iter().all(|url| url.ends_with(".png")), "{urls:?}");
    let image = image::load_from_memory(&site.get(&urls[0]).bytes).expect("it is a PNG");
    assert_eq!(image.get_pixel(image.width() - 1, 0).0[3], 0);
}

#[test]
fn a_broken_picture_is_reported_and_the_page_shows_initials_or_the_words() {
    // A PNG of a few bytes that claims 60,000 × 60,000 pixels.
    let bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0\x90\xf6\xa8\x6c\0\0\0\0IDAT\x35\xaf\x06\x1e";
    let cut = &photograph(600, 400)[..300];
    let files: [(&str, &[u8]); 3] =
        [("program/speakers/person.jpg", b"not an image"), ("interviews/bomb.png", bomb), ("interviews/cut.jpg", cut)];
    let folder = content("photo: person.jpg\n", "![The hall](bomb.png)\n\n![The door](cut.jpg)", &files);
    let site = open(folder.path());
    let edition = site.edition();
    let errors = edition.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|error| (error.code, error.path.as_str(), error.line)).collect();
    let expected = [
        ("broken-picture", "interviews/with-picture.md", 7),
        ("broken-picture", "interviews/with-picture.md", 9),
        ("broken-picture", "program/speakers/photographed.md", 3),
    ];
    assert_eq!(errors, expected, "{:#?}", edition.diagnostics);
    assert!(site.get("/speakers/photographed").main().contains("initials"));
    let page = site.get("/interviews/with-picture");
    assert!(page.main().contains("<p>The hall</p>") && page.main().contains("<p>The door</p>"), "{}", page.main());
}

#[test]
fn a_photograph_is_known_whatever_its_name_says() {
    let files: [(&str, &[u8]); 3] = [
        ("interviews/hall.jfif", &photograph(330, 250)),
        ("interviews/door.data", &photograph(340, 250)),
        ("interviews/slides.pdf", b"%PDF-1.7"),
    ];
    let folder = content("", "![The hall](hall.jfif)\n\nSee [the door](door.data).\n\n![Slides](slides.pdf)", &files);
    let site = open(folder.path());
    assert_eq!(renditions(&site, "/interviews/with-picture").len(), 2, "one width in two formats");
    let links = site.get("/interviews/with-picture").attributes("href");
    assert!(links.iter().any(|link| link.starts_with("/pictures/") && link.ends_with(".jpg")), "{links:?}");
    for file in ["hall.jfif", "door.data"] {
        assert_eq!(site.get(&format!("/content/interviews/{file}")).status, StatusCode::NOT_FOUND, "{file}");
    }
    // What is no image is not shown as one.
    let edition = site.edition();
    let errors: Vec<_> = edition.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(matches!(errors[..], [error] if error.message.english == "`slides.pdf` is no image"), "{errors:#?}");
}

#[test]
fn only_renditions_that_pages_show_are_made() {
    let folder = content("", "Words.", &[("interviews/hall.jpg", &photograph(600, 400))]);
    let site = open(folder.path());
    for url in ["/pictures/0123456789abcdef0123.avif", "/pictures/..%2Fpasswd", "/pictures/"] {
        assert_eq!(site.get(url).status, StatusCode::NOT_FOUND, "{url}");
    }
}

#[test]
fn a_changed_file_is_never_shown_under_the_name_of_the_former_one() {
    let folder = content("", "![The hall](hall.jpg)", &[("interviews/hall.jpg", &photograph(330, 250))]);
    let site = open(folder.path());
    let before = renditions(&site, "/interviews/with-picture");
    fs::write(folder.path().join("interviews/hall.jpg"), photograph(340, 250)).expect("the folder can be written");
    // Nobody has asked for it while it was there, unless another run of this test kept it.
    for url in &before {
        let answer = site.get(url);
        assert!(answer.status == StatusCode::NOT_FOUND || !answer.bytes.is_empty());
    }
    site.reload();
    let after = renditions(&site, "/interviews/with-picture");
    assert!(before.iter().all(|url| !after.contains(url)), "{before:?} {after:?}");
    assert!(after.iter().all(|url| site.get(url).status == StatusCode::OK));
}
