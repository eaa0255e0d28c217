//! The questions of an interview as a table of contents.

use conference::Transcript;
use leptos::prelude::*;

use crate::context::context;

/// The questions as a table of contents, if there is more than one.
#[component]
pub(super) fn Contents<'a>(transcript: &'a Transcript, lang: Option<String>) -> impl IntoView + use<> {
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
