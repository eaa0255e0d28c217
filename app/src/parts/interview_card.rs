//! An interview in a list.

use conference::{Installment, Interview, url::Page};
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::{Level, PeopleLinks, heading, moment, tagged, title};
use crate::{
    context::{Context, context},
    dates,
};

/// An interview in a list, titled by a heading of a level.
#[component]
pub(crate) fn InterviewCard<'a>(interview: &'a Interview, level: Level) -> AnyView {
    let context = context();
    let messages = context.messages;
    let (_, lang) = context.tagged(&interview.title);
    let title = title(&context, &interview.title);
    let href = context.url(&Page::Interview(interview.slug.clone()));
    let published = moment(&context, interview.published, dates::date(messages, interview.published.date()));
    let series = interview.series.as_ref().map(|series| {
        let place = messages.place_in_series(series.number);
        view! { <span class="series">{series_link(&context, series)}" "{place}</span> }
    });
    let summary = interview.summary.as_ref().map(|text| view! { <p class="summary">{tagged(&context, text)}</p> });
    let mark = unpublished(&context, (!interview.draft).then_some(interview.published));
    let minutes = interview.body.get(&context.language).1.reading_time.minutes();
    view! {
        <article class="interview-card">
            <p class="interview-meta">{series}{mark}</p>
            {heading(level, "interview-title", view! { <a href=href lang=lang>{title}</a> })}
            {summary}
            <PeopleLinks speakers=&interview.speakers/>
            <p class="interview-meta">{published}<span>{messages.reading_time(minutes)}</span></p>
        </article>
    }
    .into_any()
}

/// The name of the series of an interview, with a link to its page if it has one.
pub(crate) fn series_link(context: &Context, series: &Installment) -> AnyView {
    let name = tagged(context, &series.name);
    let page = Page::Series(series.key.clone());
    // On its page, the link would lead nowhere else.
    if !context.conference.series.contains_key(&series.key) || context.page.as_ref() == Some(&page) {
        return name;
    }
    view! { <a href=context.url(&page)>{name}</a> }.into_any()
}

/// Marks an item that visitors do not see yet; only previews show such items.
///
/// `published` is when it is published, unless it is a draft.
pub(crate) fn unpublished(context: &Context, published: Option<DateTime>) -> Option<impl IntoView + use<>> {
    let messages = context.messages;
    let label = match published {
        None => messages.draft,
        Some(published) if published > context.now => messages.not_yet_public,
        Some(_) => return None,
    };
    Some(view! { <strong class="unpublished">{label}</strong> })
}
