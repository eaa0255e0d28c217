//! Plans, and exports whose sessions visitors choose: made anew for each choice, within the budget and the permits of filtered
//! schedules.

use std::sync::Arc;

use app::{Now, Subject};
use axum::http::header;
use conference::url::{Export, Page, Resource, Route};
use tokio::runtime::Handle;

use super::{Filtered, FilteredSchedules};
use crate::{
    cache_policy::CachePolicy,
    page_cache::entry::{Entry, HTML},
    render::render,
    representation::{Codings, Representation},
};

/// More than the bytes of the largest QR code.
const QR_CODE: u64 = 512 * 1024;

/// A resource that is made anew for each choice, with the resource whose size bounds its own.
pub(in crate::page_cache) enum Chosen {
    Page(Route, Bound),
    Export(Export, Bound),
}

/// The bytes that a chosen resource takes at most.
pub(in crate::page_cache) enum Bound {
    /// So many times those of another resource, which has all sessions.
    Times(u64, Resource),
    Bytes(u64),
}

impl Chosen {
    /// The choice in a resource; `None` for a resource that is the same for all visitors.
    pub(in crate::page_cache) fn of(resource: &Resource) -> Option<Self> {
        match resource {
            Resource::Page(route) => {
                let (Page::Plan(plan) | Page::PlanSessions(plan) | Page::PlanPaper(plan)) = &route.page else { return None };
                let all = Route { language: route.language.clone(), page: Page::PlanSessions(Default::default()) };
                // With all sessions, and on paper with all of them twice.
                let bound = Bound::Times(2, Resource::Page(all));
                (!plan.is_empty()).then(|| Self::Page(route.clone(), bound))
            }
            Resource::Export(export @ Export::Calendar(calendar)) if calendar.is_chosen() => {
                let whole = Resource::Export(Export::Calendar(calendar.whole()));
                Some(Self::Export(export.clone(), Bound::Times(1, whole)))
            }
            Resource::Export(export @ Export::PlanQrCode(..)) => {
                Some(Self::Export(export.clone(), Bound::Bytes(QR_CODE)))
            }
            _ => None,
        }
    }

    /// The bytes that it takes at most.
    pub(in crate::page_cache) fn bound(&self) -> &Bound {
        match self {
            Self::Page(_, bound) | Self::Export(_, bound) => bound,
        }
    }
}

impl FilteredSchedules {
    /// A chosen resource with a variant for these codings; made now unless it is kept.
    pub(in crate::page_cache) async fn chosen(
        self: &Arc<Self>,
        chosen: Chosen,
        now: Now,
        bytes: u64,
        codings: Codings,
    ) -> Option<Filtered> {
        let languages = &self.edition.site.as_ref()?.conference.event.languages;
        let path = match &chosen {
            Chosen::Page(route, _) => route.path(languages),
            Chosen::Export(export, _) => export.path(),
        };
        let (schedules, runtime) = (self.clone(), Handle::current());
        let make = move || {
            let site = schedules.edition.site.as_ref()?;
            let (representation, label) = match chosen {
                Chosen::Page(route, _) => {
                    let rendered = runtime.block_on(render(site, Subject::Page(route.clone()), now));
                    let link = rendered.headers.get(header::LINK).cloned();
                    let representation = Representation::new(rendered.html, HTML, schedules.effort).with_link(link);
                    (representation, route.pattern(&site.conference.event.languages))
                }
                Chosen::Export(export, _) => {
                    let made = app::exports::make(site, &export)?;
                    (Representation::new(made.body, made.media_type, schedules.effort), export.pattern())
                }
            };
            let representation = Arc::new(representation);
            Some(Entry { representation, policy: CachePolicy::Revalidate, label, minute: None })
        };
        self.kept_or_made(path, bytes, codings, make).await
    }
}
