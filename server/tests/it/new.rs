//! `serverlessconf new`, run as scripts run it and as people do.

#[cfg(unix)]
mod answers;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use crate::site::{TestSite, copy, fixture, program};

fn run(arguments: &[&str], folder: &Path) -> (bool, String) {
    let output = program().args(arguments).stdin(Stdio::null()).current_dir(folder).output().expect("the program runs");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

const EVENT: [&str; 12] = [
    "new",
    "event",
    "my-event",
    "--name",
    "サーバーレスの会: 2016",
    "--day",
    "2016-10-01",
    "--timezone",
    "Asia/Tokyo",
    "--language",
    "ja",
    "--language=en",
];

/// A folder with a new event in `my-event`.
fn new_event() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (ok, report) = run(&EVENT, folder.path());
    assert!(ok, "{report}");
    folder
}

#[test]
fn a_new_event_is_a_whole_site_without_problems() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    let (ok, report) = run(&["check", "my-event", "--deny", "warnings"], folder.path());
    assert!(!ok && report.matches("warning[").count() == 1 && report.contains("warning[placeholder]"), "{report}");
    let about = event.join("program/event.md");
    let text = fs::read_to_string(&about).expect("written").replace("イベントの紹介をここに書きます。", "会です。");
    fs::write(about, text).expect("writable");
    let (ok, report) = run(&["check", "my-event", "--deny", "warnings"], folder.path());
    assert!(ok && report.contains("no problems"), "{report}");
    let home = TestSite::open(&event, "2016-10-01T09:00").get("/");
    // Titles have places to break.
    assert!(home.main().replace("<wbr>", "").contains("サーバーレスの会: 2016"));
    assert!(fs::read_to_string(event.join("program/event.md")).expect("written").contains("# イベントの名前\n"));
}

#[test]
fn from_an_event_to_an_interview() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    let (ok, report) = run(&["new", "speaker", "taro", "--name", "山田 太郎", "--organization", "#1 & Co"], &event);
    assert!(ok && report.contains("wrote program/speakers/taro.md"), "{report}");
    let session =
        ["new", "session", "first", "--title", "Why: a talk", "--speaker", "taro", "--start", "2016-10-01 10:30"];
    let (ok, report) = run(&session, &event);
    assert!(ok && report.contains("http://127.0.0.1:3000/sessions/first"), "{report}");
    let (ok, report) = run(&["new", "interview", "--speaker", "taro", "--session", "first"], &event);
    assert!(ok && report.contains("http://127.0.0.1:3000/interviews/taro"), "{report}");

    let (ok, report) = run(&["check"], &event);
    // The abstract, the biography and the introduction of the event are still to be written.
    assert!(ok && report.contains("3 warnings in 3 files"), "{report}");
    // It begins as a draft.
    assert_eq!(TestSite::open(&event, "2030-01-01T00:00").get("/interviews/taro").status, 404);
    let path = event.join("interviews/taro.md");
    let text = fs::read_to_string(&path).expect("written");
    assert!(text.contains("title: 山田 太郎さんに聞く\n"), "{text}");
    fs::write(&path, text.replace("draft: true\n", "")).expect("writable");
    let page = TestSite::open(&event, "2030-01-01T00:00").get("/interviews/taro");
    assert_eq!(page.status, 200);
    assert!(page.main().contains("id=\"first-question\""));
}

#[test]
fn an_interview_of_a_series_starts_with_its_questions() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    let (ok, report) = run(&["new", "series", "beginnings", "--name", "はじまり"], &event);
    assert!(ok && report.contains("http://127.0.0.1:3000/series/beginnings"), "{report}");
    let path = event.join("interviews/series/beginnings.md");
    let text = fs::read_to_string(&path).expect("written");
    let questions =
        "questions: [{ id: first-program, text: 最初に書いたプログラムは？ }, { id: next, text: 次は？ }]\n";
    fs::write(&path, text.replace("name: はじまり\n", &format!("name: はじまり\n{questions}"))).expect("writable");
    let interview = ["new", "interview", "--speaker", "jiro", "--speaker-name", "次郎"];
    // By the name of its file or by its own.
    for (slug, series) in [("one", "beginnings"), ("two", "はじまり")] {
        let (ok, report) = run(&[&interview[..4], &[slug, "--series", series], &interview[4..]].concat(), &event);
        assert!(ok, "{report}");
        let text = fs::read_to_string(event.join(format!("interviews/{slug}.md"))).expect("written");
        assert!(text.contains("\nseries: beginnings\n"), "{text}");
        assert!(text.contains("---- 最初に書いたプログラムは？ {#first-program}\n\n"), "{text}");
        assert!(text.contains("---- 次は？ {#next}\n\n") && !text.contains("first-question"), "{text}");
        fs::remove_file(event.join("program/speakers/jiro.md")).expect("written");
    }
    // Another name begins a series.
    let (ok, report) = run(&[&interview[..4], &["three", "--series", "別の話"], &interview[4..]].concat(), &event);
    let text = fs::read_to_string(event.join("interviews/three.md")).expect("written");
    assert!(ok && text.contains("\nseries: 別の話\n") && text.contains("{#first-question}"), "{report}{text}");
}

