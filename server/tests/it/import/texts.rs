//! Interviews as text: every form is taken over, joins the content, and takes nobody's file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{IMPORT, change, desk_with_event, export, files, ok, run, run_with};
use crate::site::{copy, fixture};

/// The interviews in every form, by their fixtures, and the first words of an answer in each.
const TEXTS: [(&str, &str); 6] = [
    ("blog.ja.md", "夜のうちに動く処理"),
    ("blog.en.md", "Because two were not enough"),
    ("hatena.txt", "引用の文です"),
    ("mail.ja.txt", "図書館の貸し出し"),
    ("transcript.en.md", "I build lending systems"),
    ("export.txt", "関数を3つ使います"),
];

/// How a text is imported: of an export, the entries of a category.
fn import_of(name: &str) -> Vec<&'static str> {
    let category: &[&str] = if name == "export.txt" { &["--category", "インタビュー"] } else { &[] };
    [&IMPORT[..], category].concat()
}

/// The one interview that an import wrote and that holds these words.
fn interview_with(words: &str, event: &Path) -> PathBuf {
    let found = files(&event.join("interviews")).into_iter().filter(|(_, text)| text.contains(words));
    let found: Vec<_> = found.map(|(path, _)| path).collect();
    assert_eq!(found.len(), 1, "{words} {found:?}");
    found[0].clone()
}

#[test]
fn importing_a_text_then_checking_gives_no_error_and_twice_changes_nothing() {
    for (name, words) in TEXTS {
        let desk = desk_with_event(name);
        let event = desk.path().join("event");
        let report = ok(&import_of(name), desk.path());
        assert!(report.contains("wrote: interviews/"), "{report}");
        interview_with(words, &event);
        let written = files(&event);
        let report = ok(&["check", "event"], desk.path());
        assert!(!report.contains("error"), "{name} {report}");
        let report = ok(&["fmt", "event"], desk.path());
        assert!(report.contains("are in their canonical form"), "{report}");
        let report = ok(&import_of(name), desk.path());
        assert!(report.contains("0 new, 0 updated"), "{name} {report}");
        assert!(!report.contains("not in the source any more"), "{name} {report}");
        assert_eq!(files(&event), written, "{name}");
    }
}

#[test]
fn an_edit_of_a_person_survives_a_text_that_changed() {
    for (name, words) in TEXTS {
        let desk = desk_with_event(name);
        let event = desk.path().join("event");
        ok(&import_of(name), desk.path());
        let interview = interview_with(words, &event);
        change(&interview, "speaker: ", "series: Library\nspeaker: ");
        change(&desk.path().join("source"), words, &format!("{words} (revised)"));
        let before = files(&event).len();
        let report = ok(&import_of(name), desk.path());
        let text = fs::read_to_string(&interview).expect("it is there");
        // Signs that mean something are written with a backslash.
        assert!(text.contains("(revised)") && text.contains("\nseries: Library\n"), "{name} {report} {text}");
        assert!(report.contains("0 new, 1 updated"), "{name} {report}");
        assert_eq!(files(&event).len(), before, "{name}");
        // The same lines: the person's stay, and the difference is shown.
        change(&interview, "(revised)", "(by hand)");
        change(&desk.path().join("source"), "(revised)", "(revised again)");
        let report = ok(&import_of(name), desk.path());
        let text = fs::read_to_string(&interview).expect("it is there");
        assert!(text.contains("(by hand)") && !text.contains("revised"), "{name} {text}");
        assert!(report.contains("the source says it differently:") && report.contains("(revised again)"), "{report}");
    }
}

#[test]
fn another_interview_leaves_the_earlier_ones_alone() {
    let desk = desk_with_event("mail.ja.txt");
    let event = desk.path().join("event");
    for (folder, (name, _)) in TEXTS.iter().enumerate() {
        let folder = desk.path().join(folder.to_string());
        fs::create_dir(&folder).expect("writable");
        // All of them are called the same.
        fs::copy(export(&format!("text/{name}")), folder.join("mail.txt")).expect("the fixture is there");
    }
    let import = |folder: usize| {
        let source = format!("{folder}/mail.txt");
        ok(&[&["import", &source, "--into", "event"][..], &import_of(TEXTS[folder].0)[4..]].concat(), desk.path())
    };
    for folder in 0..TEXTS.len() {
        let before = files(&event.join("interviews"));
        let report = import(folder);
        assert!(!report.contains("not in the source any more"), "{report}");
        let after = files(&event.join("interviews"));
        assert!(before.iter().all(|file| after.contains(file)) && after.len() > before.len(), "{report}");
    }
    for (_, words) in TEXTS {
        interview_with(words, &event);
    }
    let all = files(&event);
    for folder in 0..TEXTS.len() {
        let report = import(folder);
        assert!(report.contains("0 new, 0 updated") && !report.contains("not in the source"), "{report}");
    }
    assert_eq!(files(&event), all);
    assert!(!ok(&["check", "event"], desk.path()).contains("error"));
}

