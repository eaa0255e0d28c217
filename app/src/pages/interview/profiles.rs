//! The people of an interview and its session.

use conference::{Interview, url::Page};
use leptos::prelude::*;

use crate::{
    context::context,
    dates,
    parts::{Avatar, EmbeddedProse, PhotoCredit, moment, organization_and_role, tagged},
};

/// The people who answer, with their biographies, and the session that the interview is about.
#[component]
pub(super) fn Profiles<'a>(interview: &'a Interview) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let people = context
        .conference
        .people(&interview.speakers)
        .map(|speaker| {
            let href = context.url(&Page::Speaker(speaker.slug.clone()));
            let prefix = format!("{}_", speaker.slug);
            view! {
                <div class="profile">
                    <Avatar speaker=speaker/>
                    <div>
                        <p class="profile-name"><a href=href>{tagged(&context, &speaker.name)}</a></p>
                        {organization_and_role(&context, speaker).map(|text| view! { <p class="role">{text}</p> })}
                        <EmbeddedProse body=&speaker.body prefix=&prefix/>
                        <PhotoCredit speaker=speaker/>
                    </div>
                </div>
            }
        })
        .collect_view();
    let session = interview.session.as_ref().and_then(|slug| context.conference.session(slug)).map(|session| {
        let (title, lang) = context.tagged(&session.title);
        let href = context.url(&Page::Session(session.slug.clone()));
        let day = dates::short_day(messages, session.start.date());
        let when = format!("{day} {}", dates::span(session.start, session.end));
        let notice = context.conference.event.notice.as_ref().map(|notice| {
            view! { <small class="notice">{tagged(&context, notice)}</small> }
        });
        view! {
            <p class="about-session">
                <span class="label">{messages.about_session}</span>
                <a href=href lang=lang>{title}</a>
                {moment(&context, session.start, when)}
                {notice}
            </p>
        }
    });
    view! { <aside class="profile-box" aria-label=messages.profile>{people}{session}</aside> }
}
