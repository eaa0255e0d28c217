//! One interview: the people who answer, the session, questions and answers.

mod bilingual;
mod contents;
mod neighbours;
mod profiles;
mod section;
mod sides;

use conference::{Interview, Question, Slug, Transcript, url::Page};
use leptos::prelude::*;

pub(super) use self::bilingual::BilingualPage;
use self::{
    contents::Contents,
    neighbours::Neighbours,
    profiles::Profiles,
    section::{TranscriptSection, texts},
    sides::Sides,
};
use super::missing::Missing;
use crate::{
    context::context,
    parts::{self, Level, Origin, PaperLinks, TagLinks, Untranslated, heading, publication, tagged, unpublished},
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
    let remark = body_lang.is_some().then(|| view! { <Untranslated original=language/> });
    let names = context.conference.people(&interview.speakers).map(|person| context.text(&person.name).to_owned());
    let names = names.collect::<Vec<_>>().join(", ");
    let description = match &interview.summary {
        Some(summary) => context.text(summary).to_owned(),
        None => messages.interview_description(&names),
    };
    let summary = interview.summary.as_ref().map(|text| view! { <p class="lead">{tagged(&context, text)}</p> });
    let sections = transcript.sections.iter().map(|part| view! { <TranscriptSection interview=interview section=part/> }).collect_view();
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
                <Bilinguals interview=interview/>
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
    view! { <Shell title={Some(title)} description=description kind="interview-main" sheet=Some("/reading.css")>{main}</Shell> }.into_any()
}

#[component]
fn Series<'a>(interview: &'a Interview) -> impl IntoView + use<> {
    let context = context();
    interview.series.as_ref().map(|series| {
        let place = context.messages.place_in_series(series.number);
        view! { <p class="series">{tagged(&context, &series.name)}" "<span>{place}</span></p> }
    })
}

/// Links to the interview beside each of its translations.
#[component]
fn Bilinguals<'a>(interview: &'a Interview) -> impl IntoView + use<> {
    let context = context();
    let links = sides::others(&context, interview)
        .map(|language| {
            let href = context.url(&Page::Bilingual(interview.slug.clone(), language.clone()));
            view! { <a href=href>{context.messages.read_beside(language)}</a> }
        })
        .collect_view();
    sides::others(&context, interview).next().is_some().then(|| view! { <p class="other-language">{links}</p> })
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

/// A question as a heading with a permalink, and its answer; in one language, or beside another one.
#[component]
fn Exchange<'a>(question: &'a Question, level: Level, sides: Sides<'a>) -> impl IntoView + use<> {
    let href = format!("#{}", question.id);
    let label = format!("{}: {}", context().messages.link_to_question, question.text);
    let heading = heading(level, "question", view! { <span inner_html=question.html.clone()></span> });
    let line = view! {
        <div class="question-line">{heading}" "<a class="permalink" href=href aria-label=label>"#"</a></div>
    };
    let body = sides.exchange(question, line.into_any());
    view! { <section class="exchange" id=question.id.clone()>{body}</section> }
}
