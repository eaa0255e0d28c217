//! Checks the references between items, and drops those to missing items.

use std::collections::{BTreeSet, HashMap};

use super::{
    interview,
    item::{Item, Opened},
    items::Items,
    publication::Publication,
    session,
    sources::Audience,
};
use crate::{Text, message, url::Page};

/// Drops references to items that could not be read; their own files have the errors.
pub(super) fn resolve(items: &mut Items<'_>, audience: Audience<'_>) -> Publication {
    let speakers: BTreeSet<_> = items.speakers.iter().map(|opened| opened.value.slug.clone()).collect();
    let sessions: BTreeSet<_> = items.sessions.iter().map(|opened| opened.value.session.slug.clone()).collect();
    let removed = &items.removed;
    for Opened { item, value: session::LocatedSession { session, people, .. } } in &mut items.sessions {
        report_removed(item, &["speakers"], session.speakers.iter().cloned().map(Page::Speaker), removed);
        report_removed(item, &["moderator"], session.moderator.iter().cloned().map(Page::Speaker), removed);
        session.speakers.retain(|slug| speakers.contains(slug));
        session.moderator.take_if(|slug| !speakers.contains(slug));
        people.retain(|person| speakers.contains(&person.value));
    }
    let mut orphaned = BTreeSet::new();
    for Opened { item, value: interview::LocatedInterview { interview, .. } } in &mut items.interviews {
        if interview.speakers.iter().any(|slug| removed.contains_key(&Page::Speaker(slug.clone()))) {
            orphaned.insert(interview.slug.clone());
        }
        let people = interview.speakers.iter().cloned().map(Page::Speaker);
        report_removed(item, &["speaker", "speakers"], people, removed);
        report_removed(item, &["session"], interview.session.iter().cloned().map(Page::Session), removed);
        interview.speakers.retain(|slug| speakers.contains(slug));
        interview.session.take_if(|slug| !sessions.contains(slug));
    }
    // An interview whose speakers were removed is kept. One whose speakers have errors is left out until these are
    // fixed.
    items.interviews.retain(|opened| {
        let interview = &opened.value.interview;
        !interview.speakers.is_empty() || orphaned.contains(&interview.slug)
    });
    let zone = items.event.as_ref().map(|event| &event.value.timezone);
    let removed = std::mem::take(&mut items.removed);
    let series: Vec<_> = items.series.iter().map(|opened| Page::Series(opened.value.key.clone())).collect();
    let others = sessions.into_iter().map(Page::Session).chain(speakers.into_iter().map(Page::Speaker)).chain(series);
    Publication::of(items.dated(), others, removed, audience, zone)
}

/// The files of speakers that no session and no interview refers to, published or not.
pub(super) fn idle_speakers(items: &Items<'_>) -> Vec<String> {
    let sessions = items.sessions.iter().flat_map(|opened| opened.value.session.people());
    let interviews = items.interviews.iter().flat_map(|opened| &opened.value.interview.speakers);
    let busy: BTreeSet<_> = sessions.chain(interviews).collect();
    let idle = items.speakers.iter().filter(|opened| !busy.contains(&opened.value.slug));
    idle.map(|opened| opened.item.document.path.to_owned()).collect()
}

/// Reports references to removed items: pages leave them out.
pub(super) fn report_removed(
    item: &Item<'_>,
    fields: &[&str],
    pages: impl Iterator<Item = Page>,
    removed: &HashMap<Page, Text>,
) {
    let Some(place) = fields.iter().find_map(|field| item.fields().place(field)) else { return };
    for page in pages.filter(|page| removed.contains_key(page)) {
        let slug = match page {
            Page::Speaker(slug) | Page::Session(slug) | Page::Interview(slug) => slug.to_string(),
            Page::Series(key) => key,
            _ => continue,
        };
        let message =
            message!("`{slug}` was removed, and is left out here", "`{slug}`は取り下げられたため、ここでは省かれます");
        item.document.problems.warning(
            "reference-to-removed",
            place.clone(),
            message,
            message!("take it away here too", "ここからも消してください"),
        );
    }
}

/// Reports interviews about canceled sessions.
pub(super) fn check_canceled(items: &Items<'_>) {
    let canceled = items.sessions.iter().map(|opened| &opened.value.session).filter(|session| session.canceled);
    let canceled: BTreeSet<_> = canceled.map(|session| &session.slug).collect();
    for Opened { item, value } in &items.interviews {
        if value.interview.session.as_ref().is_some_and(|slug| canceled.contains(slug)) {
            let place = item.fields().place("session").unwrap_or_default();
            let help = message!(
                "say so in the text where readers should know; the page of the session says it",
                "読者に必要なら本文でも触れてください。セッションのページには中止と表示されます"
            );
            item.document.problems.note(
                "session-canceled",
                place,
                message!("this session is canceled", "このセッションは中止になりました"),
                help,
            );
        }
    }
}
