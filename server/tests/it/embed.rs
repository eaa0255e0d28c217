//! The schedule in a frame on another site, and the pages about it and about exports.

use axum::http::{Method, StatusCode};

use crate::site::{TestSite, fixture};

/// The value of a directive of the content security policy.
fn frame_ancestors(policy: &str) -> &str {
    policy.split("frame-ancestors ").nth(1).expect("the policy says who may show the page")
}

#[test]
fn only_the_schedule_for_frames_may_be_shown_on_other_sites() {
    let site = TestSite::built_in();
    for path in ["/embed/schedule", "/en/embed/schedule?format=keynote", "/en/embed/schedule?fit"] {
        let first = site.get(path);
        assert_eq!(first.status, StatusCode::OK, "{path}");
        let again = site.get(path);
        let unchanged = site.request_with(Method::GET, path, &[("if-none-match", first.header("etag"))]);
        assert_eq!(unchanged.status, StatusCode::NOT_MODIFIED);
        for answer in [first, again, unchanged] {
            assert_eq!(frame_ancestors(answer.header("content-security-policy")), "*", "{path}");
            assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{path}");
        }
    }
    for path in ["/schedule", "/embed", "/", "/embed/schedules", "/exports"] {
        let answer = site.get(path);
        assert_eq!(frame_ancestors(answer.header("content-security-policy")), "'none'", "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{path}");
    }
}

#[test]
fn a_frame_has_no_script_and_its_links_open_the_site() {
    let page = TestSite::built_in().get("/en/embed/schedule?format=keynote");
    assert!(!page.body.contains("<script"), "{}", page.body);
    assert!(page.body.contains("<meta name=\"robots\" content=\"noindex\""), "{}", page.body);
    let links = page.main().matches("<a ").count();
    assert_eq!(page.main().matches("target=\"_blank\" rel=\"noopener\"").count(), links);
    assert!(links == 2 && page.main().contains("Go Serverless"), "{}", page.main());
    assert!(page.main().contains("href=\"/en/schedule?format=keynote\""), "{}", page.main());
    let fitted = TestSite::built_in().get("/en/embed/schedule?fit");
    assert_eq!(fitted.body.matches("<script").count(), 1);
}

#[test]
fn the_html_for_another_site_has_the_filter_and_a_height_for_its_sessions() {
    let site = TestSite::built_in();
    let page = site.get("/en/embed?format=keynote&q=%22%3E%3Cb%3E");
    let address = "https://conference.test/en/embed/schedule?format=keynote&amp;amp;q=%22%3E%3Cb%3E";
    assert!(page.body.contains(&format!("&lt;iframe src=&quot;{address}&quot;")), "{}", page.main());
    assert!(page.body.contains("&lt;script src=&quot;https://conference.test/embed.js&quot;"), "{}", page.main());
    assert!(!page.main().contains("<b>") && !page.main().contains("<iframe"));
    let height = |path: &str| {
        let body = site.get(path).body;
        let (_, rest) = body.split_once("height=&quot;").expect("the frame has a height");
        rest.split("&quot;").next().and_then(|height| height.parse::<u32>().ok()).expect("it is a number")
    };
    assert!(height("/en/embed?format=keynote") < height("/en/embed?format=talk"));
    assert!(TestSite::without_address().get("/en/embed").main().contains("--base-url"));
}

#[test]
fn exports_are_listed_with_their_addresses_and_sizes() {
    let site = TestSite::built_in();
    let page = site.get("/en/exports");
    for path in [
        "/en/schedule.ics",
        "/en/schedule.xml",
        "/en/sessions.json",
        "/en/schedule.txt",
        "/sitemap.xml",
        "/robots.txt",
        "/schema/session.json",
    ] {
        assert!(
            page.main()
                .contains(&format!("href=\"{path}\" class=\"export-address\">https://conference.test{path}</a>")),
            "{path}"
        );
    }
    let kilobytes = site.get("/en/schedule.txt").bytes.len() / 1_000;
    assert!(page.main().contains(&format!(">{kilobytes}.")), "{}", page.main());
    assert!(page.main().contains("<code class=\"export-address\">https://conference.test/en/now.txt</code>"));
    let small = TestSite::open(&fixture("minimal"), "2016-10-01T10:00").get("/exports");
    assert_eq!(small.status, StatusCode::OK);
    assert!(!TestSite::without_address().get("/exports").main().contains("sitemap"));
}
