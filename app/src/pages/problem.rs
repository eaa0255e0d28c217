//! The page in the place of one that cannot be shown: the problem and the ways out.

use conference::{Text, url::Page};
use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::{
    context::{Context, context},
    messages::Messages,
    parts::tagged,
    shell::Shell,
};

/// Why a page cannot be shown.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The status of the answer: 400 to 599 (RFC 9110, section 15).
    pub status: u16,
    /// Why the item was removed, if its file says so.
    pub reason: Option<Text>,
    /// Pages that may have been meant, the likeliest first.
    pub nearest: Vec<Page>,
}

/// The problem and the way out: a title and one or two sentences.
pub(super) fn in_words(context: &Context, problem: &Problem) -> (&'static str, String) {
    let messages = context.messages;
    let (title, detail) = match problem.status {
        404 => (messages.not_found, messages.not_found_help),
        410 => (messages.gone, messages.gone_help),
        405 => (messages.method_not_allowed, messages.method_not_allowed_help),
        503 => (messages.unavailable, messages.unavailable_help),
        500..=599 => (messages.server_error, messages.server_error_help),
        _ => (messages.bad_request, messages.bad_request_help),
    };
    let reason = problem.reason.as_ref().map(|reason| context.text(reason).to_owned());
    (title, reason.unwrap_or_else(|| detail.to_owned()))
}

#[component]
pub(super) fn ProblemPage(problem: Problem) -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let (title, detail) = in_words(&context, &problem);
    let help = match &problem.reason {
        Some(reason) => view! { <p>{tagged(&context, reason)}</p> }.into_any(),
        None => view! { <p>{detail.clone()}</p> }.into_any(),
    };
    let nearest: Vec<_> = problem
        .nearest
        .iter()
        .filter_map(|page| Some((page, name(&context, page)?)))
        .map(|(page, name)| {
            view! { <li><a href=context.url(page)>{name}</a></li> }
        })
        .collect();
    let nearest = (!nearest.is_empty()).then(|| {
        view! {
            <h2>{messages.did_you_mean}</h2>
            <ul class="nearest">{nearest}</ul>
        }
    });
    let news = (!context.conference.articles.is_empty()).then_some(Page::News);
    let ways = [Page::Home, Page::Schedule(Default::default()), Page::Speakers, Page::Interviews];
    let ways = ways
        .into_iter()
        .chain(news)
        .chain([Page::About])
        .filter_map(|page| Some((context.url(&page), section(messages, &page)?)))
        .map(|(href, label)| view! { <li><a href=href>{label}</a></li> })
        .collect_view();
    let main = view! {
        <p class="status-code" aria-hidden="true">{problem.status.to_string()}</p>
        <h1>{title}</h1>
        {help}
        {nearest}
        <ul class="ways-out">{ways}</ul>
    };
    if let Ok(status) = StatusCode::from_u16(problem.status) {
        expect_context::<ResponseOptions>().set_status(status);
    }
    view! { <Shell title={Some(title.to_owned())} description=detail kind="problem">{main}</Shell> }
}

/// The name of a page that there is.
fn name(context: &Context, page: &Page) -> Option<AnyView> {
    let conference = &context.conference;
    Some(match page {
        Page::Session(slug) => tagged(context, &conference.session(slug)?.title),
        Page::Speaker(slug) => tagged(context, &conference.speaker(slug)?.name),
        Page::Interview(slug) => tagged(context, &conference.interview(slug)?.title),
        Page::Article(slug) => tagged(context, &conference.article(slug)?.title),
        Page::Series(key) => tagged(context, &conference.series.get(key)?.name),
        Page::Question(id) => tagged(context, &conference.question(id)?.text),
        Page::Tag(tag) => conference.tags.get(tag)?.name.clone().into_any(),
        page => section(context.messages, page)?.into_any(),
    })
}

fn section(messages: &Messages, page: &Page) -> Option<&'static str> {
    Some(match page {
        Page::Home => messages.home,
        Page::Schedule(_) => messages.schedule,
        Page::Speakers => messages.speakers,
        Page::Interviews => messages.interviews,
        Page::News => messages.news,
        Page::Questions => messages.shared_questions(),
        Page::Tags => messages.all_tags,
        Page::About => messages.about,
        Page::Changes => messages.changes,
        Page::Feeds => messages.feeds(),
        Page::Plan(_) | Page::PlanSessions(_) | Page::PlanPaper(_) => messages.plan,
        Page::Now => messages.now_page,
        Page::Exports => messages.exports,
        Page::Embed(_) | Page::EmbeddedSchedule(_) => messages.embed,
        Page::Screens => messages.screens,
        _ => return None,
    })
}
