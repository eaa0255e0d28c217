//! The resources that depend on the choice of a visitor, such as plans and searches, and the bytes that they take at most.

use conference::{
    filter::SessionFilter,
    url::{Export, Page, Resource, Route},
};

/// More than the bytes of the largest QR code, and of the two smaller ones of a plan on paper.
const QR_CODE: u64 = 512 * 1024;

/// More than the bytes of the longest query of a request, twice encoded.
const QUERY: u64 = 32 * 1024;

/// More than the bytes of the results of a search: thirty titles, details and excerpts.
const RESULTS: u64 = 256 * 1024;

/// A resource that is made anew for each choice, with the resource whose size bounds its own.
pub(super) enum Chosen {
    Page(Route, Bound),
    Export(Export, Bound),
}

/// The bytes that a chosen resource takes at most.
pub(super) enum Bound {
    /// So many times those of another resource, which has all sessions, and so many more.
    Times(u64, Resource, u64),
    Bytes(u64),
}

/// The filter of the schedule in a frame, and of the page that writes the frame.
fn embedded_filter(page: &Page) -> Option<&SessionFilter> {
    match page {
        Page::Embed(filter) => Some(filter),
        Page::EmbeddedSchedule(schedule) => Some(&schedule.filter),
        _ => None,
    }
}

impl Chosen {
    /// The choice in a resource; `None` for a resource that is the same for all visitors.
    pub(super) fn of(resource: &Resource) -> Option<Self> {
        match resource {
            Resource::Page(route) if embedded_filter(&route.page).is_some_and(|filter| !filter.is_empty()) => {
                let page = match &route.page {
                    Page::Embed(_) => Page::Embed(Default::default()),
                    _ => Page::EmbeddedSchedule(Default::default()),
                };
                let all = Route { language: route.language.clone(), page };
                // With the query in several addresses.
                Some(Self::Page(route.clone(), Bound::Times(2, Resource::Page(all), 64 * 1024)))
            }
            Resource::Page(Route { language, page: page @ Page::Search(query) }) => {
                let empty = Route { language: language.clone(), page: Page::Search(Default::default()) };
                let route = Route { language: language.clone(), page: page.clone() };
                let bound = Bound::Times(1, Resource::Page(empty), RESULTS);
                (!query.is_empty()).then_some(Self::Page(route, bound))
            }
            Resource::Page(route) => {
                let (Page::Plan(plan) | Page::PlanSessions(plan) | Page::PlanPaper(plan)) = &route.page else {
                    return None;
                };
                let all = Route { language: route.language.clone(), page: Page::PlanSessions(Default::default()) };
                // With all sessions and a few notes for each of them, and on paper with all of them twice.
                let bound = Bound::Times(3, Resource::Page(all), QR_CODE);
                (!plan.is_empty()).then(|| Self::Page(route.clone(), bound))
            }
            Resource::Export(export @ Export::Calendar(calendar)) if calendar.is_chosen() => {
                let whole = Resource::Export(Export::Calendar(calendar.whole()));
                Some(Self::Export(export.clone(), Bound::Times(1, whole, 0)))
            }
            // A colour takes a few characters on each line.
            Resource::Export(export @ Export::PlainText(text)) if text.is_chosen() => {
                let whole = Resource::Export(Export::PlainText(text.whole()));
                Some(Self::Export(export.clone(), Bound::Times(2, whole, 64 * 1024)))
            }
            Resource::Export(export @ Export::Dataset(dataset)) if dataset.is_chosen() => {
                let whole = Resource::Export(Export::Dataset(dataset.whole()));
                // The filter is part of the address that the document names.
                Some(Self::Export(export.clone(), Bound::Times(1, whole, QUERY)))
            }
            Resource::Export(export @ Export::PlanQrCode(..)) => {
                Some(Self::Export(export.clone(), Bound::Bytes(QR_CODE)))
            }
            _ => None,
        }
    }

    /// The bytes that it takes at most.
    pub(super) fn bound(&self) -> &Bound {
        match self {
            Self::Page(_, bound) | Self::Export(_, bound) => bound,
        }
    }
}
