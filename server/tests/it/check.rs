//! `serverlessconf check`, run as its users run it.

use std::{fs, path::Path, process::Stdio};

use crate::site::{copy, fixture, program, repository};

fn check(folder: &Path) -> (bool, String) {
    check_with(folder, &[])
}

fn check_with(folder: &Path, options: &[&str]) -> (bool, String) {
    let output =
        program().args(["check", "--color", "never"]).args(options).arg(folder).output().expect("the program runs");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

#[test]
fn the_built_in_content_has_no_errors() {
    let (ok, report) = check(&repository());
    assert!(ok, "{report}");
    assert!(report.contains("21 sessions, 21 speakers, 1 interview\n"), "{report}");
}

#[test]
fn an_error_is_reported_with_its_place_and_fails() {
    let (ok, report) = check(&fixture("invalid/unknown-field"));
    assert!(!ok);
    assert!(report.contains("error[unknown-field]"), "{report}");
    assert!(report.contains(".md:"), "{report}");
}

#[test]
fn an_unknown_or_empty_folder_is_a_clear_error() {
    let (ok, report) = check(Path::new("no/such/folder"));
    assert!(!ok);
    assert!(report.contains("there is no folder no/such/folder"), "{report}");
    let empty = tempfile::tempdir().expect("a temporary folder");
    let (ok, report) = check(empty.path());
    assert!(!ok);
    assert!(report.contains("has neither program/ nor interviews/"), "{report}");
    let file = empty.path().join("file");
    fs::write(&file, "").expect("writable");
    let (ok, report) = check(&file);
    assert!(!ok);
    assert!(report.contains("is not a folder"), "{report}");
}

/// Content with one warning of a whole conference, and nothing else.
fn with_a_warning() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let session = "---\ntitle: 題\nformat: talk\nstart: 2016-10-01 18:00\nspeakers: warned\n---\n\n話です。\n";
    for (path, text) in
        [("program/speakers/warned.md", "---\nname: 太郎\n---\n"), ("program/sessions/warned.md", session)]
    {
        fs::write(folder.path().join(path), text).expect("the folder can be written");
    }
    folder
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let folder = with_a_warning();
    let (ok, report) = check(folder.path());
    assert!(ok && report.contains("1 warning in 1 file"), "{report}");
    let (ok, report) = check_with(folder.path(), &["--deny", "warnings"]);
    assert!(!ok && report.contains("1 warning in 1 file"), "{report}");
}