#[test]
fn texts_of_standard_input_are_told_apart_by_what_they_say() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), &folder.path().join("event"));
    let text = |name: &str, answer: &str| {
        format!(
            "{name}さんに聞く\n\n名前：{name}\n\n---- どんなお仕事ですか？\n\n{answer}\n\n---- 最後に一言。\n\nよろしく。\n"
        )
    };
    let texts = [
        text("例田花子", "図書館の貸し出しの仕組みを作っています。"),
        text("試作太郎", "銀行の窓口で働いてきました。"),
    ];
    let import = |text: &str| {
        let (ok, report) = run_with(&["import", "-", "--into", "event"], folder.path(), text.as_bytes());
        assert!(ok && !report.contains("not in the source any more"), "{report}");
        report
    };
    for text in &texts {
        assert!(import(text).contains("2 new, 0 updated"));
    }
    let event = folder.path().join("event");
    let (one, two) = (interview_with("図書館の貸し出し", &event), interview_with("銀行の窓口", &event));
    assert_ne!(one, two);
    let written = files(&event);
    for text in &texts {
        assert!(import(text).contains("0 new, 0 updated"));
    }
    assert_eq!(files(&event), written);
    import(&texts[0].replace("作っています", "直しています"));
    assert!(fs::read_to_string(&one).expect("it is there").contains("図書館の貸し出しの仕組みを直しています。"));
    assert_eq!(files(&event).len(), written.len());
    assert!(!ok(&["check", "event"], folder.path()).contains("error"));
}

#[test]
fn an_interview_gets_the_name_that_is_asked_for_and_keeps_it() {
    let desk = desk_with_event("blog.en.md");
    let event = desk.path().join("event");
    let named = [&IMPORT[..], &["--slug", "small-functions"]].concat();
    ok(&named, desk.path());
    assert_eq!(interview_with("Because two", &event), event.join("interviews/small-functions.md"));
    let written = files(&event);
    for arguments in [&named[..], &IMPORT[..]] {
        assert!(ok(arguments, desk.path()).contains("0 new, 0 updated"));
        assert_eq!(files(&event), written);
    }
    // The name of another interview is not taken.
    let source = fs::read_to_string(desk.path().join("source")).expect("readable");
    let other =
        source.replace("Hana Example", "Taro Sample").replace("Because two were not enough", "Four are too many");
    fs::write(desk.path().join("other.md"), other).expect("writable");
    let report = ok(&["import", "other.md", "--into", "event", "--slug", "small-functions"], desk.path());
    assert!(report.contains("there is another interview `small-functions` already"), "{report}");
    assert_eq!(interview_with("Four are too many", &event), event.join("interviews/small-functions-2.md"));
    let (ok, report) = run(&[&IMPORT[..], &["--slug", "../escape"]].concat(), desk.path());
    assert!(!ok && report.contains("use a–z, 0–9 and hyphens"), "{report}");
}

#[test]
fn an_interview_that_names_nobody_gets_the_speaker_that_is_named_and_keeps_it() {
    let desk = desk_with_event("blog.en.md");
    let event = desk.path().join("event");
    let text = "# サーバーレスの図書館\n\n---- なぜ？\n\n夜だけ動く関数があるからです。\n";
    fs::write(desk.path().join("source"), text).expect("writable");
    let (ok_, report) = run(&[&IMPORT[..], &["--lang", "ja"]].concat(), desk.path());
    assert!(!ok_ && report.contains("`--speaker`で名前を指定してください"), "{report}");
    let (ok_, report) = run(&[&IMPORT[..], &["--speaker", "hana-exampel"]].concat(), desk.path());
    assert!(!ok_ && report.contains("there is no speaker `hana-exampel`; give `--speaker` the name"), "{report}");
    let named = [&IMPORT[..], &["--speaker", "例田 花子（れいだ はなこ）"]].concat();
    ok(&named, desk.path());
    let written = files(&event);
    let speaker = fs::read_to_string(event.join("program/speakers/reida-hanako.md")).expect("it is there");
    assert!(speaker.contains("name: 例田 花子\nreading: れいだ はなこ\n"), "{speaker}");
    let slug = [&IMPORT[..], &["--speaker", "reida-hanako"]].concat();
    for arguments in [&IMPORT[..], &named, &slug] {
        assert!(ok(arguments, desk.path()).contains("0 new, 0 updated"), "{arguments:?}");
        assert_eq!(files(&event), written);
    }
    let schedule = export("frab-schedule.xml").display().to_string();
    let (ok_, report) = run(&["import", &schedule, "--into", "event", "--speaker", "reida-hanako"], desk.path());
    assert!(
        !ok_ && report.contains("but the source is schedule.xml of pretalx or frab; leave out `--speaker`"),
        "{report}"
    );
}

