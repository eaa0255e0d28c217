//! All interviews, the newest first.

use conference::url::Page;
use leptos::prelude::*;

use crate::{
    context::Context,
    parts::{Level, interview_card},
    shell::{Content, Interaction},
};

pub(super) fn interviews(context: Context<'_>) -> Content {
    let messages = context.messages;
    let interviews = &context.conference.interviews;
    let items = interviews
        .iter()
        .map(|interview| view! { <li>{interview_card(context, interview, Level::Second)}</li> })
        .collect_view();
    let list = if interviews.is_empty() {
        view! { <p>{messages.no_interviews}</p> }.into_any()
    } else {
        view! { <ol class="interview-list" reversed="">{items}</ol> }.into_any()
    };
    let titles = interviews.iter().map(|interview| context.text(&interview.title)).collect::<Vec<_>>();
    Content {
        title: Some(messages.interviews.to_owned()),
        description: titles.join(" · "),
        kind: "interviews",
        page: Some(Page::Interviews),
        interaction: Interaction::Static,
        main: view! { <h1>{messages.interviews}</h1>{list} }.into_any(),
    }
}
