//! The place of a problem for other programs: the path from the folder of the program, and the columns.

use std::path::Path;

use conference::diagnostic::Diagnostic;

/// The paths of files relative to the folder in which the program was started.
pub(super) struct Paths {
    /// The content folder, with `/` at the end; empty if it is the folder itself.
    prefix: String,
}

impl Paths {
    pub(super) fn below(content: &Path) -> Self {
        let parts: Vec<_> = content.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let parts: Vec<_> = parts.iter().map(AsRef::as_ref).filter(|part| !matches!(*part, "." | "/")).collect();
        let root = if content.is_absolute() { "/" } else { "" };
        let end = if parts.is_empty() { "" } else { "/" };
        Self { prefix: format!("{root}{}{end}", parts.join("/")) }
    }

    pub(super) fn of(&self, diagnostic: &Diagnostic) -> String {
        format!("{}{}", self.prefix, diagnostic.path)
    }
}

/// The first column after the mark, in characters from 1.
pub(super) fn end_column(diagnostic: &Diagnostic) -> usize {
    let marked = diagnostic.source.get(diagnostic.marked.clone()).unwrap_or_default();
    diagnostic.column + marked.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_where_the_program_was_started() {
        for (content, expected) in [
            (".", ""),
            ("./", ""),
            ("my-event", "my-event/"),
            ("./a/b/", "a/b/"),
            ("../a", "../a/"),
            ("/srv/event", "/srv/event/"),
        ] {
            assert_eq!(Paths::below(Path::new(content)).prefix, expected, "{content}");
        }
    }
}
