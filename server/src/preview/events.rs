//! The stream of changes (server-sent events, HTML standard section 9.2) that previewing browsers listen to.

use std::process;

use axum::{
    extract::State,
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use conference::diagnostic::{Count, Diagnostic, ReportLanguage, Severity, help_word};
use serde::Serialize;
use tokio_stream::{StreamExt as _, wrappers::WatchStream};

use crate::{library::Edition, locale, state::App};

/// The message about the present edition and its problems.
#[derive(Serialize)]
struct Change {
    /// Changes with the program: another build may render other pages from the same content.
    program: u32,
    revision: String,
    /// The language of the texts about problems.
    lang: &'static str,
    /// The number of problems as a sentence.
    summary: String,
    /// The word before suggestions.
    help_word: &'static str,
    problems: Vec<Problem>,
}

/// A problem in the words of `check`, with its source line in three parts, so that the browser marks the middle one.
#[derive(Serialize)]
struct Problem {
    severity: &'static str,
    /// The severity as a word.
    label: &'static str,
    code: &'static str,
    path: String,
    line: usize,
    column: usize,
    before: String,
    marked: String,
    after: String,
    message: String,
    help: String,
}

/// Sends the present state at once, and again after every change.
pub(super) async fn events(State(app): State<App>) -> impl IntoResponse {
    let changes = WatchStream::new(app.library.changes());
    let library = app.library.clone();
    let events = changes.map(move |_| {
        let edition = library.edition();
        let change = serde_json::to_string(&Change::of(&edition, language(&edition, locale::chosen())))?;
        Ok::<_, serde_json::Error>(Event::default().data(change))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// The language of the report over a page: that of the command line, or else that of the event, which its organisers
/// read. The terminal may have another one.
fn language(edition: &Edition, chosen: Option<ReportLanguage>) -> ReportLanguage {
    let of_event = || {
        let event = &edition.site.as_ref()?.conference.event;
        Some(ReportLanguage::of_locale(event.default_language().as_str()))
    };
    chosen.or_else(of_event).unwrap_or_else(locale::report_language)
}

impl Change {
    fn of(edition: &Edition, language: ReportLanguage) -> Self {
        let revision = edition.site.as_ref().map(|site| site.conference.revision.to_string()).unwrap_or_default();
        let problems = edition.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Note);
        Self {
            program: process::id(),
            revision,
            lang: match language {
                ReportLanguage::English => "en",
                ReportLanguage::Japanese => "ja",
            },
            summary: Count::of(problems.clone()).text(language),
            help_word: help_word(language),
            problems: problems.map(|problem| Problem::of(problem, language)).collect(),
        }
    }
}

impl Problem {
    fn of(diagnostic: &Diagnostic, language: ReportLanguage) -> Self {
        let Diagnostic { severity, code, path, line, column, source, marked, message, help, .. } = diagnostic.clone();
        let part = |range| source.get::<std::ops::Range<usize>>(range).unwrap_or_default().to_owned();
        Self {
            severity: severity.name(),
            label: severity.text(language),
            before: part(0..marked.start),
            marked: part(marked.clone()),
            after: part(marked.end..source.len()),
            code,
            path,
            line,
            column,
            message: message.text(language).to_owned(),
            help: help.text(language).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use app::{Preview, Urls};
    use conference::diagnostic::{ReportLanguage, Style, render};

    use super::{Change, language};
    use crate::{
        clock::Clock,
        content::ContentFolder,
        library::Library,
        pictures::{Cache, Pictures},
    };

    /// The content of a fixture whose event has these languages, and a session with a mistake.
    fn library(folder: &Path, languages: &str) -> Library {
        let (program, sessions) = (folder.join("program"), folder.join("program/sessions"));
        fs::create_dir_all(&sessions).expect("a temporary folder");
        let event = format!("---\nname: x\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: {languages}\n---\n");
        fs::write(program.join("event.md"), event).expect("writable");
        let session = "---\ntitle: x\nformat: talk\nstart: 2016-10-01 10:00\ntags: [a\n---\n\n[a](b.md)\n";
        fs::write(sessions.join("first.md"), session).expect("writable");
        let folder = ContentFolder::open(folder, Pictures::new(Cache::of_user())).expect("it is there");
        Library::open(folder, Urls::default(), Preview::On, Clock::Fixed("1990-01-01T00:00".parse().expect("a time")))
    }

    #[test]
    fn the_overlay_speaks_the_language_of_the_event_or_of_the_command_line() {
        for (languages, chosen, expected) in [
            ("[ja, en]", None, ReportLanguage::Japanese),
            ("[en, ja]", None, ReportLanguage::English),
            ("[de]", None, ReportLanguage::English),
            ("[ja]", Some(ReportLanguage::English), ReportLanguage::English),
            ("[en]", Some(ReportLanguage::Japanese), ReportLanguage::Japanese),
        ] {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let edition = library(folder.path(), languages).edition();
            assert_eq!(language(&edition, chosen), expected, "{languages}");
        }
    }

    #[test]
    fn the_overlay_says_what_check_says() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let edition = library(folder.path(), "[ja, en]").edition();
        for language in [ReportLanguage::Japanese, ReportLanguage::English] {
            let change = Change::of(&edition, language);
            assert_eq!((change.problems.len(), edition.diagnostics.len()), (2, 2), "{:?}", edition.diagnostics);
            for (problem, diagnostic) in change.problems.iter().zip(&edition.diagnostics) {
                let report = render(diagnostic, Style::Plain, language);
                let title = format!("{}[{}]: {}\n", problem.label, problem.code, problem.message);
                let place = format!("--> {}:{}:{}\n", problem.path, problem.line, problem.column);
                let line = format!("{} | {}{}{}\n", problem.line, problem.before, problem.marked, problem.after);
                let help = format!("= {}: {}\n", change.help_word, problem.help);
                assert!([title, place, line, help].iter().all(|part| report.contains(part)), "{report}");
            }
        }
    }
}
