//! The same question in several interviews: its page, its wording, and questions that are probably the same.

use super::*;
use crate::diagnostic::Severity;

/// Three people, and an interview with each that has a body.
fn conference(bodies: [&str; 3], more: &[(&str, &str)]) -> Vec<(String, String)> {
    let people = ["aki", "ben", "chie"];
    let speakers = people.map(|name| (format!("program/speakers/{name}.md"), speaker(name)));
    let interviews = people.iter().zip(bodies).zip(1..).map(|((name, body), day)| {
        let front = format!("---\ntitle: 聞く\nspeaker: {name}\npublished: 2016-09-0{day}\n---\n\n");
        (format!("interviews/{name}.md"), front + body + "\n")
    });
    let more = more.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    speakers.into_iter().chain(interviews).chain(more).collect()
}

fn files(all: &[(String, String)]) -> Vec<(&str, &str)> {
    all.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
}

/// The shared questions as "id: text (interviews)".
fn shared(conference: &Conference, tag: &str) -> Vec<String> {
    let question = |question: &crate::SharedQuestion| {
        format!("{}: {} ({})", question.id, question.text.text(&language(tag)), names(&question.interviews).join(" "))
    };
    conference.questions.iter().map(question).collect()
}

#[test]
fn a_question_is_its_id_and_the_most_answered_come_first() {
    let all = conference(
        [
            "---- きっかけは？ {#start}\n\nA\n\n---- 今後は？\n\nA",
            "---- 今後は？\n\nB\n\n---- 始めた理由は？ {#start}\n\nB",
            "---- 好きな言語は？ {#language}\n\nC\n\n---- 今後は？\n\nC",
        ],
        &[],
    );
    let loaded = load_good(&files(&all));
    assert_eq!(shared(&loaded, "ja"), ["今後は: 今後は？ (aki ben chie)", "start: きっかけは？ (aki ben)"]);
    assert!(loaded.question("start").is_some() && loaded.question("language").is_none());
}

#[test]
fn a_repeated_question_is_no_question_of_others() {
    let body = "---- ほかには？\n\nA\n\n---- ほかには？\n\nB";
    let all = conference([body, body, "---- なぜ？ {#ほかには-2}\n\nC"], &[]);
    assert_eq!(shared(&load_good(&files(&all)), "ja"), ["ほかには: ほかには？ (aki ben)"]);
    // `serverlessconf fmt` makes the ids explicit.
    let body = "---- ほかには？ {#ほかには}\n\nA\n\n---- ほかには？ {#ほかには-2}\n\nB";
    let all = conference([body, body, "---- なぜ？\n\nC"], &[]);
    assert_eq!(shared(&load_good(&files(&all)), "ja"), ["ほかには: ほかには？ (aki ben)"]);
}

#[test]
fn ids_that_new_files_begin_with_join_nothing() {
    let body = |words: &str| format!("---- {words} {{#first-question}}\n\nA\n\n---- ？？ {{#second-question}}\n\nB");
    let all = conference([&body("なぜ？"), &body("なに？"), "---- ？！\n\nC"], &[]);
    assert_eq!(shared(&load_good(&files(&all)), "ja"), Vec::<String>::new());
}

#[test]
fn one_person_is_not_several_and_drafts_do_not_count() {
    let body = "---- きっかけは？\n\nA";
    let all = conference([body, "---- なぜ？\n\nB", "---- なに？\n\nC"], &[("interviews/again.md", "")]);
    let mut all = all;
    let again = format!("---\ntitle: また聞く\nspeaker: aki\npublished: 2016-09-09\n---\n\n{body}\n");
    all.last_mut().expect("a file").1 = again.clone();
    assert_eq!(shared(&load_good(&files(&all)), "ja"), Vec::<String>::new());
    all.last_mut().expect("a file").1 = again.replace("speaker: aki", "speaker: ben\ndraft: true");
    assert_eq!(shared(&load_good(&files(&all)), "ja"), Vec::<String>::new());
    // An interview with several people is one interview.
    all.last_mut().expect("a file").1 = again.replace("speaker: aki", "speakers: [aki, ben]");
    assert_eq!(shared(&load_good(&files(&all)), "ja"), ["きっかけは: きっかけは？ (aki again)"]);
}

#[test]
fn questions_are_joined_across_languages() {
    let all = conference(
        ["---- きっかけは？ {#start}\n\nA", "---- きっかけは？ {#start}\n\nB", "---- なぜ？\n\nC"],
        &[
            ("interviews/ben.en.md", "---- How did you start? {#start}\n\nB\n\n---- One more? {#more}\n\nB\n"),
            ("interviews/chie.en.md", "---- One more? {#more}\n\nC\n"),
        ],
    );
    let loaded = load_good(&files(&all));
    assert_eq!(shared(&loaded, "en"), ["start: How did you start? (aki ben)", "more: One more? (ben chie)"]);
    let interview = loaded.interview(&slug("ben")).expect("an interview");
    let text = |tag: &str, id: &str| {
        let (language, question) = interview.question(&language(tag), id)?;
        Some(format!("{language} {}", question.text))
    };
    assert_eq!(text("ja", "start").as_deref(), Some("ja きっかけは？"));
    assert_eq!(text("en", "start").as_deref(), Some("en How did you start?"));
    // Only the translation has it.
    assert_eq!(text("ja", "more").as_deref(), Some("en One more?"));
    assert_eq!(text("ja", "other"), None);
}

