//! One speaker: profile, sessions, interviews.

use conference::Slug;
use leptos::prelude::*;

use super::missing::Missing;
use crate::{
    context::context,
    parts::{
        CalendarPanel, InterviewCard, Level, Links, Mentions, Notice, PhotoCredit, Portrait, Prose, SessionCard,
        organization_and_role, tagged,
    },
    shell::{Interaction, Shell},
};

#[component]
pub(super) fn SpeakerPage(slug: Slug) -> AnyView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let Some(speaker) = conference.speaker(&slug) else { return view! { <Missing/> }.into_any() };
    let name = context.text(&speaker.name).to_owned();
    let reading = speaker
        .reading
        .clone()
        .filter(|_| context.language.as_str() == "ja")
        .map(|reading| view! { <p class="reading">{reading}</p> });
    let sessions = speaker.sessions.iter().filter_map(|slug| conference.session(slug));
    let sessions = sessions.map(|session| view! { <SessionCard session=session level=Level::Third/> }).collect_view();
    let interviews = speaker.interviews.iter().filter_map(|slug| conference.interview(slug));
    let interviews =
        interviews.map(|interview| view! { <InterviewCard interview=interview level=Level::Third/> }).collect_view();
    let interaction = if speaker.sessions.is_empty() { Interaction::Static } else { Interaction::Scripts };
    let sessions = (!speaker.sessions.is_empty()).then(|| {
        view! {
            <section class="speaker-sessions"><h2>{messages.sessions}</h2><Notice/><CalendarPanel/>{sessions}</section>
        }
    });
    let interviews = (!speaker.interviews.is_empty()).then(|| {
        view! { <section class="speaker-interviews"><h2>{messages.interviews}</h2>{interviews}</section> }
    });
    let biography = &speaker.body.get(&context.language).1.text;
    let affiliation = [&speaker.organization, &speaker.role].into_iter().flatten().map(|text| context.text(text));
    let described = affiliation.chain([biography.as_str()]).filter(|text| !text.is_empty()).collect::<Vec<_>>();
    let main = view! {
        <header class="profile">
            <Portrait speaker=speaker/>
            <div>
                <h1>{tagged(&context, &speaker.name)}</h1>
                {reading}
                {organization_and_role(&context, speaker).map(|text| view! { <p class="role">{text}</p> })}
                <Links links=&speaker.links/>
            </div>
        </header>
        <PhotoCredit speaker=speaker/>
        <Prose body=&speaker.body/>
        {sessions}{interviews}
        <Mentions speaker=speaker/>
    };
    let description = described.join(" · ");
    view! {
        <Shell title={Some(name)} description=description kind="speaker" interaction=interaction>{main}</Shell>
    }
    .into_any()
}
