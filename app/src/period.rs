//! The periods in which pages stay the same: a cached page is valid in one of them.

use conference::{
    Conference,
    url::{Export, Page, PlainText, Resource, Route, TextSubject},
};
use jiff::{ToSpan as _, civil::DateTime};

use crate::{board::is_under_way, now_and_next::is_today, site::Now};

/// The moments at which some page becomes another one.
#[derive(Clone, Debug)]
pub struct Timeline(Vec<DateTime>);

/// The minute for which a resource is valid although the period lasts longer: its page counts the minutes.
pub fn minute_of(conference: &Conference, resource: &Resource, now: Now) -> Option<DateTime> {
    let page = match resource {
        Resource::Page(Route { page, .. }) => page,
        Resource::Export(Export::PlainText(PlainText { subject: TextSubject::Now, .. })) => &Page::Now,
        _ => return None,
    };
    let counts = match page {
        Page::Home => is_today(conference, now.moment()),
        Page::Now | Page::Screen(_) => is_under_way(conference, now.moment()),
        _ => false,
    };
    counts.then(|| now.minute())
}

/// The place of a moment on a timeline: at two moments of one period a page has the same bytes, unless it
/// [counts the minutes](minute_of).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// How many moments of the timeline were before.
    passed: usize,
    /// One more if the moment is on the timeline itself.
    reached: usize,
    /// Whether browsers go on from the moment.
    ticks: bool,
}

impl Timeline {
    /// The timeline of a conference: its sessions begin and end, its days begin and end, its interviews are published.
    pub fn of(conference: &Conference) -> Self {
        let midnight = |moment: DateTime| moment.date().to_datetime(Default::default());
        let sessions = conference.sessions.iter().flat_map(|session| {
            let today = midnight(session.start);
            let tomorrow = today.checked_add(1.day()).unwrap_or(DateTime::MAX);
            [session.start, session.end.unwrap_or(session.start), today, tomorrow]
        });
        let interviews = conference.interviews.iter().map(|interview| interview.published);
        let articles = conference.articles.iter().map(|article| article.published);
        let mut moments: Vec<_> = sessions.chain(interviews).chain(articles).collect();
        moments.sort_unstable();
        moments.dedup();
        Self(moments)
    }

    /// The period that a moment lies in.
    pub fn period(&self, now: Now) -> Period {
        let moment = now.moment();
        Period {
            passed: self.0.partition_point(|known| *known < moment),
            reached: self.0.partition_point(|known| *known <= moment),
            ticks: matches!(now, Now::Ticking(_)),
        }
    }
}
