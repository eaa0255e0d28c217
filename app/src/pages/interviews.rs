//! All interviews, the newest first.

use conference::url::Page;
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    parts::{FeedsLink, InterviewCard, Level, tagged},
    shell::Shell,
};

#[component]
pub(super) fn InterviewsPage() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let interviews = &context.conference.interviews;
    let items = interviews
        .iter()
        .map(|interview| view! { <li><InterviewCard interview=interview level=Level::Second/></li> })
        .collect_view();
    let list = if interviews.is_empty() {
        view! { <p>{messages.no_interviews}</p> }.into_any()
    } else {
        view! { <ol class="interview-list" reversed="">{items}</ol> }.into_any()
    };
    let titles = interviews.iter().map(|interview| context.text(&interview.title)).collect::<Vec<_>>();
    let description = titles.join(" · ");
    let questions = (!context.conference.questions.is_empty()).then(|| {
        let href = context.url(&Page::Questions);
        view! { <p class="more"><a href=href>{messages.shared_questions()}</a></p> }
    });
    let main = view! { <h1>{messages.interviews}</h1>{questions}{list}{series(&context)}<FeedsLink/> };
    view! { <Shell title={Some(messages.interviews.to_owned())} description=description kind="interviews">{main}</Shell> }
    .into_any()
}

/// The series, each with its page.
fn series(context: &Context) -> Option<impl IntoView + use<>> {
    let all = &context.conference.series;
    let items = all.iter().map(|(key, series)| {
        let href = context.url(&Page::Series(key.clone()));
        let count = context.messages.interview_count(series.interviews.len());
        view! { <li><a href=href>{tagged(context, &series.name)}</a>" "<span class="count">{count}</span></li> }
    });
    let items = items.collect_view();
    (!all.is_empty()).then(|| {
        view! { <section><h2>{context.messages.series()}</h2><ul class="series-list">{items}</ul></section> }
    })
}
