//! One interview: the people who answer, the session, questions and answers.

mod bilingual;
mod contents;
mod exchange;
mod header;
mod neighbours;
mod profiles;
mod second_side;
mod section;
mod sides;

use conference::Slug;
use leptos::prelude::*;

pub(super) use self::bilingual::BilingualPage;
use self::{
    contents::{Contents, entries},
    header::{Bilinguals, Meta, Series, description},
    neighbours::Neighbours,
    profiles::Profiles,
    section::{FootnoteList, TranscriptSection, texts},
};
use super::missing::Missing;
use crate::{
    context::context,
    parts::{self, AnswerMenuScript, Origin, Outdated, PaperLinks, TagLinks, Untranslated, tagged, unpublished},
    shell::Shell,
};

#[component]
pub(super) fn InterviewPage(slug: Slug) -> AnyView {
    let context = context();
    let Some(interview) = context.conference.interview(&slug) else { return view! { <Missing/> }.into_any() };
    let (title, lang) = context.tagged(&interview.title);
    let phrased = parts::title(&context, &interview.title);
    let (language, transcript) = interview.body.get(&context.language);
    let body_lang = (*language != context.language).then(|| language.to_string());
    let remark = body_lang.is_some().then(|| view! { <Untranslated original=language/> });
    let description = description(&context, interview);
    let summary = interview.summary.as_ref().map(|text| view! { <p class="lead">{tagged(&context, text)}</p> });
    let sections = transcript
        .sections
        .iter()
        .map(|part| view! { <TranscriptSection interview=interview section=part/> })
        .collect_view();
    let change = interview.updated.filter(|_| interview.outdated.contains(&context.language));
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
            <Contents entries=entries(transcript, body_lang.as_ref())/>
            {remark}
            <Outdated change=change/>
            <div class="transcript" lang=body_lang>
                {(!introduction.is_empty()).then(|| view! { <div class="prose" inner_html=introduction></div> })}
                {sections}
                <FootnoteList transcript=transcript/>
            </div>
            <PaperLinks html=texts(transcript)/>
            <Origin source=interview.source.as_ref() licence=interview.licence.as_deref()/>
        </article>
        <Neighbours interview=interview/>
    };
    let head = view! { <AnswerMenuScript/> }.into_any();
    view! {
        <Shell
            title={Some(title)}
            description=description
            kind="interview-main"
            sheet=Some("/reading.css")
            head=head
        >
            {main}
        </Shell>
    }
    .into_any()
}
