//! One speaker: profile, sessions, interviews.

use conference::{Speaker, url::Page};
use leptos::prelude::*;

use crate::{
    context::Context,
    parts::{
        Level, Shown, interview_card, links, notice, organization_and_role, photo_credit, portrait, prose,
        session_card, tagged,
    },
    shell::{Content, Interaction},
};

pub(super) fn speaker(context: Context<'_>, speaker: &Speaker) -> Content {
    let messages = context.messages;
    let conference = context.conference;
    let name = context.text(&speaker.name).to_owned();
    let reading = speaker
        .reading
        .clone()
        .filter(|_| context.language.as_str() == "ja")
        .map(|reading| view! { <p class="reading">{reading}</p> });
    let sessions = speaker.sessions.iter().filter_map(|slug| conference.session(slug));
    let sessions = sessions.map(|session| session_card(context, session, Level::Third, Shown::Yes)).collect_view();
    let interviews = speaker.interviews.iter().filter_map(|slug| conference.interview(slug));
    let interviews = interviews.map(|interview| interview_card(context, interview, Level::Third)).collect_view();
    let sessions = (!speaker.sessions.is_empty()).then(|| {
        view! {
            <section class="speaker-sessions"><h2>{messages.sessions}</h2>{notice(context)}{sessions}</section>
        }
    });
    let interviews = (!speaker.interviews.is_empty()).then(|| {
        view! { <section class="speaker-interviews"><h2>{messages.interviews}</h2>{interviews}</section> }
    });
    let biography = &speaker.body.get(context.language).1.text;
    let affiliation = [&speaker.organization, &speaker.role].into_iter().flatten().map(|text| context.text(text));
    let described = affiliation.chain([biography.as_str()]).filter(|text| !text.is_empty()).collect::<Vec<_>>();
    let main = view! {
        <header class="profile">
            {portrait(context, speaker)}
            <div>
                <h1>{tagged(context, &speaker.name)}</h1>
                {reading}
                {organization_and_role(context, speaker).map(|text| view! { <p class="role">{text}</p> })}
                {links(context, &speaker.links)}
            </div>
        </header>
        {photo_credit(context, speaker)}
        {prose(context, &speaker.body)}
        {sessions}{interviews}
    };
    Content {
        title: Some(name),
        description: described.join(" · "),
        kind: "speaker",
        page: Some(Page::Speaker(speaker.slug.clone())),
        interaction: Interaction::Static,
        main: main.into_any(),
    }
}
