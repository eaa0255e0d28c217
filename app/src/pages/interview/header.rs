//! The lines around the title of an interview.

use conference::{Interview, Transcript, url::Page};
use leptos::prelude::*;

use super::sides::others;
use crate::{
    context::{Context, context},
    parts::{publication, series_link, tagged},
};

/// The summary of an interview, or else a sentence with the names of the people.
pub(super) fn description(context: &Context, interview: &Interview) -> String {
    let names = context.conference.people(&interview.speakers).map(|person| context.text(&person.name).to_owned());
    match &interview.summary {
        Some(summary) => context.text(summary).to_owned(),
        None => context.messages.interview_description(&names.collect::<Vec<_>>().join(", ")),
    }
}

/// The series, with the place of the interview in it.
#[component]
pub(super) fn Series<'a>(interview: &'a Interview) -> impl IntoView + use<> {
    let context = context();
    interview.series.as_ref().map(|series| {
        let place = context.messages.place_in_series(series.number);
        let name = series_link(&context, series);
        view! { <p class="series">{name}" "<span>{place}</span></p> }
    })
}

/// Links to the interview beside each of its translations.
#[component]
pub(super) fn Bilinguals<'a>(interview: &'a Interview) -> impl IntoView + use<> {
    let context = context();
    let links = others(&context, interview)
        .map(|language| {
            let href = context.url(&Page::Bilingual(interview.slug.clone(), language.clone()));
            view! { <a href=href>{context.messages.read_beside(language)}</a> }
        })
        .collect_view();
    others(&context, interview).next().is_some().then(|| view! { <p class="other-language">{links}</p> })
}

/// Date, interviewer and reading time.
#[component]
pub(super) fn Meta<'a>(interview: &'a Interview, transcript: &'a Transcript) -> impl IntoView + use<> {
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
