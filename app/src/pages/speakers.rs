//! Everybody who speaks.

use conference::url::Page;
use leptos::prelude::*;

use crate::{
    context::Context,
    parts::{organization_and_role, portrait, tagged},
    shell::{Content, Interaction},
};

pub(super) fn speakers(context: Context<'_>) -> Content {
    let messages = context.messages;
    let items = context
        .conference
        .speakers
        .iter()
        .map(|speaker| {
            let href = context.url(&Page::Speaker(speaker.slug.clone()));
            let mark = (!speaker.interviews.is_empty())
                .then(|| view! { <span class="interview-mark">{messages.interview}</span> });
            view! {
                <li class="speaker-card">
                    {portrait(context, speaker)}
                    <div>
                        <h2><a href=href>{tagged(context, &speaker.name)}</a></h2>
                        {organization_and_role(context, speaker).map(|text| view! { <p>{text}</p> })}
                        {mark}
                    </div>
                </li>
            }
        })
        .collect_view();
    let names = context.conference.speakers.iter().map(|speaker| context.text(&speaker.name)).collect::<Vec<_>>();
    Content {
        title: Some(messages.speakers.to_owned()),
        description: names.join(", "),
        kind: "speakers",
        page: Some(Page::Speakers),
        interaction: Interaction::Static,
        main: view! { <h1>{messages.speakers}</h1><ul class="speaker-list">{items}</ul> }.into_any(),
    }
}
