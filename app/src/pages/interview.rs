//! One interview: the people who answer, the session, questions and answers.

use conference::{Interview, Part, Question, Section, Slug, Transcript, url::Page};
use leptos::prelude::*;

use super::missing::Missing;
use crate::{
    context::context,
    dates,
    parts::{
        self, AnswerMenu, AnswerMenuHead, Avatar, EmbeddedProse, Level, Origin, OthersAnswered, PaperLinks,
        PhotoCredit, TagLinks, heading, moment, organization_and_role, publication, series_link, tagged, unpublished,
    },
    shell::Shell,
};

#[component]
pub(super) fn InterviewPage(slug: Slug) -> AnyView {
    let context = context();
    let Some(interview) = context.conference.interview(&slug) else { return view! { <Missing/> }.into_any() };
    let messages = context.messages;
    let (title, lang) = context.tagged(&interview.title);
    let phrased = parts::title(&context, &interview.title);
    let (language, transcript) = interview.body.get(&context.language);
    let body_lang = (*language != context.language).then(|| language.to_string());
    let remark = body_lang.is_some().then(|| view! { <p class="remark">{messages.other_language_body}</p> });
    let names = context.conference.people(&interview.speakers).map(|person| context.text(&person.name).to_owned());
    let names = names.collect::<Vec<_>>().join(", ");
    let description = match &interview.summary {
        Some(summary) => context.text(summary).to_owned(),
        None => messages.interview_description(&names),
    };
    let summary = interview.summary.as_ref().map(|text| view! { <p class="lead">{tagged(&context, text)}</p> });
    let sections = transcript.sections.iter().map(|part| view! { <TranscriptSection section=part/> }).collect_view();
    let introduction = transcript.introduction.clone();
    let mark = unpublished(&context, (!interview.draft).then_some(interview.published));
    let main = view! {
        <article class="interview">
            <header class="interview-header">
                {mark.map(|mark| view! { <p>{mark}</p> })}
                <Series interview=interview/>
                <h1 lang=lang>{phrased}</h1>
                {summary}
                <Meta interview=interview transcript=transcript/>
                <TagLinks tags=&interview.tags/>
            </header>
            <Profiles interview=interview/>
            <Contents transcript=transcript lang=body_lang.clone()/>
            {remark}
            <div class="transcript" lang=body_lang>
                {(!introduction.is_empty()).then(|| view! { <div class="prose" inner_html=introduction></div> })}
                {sections}
            </div>
            <PaperLinks html=texts(transcript)/>
            <Origin source=interview.source.as_ref() licence=interview.licence.as_deref()/>
        </article>
        <Neighbours interview=interview/>
    };
    let head = view! { <AnswerMenuHead/> }.into_any();
    view! { <Shell title={Some(title)} description=description kind="interview-main" head=head>{main}</Shell> }
        .into_any()
}

/// The HTML of a transcript in the order of the page.
fn texts(transcript: &Transcript) -> Vec<&str> {
    let mut texts = vec![transcript.introduction.as_str()];
    for section in &transcript.sections {
        texts.extend(section.heading.as_ref().map(|heading| heading.html.as_str()));
        for part in &section.parts {
            match part {
                Part::Prose(html) => texts.push(html),
                Part::Question(question) => texts.extend([question.html.as_str(), question.answer.as_str()]),
            }
        }
    }
    texts
}

#[component]
fn Series<'a>(interview: &'a Interview) -> impl IntoView + use<> {
    let context = context();
    interview.series.as_ref().map(|series| {
        let place = context.messages.place_in_series(series.number);
        let name = series_link(&context, series);
        view! { <p class="series">{name}" "<span>{place}</span></p> }
    })
}

/// Date, interviewer and reading time.
#[component]
fn Meta<'a>(interview: &'a Interview, transcript: &'a Transcript) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let published = publication(&context, interview.published, interview.updated);
    let interviewer = interview.interviewer.as_ref().map(|text| {
        let label = format!("{}: ", messages.interviewer);
        view! { <span>{label}{tagged(&context, text)}</span> }
    });
    let reading = messages.reading_time(transcript.reading_time.minutes());
    view! { <p class="interview-meta">{published}{interviewer}<span>{reading}</span></p> }
}

/// The people who answer, with their biographies, and the session that the interview is about.
#[component]
fn Profiles<'a>(interview: &'a Interview) -> impl IntoView + use<> {
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

/// The questions as a table of contents, if there is more than one.
#[component]
fn Contents<'a>(transcript: &'a Transcript, lang: Option<String>) -> impl IntoView + use<> {
    let context = context();
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

#[component]
fn TranscriptSection<'a>(section: &'a Section) -> impl IntoView + use<> {
    let heading = section.heading.as_ref().map(|heading| {
        view! { <h2 id=heading.id.clone() inner_html=heading.html.clone()></h2> }
    });
    let level = if section.heading.is_some() { Level::Third } else { Level::Second };
    let parts = section
        .parts
        .iter()
        .map(|part| match part {
            Part::Prose(html) => view! { <div class="prose" inner_html=html.clone()></div> }.into_any(),
            Part::Question(question) => view! { <Exchange question=question level=level/> }.into_any(),
        })
        .collect_view();
    view! { <section class="transcript-section">{heading}{parts}</section> }
}

/// A question as a heading with its menu, and its answer.
#[component]
fn Exchange<'a>(question: &'a Question, level: Level) -> impl IntoView + use<> {
    let heading = heading(level, "question", view! { <span inner_html=question.html.clone()></span> });
    view! {
        <section class="exchange" id=question.id.clone()>
            <div class="question-line">{heading}" "<AnswerMenu question=question/></div>
            <div class="answer prose" inner_html=question.answer.clone()></div>
            <OthersAnswered question=question/>
        </section>
    }
}

/// The interviews of the series before and after this one.
#[component]
fn Neighbours<'a>(interview: &'a Interview) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let entry = |rel: &'static str, label: &'static str, slug: &Slug| {
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
    view! {
        <nav class="neighbours" aria-label=messages.interviews>
            <ul>{previous}{next}<li class="all"><a href=all>{messages.all_interviews}</a></li></ul>
        </nav>
    }
}
