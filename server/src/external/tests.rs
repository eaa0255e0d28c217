//! Tests with sites whose answers are scripted.

use std::{collections::BTreeMap, sync::Mutex, time::Duration};

use conference::{diagnostic::Message, load::ExternalLink, message};
use indicatif::ProgressBar;
use url::Url;

use super::{Answer, Ask, Method, Verdict, answers, verify};

/// Gives scripted answers in turn, and repeats the last one.
#[derive(Default)]
struct Sites {
    answers: BTreeMap<&'static str, Vec<Answer>>,
    asked: Mutex<Vec<(Method, String)>>,
    waited: Mutex<Vec<Duration>>,
}

impl Ask for Sites {
    fn ask(&self, method: Method, url: &Url) -> Answer {
        let mut asked = self.asked.lock().expect("no test panics here");
        let times = asked.iter().filter(|(_, known)| known == url.as_str()).count();
        asked.push((method, url.to_string()));
        let answers = self.answers.get(url.as_str()).expect("only known addresses are asked for");
        answers.get(times).or(answers.last()).expect("there is an answer").clone()
    }

    fn wait(&self, time: Duration) {
        self.waited.lock().expect("no test panics here").push(time);
    }
}

fn timeout() -> Message {
    message!("it does not answer in time", "時間内に応答がありません")
}

fn status(status: u16) -> Answer {
    Answer::Status { status, location: None, retry_after: None }
}

fn to(status: u16, location: &str) -> Answer {
    Answer::Status { status, location: Some(location.to_owned()), retry_after: None }
}

fn ask(sites: &Sites, urls: &[&str]) -> BTreeMap<String, Verdict> {
    let link = |url: &&str| ExternalLink { url: (*url).to_owned(), path: String::new(), span: 0..0 };
    verify(&urls.iter().map(link).collect::<Vec<_>>(), sites, &ProgressBar::hidden())
}

/// Checks the verdict for an address with scripted answers.
fn check(answers: &[Answer], expected: Verdict) -> Sites {
    let sites = Sites {
        answers: BTreeMap::from([
            ("https://a.test/", answers.to_vec()),
            ("https://a.test/new", vec![status(200)]),
            ("https://a.test/loop", vec![to(302, "/loop")]),
        ]),
        ..Sites::default()
    };
    assert_eq!(ask(&sites, &["https://a.test/"]), BTreeMap::from([("https://a.test/".to_owned(), expected)]));
    sites
}

#[test]
fn what_answers_is_fine() {
    for fine in [200, 204, 304, 401, 403, 999] {
        check(&[status(fine)], Verdict::Fine);
    }
}

#[test]
fn who_does_not_know_head_is_asked_for_the_page() {
    let sites = check(&[status(404), status(200)], Verdict::Fine);
    let methods: Vec<_> =
        sites.asked.into_inner().expect("no test panics").into_iter().map(|(method, _)| method).collect();
    assert_eq!(methods, [Method::Head, Method::Get]);
    check(&[status(404)], Verdict::Dead(answers(404)));
    check(&[status(410)], Verdict::Dead(answers(410)));
}

#[test]
fn only_permanent_redirects_are_reported_with_the_new_address() {
    check(&[to(301, "/new")], Verdict::Moved("https://a.test/new".to_owned()));
    check(&[to(308, "https://a.test/new")], Verdict::Moved("https://a.test/new".to_owned()));
    check(&[to(302, "/new")], Verdict::Fine);
    check(&[to(302, "/loop")], Verdict::Dead(message!("it redirects more than 5 times", "5回を超えて転送されます")));
    for wrong in ["file:///etc/passwd", "http://"] {
        let reason = message!("it redirects to `{wrong}`", "`{wrong}`へ転送されます");
        check(&[to(301, wrong)], Verdict::Dead(reason));
    }
}

#[test]
fn what_may_pass_is_asked_again_after_a_while() {
    let busy = Answer::Status { status: 503, location: None, retry_after: Some(7) };
    let sites = check(&[busy, status(200)], Verdict::Fine);
    assert_eq!(*sites.waited.lock().expect("no test panics"), [Duration::from_secs(7)]);
    let sites = check(&[Answer::None(timeout())], Verdict::Unreachable(timeout()));
    assert_eq!(*sites.waited.lock().expect("no test panics"), [1, 4].map(Duration::from_secs));
}

#[test]
fn who_is_asked_too_often_is_left_alone_as_long_as_he_says() {
    let busy = Answer::Status { status: 429, location: None, retry_after: Some(9) };
    let sites = check(&[busy, status(200)], Verdict::Fine);
    assert_eq!(*sites.waited.lock().expect("no test panics"), [Duration::from_secs(9)]);
    let asked = sites.asked.into_inner().expect("no test panics");
    assert!(asked.iter().all(|(method, _)| *method == Method::Head), "{asked:?}");
}

#[test]
fn an_address_is_asked_for_once_and_a_site_is_not_hurried() {
    let urls = ["https://a.test/1", "https://a.test/2", "https://b.test/"];
    let sites = Sites { answers: urls.map(|url| (url, vec![status(200)])).into(), ..Sites::default() };
    let links = ["https://a.test/1#x", "https://a.test/1#y", "https://a.test/2", "https://b.test", "mailto:a@a.test"];
    let verdicts = ask(&sites, &links);
    assert_eq!(verdicts.into_keys().collect::<Vec<_>>(), urls);
    assert_eq!(sites.asked.lock().expect("no test panics").len(), 3);
    assert_eq!(*sites.waited.lock().expect("no test panics"), [Duration::from_millis(500)]);
}
