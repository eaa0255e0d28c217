//! Filtered calendars: written anew for each filter, within the budget and the permits of filtered schedules.

use std::sync::Arc;

use conference::url::{Calendar, Export};

use super::{Filtered, FilteredSchedules};
use crate::{
    cache_policy::CachePolicy,
    page_cache::entry::Entry,
    representation::{Codings, Representation},
};

impl FilteredSchedules {
    /// A filtered calendar with a variant for these codings; written now unless it is kept. It needs no more than the bytes of
    /// the whole calendar.
    pub(in crate::page_cache) async fn calendar(
        self: &Arc<Self>,
        calendar: Calendar,
        bytes: u64,
        codings: Codings,
    ) -> Option<Filtered> {
        let export = Export::Calendar(calendar);
        let (path, schedules) = (export.path(), self.clone());
        let make = move || {
            let made = app::exports::make(schedules.edition.site.as_ref()?, &export)?;
            let representation = Arc::new(Representation::new(made.body, made.media_type, schedules.effort));
            Some(Entry { representation, policy: CachePolicy::Revalidate, label: export.pattern(), minute: None })
        };
        self.kept_or_made(path, bytes, codings, make).await
    }
}
