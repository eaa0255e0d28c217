//! `serverlessconf new` on a terminal, with somebody who answers.

use std::{fs, path::Path};

use super::run;
use crate::{
    site::program,
    terminal::{DOWN, ENTER, SPACE, Terminal},
};

/// An event in English with two speakers, of whom one has a session.
fn english_event() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let event = folder.path();
    let new_event = ["new", "event", ".", "--name=x", "--day=2016-10-01", "--timezone=Asia/Tokyo", "--language=en"];
    let session = ["new", "session", "why", "--title=Why", "--start=2016-10-01 11:00", "--speaker=taro"];
    for arguments in [
        &new_event[..],
        &["new", "speaker", "hanako", "--name=Hanako"],
        &["new", "speaker", "taro", "--name=Taro"],
        &session,
    ] {
        let (ok, report) = run(arguments, event);
        assert!(ok, "{report}");
    }
    folder
}

fn on_a_terminal(arguments: &[&str], folder: &Path) -> Terminal {
    let mut command = program();
    command.args(arguments).current_dir(folder);
    Terminal::start(command)
}

#[test]
fn an_interview_is_started_with_the_arrow_keys() {
    let folder = english_event();
    let mut terminal = on_a_terminal(&["new", "interview"], folder.path());
    terminal.answer("Who answers", "");
    terminal.answer("> + a new speaker", DOWN);
    terminal.answer("> Hanako (hanako)", DOWN);
    terminal.answer("> Taro (taro)", ENTER);
    // The speaker's own session comes first.
    terminal.answer("The session it is about", "");
    terminal.answer("> Why (why)", ENTER);
    terminal.answer("Title [An interview with Taro]", ENTER);
    terminal.answer("File name, also in the URL (a-z, 0-9 and hyphens) [taro]", ENTER);
    terminal.answer("Interviewer", "Hanako\r");
    let (ok, shown) = terminal.end();
    assert!(ok && shown.contains("wrote interviews/taro.md"), "{shown}");
    let made = fs::read_to_string(folder.path().join("interviews/taro.md")).expect("written");
    for line in ["title: An interview with Taro", "speaker: taro", "session: why", "interviewer: Hanako"] {
        assert!(made.contains(&format!("\n{line}\n")), "{line}: {made}");
    }
}

#[test]
fn an_interview_offers_to_make_the_speaker() {
    let folder = english_event();
    let mut terminal = on_a_terminal(&["new", "interview"], folder.path());
    terminal.answer("> + a new speaker", ENTER);
    terminal.answer("Name of the new speaker", "Jiro Sato\r");
    terminal.answer("[jiro-sato]", ENTER);
    terminal.answer("> Why (why)", DOWN);
    terminal.answer("> (none)", ENTER);
    terminal.answer("Title [An interview with Jiro Sato]", ENTER);
    terminal.answer("[jiro-sato]", "jiro\r");
    terminal.answer("Interviewer", ENTER);
    let (ok, shown) = terminal.end();
    assert!(ok, "{shown}");
    let made = fs::read_to_string(folder.path().join("interviews/jiro.md")).expect("written");
    assert!(made.contains("\nspeaker: jiro-sato\n") && made.contains("\n# session: "), "{made}");
    assert!(folder.path().join("program/speakers/jiro-sato.md").is_file());
}

#[test]
fn a_session_is_started_with_people_who_are_there_and_new_ones() {
    let folder = english_event();
    let mut terminal = on_a_terminal(&["new", "session"], folder.path());
    terminal.answer("Title", "How we did it\r");
    terminal.answer("[how-we-did-it]", "how\r");
    terminal.answer("> talk", ENTER);
    terminal.answer("Speakers (space selects, enter goes on)", "");
    terminal.answer("> [ ] + a new speaker", SPACE);
    terminal.answer("> [x] + a new speaker", DOWN);
    terminal.answer("> [ ] Hanako (hanako)", SPACE);
    terminal.answer("> [x] Hanako (hanako)", ENTER);
    terminal.answer("Name of the new speaker", "Jiro Sato\r");
    // A name that cannot be one, one that is taken, and one that is free.
    terminal.answer("[jiro-sato]", "Jiro S\r");
    terminal.answer("cannot be a file name here", "");
    terminal.answer("[jiro-sato]", "taro\r");
    terminal.answer("program/speakers/taro.md is there already", "");
    terminal.answer("[jiro-sato]", "jiro\r");
    terminal.answer("Name of one more new speaker", "Saburo\r");
    terminal.answer("[saburo]", ENTER);
    terminal.answer("Name of one more new speaker", ENTER);
    // What cannot be read is asked for again.
    terminal.answer("Start [2016-10-01 11:30]", "2016-10-09 11:30\r");
    terminal.answer("2016-10-09", "");
    // The room is taken then.
    terminal.answer("Start [2016-10-01 11:30]", "2016-10-01 11:15\r");
    terminal.answer("Start [2016-10-01 11:30]", ENTER);
    terminal.answer("Duration [30m]", "45\r");
    terminal.answer("Duration [30m]", "45m\r");
    let (ok, shown) = terminal.end();
    assert!(ok && shown.contains("wrote program/sessions/how.md"), "{shown}");
    let made = fs::read_to_string(folder.path().join("program/sessions/how.md")).expect("written");
    for line in ["format: talk", "speakers: [hanako, jiro, saburo]", "start: 2016-10-01 11:30", "duration: 45m"] {
        assert!(made.contains(&format!("\n{line}\n")), "{line}: {made}");
    }
    let (ok, report) = run(&["check"], folder.path());
    assert!(ok && !report.contains("error"), "{report}");
}

#[test]
fn an_event_of_several_days_is_started_whatever_was_mistyped() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut terminal = on_a_terminal(&["new", "event", "my-event"], folder.path());
    terminal.answer("Languages, the default first (en, ja) [en, ja]", "english\r");
    terminal.answer("Languages", ENTER);
    terminal.answer("Name of the event", "Functions\r");
    terminal.answer("Day of the event", "2026-13-01\r");
    terminal.answer("Day of the event", "2026年12月1日\r");
    terminal.answer("cannot be the value of this field", "");
    terminal.answer("Day of the event", "2026-12-01, 2026-12-02\r");
    terminal.answer("Time zone", "Tokyo\r");
    terminal.answer("Time zone", "Asia/Tokyo\r");
    let (ok, shown) = terminal.end();
    assert!(ok && shown.contains("go on with: serverlessconf new speaker"), "{shown}");
    let made = fs::read_to_string(folder.path().join("my-event/program/event.md")).expect("written");
    for line in ["days: [2026-12-01, 2026-12-02]", "languages: [en, ja]", "timezone: Asia/Tokyo"] {
        assert!(made.contains(&format!("\n{line}\n")), "{line}: {made}");
    }
}

#[test]
fn a_second_interview_with_somebody_is_offered_a_name_that_is_free() {
    let folder = english_event();
    let (ok, report) = run(&["new", "interview", "--speaker=taro", "--title=First"], folder.path());
    assert!(ok, "{report}");
    let mut terminal = on_a_terminal(&["new", "interview", "--speaker=taro", "--title=Second"], folder.path());
    terminal.answer("> Why (why)", ENTER);
    terminal.answer("[taro-2]", "taro\r");
    terminal.answer("interviews/taro.md is there already", "");
    terminal.answer("[taro-2]", ENTER);
    terminal.answer("Interviewer", ENTER);
    let (ok, shown) = terminal.end();
    assert!(ok && shown.contains("wrote interviews/taro-2.md"), "{shown}");
}
