//! Diagnostics as text for terminals and logs.

use std::{collections::BTreeSet, fmt};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use super::{Diagnostic, Severity};

/// How a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text alone, for files and logs.
    Plain,
    /// With the colours of ANSI terminals.
    Colored,
}

/// The columns a report may take before long lines are cut around their mark.
const WIDTH: usize = 120;

/// Shows a diagnostic as `rustc` does: what is wrong, where, the line with carets, and what to do.
///
/// Ends with a line feed. Control characters of the content do not reach the terminal.
pub fn render(diagnostic: &Diagnostic, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(normalize_untrusted_str(&diagnostic.message)).id(diagnostic.code);
    let path = normalize_untrusted_str(&diagnostic.path);
    let help = Level::HELP.message(normalize_untrusted_str(&diagnostic.help));
    let report = if diagnostic.line == 0 {
        Group::with_title(title).element(Origin::path(path)).element(help)
    } else {
        let snippet = Snippet::source(diagnostic.source.as_str())
            .line_start(diagnostic.line)
            .path(path)
            .annotation(AnnotationKind::Primary.span(diagnostic.marked.clone()));
        Group::with_title(title).element(snippet).element(help)
    };
    let mut text = renderer.term_width(WIDTH).render(&[report]);
    text.push('\n');
    text
}

/// How many diagnostics of each severity there are, and in how many files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// Different files among all of them.
    pub files: usize,
}

impl Count {
    /// Counts diagnostics.
    pub fn of<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut count = Self::default();
        let mut files = BTreeSet::new();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => count.errors += 1,
                Severity::Warning => count.warnings += 1,
                Severity::Note => count.notes += 1,
            }
            files.insert(&diagnostic.path);
        }
        Self { files: files.len(), ..count }
    }
}

impl fmt::Display for Count {
    /// `3 errors, 1 warning in 2 files`, or `no problems`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let some = |number: usize, name: &str| match number {
            0 => None,
            1 => Some(format!("1 {name}")),
            _ => Some(format!("{number} {name}s")),
        };
        let counts: Vec<_> = [some(self.errors, "error"), some(self.warnings, "warning"), some(self.notes, "note")]
            .into_iter()
            .flatten()
            .collect();
        match some(self.files, "file") {
            Some(files) => write!(formatter, "{} in {files}", counts.join(", ")),
            None => formatter.write_str("no problems"),
        }
    }
}
