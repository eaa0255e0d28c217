//! A section of an interview in one language.

use conference::{Interview, Part, Section, Transcript};
use leptos::prelude::*;

use super::{exchange::Exchange, sides::Sides};
use crate::parts::Level;

/// A heading with the text and the questions below it.
#[component]
pub(super) fn TranscriptSection<'a>(interview: &'a Interview, section: &'a Section) -> impl IntoView + use<> {
    let heading = section.heading.as_ref().map(|heading| {
        view! { <h2 id=heading.id.clone() inner_html=heading.html.clone()></h2> }
    });
    let level = if section.heading.is_some() { Level::Third } else { Level::Second };
    let parts = section
        .parts
        .iter()
        .map(|part| match part {
            Part::Prose(html) => view! { <div class="prose" inner_html=html.clone()></div> }.into_any(),
            Part::Question(question) => {
                view! { <Exchange question=question level=level sides=Sides::One(interview)/> }.into_any()
            }
        })
        .collect_view();
    view! { <section class="transcript-section">{heading}{parts}</section> }
}

/// The footnotes of an interview.
#[component]
pub(super) fn FootnoteList<'a>(transcript: &'a Transcript) -> impl IntoView + use<> {
    let html = transcript.footnotes.html.clone();
    (!html.is_empty()).then(|| {
        view! { <section class="transcript-section"><div class="prose" inner_html=html></div></section> }
    })
}

/// The HTML of a transcript in the order of the page.
pub(super) fn texts(transcript: &Transcript) -> Vec<&str> {
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
    texts.push(transcript.footnotes.html.as_str());
    texts
}
