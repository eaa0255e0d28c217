//! When items are published: what visitors see at a moment, and when that changes.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::{civil::DateTime, tz::TimeZone};

use super::{Audience, files::Kind, interview, item::Opened};
use crate::{Slug, Text, url::Page};

/// The items that have a page, and why others have none.
#[derive(Debug, Default)]
pub(super) struct Publication {
    pub(super) sessions: BTreeSet<Slug>,
    pub(super) speakers: BTreeSet<Slug>,
    pub(super) interviews: BTreeSet<Slug>,
    pub(super) drafts: BTreeSet<Slug>,
    /// When the others are published.
    pub(super) later: BTreeMap<Slug, DateTime>,
    pub(super) removed: HashMap<Page, Text>,
}

impl Publication {
    /// Decides which interviews are published. Where the event's time zone is not known, all but the drafts.
    pub(super) fn of(
        interviews: &[Opened<'_, interview::Draft>],
        removed: HashMap<Page, Text>,
        audience: Audience<'_>,
        zone: Option<&TimeZone>,
    ) -> Self {
        let now = match (audience, zone) {
            (Audience::Visitors(now), Some(zone)) => now(zone),
            _ => DateTime::MAX,
        };
        let mut publication = Self { removed, ..Self::default() };
        for interview in interviews.iter().map(|opened| &opened.value.interview) {
            let slug = interview.slug.clone();
            if matches!(audience, Audience::Organizers) {
                publication.interviews.insert(slug);
            } else if interview.draft {
                publication.drafts.insert(slug);
            } else if interview.published > now {
                publication.later.insert(slug, interview.published);
            } else {
                publication.interviews.insert(slug);
            }
        }
        publication
    }

    /// When the next item is published.
    pub(super) fn next(&self) -> Option<DateTime> {
        self.later.values().min().copied()
    }

    /// When an interview is published that is not yet.
    pub(super) fn later(&self, interview: &Slug) -> Option<DateTime> {
        self.later.get(interview).copied()
    }

    /// Why an item has no page that another one could lead to, if it has none. What is published together, or after the
    /// other one, may lead to it.
    pub(super) fn reason_against(&self, kind: Kind, slug: &Slug, from: Option<&Slug>) -> Option<String> {
        let published = match kind {
            Kind::Session => &self.sessions,
            Kind::Speaker => &self.speakers,
            Kind::Interview => &self.interviews,
        };
        if published.contains(slug) {
            return None;
        }
        if self.removed.contains_key(&kind.page(slug.clone())) {
            return Some("was removed".to_owned());
        }
        if kind != Kind::Interview {
            return Some("has errors and is not published".to_owned());
        }
        if self.drafts.contains(slug) {
            return Some("is a draft and not published yet".to_owned());
        }
        match self.later.get(slug) {
            Some(moment) => {
                let together = from.is_some_and(|from| {
                    self.drafts.contains(from) || self.later.get(from).is_some_and(|own| own >= moment)
                });
                (!together)
                    .then(|| format!("is published on {} at {}", moment.date(), crate::read::print_time(*moment)))
            }
            None => Some("has errors and is not published".to_owned()),
        }
    }
}
