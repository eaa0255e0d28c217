//! A series of interviews: its introduction, its questions and its interviews in their order.

use conference::{Series, SharedQuestion, url::Page};
use leptos::prelude::*;

use super::missing::Missing;
use crate::{
    context::{Context, context},
    parts::{FeedsLink, InterviewCard, Level, Prose, tagged, tagged_title},
    shell::Shell,
};

#[component]
pub(super) fn SeriesPage(key: String) -> AnyView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let Some(series) = conference.series.get(&key) else { return view! { <Missing/> }.into_any() };
    let name = context.text(&series.name).to_owned();
    let interviews: Vec<_> = series.interviews.iter().filter_map(|slug| conference.interview(slug)).collect();
    let cards = interviews.iter().map(|interview| {
        // The place in the series, which may leave out numbers.
        let number = interview.series.as_ref().map(|series| series.number);
        view! { <li value=number><InterviewCard interview=interview level=Level::Third/></li> }
    });
    let list = match interviews.is_empty() {
        true => view! { <p>{messages.no_interviews}</p> }.into_any(),
        false => view! { <ol class="interview-list">{cards.collect_view()}</ol> }.into_any(),
    };
    let description = match &series.summary {
        Some(summary) => context.text(summary).to_owned(),
        None => series.body.get(&context.language).1.text.clone(),
    };
    let description = Some(description).filter(|text| !text.is_empty()).unwrap_or_else(|| name.clone());
    let summary = series.summary.as_ref().map(|text| view! { <p class="lead">{tagged(&context, text)}</p> });
    let main = view! {
        <header class="series-header">
            <p class="eyebrow">{messages.series()}</p>
            <h1>{tagged_title(&context, &series.name)}</h1>
            {summary}
        </header>
        <Prose body=&series.body/>
        {questions(&context, series)}
        <section><h2>{messages.interviews_of_series()}</h2>{list}</section>
        <FeedsLink/>
        <p class="more"><a href=context.url(&Page::Interviews)>{messages.all_interviews}</a></p>
    };
    view! {
        <Shell title={Some(name)} description=description kind="series-main" sheet={Some("/questions.css")}>{main}</Shell>
    }
    .into_any()
}

/// The questions that the series asks everybody; those that several people answered lead to the answers.
fn questions(context: &Context, series: &Series) -> Option<impl IntoView + use<>> {
    let messages = context.messages;
    let answered = |question: &SharedQuestion| {
        let href = context.url(&Page::Question(question.id.clone()));
        let count = messages.answer_count(question.interviews.len());
        (href, count)
    };
    let items = series.questions.iter().map(|question| {
        let text = tagged_title(context, &question.text);
        match context.conference.question(&question.id).map(answered) {
            Some((href, count)) => {
                view! { <li><a href=href>{text}</a>" "<span class="count">{count}</span></li> }.into_any()
            }
            None => view! { <li>{text}</li> }.into_any(),
        }
    });
    (!series.questions.is_empty()).then(|| {
        view! {
            <section><h2>{messages.questions_of_series()}</h2><ol class="question-list">{items.collect_view()}</ol></section>
        }
    })
}
