//! A question and its answer: the only place that shows them.

use conference::Question;
use leptos::prelude::*;

use super::sides::Sides;
use crate::parts::{AnswerMenu, Level, OthersAnswered, heading};

/// A question as a heading with its menu, its answer, and the way to those of others; in one language, or beside another one.
#[component]
pub(super) fn Exchange<'a>(question: &'a Question, level: Level, sides: Sides<'a>) -> impl IntoView + use<> {
    let heading = heading(level, "question", view! { <span inner_html=question.html.clone()></span> });
    let line = view! { <div class="question-line">{heading}" "<AnswerMenu question=question/></div> };
    let body = sides.exchange(question, line.into_any());
    // Others answered the question of the interview, whose id may be another one than on the page.
    let asked = if let Sides::Other(_, asked) = sides { asked } else { question };
    view! { <section class="exchange" id=question.id.clone()>{body}<OthersAnswered question=asked/></section> }
}
