//! The language of the people at the terminal.

use std::env;

use conference::diagnostic::ReportLanguage;

/// The language of reports: that of the first of these variables that says something (POSIX, section 8.2).
pub(crate) fn report_language() -> ReportLanguage {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    said.into_iter()
        .find(|locale| !locale.is_empty())
        .map_or_else(Default::default, |it| ReportLanguage::of_locale(&it))
}
