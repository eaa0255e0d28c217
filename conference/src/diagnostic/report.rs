//! Diagnostics as text for terminals and logs.

use std::collections::BTreeSet;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use super::{
    located::Diagnostic,
    message::{ReportLanguage, Words, words},
    severity::Severity,
};

/// How a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text alone, for files and logs.
    Plain,
    /// With the colours of ANSI terminals.
    Colored,
}

const HELP: Words = words!("help", "ヒント");

/// The word before a suggestion.
pub fn help_word(language: ReportLanguage) -> &'static str {
    HELP.text(language)
}

/// The line width beyond which source lines are cut around their mark.
const WIDTH: usize = 120;

/// Renders a diagnostic in the layout of `rustc`: message, location, source line with carets, suggestion.
///
/// The result ends with a line feed. Control characters in the content are replaced, so that they cannot reach the
/// terminal.
pub fn render(diagnostic: &Diagnostic, style: Style, language: ReportLanguage) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(diagnostic.severity.words().text(language));
    let message = normalize_untrusted_str(diagnostic.message.text(language));
    let title = level.primary_title(message).id(diagnostic.code);
    let path = normalize_untrusted_str(&diagnostic.path);
    let help = normalize_untrusted_str(diagnostic.help.text(language));
    let help = Level::HELP.with_name(HELP.text(language)).message(help);
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
    if diagnostic.line == 0 {
        // Without a line number there is no margin; this aligns the arrow with that of other reports.
        text = text.replace('\n', "\n ");
    }
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
    /// The number of distinct files.
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

impl Count {
    /// The counts as a phrase: "3 errors, 1 warning in 2 files".
    pub fn text(&self, language: ReportLanguage) -> String {
        match language {
            ReportLanguage::English => self.english(),
            ReportLanguage::Japanese => self.japanese(),
        }
    }

    fn english(&self) -> String {
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
            Some(files) => format!("{} in {files}", counts.join(", ")),
            None => "no problems".to_owned(),
        }
    }

    fn japanese(&self) -> String {
        let severities =
            [(self.errors, Severity::Error), (self.warnings, Severity::Warning), (self.notes, Severity::Note)];
        let counts = severities.into_iter().filter(|(number, _)| *number > 0);
        let counts: Vec<_> =
            counts.map(|(number, severity)| format!("{}{number}件", severity.words().japanese)).collect();
        match self.files {
            0 => "問題はありません".to_owned(),
            files => format!("{files}個のファイルに{}", counts.join("、")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, ReportLanguage, Style, render};
    use crate::{
        diagnostic::{Diagnostic, Problem, Severity},
        message,
    };

    fn problem(severity: Severity, message: &str) -> Problem {
        Problem {
            severity,
            code: "unknown-field",
            span: 6..12,
            message: message!("{message}", "{message}"),
            help: message!("did you mean `room`?", "`room`のことですか？"),
        }
    }

    #[test]
    fn carets_stand_under_full_width_text() {
        let found = problem(Severity::Warning, "no").locate("program/受付.md", "受付部屋は");
        let expected = "\
warning[unknown-field]: no
 --> program/受付.md:1:3
  |
1 | 受付部屋は
  |     ^^^^
  |
  = help: did you mean `room`?
";
        assert_eq!(render(&found, Style::Plain, ReportLanguage::English), expected);
    }

    #[test]
    fn a_japanese_report_is_japanese_in_every_word() {
        let found = problem(Severity::Warning, "だめ").locate("program/受付.md", "受付部屋は");
        let expected = "\
警告[unknown-field]: だめ
 --> program/受付.md:1:3
  |
1 | 受付部屋は
  |     ^^^^
  |
  = ヒント: `room`のことですか？
";
        assert_eq!(render(&found, Style::Plain, ReportLanguage::Japanese), expected);
        let found = [found.clone(), Diagnostic { severity: Severity::Error, ..found }];
        assert_eq!(Count::of(&found).text(ReportLanguage::Japanese), "1個のファイルにエラー1件、警告1件");
        assert_eq!(Count::of(&[]).text(ReportLanguage::Japanese), "問題はありません");
    }

    #[test]
    fn a_problem_of_a_whole_file_shows_no_line() {
        let found = Diagnostic::of_file(Severity::Error, "not-utf8", "a.md", message!("no", "×"), message!("yes", "○"));
        assert_eq!(
            render(&found, Style::Plain, ReportLanguage::English),
            "error[not-utf8]: no\n --> a.md\n  = help: yes\n"
        );
    }

    #[test]
    fn only_the_colored_style_sends_escapes_to_the_terminal() {
        let found = problem(Severity::Error, "\u{1b}[31mred\u{7}").locate("\u{1b}.md", "受付\u{1b}[31m\u{7}");
        let plain = render(&found, Style::Plain, ReportLanguage::English);
        assert!(!plain.contains(['\u{1b}', '\u{7}']), "{plain:?}");
        let colored = render(&found, Style::Colored, ReportLanguage::English);
        assert!(colored.contains('\u{1b}') && !colored.contains('\u{7}') && !colored.contains("\u{1b}[31mred"));
    }

    #[test]
    fn counts_are_said_in_words() {
        let of = |severity, path: &str| problem(severity, "no").locate(path, "受付部屋は");
        let found =
            [of(Severity::Error, "a"), of(Severity::Error, "b"), of(Severity::Error, "b"), of(Severity::Warning, "b")];
        assert_eq!(Count::of(&found).text(ReportLanguage::English), "3 errors, 1 warning in 2 files");
        assert_eq!(Count::of(&found[..1]).text(ReportLanguage::English), "1 error in 1 file");
        assert_eq!(Count::of(&[]).text(ReportLanguage::English), "no problems");
    }
}
