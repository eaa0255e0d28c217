//! How every request is treated, whatever it asks for.

use axum::http::{Method, StatusCode};

use crate::site::{TestSite, copy, fixture};

#[test]
fn every_answer_has_the_security_headers() {
    let site = TestSite::built_in();
    for path in ["/", "/no-such-page", "/conference.0.css", "/icon.svg", "/content/no-such-file.png"] {
        let answer = site.get(path);
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
}

#[test]
fn an_unknown_address_has_ways_out_in_its_language() {
    let site = TestSite::built_in();
    for (path, words) in [
        ("/no-such-page", "ページが見つかりません"),
        ("/sessions/no-such-session", "ページが見つかりません"),
        ("/en/speakers/nobody", "Page not found"),
        ("/en/a/b/c", "Page not found"),
    ] {
        let answer = site.get(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(answer.main().contains(words), "{path}");
        let home = if path.starts_with("/en") { "/en/" } else { "/" };
        assert!(answer.main().contains(&format!("<a href=\"{home}\">")), "{path}");
        assert!(answer.body.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
    }
}

#[test]
fn every_page_has_one_address() {
    let site = TestSite::built_in();
    for (path, location) in [
        ("/en", "/en/"),
        ("/schedule/", "/schedule"),
        ("/en/schedule/?q=a", "/en/schedule?q=a"),
        ("/speakers/allan-espinosa/", "/speakers/allan-espinosa"),
        ("/EN/Speakers/Allan-Espinosa", "/en/speakers/allan-espinosa"),
        ("/en//schedule?q=a%20b", "/en/schedule?q=a%20b"),
        ("/%73chedule", "/schedule"),
    ] {
        let answer = site.get(path);
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{path}");
        assert_eq!(answer.header("location"), location);
    }
}

#[test]
fn only_get_and_head_are_answered() {
    let site = TestSite::built_in();
    let answer = site.request(Method::POST, "/schedule");
    assert_eq!((answer.status, answer.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
    let answer = site.request(Method::HEAD, "/schedule");
    assert_eq!((answer.status, &*answer.body), (StatusCode::OK, ""));
}

#[test]
fn hostile_paths_lead_nowhere() {
    let site = TestSite::built_in();
    for (path, status) in [
        ("/Cargo.toml", StatusCode::NOT_FOUND),
        ("/../Cargo.toml", StatusCode::PERMANENT_REDIRECT),
        ("/%2e%2e/Cargo.toml", StatusCode::PERMANENT_REDIRECT),
        ("/content/%2e%2e%2fCargo.toml", StatusCode::PERMANENT_REDIRECT),
        ("/content/..%2FCargo.toml", StatusCode::NOT_FOUND),
        ("//example.org/en", StatusCode::PERMANENT_REDIRECT),
        // Browsers take it for a slash, and would leave the site.
        ("/\\example.org/en", StatusCode::PERMANENT_REDIRECT),
        ("/sessions/%00", StatusCode::BAD_REQUEST),
        ("/%", StatusCode::BAD_REQUEST),
        ("/tags/%FF", StatusCode::BAD_REQUEST),
    ] {
        let answer = site.get(path);
        assert_eq!(answer.status, status, "{path}");
        let location = answer.header("location");
        assert!(
            !location.contains("/../") && !location.starts_with("//") && !location.contains('\\'),
            "{path}: {location}"
        );
    }
    assert_eq!(site.get(&format!("/{}", "a".repeat(2_000))).status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&format!("/schedule?q={}", "a".repeat(5_000))).status, StatusCode::URI_TOO_LONG);
}

#[test]
fn a_file_is_no_folder() {
    let site = TestSite::built_in();
    assert_eq!(site.get("/islands.js").status, StatusCode::OK);
    assert_eq!(site.get("/islands.js/").status, StatusCode::NOT_FOUND);
}

#[test]
fn errors_come_in_the_form_and_language_that_are_asked_for() {
    let site = TestSite::built_in();
    let get = |path: &str, accept: &str, language: &str| {
        site.request_with(Method::GET, path, &[("accept", accept), ("accept-language", language)])
    };
    let answer = get("/interview/allan-espinosa", "application/json", "en-GB, ja;q=0.5");
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem: serde_json::Value = serde_json::from_str(&answer.body).expect("it is JSON");
    assert_eq!((&problem["status"], &problem["title"]), (&404.into(), &"Page not found".into()));
    let nearest = problem["nearest"].as_array().expect("a list");
    assert!(nearest.contains(&"/en/interviews/allan-espinosa".into()), "{problem}");
    let answer = get("/%zz", "text/plain", "");
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::BAD_REQUEST, "text/plain; charset=utf-8"));
    assert!(answer.body.starts_with("400 リクエスト"), "{}", answer.body);
    let answer = get("/nowhere", "text/html,*/*;q=0.8", "en");
    assert!(answer.body.starts_with("<!DOCTYPE html><html lang=\"en\">") && answer.main().contains("Page not found"));
    assert_eq!(answer.header("vary"), "accept, accept-language");
    // A list may be spread over several lines, and weights are names and numbers with spaces.
    let lines = [("accept", "text/html;Q=0.1"), ("accept", "text/plain; q = 0.2"), ("accept-language", "en")];
    let answer = site.request_with(Method::GET, "/nowhere", &lines);
    assert!(answer.body.starts_with("404 Page not found"), "{}", answer.body);
    let answer = site.request_with(Method::POST, "/en/schedule", &[("accept", "text/html")]);
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.main().contains("This site can be read, and nothing else"));
}

#[test]
fn an_address_with_a_mistake_leads_to_its_neighbours() {
    let site = TestSite::built_in();
    for (mistaken, meant) in [
        ("/speakers/alan-espinosa", "/speakers/allan-espinosa"),
        ("/en/interview/allan-espinosa", "/en/interviews/allan-espinosa"),
        ("/scedule", "/schedule"),
        ("/ja/speakers/allan-espinosa", "/speakers/allan-espinosa"),
        ("/2016/interviews/allan-espinosa", "/interviews/allan-espinosa"),
    ] {
        let answer = site.get(mistaken);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{mistaken}");
        let (_, nearest) = answer.main().split_once("class=\"nearest\"").expect(mistaken);
        let (nearest, _) = nearest.split_once("</ul>").expect("the list ends");
        assert!(nearest.contains(&format!("href=\"{meant}\"")), "{mistaken}: {nearest}");
    }
    assert!(!site.get("/xyzzy-plugh-nothing-like-it").main().contains("class=\"nearest\""));
}

#[test]
fn a_site_below_a_path_answers_there() {
    let site = TestSite::below("/2016");
    assert_eq!(site.get("/2016/").status, StatusCode::OK);
    assert_eq!(site.get("/2016").header("location"), "/2016/");
    assert_eq!(site.get("/2016/schedule/").header("location"), "/2016/schedule");
    let page = site.get("/2016/en/speakers");
    assert!(page.attributes("href").iter().all(|url| !url.starts_with('/') || url.starts_with("/2016/")));
    assert!(page.body.contains("<link rel=\"canonical\" href=\"https://conference.test/2016/en/speakers\">"));
    // A server in front of it may take the path away.
    assert_eq!(site.get("/en/speakers").body, page.body);
    assert_eq!(site.get("/2016x/").status, StatusCode::NOT_FOUND);
    // The way to the slash is none for requests that the site refuses.
    assert_eq!(site.request(Method::POST, "/2016").status, StatusCode::METHOD_NOT_ALLOWED);
    let long = format!("/2016?{}", "a".repeat(9_000));
    assert_eq!(site.get(&long).status, StatusCode::URI_TOO_LONG);
}

#[test]
fn the_program_tells_how_it_is() {
    let site = TestSite::built_in();
    for path in ["/healthz", "/readyz"] {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, "no-store"), "{path}");
    }
    let empty = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(empty.path().join("program")).expect("a folder");
    let site = TestSite::open(empty.path(), "2016-10-01T10:00");
    assert_eq!(site.get("/healthz").status, StatusCode::OK);
    assert_eq!(site.get("/readyz").status, StatusCode::SERVICE_UNAVAILABLE);
    let answer = site.get("/");
    assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "10"));
}

