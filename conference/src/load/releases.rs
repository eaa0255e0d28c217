//! Adds the releases to a conference, and reports changes that are not released yet.

use std::collections::BTreeSet;

use super::context::Context;
use crate::{
    Conference,
    diagnostic::{Diagnostic, Severity},
    message,
    release::{self, RELEASES, Withdrawn},
    url::Page,
};

/// The most sessions that a report names.
const MOST: usize = 5;

/// Reads the releases, and finds the sessions that were withdrawn since.
///
/// A session whose file was deleted is withdrawn once a release says so: until then the file may only be broken.
pub(super) fn read(conference: &mut Conference, context: &Context<'_>) {
    let Some(document) = &context.files.releases else { return };
    let Some(text) = document.text else { return };
    let releases = release::read(text, &context.default_language(), &context.search, &document.problems);
    let present: BTreeSet<_> =
        conference.sessions.iter().flat_map(|session| [session.identity(), &session.slug]).cloned().collect();
    for last in releases.last_changes() {
        let page = Page::Session(last.session.clone());
        let reason = conference.removed.get(&page).cloned();
        if let Some(facts) = last.last_facts()
            && (last.now.is_none() || reason.is_some())
            && !present.contains(&last.session)
            && !conference.moved.contains_key(&page)
        {
            conference.removed.remove(&page);
            conference.withdrawn.insert(last.session.clone(), Withdrawn { facts: facts.clone(), reason });
        }
    }
    conference.releases = releases;
}

/// Notes that the programme differs from its last release.
pub(super) fn report_unreleased(conference: &Conference, diagnostics: &mut Vec<Diagnostic>) {
    if conference.releases.is_empty() {
        return;
    }
    let changes = release::changes(conference);
    if changes.is_empty() {
        return;
    }
    let named: Vec<_> = changes.iter().take(MOST).map(|change| change.session.as_str()).collect();
    let (count, named) = (changes.len(), named.join(", "));
    let more = if count > MOST { ", …" } else { "" };
    diagnostics.push(Diagnostic::of_file(
        Severity::Note,
        "unreleased-changes",
        RELEASES,
        match count {
            1 => message!(
                "1 session has changed since the last release: {named}",
                "前回のリリースから、1件のセッションに変更があります: {named}"
            ),
            _ => message!(
                "{count} sessions have changed since the last release: {named}{more}",
                "前回のリリースから、{count}件のセッションに変更があります: {named}{more}"
            ),
        },
        message!(
            "run `serverlessconf release` when attendees are to be told",
            "参加者に知らせるときに`serverlessconf release`を実行してください"
        ),
    ));
}
