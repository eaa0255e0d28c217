//! The way from an answer to those of others.

use conference::{Question, url::Page};
use leptos::prelude::*;

use crate::context::{Context, context};

/// A link to all answers to a question, if others answered it.
#[component]
pub(crate) fn OthersAnswered<'a>(question: &'a Question) -> Option<AnyView> {
    let context = context();
    others_answered(&context, question).map(|(href, words)| {
        let lang = context.language.to_string();
        let label = format!("{words}: {}", question.text);
        view! { <p class="others-answered" lang=lang><a href=href aria-label=label>{words}</a></p> }.into_any()
    })
}

/// The address of all answers to a question and the words of its link, if others answered it.
pub(crate) fn others_answered(context: &Context, question: &Question) -> Option<(String, String)> {
    let shared = context.conference.question(&question.id).filter(|_| !question.is_repeated)?;
    let href = context.url(&Page::Question(shared.id.clone()));
    Some((href, context.messages.others_answered(shared.interviews.len() - 1)))
}