#[test]
fn no_answer_mixes_two_editions() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&fixture("minimal"), folder.path());
    let event = folder.path().join("program/event.md");
    let text = std::fs::read_to_string(&event).expect("it is there");
    let name = text.lines().find_map(|line| line.strip_prefix("name: ")).expect("it has a name").to_owned();
    let names = ["Aaaaaa", "Bbbbbb"];
    let write = |round: usize| {
        std::fs::write(&event, text.replace(&name, names[round % 2])).expect("it can be written");
    };
    write(0);
    let site = TestSite::open(folder.path(), "2016-10-01T10:00");
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    for path in ["/", "/schedule", "/about"].into_iter().cycle().take(150) {
                        let page = site.get(path);
                        let counts = names.map(|name| page.body.matches(name).count());
                        assert!(counts.contains(&0) && counts != [0, 0], "{path}: {counts:?}");
                    }
                })
            })
            .collect();
        for round in 1.. {
            if readers.iter().all(|reader| reader.is_finished()) {
                break;
            }
            write(round);
            site.reload();
        }
    });
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 512, ..Default::default() })]

    #[test]
    fn any_request_has_an_answer(
        path in "(/|//|\\.|%2[eEfF]|%[0-9a-f]{2}|%|schedule|en|speakers|tags|日|[a-z]){0,12}",
        query in "(\\?(q|format|tag|=|&|%[0-9A-F]{2}|[a-z]|,){0,12})?",
        accept in "([a-z*]{1,4}/[a-z*]{1,4}|;q=|[0-9.]{1,4}|, ?|\"|gzip|br|identity){0,8}",
    ) {
        thread_local!(static SITE: TestSite = TestSite::from_dir("minimal"));
        // What is no URL does not come so far.
        let url = format!("/{path}{query}");
        if url.parse::<axum::http::Uri>().is_ok() {
            let headers = ["accept", "accept-language", "accept-encoding", "if-match", "if-none-match", "if-range", "range"]
                .map(|name| (name, accept.as_str()));
            let answer = SITE.with(|site| site.request_with(Method::GET, &url, &headers));
            proptest::prop_assert!(!answer.status.is_server_error(), "{} {}", answer.status, url);
            let location = answer.header("location");
            proptest::prop_assert!(!location.starts_with("//"), "{url} leads to {location}");
            if answer.status == StatusCode::PERMANENT_REDIRECT {
                let next = SITE.with(|site| site.get(location));
                // A second step at most, for a slash or a tag in another spelling.
                let last = if next.status.is_redirection() { SITE.with(|site| site.get(next.header("location"))) } else { next };
                proptest::prop_assert!(!last.status.is_redirection(), "{url} leads to {location} and further");
            }
        }
    }
}