#[test]
fn json_says_where_and_what() {
    let (ok, report) = check_with(&fixture("invalid/unknown-field"), &["--format", "json"]);
    assert!(!ok);
    let report: serde_json::Value = serde_json::from_str(&report).expect("it is JSON");
    assert!(report["errors"].as_u64() > Some(0));
    let first = &report["diagnostics"][0];
    assert_eq!(first["code"], "unknown-field");
    assert_eq!(first["severity"], "error");
    assert!(first["path"].as_str().is_some_and(|path| Path::new(path).is_file()), "{first}");
    for field in ["line", "column", "end_column"] {
        assert!(first[field].as_u64() > Some(0), "{first}");
    }
    let (_, report) = check_with(&fixture("invalid/not-utf8"), &["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&report).expect("it is JSON");
    let whole = report["diagnostics"].as_array().expect("a list");
    assert!(!whole.is_empty());
}

#[test]
fn github_gets_one_annotation_a_problem() {
    let folder = fixture("invalid/unknown-field");
    let (ok, report) = check_with(&folder, &["--format", "github"]);
    assert!(!ok);
    let first = report.lines().next().expect("a line");
    assert!(first.starts_with(&format!("::error file={}/", folder.display())), "{first}");
    for part in [",line=", ",col=", ",title=unknown-field::", "%0A"] {
        assert!(first.contains(part), "{first}");
    }
}

#[test]
fn sarif_is_what_its_schema_says() {
    let (ok, report) = check_with(&fixture("invalid/markdown"), &["--format", "sarif"]);
    assert!(!ok);
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&report).expect("it follows the schema");
    let results = log.runs[0].results.as_ref().expect("results");
    let (_, json) = check_with(&fixture("invalid/markdown"), &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(results.len(), json["diagnostics"].as_array().expect("a list").len());
    for result in results {
        let rule = result.rule_id.as_deref().expect("a rule");
        let rules = log.runs[0].tool.driver.rules.as_ref().expect("rules");
        assert!(rules.iter().any(|known| known.id == rule), "{rule}");
    }
    let (ok, empty) = check_with(&repository(), &["--format", "sarif"]);
    assert!(ok);
    serde_json::from_str::<serde_sarif::sarif::Sarif>(&empty).expect("an empty report follows the schema");
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    for command in [["check", "--format=json"], ["fmt", "--check"]] {
        let mut child = program()
            .args(command)
            .arg(fixture("invalid/markdown"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{command:?}");
    }
}

#[test]
fn reports_are_in_the_language_of_the_reader() {
    let report = |options: &[&str], environment: &[(&str, &str)]| {
        let mut command = program();
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG").envs(environment.iter().copied());
        command.args(["check", "--color", "never"]).args(options).arg(fixture("invalid/unknown-field"));
        let output = command.output().expect("the program runs");
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
    };
    let japanese = report(&["--lang", "ja"], &[]);
    for words in ["エラー[unknown-field]: ", " = ヒント: ", "個のファイルにエラー", "セッション"] {
        assert!(japanese.contains(words), "{words}: {japanese}");
    }
    for environment in
        [&[("LANG", "ja_JP.UTF-8")][..], &[("LC_MESSAGES", "ja_JP"), ("LANG", "en_US.UTF-8")], &[("LC_ALL", "ja")]]
    {
        assert_eq!(report(&[], environment), japanese, "{environment:?}");
    }
    let english = report(&["--lang", "en"], &[("LANG", "ja_JP.UTF-8")]);
    assert!(english.contains("error[unknown-field]: "), "{english}");
    for environment in [&[][..], &[("LC_ALL", "C"), ("LANG", "ja_JP.UTF-8")], &[("LC_ALL", ""), ("LANG", "fr_FR")]] {
        assert_eq!(report(&[], environment), english, "{environment:?}");
    }
    for format in ["json", "github", "sarif"] {
        let report = report(&["--lang", "ja", "--format", format], &[]);
        assert!(report.contains("のことですか？") && report.contains("unknown-field"), "{report}");
    }
    assert!(report(&["--lang", "fr"], &[]).contains("invalid value 'fr' for '--lang"));
    // Also where there is nothing to report about.
    let output = program().env("LC_ALL", "C").args(["check", "nowhere", "--lang", "ja"]).output().expect("it runs");
    let refusal = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(refusal.contains("nowhere というフォルダーはありません"), "{refusal}");
}

#[test]
fn a_photograph_that_was_cut_off_and_what_systems_leave_behind() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let mut jpeg = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(400, 400).write_to(&mut jpeg, image::ImageFormat::Jpeg).expect("it can be encoded");
    let jpeg = jpeg.into_inner();
    let session = "---\ntitle: 題\nformat: talk\nstart: 2016-10-01 18:00\nspeakers: cut\n---\n\n話です。\n";
    let files: [(&str, &[u8]); 4] = [
        ("program/sessions/cut.md", session.as_bytes()),
        ("program/speakers/cut.md", "---\nname: 例田太郎\nphoto: cut.jpg\n---\n\n人です。\n".as_bytes()),
        ("program/speakers/cut.jpg", &jpeg),
        ("program/speakers/Thumbs.db", b"thumbs"),
    ];
    for (path, bytes) in files {
        fs::write(folder.path().join(path), bytes).expect("the folder can be written");
    }
    let (ok, report) = check_with(folder.path(), &["--deny", "warnings"]);
    assert!(ok, "{report}");
    fs::write(folder.path().join("program/speakers/cut.jpg"), &jpeg[..jpeg.len() - 100]).expect("writable");
    let (ok, report) = check(folder.path());
    assert!(!ok && report.contains("error[broken-picture]: `cut.jpg` cannot be decoded"), "{report}");
}
