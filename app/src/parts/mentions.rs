//! The pages that mention a speaker.

use conference::{Speaker, Text, url::Page};
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::{text::tagged, time::moment};
use crate::{
    context::{Context, context},
    dates,
};

/// The sessions, interviews and news that link to a speaker or to their interviews; nothing if there are none.
#[component]
pub(crate) fn Mentions<'a>(speaker: &'a Speaker) -> impl IntoView + use<> {
    let context = context();
    let items = speaker.mentions.iter().filter_map(|page| {
        let (kind, title, published) = described(&context, page)?;
        let href = context.url(page);
        let published = published.map(|day| moment(&context, day, dates::date(context.messages, day.date())));
        Some(view! {
            <li><span class="kind">{kind}</span>" "<a href=href>{tagged(&context, title)}</a>" "{published}</li>
        })
    });
    let items = items.collect_view();
    (!speaker.mentions.is_empty()).then(|| {
        view! { <section class="mentions"><h2>{context.messages.mentioned_in()}</h2><ul>{items}</ul></section> }
    })
}

/// The kind of a page, its title and its time of publication.
fn described<'c>(context: &'c Context, page: &Page) -> Option<(&'static str, &'c Text, Option<DateTime>)> {
    let (messages, conference) = (context.messages, &context.conference);
    Some(match page {
        Page::Session(slug) => {
            let session = conference.session(slug)?;
            (messages.format_name(session.format), &session.title, None)
        }
        Page::Interview(slug) => {
            let interview = conference.interview(slug)?;
            (messages.interview, &interview.title, Some(interview.published))
        }
        Page::Article(slug) => {
            let article = conference.article(slug)?;
            (messages.news, &article.title, Some(article.published))
        }
        _ => return None,
    })
}
