//! One interview: who is asked, about what, questions and answers.

use conference::{Interview, Part, Question, Section, Transcript, url::Page};
use leptos::prelude::*;

use crate::{
    context::Context,
    dates,
    parts::{
        Level, avatar, embedded_prose, heading, moment, organization_and_role, origin, photo_credit, tag_links, tagged,
        unpublished,
    },
    shell::{Content, Interaction},
};

pub(super) fn interview(context: Context<'_>, interview: &Interview) -> Content {
    let messages = context.messages;
    let (title, lang) = context.tagged(&interview.title);
    let (language, transcript) = interview.body.get(context.language);
    let body_lang = (language != context.language).then(|| language.to_string());
    let remark = body_lang.is_some().then(|| view! { <p class="remark">{messages.other_language_body}</p> });
    let names = context.conference.people(&interview.speakers).map(|person| context.text(&person.name).to_owned());
    let names = names.collect::<Vec<_>>().join(", ");
    let description = match &interview.summary {
        Some(summary) => context.text(summary).to_owned(),
        None => messages.interview_description(&names),
    };
    let summary = interview.summary.as_ref().map(|text| view! { <p class="lead">{tagged(context, text)}</p> });
    let sections = transcript.sections.iter().map(|part| section(context, part)).collect_view();
    let introduction = transcript.introduction.clone();
    let mark = unpublished(context, (!interview.draft).then_some(interview.published));
    let main = view! {
        <article class="interview">
            <header class="interview-header">
                {mark.map(|mark| view! { <p>{mark}</p> })}
                {series(context, interview)}
                <h1 lang=lang>{title.clone()}</h1>
                {summary}
                {meta(context, interview, transcript)}
                {tag_links(context, &interview.tags)}
            </header>
            {profiles(context, interview)}
            {contents(context, transcript, body_lang.clone())}
            {remark}
            <div class="transcript" lang=body_lang>
                {(!introduction.is_empty()).then(|| view! { <div class="prose" inner_html=introduction></div> })}
                {sections}
            </div>
            {origin(context, interview.source.as_ref(), interview.licence.as_deref())}
        </article>
        {neighbours(context, interview)}
    };
    Content {
        title: Some(title),
        description,
        kind: "interview-main",
        page: Some(Page::Interview(interview.slug.clone())),
        interaction: Interaction::Static,
        main: main.into_any(),
    }
}

fn series(context: Context<'_>, interview: &Interview) -> Option<impl IntoView + use<>> {
    let series = interview.series.as_ref()?;
    let place = context.messages.place_in_series(series.number);
    Some(view! { <p class="series">{tagged(context, &series.name)}" "<span>{place}</span></p> })
}

fn meta(context: Context<'_>, interview: &Interview, transcript: &Transcript) -> impl IntoView + use<> {
    let messages = context.messages;
    let published = moment(context, interview.published, dates::date(messages, interview.published.date()));
    let interviewer = interview.interviewer.as_ref().map(|text| {
        let label = format!("{}: ", messages.interviewer);
        view! { <span>{label}{tagged(context, text)}</span> }
    });
    let reading = messages.reading_time(transcript.reading_time.minutes());
    view! { <p class="interview-meta">{published}{interviewer}<span>{reading}</span></p> }
}

/// Who answers, with biography, and the session it is about.
fn profiles(context: Context<'_>, interview: &Interview) -> impl IntoView + use<> {
    let messages = context.messages;
    let people = context
        .conference
        .people(&interview.speakers)
        .map(|speaker| {
            let href = context.url(&Page::Speaker(speaker.slug.clone()));
            view! {
                <div class="profile">
                    {avatar(context, speaker)}
                    <div>
                        <p class="profile-name"><a href=href>{tagged(context, &speaker.name)}</a></p>
                        {organization_and_role(context, speaker).map(|text| view! { <p class="role">{text}</p> })}
                        {embedded_prose(context, &speaker.body, &format!("{}_", speaker.slug))}
                        {photo_credit(context, speaker)}
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
            view! { <small class="notice">{tagged(context, notice)}</small> }
        });
        view! {
            <p class="about-session">
                <span class="label">{messages.about_session}</span>
                <a href=href lang=lang>{title}</a>
                {moment(context, session.start, when)}
                {notice}
            </p>
        }
    });
    view! { <aside class="profile-box" aria-label=messages.profile>{people}{session}</aside> }
}

/// The questions as a table of contents, where there is more than one.
fn contents(context: Context<'_>, transcript: &Transcript, lang: Option<String>) -> Option<impl IntoView + use<>> {
    let items = transcript
        .questions()
        .map(|question| view! { <li><a href=format!("#{}", question.id)>{question.text.clone()}</a></li> })
        .collect_view();
    let label = context.messages.questions;
    (transcript.questions().count() > 1).then(|| {
        view! {
            <nav class="contents" aria-labelledby="contents_title">
                <h2 id="contents_title">{label}</h2>
                <ol lang=lang>{items}</ol>
            </nav>
        }
    })
}

fn section(context: Context<'_>, section: &Section) -> impl IntoView + use<> {
    let heading = section.heading.as_ref().map(|heading| {
        view! { <h2 id=heading.id.clone() inner_html=heading.html.clone()></h2> }
    });
    let level = if section.heading.is_some() { Level::Third } else { Level::Second };
    let parts = section
        .parts
        .iter()
        .map(|part| match part {
            Part::Prose(html) => view! { <div class="prose" inner_html=html.clone()></div> }.into_any(),
            Part::Question(question) => answer(context, question, level),
        })
        .collect_view();
    view! { <section class="transcript-section">{heading}{parts}</section> }
}

/// A question as a heading with a permalink, and its answer.
fn answer(context: Context<'_>, question: &Question, level: Level) -> AnyView {
    let href = format!("#{}", question.id);
    let label = format!("{}: {}", context.messages.link_to_question, question.text);
    let heading = heading(level, "question", view! { <span inner_html=question.html.clone()></span> });
    view! {
        <section class="exchange" id=question.id.clone()>
            <div class="question-line">{heading}" "<a class="permalink" href=href aria-label=label>"#"</a></div>
            <div class="answer prose" inner_html=question.answer.clone()></div>
        </section>
    }
    .into_any()
}

fn neighbours(context: Context<'_>, interview: &Interview) -> Option<impl IntoView + use<>> {
    let messages = context.messages;
    let entry = |rel: &'static str, label: &'static str, slug: &conference::Slug| {
        let other = context.conference.interview(slug)?;
        let (title, lang) = context.tagged(&other.title);
        let href = context.url(&Page::Interview(slug.clone()));
        Some(view! {
            <li class=rel><span class="direction">{label}</span><a href=href rel=rel lang=lang>{title}</a></li>
        })
    };
    let previous = interview.previous.as_ref().and_then(|slug| entry("prev", messages.previous_in_series, slug));
    let next = interview.next.as_ref().and_then(|slug| entry("next", messages.next_in_series, slug));
    let all = context.url(&Page::Interviews);
    Some(view! {
        <nav class="neighbours" aria-label=messages.interviews>
            <ul>{previous}{next}<li class="all"><a href=all>{messages.all_interviews}</a></li></ul>
        </nav>
    })
}