#[test]
fn a_missing_speaker_is_made_with_the_interview() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    let (ok, report) = run(&["new", "interview", "--speaker", "jiro"], &event);
    assert!(!ok && report.contains("--speaker-name"), "{report}");
    let (ok, report) = run(&["new", "interview", "--speaker", "jiro", "--speaker-name", "次郎"], &event);
    assert!(ok, "{report}");
    assert!(event.join("program/speakers/jiro.md").is_file() && event.join("interviews/jiro.md").is_file());
}

#[test]
fn missing_speakers_are_made_with_the_session() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    fs::create_dir_all(event.join("program/speakers")).expect("writable");
    fs::write(event.join("program/speakers/taro.md"), "---\nname: 太郎\n---\n\n話します。\n").expect("writable");
    let session = ["new", "session", "first", "--title", "x", "--start=2016-10-01 10:30"];
    let run = |rest: &[&str]| run(&[&session, rest].concat(), &event);
    let before = files(&event);
    let (ok, report) = run(&["--speaker=jiro"]);
    assert!(!ok && report.contains("--speaker-name") && report.contains("Known are: taro"), "{report}");
    let (ok, report) = run(&["--speaker=taro", "--speaker-name=太郎"]);
    assert!(!ok && report.contains("leave --speaker-name"), "{report}");
    assert_eq!(files(&event), before);
    let people = ["--speaker=jiro", "--speaker=taro", "--speaker=saburo", "--speaker=jiro"];
    let (ok, report) = run(&[&people[..], &["--speaker-name=次郎", "--speaker-name=三郎"]].concat());
    assert!(ok, "{report}");
    let page = TestSite::open(&event, "2016-10-01T09:00").get("/sessions/first");
    assert!(["次郎", "太郎", "三郎"].iter().all(|name| page.main().contains(name)), "{}", page.main());
}

#[test]
fn nothing_is_ever_written_over() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    let mine = "---\nname: 私\n---\n\n大切な文章。\n";
    fs::create_dir_all(event.join("program/speakers/me")).expect("writable");
    fs::write(event.join("program/speakers/me/index.md"), mine).expect("writable");
    fs::write(event.join("program/speakers/you.md"), mine).expect("writable");
    let before = files(&event);
    for arguments in [
        &["new", "speaker", "me", "--name", "x"][..],
        &["new", "speaker", "you", "--name", "x"],
        &["new", "interview", "--speaker", "you", "--speaker-name", "x"],
        &["new", "speaker", "../escape", "--name", "x"],
        &["new", "session", "a", "--title", "x", "--start", "2016-12-31 10:00"],
        &["new", "session", "a", "--title", "x", "--start", "2016-10-01 10:00\nroom: x"],
        &["new", "session", "a", "--title", "x"],
        &["new", "session", "a", "--title", "x", "--start", "2016-10-01 11:00\ncanceled: true"],
        &["new", "session", "a", "--title", "x", "--start", "2016-10-01 11:00", "--language", "ja # x"],
        &["new", "speaker", "readme", "--name", "x"],
        &["new", "interview", "me", "--speaker", "me", "--published", "tomorrow"],
    ] {
        let (ok, report) = run(arguments, &event);
        assert!(!ok && report.starts_with("error: "), "{arguments:?} {report}");
        assert_eq!(files(&event), before, "{arguments:?}");
    }
    assert_eq!(fs::read_to_string(event.join("program/speakers/you.md")).expect("readable"), mine);
    let (ok, report) = run(&EVENT, folder.path());
    assert!(!ok && report.contains("is there already"), "{report}");
    assert_eq!(files(&event), before);
}

#[test]
fn comments_are_in_the_first_language_of_the_event() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let event = folder.path().join("program/event.md");
    let text = fs::read_to_string(&event).expect("readable");
    let text: Vec<_> =
        text.lines().map(|line| if line.starts_with("languages:") { "languages: [en]" } else { line }).collect();
    fs::write(&event, text.join("\n")).expect("writable");
    let (ok, report) = run(&["new", "speaker", "--name", "New Person"], folder.path());
    assert!(ok && report.contains("wrote program/speakers/new-person.md"), "{report}");
    let made = fs::read_to_string(folder.path().join("program/speakers/new-person.md")).expect("written");
    assert!(made.contains("# The name as printed\nname: New Person\n"), "{made}");
}

