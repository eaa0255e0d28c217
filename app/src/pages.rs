//! One module a page, and the way from a route to its document.

mod about;
mod article;
mod home;
mod interview;
mod interviews;
mod news;
mod problem;
mod schedule;
mod session;
mod speaker;
mod speakers;
mod tags;

use std::sync::Arc;

use conference::{
    Language,
    url::{Page, Route},
};
use jiff::civil::DateTime;
use leptos::{prelude::*, reactive::owner::Owner};

use crate::{
    context::{Context, Now, Site},
    references::below,
    shell::{Content, shell},
};

pub use problem::Problem;
pub use schedule::{FilteredSchedule, Pieces, PreparedSchedule};

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
            Page::News => news::news(context),
            Page::Article(slug) => article::article(context, context.conference.article(slug)?),
            Page::Tags => tags::tags(context),
            Page::Tag(tag) => tags::tag(context, tag, context.conference.tags.get(tag)?),
            Page::About => about::about(context),
        };
        Some(document(context, content))
    })
}

/// The document in the place of a page that cannot be shown.
pub fn render_problem(site: &Site, language: &Language, problem: &Problem, now: Now) -> String {
    in_owner(|| {
        let context = Context::new(site, language, now);
        document(context, problem::problem(context, problem))
    })
}

/// The same without a document: a title and one or two sentences.
pub fn problem_in_words(site: &Site, language: &Language, problem: &Problem) -> (&'static str, String) {
    // It is the same at any moment.
    problem::in_words(Context::new(site, language, Now::Fixed(DateTime::default())), problem)
}

fn in_owner<T>(render: impl FnOnce() -> T) -> T {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let result = owner.with(render);
    owner.unset_with_forced_cleanup();
    result
}

fn document(context: Context<'_>, content: Content) -> String {
    let html = shell(context, content).to_html();
    // Of the right size at once: a schedule can have tens of megabytes.
    let mut document = String::with_capacity(html.len() + 16);
    document.push_str("<!DOCTYPE html>");
    document.extend(html.split(MARK));
    drop(html);
    document.push('\n');
    below(&context.site.urls.base_path, document)
}

/// Leptos marks the places of dynamic nodes with it for hydration. Here only islands are hydrated, and what they hydrate
/// is static, so the marks would only be bytes (and errors to an HTML checker).
const MARK: &str = "<!>";

fn without_marks(html: String) -> String {
    html.replace(MARK, "")
}
