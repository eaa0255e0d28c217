//! The language of the people at the terminal.

use std::{env, sync::OnceLock};

use conference::diagnostic::{Message, ReportLanguage};

/// The language of the command line, which precedes that of the system.
static CHOSEN: OnceLock<ReportLanguage> = OnceLock::new();

/// Takes the language of the command line, for everything that this process says from then on.
pub(crate) fn choose(language: ReportLanguage) {
    // A process has one command line.
    _ = CHOSEN.set(language);
}

/// The language of the command line; `None` if it names none.
pub(crate) fn chosen() -> Option<ReportLanguage> {
    CHOSEN.get().copied()
}

/// A sentence in the language of reports.
pub(crate) fn said(message: &Message) -> &str {
    message.text(report_language())
}

/// The same as a text of its own, for errors and questions.
pub(crate) fn tell(message: &Message) -> String {
    said(message).to_owned()
}

/// The language of reports: the chosen one, or that of the first of these variables that says something (POSIX, section
/// 8.2).
pub(crate) fn report_language() -> ReportLanguage {
    if let Some(chosen) = chosen() {
        return chosen;
    }
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    said.into_iter()
        .find(|locale| !locale.is_empty())
        .map_or_else(Default::default, |it| ReportLanguage::of_locale(&it))
}
