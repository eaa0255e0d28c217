//! Plans: the sessions of an address as a page, a calendar and a QR code.

use axum::http::{Method, StatusCode};
use conference::{Session, plan::Plan};

use crate::site::{TestSite, fixture};

/// The plan of some sessions of a site, as a query.
fn query(site: &TestSite, chosen: impl Fn(&Session) -> bool) -> String {
    let edition = site.edition();
    let sessions = &edition.site.as_ref().expect("there is a site").conference.sessions;
    let codes = sessions.iter().filter(|session| chosen(session)).map(|session| session.code.clone());
    Plan::new(codes).query()
}

fn rooms() -> TestSite {
    TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00")
}

#[test]
fn a_plan_is_its_address() {
    let site = TestSite::built_in();
    let query = query(&site, |session| ["panel", "lunch"].contains(&session.slug.as_str()));
    for (path, title) in [("/plan", "パネルディスカッション"), ("/en/plan", "Serverless Geeks Panel")] {
        let page = site.get(&format!("{path}?{query}"));
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.main().contains(title), "{}", page.main());
        let links = page.attributes("href");
        let sessions: Vec<_> = page.opening_tags("li", "plan-item");
        assert_eq!(sessions.len(), 2);
        // Each is left out by a link.
        let codes: Vec<_> = query.trim_start_matches("s=").split('.').collect();
        for code in &codes {
            assert!(links.contains(&format!("{path}?s={code}")), "{links:?}");
        }
        // Without unknown codes.
        let with_unknown = site.get(&format!("{path}?{query}.zzzzz")).attributes("href");
        assert!(codes.iter().all(|code| with_unknown.contains(&format!("{path}?s={code}"))), "{with_unknown:?}");
        // Search engines do not list it.
        assert!(page.body.contains("<meta name=\"robots\" content=\"noindex\">"), "{}", page.body);
    }
}

#[test]
fn codes_of_no_session_are_named_and_the_others_stay() {
    let site = TestSite::built_in();
    let query = query(&site, |session| session.slug.as_str() == "panel");
    let page = site.get(&format!("/en/plan?{query}.zzzzz.%3Cb%3E"));
    assert_eq!(page.opening_tags("li", "plan-item").len(), 1);
    assert!(page.main().contains("No session has one of these codes: zzzzz</p>"), "{}", page.main());
    assert!(!page.body.contains("<b>"));
}

#[test]
fn a_plan_tells_overlaps_and_changes_of_rooms() {
    let site = rooms();
    let everything = site.get(&format!("/plan?{}", query(&site, |_| true)));
    assert!(everything.main().contains("と時間が重なっています"), "{}", everything.main());
    assert!(everything.main().contains("へ移動："), "{}", everything.main());
}

#[test]
fn hostile_plans_are_answered_in_bounds() {
    let site = TestSite::built_in();
    let many: Vec<String> = (0..1_300).map(|number| format!("{number:05}")).collect();
    let page = site.get(&format!("/plan?s={}", many[..600].join(".")));
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.len() < 64 * 1024, "{} bytes", page.body.len());
    assert!(page.main().contains("ほか490件"), "{}", page.main());
    let page = site.get(&format!("/plan?s={}", many.join(".")));
    assert_eq!(page.status, StatusCode::URI_TOO_LONG);
    // All sessions among as many codes as an address takes: no code for a camera, and no links that repeat the others.
    let padded = format!("{}.{}", query(&site, |_| true), many[..450].join("."));
    for path in ["/plan", "/plan/paper"] {
        let page = site.get(&format!("{path}?{padded}"));
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.len() < 96 * 1024, "{path}: {} bytes", page.body.len());
        assert!(!page.body.contains("<svg"), "{path}");
    }
}

#[test]
fn all_sessions_are_chosen_in_a_form() {
    let site = TestSite::built_in();
    let query = query(&site, |session| session.slug.as_str() == "panel");
    let form = site.get("/plan/sessions");
    let boxes = form.body.matches("type=\"checkbox\"").count();
    let chosen = site.get(&format!("/plan/sessions?{query}"));
    assert_eq!((chosen.body.matches("checked").count(), form.body.matches("checked").count()), (1, 0));
    assert!(boxes > 10 && form.body.contains("action=\"/plan\""), "{}", form.main());
    // A form sends a parameter for each box; it is the same plan.
    let codes: Vec<_> = form.attributes("value").into_iter().take(2).collect();
    let sent = site.get(&format!("/plan?s={}&s={}", codes[0], codes[1]));
    assert_eq!(sent.opening_tags("li", "plan-item").len(), 2);
}

#[test]
fn a_plan_is_a_calendar_to_subscribe_to() {
    let site = TestSite::built_in();
    let query = query(&site, |session| ["panel", "lunch"].contains(&session.slug.as_str()));
    let calendar = site.get(&format!("/en/plan.ics?{query}"));
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(calendar.body.matches("BEGIN:VEVENT").count(), 2, "{}", calendar.body);
    assert!(calendar.body.contains("\r\nNAME:My plan — ServerlessConf Tokyo\r\n"), "{}", calendar.body);
    let again =
        site.request_with(Method::GET, &format!("/en/plan.ics?{query}"), &[("if-none-match", calendar.header("etag"))]);
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    // The script asks it whether there is a server for calendars.
    assert_eq!(site.request(Method::HEAD, "/plan.ics").status, StatusCode::OK);
}

#[test]
fn the_qr_code_of_a_plan_needs_a_plan_and_a_known_address() {
    let site = TestSite::built_in();
    let query = query(&site, |session| session.slug.as_str() == "panel");
    let code = site.get(&format!("/plan.svg?{query}"));
    assert_eq!((code.status, code.header("content-type")), (StatusCode::OK, "image/svg+xml"));
    assert!(code.body.starts_with("<svg"), "{}", code.body);
    for (site, path) in [
        (&site, "/plan.svg".to_owned()),
        (&site, format!("/fr/plan.svg?{query}")),
        (&TestSite::without_address(), format!("/plan.svg?{query}")),
    ] {
        assert_eq!(site.get(&path).status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn stars_lead_to_a_plan_without_a_script_and_breaks_have_none() {
    let site = TestSite::built_in();
    let schedule = site.get("/schedule");
    let stars = schedule.opening_tags("a", "star");
    let breaks = schedule.body.matches("session format-break").count();
    assert_eq!(stars.len() + breaks, schedule.opening_tags("article", "session").len());
    assert!(stars.iter().all(|star| star.contains("href=\"/plan?s=")), "{stars:?}");
    assert!(site.get("/sessions/panel").main().contains("class=\"star\""));
}

#[test]
fn the_server_keeps_no_stars() {
    let site = TestSite::built_in();
    let (whole, starred) = (site.get("/schedule"), site.get("/schedule?starred=yes"));
    assert!(whole.bytes == starred.bytes, "the filter of the stars is for the browser alone");
    let talks = site.get("/schedule?format=talk");
    assert!(talks.bytes == site.get("/schedule?starred=yes&format=talk").bytes);
    let calendar = site.get("/schedule.ics?starred=yes");
    assert!(calendar.bytes == site.get("/schedule.ics").bytes);
}
