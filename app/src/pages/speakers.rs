//! Everybody who speaks.

use conference::{Speaker, fold::fold, url::Page};
use leptos::prelude::*;

use crate::{
    context::context,
    parts::{Avatar, organization_and_role, tagged},
    shell::Shell,
};

#[component]
pub(super) fn SpeakersPage() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let mut speakers: Vec<&Speaker> = context.conference.speakers.iter().collect();
    if !context.language.is_cjk() {
        // A reading in kana orders Japanese lists; others go by the name as it stands there.
        speakers.sort_by_cached_key(|speaker| fold(context.text(&speaker.name)));
    }
    let names = speakers.iter().map(|speaker| context.text(&speaker.name)).collect::<Vec<_>>().join(", ");
    let items = speakers
        .iter()
        .map(|speaker| {
            let href = context.url(&Page::Speaker(speaker.slug.clone()));
            let mark = (!speaker.interviews.is_empty())
                .then(|| view! { <span class="interview-mark">{messages.interview}</span> });
            view! {
                <li class="speaker-card">
                    <Avatar speaker=speaker/>
                    <div>
                        <h2><a href=href>{tagged(&context, &speaker.name)}</a></h2>
                        {organization_and_role(&context, speaker).map(|text| view! { <p>{text}</p> })}
                        {mark}
                    </div>
                </li>
            }
        })
        .collect_view();
    let description = names;
    let main = view! { <h1>{messages.speakers}</h1><ul class="speaker-list">{items}</ul> };
    view! { <Shell title={Some(messages.speakers.to_owned())} description=description kind="speakers">{main}</Shell> }
        .into_any()
}