#[test]
fn questions_of_a_series_have_its_words_and_its_order() {
    let series = "---\nname: 聞く\nquestions:\n  - { id: now, text: { ja: 今は？, en: And now? } }\n  \
                  - { id: nobody, text: 誰も答えていません }\n  - { id: start, text: きっかけ }\n---\n";
    let body = |name: &str| format!("---- 始めた理由は？ {{#start}}\n\n{name}\n\n---- いまは？ {{#now}}\n\n{name}");
    let bodies = ["A", "B", "C"].map(body);
    let all = conference([&bodies[0], &bodies[1], &bodies[2]], &[("interviews/series/talk.md", series)]);
    let loaded = load_good(&files(&all));
    assert_eq!(shared(&loaded, "ja"), ["now: 今は？ (aki ben chie)", "start: きっかけ (aki ben chie)"]);
    assert_eq!(shared(&loaded, "en")[0], "now: And now? (aki ben chie)");
}

#[test]
fn nearly_the_same_question_under_another_id_is_reported() {
    let all = conference(
        [
            "---- 最初に書いたプログラムは何ですか？ {#first-program}\n\nA",
            "---- 最初に書いたプログラムを教えてください\n\nB",
            "---- 最後に書いたプログラムは何ですか？\n\nC",
        ],
        &[],
    );
    let Loaded { diagnostics, .. } = load_all(&sources(&files(&all)));
    assert_eq!(codes(&diagnostics), [("interviews/ben.md", "similar-question")]);
    assert_eq!(diagnostics[0].severity, Severity::Warning);
    let help = &diagnostics[0].help.english;
    assert!(help.contains("{#first-program}"), "{help}");
    let allowed = |front: &str| {
        let mut all = all.clone();
        let file = all.iter_mut().find(|(path, _)| path == "interviews/ben.md").expect("a file");
        file.1 = file.1.replacen("---\n\n", front, 1);
        load_all(&sources(&files(&all))).diagnostics
    };
    assert_eq!(allowed("allow: [最初に書いたプログラムを教えてください]\n---\n\n"), []);
    // Somebody who is asked both is asked two questions.
    assert_eq!(allowed("---\n\n---- 最初の一つは？ {#first-program}\n\nB\n\n"), []);
}

#[test]
fn a_question_of_a_series_under_another_id_is_reported() {
    let series = "---\nname: 聞く\nquestions: [{ id: first-program, text: 最初に書いたプログラムは？ }]\n---\n";
    let all = conference(
        ["---- 最初に書いたプログラムは何でしたか？ {#first}\n\nA", "---- なぜ？\n\nB", "---- なに？\n\nC"],
        &[("interviews/series/talk.md", series)],
    );
    let Loaded { diagnostics, .. } = load_all(&sources(&files(&all)));
    assert_eq!(codes(&diagnostics), [("interviews/aki.md", "similar-question")]);
}

#[test]
fn a_long_question_needs_a_short_id() {
    let body = format!("---- {}？\n\nA", "長い質問".repeat(25));
    let all = conference([&body, &body, "---- なぜ？\n\nC"], &[]);
    let Loaded { conference, diagnostics } = load_all(&sources(&files(&all)));
    assert_eq!(codes(&diagnostics), [("interviews/ben.md", "long-question-id")]);
    assert_eq!(conference.expect("there is an event").questions, []);
}

#[test]
fn many_questions_of_one_gist_take_little_time() {
    // Each would be compared with every other: 100 million comparisons.
    let mut all = vec![("program/speakers/aki.md".to_owned(), speaker("aki"))];
    for number in 0..1_000 {
        let body: String = (0..10)
            .map(|place| format!("---- プログラム言語について {}\n\nA\n\n", kana(number * 10 + place)))
            .collect();
        let front = "---\ntitle: 聞く\nspeaker: aki\npublished: 2016-09-01\n---\n\n";
        all.push((format!("interviews/i{number}.md"), format!("{front}{body}")));
    }
    let loaded = load_all(&sources(&files(&all)));
    assert!(loaded.diagnostics.iter().all(|found| found.code == "similar-question"));
}

/// A number in hiragana.
fn kana(number: usize) -> String {
    number
        .to_string()
        .chars()
        .map(|digit| ['あ', 'か', 'さ', 'た', 'に', 'は', 'ま', 'や', 'ら', 'わ'][digit as usize - '0' as usize])
        .collect::<String>()
        .repeat(3)
}
