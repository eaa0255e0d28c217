//! The content that is shipped, and the valid fixtures.

use std::path::Path;

use conference::{
    Conference,
    diagnostic::{ReportLanguage, Severity, Style, render},
    load::{Audience, load},
};

use jiff::civil::DateTime;

use crate::disk;

/// Loads a folder that must have no errors; notes and warnings may be.
fn load_valid(root: &Path) -> Conference {
    let loaded = load(&disk::read(root), Audience::Visitors(&|_| DateTime::MAX));
    let errors: String = loaded
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| render(diagnostic, Style::Plain, ReportLanguage::English))
        .collect();
    assert_eq!(errors, "", "{}", root.display());
    loaded.conference.expect("content without errors is published")
}

#[test]
fn the_built_in_content_has_no_errors() {
    let conference = load_valid(&disk::repository());
    assert_eq!(conference.sessions.len(), 21);
    assert_eq!(conference.interviews.len(), 1);
}

#[test]
fn the_smallest_conference_has_no_diagnostics_at_all() {
    let loaded = load(&disk::read(&disk::fixture("minimal")), Audience::Visitors(&|_| DateTime::MAX));
    assert_eq!(loaded.diagnostics, []);
}

#[test]
fn three_rooms_and_a_hundred_files_load_without_errors() {
    let conference = load_valid(&disk::fixture("serverlessdays-tokyo-2023"));
    assert_eq!(conference.event.rooms.len(), 3);
}
