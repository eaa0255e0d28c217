//! Workflow commands of GitHub Actions, which show a problem at its line of a pull request
//! ("Workflow commands for GitHub Actions", section "Setting an error message").

use std::io::{self, Write};

use conference::diagnostic::{Diagnostic, ReportLanguage, Severity};

use super::place::{Paths, end_column};

/// Writes one command for each problem.
pub(super) fn write(
    out: &mut impl Write,
    paths: &Paths,
    diagnostics: &[Diagnostic],
    language: ReportLanguage,
) -> io::Result<()> {
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        write!(out, "::{command} file={}", property(&paths.of(diagnostic)))?;
        if diagnostic.line > 0 {
            let (line, column, end) = (diagnostic.line, diagnostic.column, end_column(diagnostic));
            write!(out, ",line={line},endLine={line},col={column},endColumn={end}")?;
        }
        let text = data(&format!("{}\n{}", diagnostic.message.text(language), diagnostic.help.text(language)));
        writeln!(out, ",title={}::{text}", property(diagnostic.code))?;
    }
    Ok(())
}

/// Escapes the characters that would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the characters that would end a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("100 %\r\n::error::x"), "100 %25%0D%0A::error::x");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
