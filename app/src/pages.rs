//! One module a page, and the way from a route to its document.

mod about;
mod home;
mod interview;
mod interviews;
mod not_found;
mod schedule;
mod session;
mod speaker;
mod speakers;

use std::sync::Arc;

use conference::{
    Language, Text,
    url::{Page, Route},
};
use leptos::{prelude::*, reactive::owner::Owner};

use crate::{
    context::{Context, Now, Site},
    shell::{Content, shell},
};

/// The document of a route at a moment of the event's time zone; `None` where the route names no item.
///
/// The same site, route and moment give the same bytes.
pub fn render(site: &Site, route: &Route, now: Now) -> Option<String> {
    in_owner(|| {
        let context = Context::new(site, &route.language, now);
        let content = match &route.page {
            Page::Home => home::home(context),
            Page::Schedule(filter) => schedule::schedule(context, filter),
            Page::Session(slug) => session::session(context, context.conference.session(slug)?),
            Page::Speakers => speakers::speakers(context),
            Page::Speaker(slug) => speaker::speaker(context, context.conference.speaker(slug)?),
            Page::Interviews => interviews::interviews(context),
            Page::Interview(slug) => interview::interview(context, context.conference.interview(slug)?),
            Page::About => about::about(context),
        };
        Some(document(context, content))
    })
}

/// The document for a path that leads nowhere, with ways out.
pub fn render_not_found(site: &Site, language: &Language, now: Now) -> String {
    in_owner(|| {
        let context = Context::new(site, language, now);
        document(context, not_found::not_found(context))
    })
}

/// The document in the place of an item that was removed, with the reason.
pub fn render_gone(site: &Site, language: &Language, reason: &Text, now: Now) -> String {
    in_owner(|| {
        let context = Context::new(site, language, now);
        document(context, not_found::gone(context, reason))
    })
}

fn in_owner<T>(render: impl FnOnce() -> T) -> T {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let result = owner.with(render);
    owner.unset_with_forced_cleanup();
    result
}

/// Leptos marks the places of dynamic nodes with `<!>` for hydration. Here only islands are hydrated, and what they
/// hydrate is static, so the marks would only be bytes (and errors to an HTML checker).
fn document(context: Context<'_>, content: Content) -> String {
    format!("<!DOCTYPE html>{}\n", shell(context, content).to_html().replace("<!>", ""))
}