#[test]
fn the_file_of_a_speaker_may_be_renamed_as_its_comment_asks() {
    let desk = desk_with_event("mail.ja.txt");
    let event = desk.path().join("event");
    ok(&IMPORT, desk.path());
    let speakers = event.join("program/speakers");
    fs::rename(speakers.join("source.md"), speakers.join("hanako-reida.md")).expect("it is there");
    change(&event.join("interviews/source.md"), "speaker: source", "speaker: hanako-reida");
    let before = files(&event.join("interviews"));
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("program/speakers/source.md → program/speakers/hanako-reida.md\n"), "{report}");
    assert_eq!(files(&event.join("interviews")), before);
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("0 new, 0 updated") && !report.contains("→"), "{report}");
    // Nobody else gets the name that the first import gave.
    change(&desk.path().join("source"), "例田花子", "試作太郎");
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("wrote: program/speakers/source-2.md\n"), "{report}");
    assert!(!ok(&["check", "event"], desk.path()).contains("error"));
}

#[test]
fn an_interview_that_somebody_renamed_is_still_the_same() {
    for (name, words) in TEXTS {
        let desk = desk_with_event(name);
        let event = desk.path().join("event");
        ok(&import_of(name), desk.path());
        let interview = interview_with(words, &event);
        let renamed = event.join("interviews/another-name.md");
        fs::rename(&interview, &renamed).expect("it is there");
        change(&desk.path().join("source"), words, &format!("{words} (revised)"));
        let report = ok(&import_of(name), desk.path());
        assert!(report.contains("updated: interviews/another-name.md\n"), "{name} {report}");
        assert!(fs::read_to_string(&renamed).expect("it is there").contains("(revised)"), "{name} {report}");
        assert!(!interview.exists(), "{name} {report}");
        let report = ok(&import_of(name), desk.path());
        assert!(report.contains("0 new, 0 updated") && !report.contains("any more"), "{name} {report}");
    }
}

#[test]
fn an_export_is_taken_by_its_categories() {
    let desk = desk_with_event("export.txt");
    let event = desk.path().join("event");
    let (failed, report) = run(&IMPORT, desk.path());
    assert!(
        !failed && report.contains("no category is named") && report.contains("serverless, インタビュー, 日記"),
        "{report}"
    );
    let (failed, report) = run(&[&IMPORT[..], &["--category", "料理"]].concat(), desk.path());
    assert!(!failed && report.contains("no entry has the category `料理`"), "{report}");
    let report = ok(&[&IMPORT[..], &["--category", "Serverless"]].concat(), desk.path());
    assert!(report.contains("2 new"), "{report}");
    // The others come beside it, and what is only in another category is not gone.
    let report = ok(&import_of("export.txt"), desk.path());
    assert!(report.contains("wrote: interviews/taro-sample.md\n") && report.contains("2 new, 0 updated"), "{report}");
    let report = ok(&[&IMPORT[..], &["--category", "serverless"]].concat(), desk.path());
    assert!(!report.contains("not in the source any more"), "{report}");
    assert!(files(&event).iter().all(|(_, text)| !text.contains("秘密")), "comments of visitors are private");
    // An entry that the blog has no more is told, and stays.
    let source = desk.path().join("source");
    let text = fs::read_to_string(&source).expect("readable");
    let start = text.find("AUTHOR: organizer\nTITLE: Interview with").expect("the second entry");
    let end = text.find("AUTHOR: organizer\nTITLE: 雑記").expect("the third entry");
    fs::write(&source, format!("{}{}", &text[..start], &text[end..])).expect("writable");
    let report = ok(&import_of("export.txt"), desk.path());
    assert!(report.contains("left where they are:\n  interviews/taro-sample.md\n"), "{report}");
    assert!(event.join("interviews/taro-sample.md").exists());
}

#[test]
fn texts_that_begin_like_json_or_xml_are_texts() {
    for start in [
        "[f:id:reida:20160925123456j:plain]",
        "[:contents]",
        "[前の記事](https://example.org/)の続きです。",
        "<p>第2弾です。</p>",
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy(&fixture("minimal"), &folder.path().join("event"));
        let text = match start.starts_with('<') {
            true => format!("{start}<p>名前：例田花子</p><p>---- なぜ？</p><p>なぜなら。</p>"),
            false => format!("{start}\n\n名前：例田花子\n\n---- なぜ？\n\nなぜなら。\n"),
        };
        let (ok, report) = run_with(&["import", "-", "--into", "event"], folder.path(), text.as_bytes());
        assert!(ok && report.starts_with("-: text of an interview\n"), "{start} {report}");
    }
    let desk = desk_with_event("mail.ja.txt");
    let page = b"<!DOCTYPE html><html><p>Q: a?</p></html>";
    let (ok, report) = run_with(&["import", "-", "--into", "event"], desk.path(), page);
    assert!(!ok && report.contains("the source is a web page, and no export"), "{report}");
}
