//! A question and its answer: the only place that shows them.

use conference::Question;
use leptos::prelude::*;

use super::sides::Sides;
use crate::{
    context::context,
    parts::{Level, heading},
};

/// A question as a heading with a permalink, and its answer; in one language, or beside another one.
#[component]
pub(super) fn Exchange<'a>(question: &'a Question, level: Level, sides: Sides<'a>) -> impl IntoView + use<> {
    let href = format!("#{}", question.id);
    let label = format!("{}: {}", context().messages.link_to_question, question.text);
    let heading = heading(level, "question", view! { <span inner_html=question.html.clone()></span> });
    let line = view! {
        <div class="question-line">{heading}" "<a class="permalink" href=href aria-label=label>"#"</a></div>
    };
    let body = sides.exchange(question, line.into_any());
    view! { <section class="exchange" id=question.id.clone()>{body}</section> }
}
