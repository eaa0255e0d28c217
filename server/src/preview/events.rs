//! The stream of changes (server-sent events, HTML standard section 9.2) that previewing browsers listen to.

use std::process;

use axum::{
    extract::State,
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use conference::diagnostic::{Count, Diagnostic, ReportLanguage, Severity};
use serde::Serialize;
use tokio_stream::{StreamExt as _, wrappers::WatchStream};

use crate::{library::Edition, locale::report_language, state::App};

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
    problems: Vec<Problem>,
}

/// A problem with its source line in three parts, so that the browser marks the middle one.
#[derive(Serialize)]
struct Problem {
    severity: &'static str,
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
        let change = serde_json::to_string(&Change::of(&library.edition()))?;
        Ok::<_, serde_json::Error>(Event::default().data(change))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

impl Change {
    fn of(edition: &Edition) -> Self {
        let revision = edition.site.as_ref().map(|site| site.conference.revision.to_string()).unwrap_or_default();
        let problems = edition.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Note);
        let language = report_language();
        Self {
            program: process::id(),
            revision,
            lang: match language {
                ReportLanguage::English => "en",
                ReportLanguage::Japanese => "ja",
            },
            summary: Count::of(problems.clone()).text(language),
            problems: problems.map(Problem::of).collect(),
        }
    }
}

impl Problem {
    fn of(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { severity, code, path, line, column, source, marked, message, help, .. } = diagnostic.clone();
        let language = report_language();
        let part = |range| source.get::<std::ops::Range<usize>>(range).unwrap_or_default().to_owned();
        Self {
            severity: severity.name(),
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
