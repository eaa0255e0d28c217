//! The pages: what they say, in which language, and what they must never contain.

use axum::http::StatusCode;

use crate::site::{TestSite, fixture, repository};

const PATHS: [&str; 9] = [
    "/",
    "/schedule",
    "/schedule?format=talk",
    "/sessions/operability-in-serverless-environments",
    "/speakers",
    "/speakers/allan-espinosa",
    "/interviews",
    "/interviews/allan-espinosa",
    "/about",
];

fn both_languages() -> impl Iterator<Item = (&'static str, String)> {
    PATHS.into_iter().flat_map(|path| [("ja", path.to_owned()), ("en", format!("/en{path}"))])
}

#[test]
fn every_page_is_there_in_both_languages() {
    let site = TestSite::built_in();
    for (language, path) in both_languages() {
        let answer = site.get(&path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert!(answer.body.starts_with(&format!("<!DOCTYPE html><html lang=\"{language}\">")), "{path}");
        assert_eq!(answer.body.matches("<h1").count(), 1, "{path}");
        assert_eq!(answer.body.matches("<title>").count(), 1, "{path}");
        assert!(answer.body.contains("<meta name=\"description\""), "{path}");
    }
}

#[test]
fn pages_name_themselves_in_every_language() {
    let site = TestSite::built_in();
    for (_, path) in both_languages() {
        let answer = site.get(&path);
        let bare = path.split('?').next().expect("split gives at least one part");
        let bare = bare.strip_prefix("/en").unwrap_or(bare);
        let english = format!("https://conference.test/en{bare}");
        let japanese = format!("https://conference.test{bare}");
        let own = if path.starts_with("/en") { &english } else { &japanese };
        assert!(answer.body.contains(&format!("<link rel=\"canonical\" href=\"{own}\">")), "{path}");
        assert!(answer.body.contains(&format!("hreflang=\"en\" href=\"{english}\"")), "{path}");
        assert!(answer.body.contains(&format!("hreflang=\"x-default\" href=\"{japanese}\"")), "{path}");
    }
}

#[test]
fn the_language_switch_stays_on_the_page() {
    let site = TestSite::built_in();
    let answer = site.get("/schedule?format=panel&utm_source=x");
    assert!(answer.body.contains("<a href=\"/en/schedule?format=panel\" lang=\"en\""));
    let answer = site.get("/en/interviews/allan-espinosa");
    assert!(answer.body.contains("<a href=\"/interviews/allan-espinosa\" lang=\"ja\""));
}

#[test]
fn the_notice_stands_wherever_times_are_shown() {
    let site = TestSite::built_in();
    for (_, path) in both_languages() {
        let answer = site.get(&path);
        // A day (about) and a date of publication need no note.
        let has_times = answer.main().contains(" class=\"times\"") || answer.main().contains("class=\"about-session\"");
        assert_eq!(has_times, answer.main().contains("class=\"notice\""), "{path}");
    }
}

#[test]
fn pages_carry_no_inline_script_or_style_and_load_nothing_from_elsewhere() {
    let site = TestSite::built_in();
    for (_, path) in both_languages() {
        let answer = site.get(&path);
        assert!(!answer.body.contains(" style="), "{path}");
        assert!(!answer.body.contains("<style"), "{path}");
        assert!(!answer.body.contains(" onclick="), "{path}");
        for script in answer.body.split("<script").skip(1) {
            // A block of data is not run, and nothing else stands inside of a script element.
            let is_data = script.starts_with(" type=\"application/ld+json\">{");
            assert!(is_data || script.starts_with(" type=\"module\" src=\"/"), "{path}: {script}");
        }
        assert!(answer.attributes("src").iter().all(|url| url.starts_with('/') && !url.starts_with("//")), "{path}");
        for link in answer.body.split("<link ").skip(1) {
            let link = link.split('>').next().unwrap_or_default();
            let loads = ["stylesheet", "icon", "preload", "modulepreload"]
                .iter()
                .any(|rel| link.contains(&format!("rel=\"{rel}\"")));
            assert!(!loads || link.contains("href=\"/"), "{path}: {link}");
        }
    }
}

#[test]
fn only_the_schedule_loads_the_module() {
    let site = TestSite::built_in();
    for (_, path) in both_languages() {
        let loads = site.get(&path).body.contains("serverlessconf.wasm");
        assert_eq!(loads, path.contains("/schedule"), "{path}");
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let (first, second) = (TestSite::built_in(), TestSite::built_in());
    for (_, path) in both_languages() {
        assert_eq!(first.get(&path).body, second.get(&path).body, "{path}");
        assert_eq!(first.get(&path).body, first.get(&path).body, "{path}");
    }
}

#[test]
fn the_filter_hides_what_does_not_match_with_empty_times_and_days() {
    let site = TestSite::built_in();
    let answer = site.get("/en/schedule?format=panel");
    let hidden = |tag: &&&str| tag.split(' ').any(|attribute| attribute == "hidden");
    let cards = answer.opening_tags("article", "session");
    assert_eq!((cards.len(), cards.iter().filter(hidden).count()), (21, 20));
    let slots = answer.opening_tags("section", "slot");
    assert_eq!(slots.len() - slots.iter().filter(hidden).count(), 1);
    let days = answer.opening_tags("section", "day");
    assert_eq!((days.len(), days.iter().filter(hidden).count()), (2, 1));
    assert!(answer.main().contains("1 of 21 sessions shown"));
    let none = site.get("/en/schedule?q=nothing-has-this-name");
    assert_eq!(none.opening_tags("div", "no-match"), ["class=\"no-match\""]);
}

#[test]
fn the_home_page_shows_what_is_on() {
    let during = TestSite::open(&repository(), "2016-10-01T14:30").get("/en/");
    let now = during.main().find("On now").expect("a list of what is on");
    let next = during.main().find("Up next").expect("a list of what is next");
    let talk = during.main().find("Operability in Serverless Environments").expect("it runs at half past two");
    assert!(now < talk && talk < next);
    let before = TestSite::open(&repository(), "2016-09-01T00:00").get("/en/");
    assert!(before.main().contains("First sessions") && !before.main().contains("This event is over"));
    let after = TestSite::built_in().get("/en/");
    assert!(after.main().contains("This event is over"));
}

#[test]
fn a_text_in_another_language_is_marked() {
    let site = TestSite::built_in();
    assert!(site.get("/").main().contains("lang=\"en\""), "English titles on the Japanese page");
    assert!(site.get("/en/speakers").body.contains("<html lang=\"en\">"));
    let title = site.get("/en/sessions/nikkei-paper-viewer");
    assert!(title.main().contains("<h1 lang=\"ja\">"));
}

#[test]
fn rooms_become_columns_by_the_generated_stylesheet() {
    let site = TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00");
    let page = site.get("/schedule");
    assert!(page.main().contains("data-grid=\"day-2023-09-23\""));
    let sheet = page.attributes("href").into_iter().find(|url| url.starts_with("/conference.")).expect("linked");
    let answer = site.get(&sheet);
    assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
    assert!(answer.header("cache-control").contains("immutable"));
    // 09:00 is row 2, and every moment at which a session begins or ends has a row; the main track has two lanes, for a
    // break of no length lies on a talk; the breakout tracks begin at 13:00 in the columns after it.
    let row = |time: &str| {
        let (_, rest) =
            answer.body.split_once(&format!(".grid #at-2023-09-23-{time}{{grid-row:")).expect("a time of the day");
        rest.split('/').next().and_then(|row| row.parse::<u32>().ok()).expect("a number")
    };
    assert_eq!(row("0900"), 2);
    let (start, between, end) = (row("1300"), row("1325"), row("1350"));
    assert!(start < between && between < end);
    for rule in [
        &format!(".grid #session-refactoring-serverless{{grid-area:{start}/4/{between}/5}}"),
        &format!(".grid #session-devsecops{{grid-area:{start}/5/{between}/6}}"),
        &format!(".grid #session-api-first{{grid-area:{start}/2/{end}/4}}"),
        &format!(".grid #session-break-main-1500{{grid-area:{}/", row("1500")),
        &format!(".grid #session-ten-years-of-lessons{{grid-area:{}/", row("1500")),
        ".track-main{--track:#",
    ] {
        assert!(answer.body.contains(rule), "{rule} in\n{}", answer.body);
    }
}

#[test]
fn speakers_are_sorted_as_their_names_are_written() {
    let names = |path: &str| {
        let answer = TestSite::built_in().get(path);
        let links = answer.main().split("/speakers/").skip(1);
        links.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let english = names("/en/speakers");
    let place = |slug: &str| english.iter().position(|own| own == slug).expect("every speaker is listed");
    assert!(place("katsumi-kishikawa") < place("kazutomo-niwa") && place("kazutomo-niwa") < place("naoki-sato"));
    assert_eq!(names("/speakers").len(), english.len());
}

#[test]
fn an_interview_has_its_questions_as_headings_with_links() {
    let answer = TestSite::built_in().get("/en/interviews/allan-espinosa");
    for id in ["plans-in-japan", "about-the-session", "responsibility", "common-ground", "quicker-organization"] {
        let own = format!("id=\"{id}\"");
        assert!(answer.opening_tags("section", "exchange").iter().any(|tag| tag.contains(&own)), "{id}");
        assert_eq!(answer.main().matches(&format!("href=\"#{id}\"")).count(), 2, "in the contents and at the question");
    }
    for words in ["min read", "Source", "No. 5", "Operability in Serverless Environments"] {
        assert!(answer.main().contains(words), "{words}");
    }
}

#[test]
fn the_schedule_says_what_is_over_and_what_runs() {
    let ids = |now: &str, class: &str| {
        let answer = TestSite::open(&repository(), now).get("/schedule");
        answer.opening_tags("article", class).len()
    };
    assert_eq!((ids("2016-10-01T10:30", "is-past"), ids("2016-10-01T10:30", "is-now")), (1, 1));
    assert_eq!((ids("2016-10-02T10:30", "is-past"), ids("2016-10-02T10:30", "is-now")), (0, 0));
    let answer = TestSite::open(&repository(), "2016-10-01T10:30").get("/en/schedule");
    assert!(answer.body.contains("href=\"#at-2016-10-01-1010\""));
    assert!(answer.body.contains("On now</strong>"));
}

#[test]
fn the_home_page_says_what_comes_without_the_breaks() {
    let answer = TestSite::open(&repository(), "2016-10-01T12:00").get("/en/");
    let (running, next) = answer.body.split_once("Up next").expect("something comes next");
    assert!(running.contains("On now"));
    assert!(next.contains("Unlimited Frameworks"));
    assert!(!next.contains("format-break"));
}

#[test]
fn a_question_is_a_heading_of_its_words_alone() {
    let answer = TestSite::built_in().get("/en/interviews/allan-espinosa");
    for heading in answer.main().split("class=\"question\"").skip(1) {
        let heading = heading.split("</h").next().expect("split gives at least one part");
        assert!(!heading.contains("<a "), "{heading}");
    }
}

#[test]
fn schemas_are_served_for_editors() {
    let site = TestSite::built_in();
    let answer = site.get("/schema/interview.json");
    assert_eq!(answer.header("content-type"), "application/schema+json");
    assert!(answer.body.contains("json-schema.org/draft-07") && answer.body.contains("\"interviewer\""));
    for unknown in ["/schema/", "/schema/poem.json", "/schema/interview"] {
        assert_eq!(site.get(unknown).status, StatusCode::NOT_FOUND, "{unknown}");
    }
}
