//! Plans, results of searches, and exports whose sessions visitors choose: made anew for each choice, within the budget and the permits of filtered
//! schedules.

use std::sync::Arc;

use app::{Now, Subject};
use axum::http::header;
use conference::url::Page;
use tokio::runtime::Handle;

use super::{Filtered, FilteredSchedules};
use crate::{
    cache_policy::CachePolicy,
    page_cache::{
        chosen::Chosen,
        entry::{Entry, HTML},
    },
    render::render,
    representation::{Codings, Representation},
};

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
                    if matches!(route.page, Page::Search(_)) {
                        schedules.prepare_index(site);
                    }
                    let rendered = runtime.block_on(render(site, Subject::Page(route.clone()), now));
                    let link = rendered.headers.get(header::LINK).cloned();
                    let representation = Representation::new(rendered.html, HTML, schedules.effort).with_link(link);
                    (representation, route.pattern(&site.conference.event.languages))
                }
                Chosen::Export(export, _) => {
                    let made = app::exports::make(site, &export)?;
                    (Representation::of_export(made, schedules.effort), export.pattern())
                }
            };
            let representation = Arc::new(representation);
            Some(Entry::new(representation, CachePolicy::Revalidate, label))
        };
        self.kept_or_made(path, bytes, codings, make).await
    }
}
