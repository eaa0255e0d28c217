//! The report as JSON, for other programs.

use conference::diagnostic::{Count, Diagnostic, ReportLanguage};
use serde::Serialize;

use super::place::{Paths, end_column};

/// The whole report. Fields are only ever added.
#[derive(Serialize)]
pub(super) struct Report<'d> {
    errors: usize,
    warnings: usize,
    notes: usize,
    diagnostics: Vec<Entry<'d>>,
}

/// One problem. `line`, `column` and `end_column` are absent if it concerns the whole file. They count from 1, columns
/// in characters, and `end_column` is the first column after the mark.
#[derive(Serialize)]
struct Entry<'d> {
    severity: &'static str,
    code: &'d str,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    message: &'d str,
    help: &'d str,
}

impl<'d> Report<'d> {
    pub(super) fn of(paths: &Paths, diagnostics: &'d [Diagnostic], language: ReportLanguage) -> Self {
        let Count { errors, warnings, notes, .. } = Count::of(diagnostics);
        let entry = |diagnostic: &'d Diagnostic| {
            let placed = diagnostic.line > 0;
            Entry {
                severity: diagnostic.severity.name(),
                code: diagnostic.code,
                path: paths.of(diagnostic),
                line: placed.then_some(diagnostic.line),
                column: placed.then_some(diagnostic.column),
                end_column: placed.then(|| end_column(diagnostic)),
                message: diagnostic.message.text(language),
                help: diagnostic.help.text(language),
            }
        };
        Self { errors, warnings, notes, diagnostics: diagnostics.iter().map(entry).collect() }
    }
}
