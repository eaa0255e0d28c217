//! Questions that several people answered: all of them, and one with its answers.

use conference::url::Page;
use leptos::prelude::*;

use super::missing::Missing;
use crate::{
    context::context,
    parts::{self, SharedAnswer},
    shell::Shell,
};

/// The styles of both pages.
const SHEET: &str = "/questions.css";

#[component]
pub(super) fn QuestionsPage() -> AnyView {
    let context = context();
    let messages = context.messages;
    let questions = &context.conference.questions;
    if questions.is_empty() {
        return view! { <Missing/> }.into_any();
    }
    let items = questions
        .iter()
        .map(|question| {
            let (_, lang) = context.tagged(&question.text);
            let href = context.url(&Page::Question(question.id.clone()));
            let count = messages.answer_count(question.interviews.len());
            let title = parts::title(&context, &question.text);
            view! { <li><a href=href lang=lang>{title}</a>" "<span class="count">{count}</span></li> }
        })
        .collect_view();
    let main = view! {
        <h1>{messages.shared_questions()}</h1>
        <p class="lead">{messages.shared_questions_help()}</p>
        <ol class="question-list">{items}</ol>
        <p class="more"><a href=context.url(&Page::Interviews)>{messages.all_interviews}</a></p>
    };
    let title = Some(messages.shared_questions().to_owned());
    let description = messages.shared_questions_help().to_owned();
    view! { <Shell title=title description=description kind="questions-main" sheet=Some(SHEET)>{main}</Shell> }
        .into_any()
}

#[component]
pub(super) fn QuestionPage(id: String) -> AnyView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let Some(question) = conference.question(&id) else { return view! { <Missing/> }.into_any() };
    let (title, lang) = context.tagged(&question.text);
    let phrased = parts::title(&context, &question.text);
    let interviews: Vec<_> = question.interviews.iter().filter_map(|slug| conference.interview(slug)).collect();
    let answers =
        interviews.iter().map(|interview| view! { <SharedAnswer shared=question interview=interview/> }).collect_view();
    let names = interviews.iter().flat_map(|interview| conference.people(&interview.speakers));
    let names: Vec<_> = names.map(|speaker| context.text(&speaker.name)).collect();
    let description = format!("{} — {}", messages.answers_to(&title), names.join(", "));
    let main = view! {
        <header class="question-header">
            <p class="eyebrow"><a href=context.url(&Page::Questions)>{messages.shared_questions()}</a></p>
            <h1 lang=lang>{phrased}</h1>
            <p class="answer-count">{messages.answer_count(interviews.len())}</p>
        </header>
        <div class="shared-answers">{answers}</div>
        <p class="more"><a href=context.url(&Page::Questions)>{messages.all_questions()}</a></p>
    };
    view! { <Shell title={Some(title)} description=description kind="question-main" sheet=Some(SHEET)>{main}</Shell> }
        .into_any()
}
