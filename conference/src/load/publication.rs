//! Publication: the items that visitors see at a given time, and the time of the next change.

use std::collections::{HashMap, HashSet};

use jiff::{civil::DateTime, tz::TimeZone};
use rustc_hash::FxHashSet;

use super::{dated::DatedItem, files::Kind, item::Item, sources::Audience};
use crate::{Slug, Text, diagnostic::Message, message, read::print_time, url::Page};

/// The published items, and the reasons why others are not published.
#[derive(Debug, Default)]
pub(super) struct Publication {
    /// The pages of items that are published.
    pub(super) pages: FxHashSet<Page>,
    pub(super) drafts: HashSet<Page>,
    /// The publication times of the items that are published later.
    pub(super) later: HashMap<Page, DateTime>,
    /// The times of changes that published items announce: they count from then on.
    pub(super) changes: HashMap<Page, DateTime>,
    pub(super) removed: HashMap<Page, Text>,
}

impl Publication {
    /// Decides which dated items are published; `others` always are. If the event's time zone is unknown, all items but
    /// drafts are published.
    pub(super) fn of<'e, 'a: 'e>(
        entries: impl Iterator<Item = DatedItem<'e, 'a>>,
        others: impl Iterator<Item = Page>,
        removed: HashMap<Page, Text>,
        audience: Audience<'_>,
        zone: Option<&TimeZone>,
    ) -> Self {
        let now = match (audience, zone) {
            (Audience::Visitors(now), Some(zone)) => now(zone),
            _ => DateTime::MAX,
        };
        let mut publication = Self { removed, pages: others.collect(), ..Self::default() };
        for (_, entry) in entries {
            let page = entry.page();
            let is_published = !entry.draft() && entry.published() <= now;
            if let Some(change) = entry.updated().filter(|change| is_published && *change > now) {
                publication.changes.insert(page.clone(), change);
            }
            if matches!(audience, Audience::Organizers) {
                publication.pages.insert(page);
            } else if entry.draft() {
                publication.drafts.insert(page);
            } else if entry.published() > now {
                publication.later.insert(page, entry.published());
            } else {
                publication.pages.insert(page);
            }
        }
        publication
    }

    /// The time of the next publication, or of the next change of a published item.
    pub(super) fn next(&self) -> Option<DateTime> {
        self.later.values().chain(self.changes.values()).min().copied()
    }

    /// The reason why a link to an item is broken; `None` if the link is valid. An unpublished item may link to items
    /// that are published earlier or at the same time.
    pub(super) fn reason_against(&self, kind: Kind, slug: &Slug, from: Option<&Page>) -> Option<Message> {
        let page = kind.page(slug.clone());
        if self.pages.contains(&page) {
            return None;
        }
        if self.removed.contains_key(&page) {
            return Some(message!("was removed", "取り下げられています"));
        }
        if self.drafts.contains(&page) {
            return Some(message!("is a draft and not published yet", "下書きで、まだ公開されていません"));
        }
        match self.later.get(&page) {
            Some(moment) => {
                let together = from.is_some_and(|from| {
                    self.drafts.contains(from) || self.later.get(from).is_some_and(|own| own >= moment)
                });
                (!together).then(|| {
                    message!(
                        "is published on {date} at {time}",
                        "{date} {time}に公開されます",
                        date = moment.date(),
                        time = print_time(*moment)
                    )
                })
            }
            None => Some(message!("has errors and is not published", "エラーがあるため公開されていません")),
        }
    }
}

/// Notes the publication time of items that are published later, and warns of changes in the future.
pub(super) fn announce<'e, 'a: 'e>(entries: impl Iterator<Item = DatedItem<'e, 'a>>, published: &Publication) {
    for (item, entry) in entries {
        if let Some(change) = published.changes.get(&entry.page()) {
            warn_of_change(item, *change);
        }
        let Some(moment) = published.later.get(&entry.page()).copied() else { continue };
        let place = item.fields().place("published").unwrap_or_default();
        let message = message!(
            "this is published on {date} at {time}",
            "公開は{date} {time}です",
            date = moment.date(),
            time = print_time(moment)
        );
        let help = message!(
            "until then only the preview shows it; for the event's time zone see `timezone` in program/event.md",
            "それまではプレビューにだけ表示されます。時刻の基準は program/event.md の`timezone`です"
        );
        item.document.problems.note("published-later", place, message, help);
    }
}

fn warn_of_change(item: &Item<'_>, change: DateTime) {
    let message = message!(
        "this is in the future: {date}, {time}",
        "これは未来の日時です: {date} {time}",
        date = change.date(),
        time = print_time(change)
    );
    let help = message!(
        "write the day on which the text changed last; until then `published` counts",
        "本文を最後に変更した日を書いてください。その日時までは`published`が使われます"
    );
    item.document.problems.warning("updated-later", item.fields().place("updated").unwrap_or_default(), message, help);
}
