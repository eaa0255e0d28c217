//! Every kind of invalid content, with the report that an organiser reads.
//!
//! `UPDATE_EXPECT=1 cargo test -p conference --features load` writes the reports anew. Read them before you commit them:
//! are line, column and caret right, and is it clear what to do?

use std::{env, fs, path::PathBuf};

use conference::{
    diagnostic::{Count, ReportLanguage, Style, render},
    load::{Audience, load},
};

use jiff::civil::DateTime;

use crate::disk;

fn kinds() -> Vec<PathBuf> {
    let folder = disk::fixture("invalid");
    let entries = fs::read_dir(&folder).expect("the fixtures are there");
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
    let mut kinds: Vec<_> = paths.filter(|path| path.is_dir()).collect();
    kinds.sort();
    kinds
}

fn report(root: &std::path::Path, language: ReportLanguage) -> String {
    let loaded = load(&disk::read(root), Audience::Visitors(&|_| DateTime::MAX));
    let mut report = String::new();
    for diagnostic in &loaded.diagnostics {
        report.push_str(&render(diagnostic, Style::Plain, language));
        report.push('\n');
    }
    let published = match &loaded.conference {
        Some(conference) => format!(
            "published: {} sessions, {} speakers, {} interviews",
            conference.sessions.len(),
            conference.speakers.len(),
            conference.interviews.len()
        ),
        None => String::from("published: nothing"),
    };
    report + &format!("{}\n{published}\n", Count::of(&loaded.diagnostics).text(language))
}

#[test]
fn every_kind_of_invalid_content_has_its_report() {
    let kinds = kinds();
    assert!(kinds.len() > 30, "the fixtures are there");
    let mut different = Vec::new();
    for kind in kinds {
        for (language, file) in
            [(ReportLanguage::English, "expected.txt"), (ReportLanguage::Japanese, "expected.ja.txt")]
        {
            let report = report(&kind, language);
            let expected = kind.join(file);
            if env::var_os("UPDATE_EXPECT").is_some() {
                fs::write(&expected, &report).expect("the fixture can be written");
            } else if fs::read_to_string(&expected).ok().as_deref() != Some(&report) {
                different.push(format!("{}:\n{report}", expected.display()));
            }
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// A sentence without code, which is the same in all languages.
fn prose(sentence: &str) -> String {
    sentence.split('`').step_by(2).collect()
}

/// Whether there are three English words in a row: names and formats have fewer.
fn is_english(sentence: &str) -> bool {
    let is_word = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let words: Vec<_> = sentence.split([' ', '（', '）', '、', '。']).collect();
    words.windows(3).any(|words| words.iter().all(is_word))
}

#[test]
fn japanese_sentences_are_japanese() {
    for kind in kinds() {
        for found in load(&disk::read(&kind), Audience::Visitors(&|_| DateTime::MAX)).diagnostics {
            for message in [&found.message, &found.help] {
                let japanese = prose(&message.japanese);
                let kana = japanese.chars().filter(|letter| matches!(letter, '\u{3040}'..='\u{30ff}')).count();
                assert!(kana > 0, "{}: {}", found.code, message.japanese);
                assert!(!is_english(&japanese), "{}: {japanese}", found.code);
                assert!(
                    !message.english.chars().any(|letter| matches!(letter, '。' | '、'))
                        || message.english.contains('`')
                );
            }
        }
    }
}