#[test]
fn news_begin_as_a_draft_with_their_tags() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    let arguments =
        ["new", "news", "first-week", "--title", "最初の一週間", "--published=2016-09-25", "--tag=aws", "--tag=faas"];
    let (ok, report) = run(&arguments, &event);
    assert!(ok && report.contains("http://127.0.0.1:3000/news/first-week"), "{report}");
    let (ok, report) = run(&["check"], &event);
    assert!(ok, "{report}");
    let path = event.join("news/first-week.md");
    let text = fs::read_to_string(&path).expect("it was written");
    assert!(text.contains("/schema/news.json\n") && text.contains("\ntags: [aws, faas]\n"), "{text}");
    assert_eq!(TestSite::open(&event, "2016-10-02T10:00").get("/news/first-week").status, 404);
    fs::write(&path, text.replace("draft: true\n", "")).expect("the folder can be written");
    let site = TestSite::open(&event, "2016-10-02T10:00");
    assert!(site.get("/news/first-week").main().replace("<wbr>", "").contains("最初の一週間"));
    assert!(site.get("/tags/faas").main().replace("<wbr>", "").contains("最初の一週間"));
    let (ok, report) = run(&arguments, &event);
    assert!(!ok && report.contains("news/first-week.md"), "never overwritten: {report}");
}

#[test]
fn whatever_is_a_tag_can_be_one_of_a_new_article() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    let tags = ["サーバーレス", "C++", "a: b", "#x", "[y]", "it's", "say \"hi\"", "2016", "null", "- a", "{z}", "&q *"];
    let mut arguments = vec!["new", "news", "tagged", "--title=x", "--published=2016-09-25"];
    arguments.extend(tags.iter().flat_map(|tag| ["--tag", tag]));
    // A tag that begins with a hyphen is written as one word with its option.
    let place = arguments.iter().position(|word| *word == "- a").expect("it is there");
    arguments.splice(place - 1..=place, ["--tag=- a"]);
    let (ok, report) = run(&arguments, &event);
    assert!(ok, "{report}");
    let path = event.join("news/tagged.md");
    let text = fs::read_to_string(&path).expect("it was written");
    fs::write(&path, text.replace("draft: true\n", "")).expect("the folder can be written");
    let (ok, report) = run(&["check"], &event);
    let placeholders = report.matches("warning[placeholder]").count();
    assert!(ok && placeholders == 2 && report.matches("warning[").count() == 2, "{report}");
    let page = TestSite::open(&event, "2016-10-02T10:00").get("/news/tagged");
    let words = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&#x27;");
    for tag in tags {
        assert!(page.main().contains(&words(tag)) || page.main().contains(tag), "{tag}: {}", page.main());
    }
    for refused in ["a,b", "a|b", " ", "a\u{7}b"] {
        let (ok, report) = run(&["new", "news", "refused", "--title=x", "--tag", refused], &event);
        assert!(!ok && report.starts_with("error: nothing was written"), "{refused:?} {report}");
    }
}

#[test]
fn what_is_said_is_in_the_language_of_the_person() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    let said = |arguments: &[&str]| {
        let mut command = program();
        command.args(arguments).env("LC_ALL", "ja_JP.UTF-8").stdin(Stdio::null()).current_dir(&event);
        let output = command.output().expect("the program runs");
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    };
    for (arguments, expected) in [
        (&["new", "speaker", "taro", "--name=太郎"][..], "書き込みました: program/speakers/taro.md"),
        (&["new", "speaker", "taro", "--name=太郎"], "program/speakers/taro.mdはもうあります"),
        (&["new", "speaker", "Taro Y", "--name=太郎"], "（例: `taro-y`）"),
        (&["new", "session", "why"], "題名: --titleで指定するか"),
        (&["new", "session", "why", "--title=x", "--start=2030-01-01 10:00"], "何も書き込みませんでした"),
        (&["new", "interview", "--speaker=jiro"], "登壇者`jiro`はいません"),
        (&["fmt", "--check"], "標準の形です"),
    ] {
        let report = said(arguments);
        assert!(report.contains(expected), "{arguments:?}: {report}");
    }
}

#[test]
fn all_files_are_written_even_where_nobody_reads_the_report() {
    let folder = new_event();
    let event = folder.path().join("my-event");
    let session =
        ["new", "session", "zz", "--title=Z", "--start=2016-10-01 12:00", "--speaker=jiro", "--speaker-name=J"];
    let mut child = program().args(session).stdin(Stdio::null()).stdout(Stdio::piped()).current_dir(&event).spawn();
    let child = child.as_mut().expect("the program runs");
    drop(child.stdout.take());
    let status = child.wait().expect("it was started");
    assert_ne!(status.code(), Some(101), "it does not panic");
    assert!(event.join("program/speakers/jiro.md").is_file() && event.join("program/sessions/zz.md").is_file());
}
