//! An answer in one language, with links to the other ones, or in two languages side by side.

use conference::{Interview, Language, Question, bilingual::rows, url::Page};
use leptos::prelude::*;

use crate::context::{Context, context};

/// The languages in which an exchange is shown.
#[derive(Clone, Copy)]
pub(super) enum Sides<'a> {
    /// That of the page, with links to the same answer in two languages.
    One(&'a Interview),
    /// That of the page and another one, in which the question is missing if it has no translation.
    Two(&'a Language, Option<&'a Question>),
    /// Another one alone: the question is missing in that of the page, and has another id there than in its interview.
    Other(&'a Language, &'a Question),
}

impl Sides<'_> {
    /// The question in its line, and the answer.
    pub(super) fn exchange(self, question: &Question, line: AnyView) -> AnyView {
        let context = context();
        match self {
            Self::One(interview) => {
                let others = show_beside(&context, interview, question);
                view! { {line}<div class="answer prose" inner_html=question.answer.clone()></div>{others} }.into_any()
            }
            Self::Two(language, Some(other)) => {
                let lang = language.to_string();
                let other_line = view! {
                    <div class="question-line" lang=lang><p class="question" inner_html=other.html.clone()></p></div>
                };
                let answers = prose(language, "answer prose", &question.answer, &other.answer);
                view! { {pair(line, other_line.into_any())}{answers}{show_only(&context, &question.id)} }.into_any()
            }
            Self::Two(language, None) => {
                let answer = view! { <div class="answer prose" inner_html=question.answer.clone()></div> };
                let remark = view! { <p class="remark">{context.messages.not_in(language)}</p> };
                view! { {pair(line, ().into_any())}{pair(answer.into_any(), remark.into_any())} }.into_any()
            }
            Self::Other(language, _) => {
                let remark = view! { <p class="remark">{context.messages.not_in(&context.language)}</p> };
                let lang = language.to_string();
                let answer = view! { <div class="answer prose" inner_html=question.answer.clone()></div> };
                let both = view! { <div lang=lang>{line}{answer}</div> };
                pair(remark.into_any(), both.into_any())
            }
        }
    }
}

/// The other languages in which an interview can be read beside that of the page.
pub(super) fn others<'a>(context: &'a Context, interview: &'a Interview) -> impl Iterator<Item = &'a Language> {
    let languages = context.conference.event.languages.iter();
    languages.filter(|other| interview.is_bilingual(&context.language, other))
}

/// Links from an answer to the same answer in two languages.
fn show_beside(context: &Context, interview: &Interview, question: &Question) -> Option<AnyView> {
    let has_question = |language: &&Language| {
        let other = interview.body.exactly(language);
        other.is_some_and(|other| other.questions().any(|other| other.id == question.id))
    };
    let links = others(context, interview).filter(has_question).map(|language| {
        let page = context.url(&Page::Bilingual(interview.slug.clone(), language.clone()));
        let href = format!("{page}#{}", question.id);
        view! { <a href=href>{context.messages.show_beside(language)}</a> }
    });
    let links: Vec<_> = links.collect();
    let lang = context.language.to_string();
    (!links.is_empty()).then(|| view! { <p class="other-language" lang=lang>{links}</p> }.into_any())
}

/// A link from an answer in two languages to the same answer in that of the page.
fn show_only(context: &Context, id: &str) -> Option<AnyView> {
    let page = context.url(&context.page.as_ref()?.canonical());
    let label = context.messages.show_only(&context.language);
    Some(view! { <p class="other-language"><a href=format!("{page}#{id}")>{label}</a></p> }.into_any())
}

/// Two views of the same thing beside each other, or on a phone one above the other.
pub(super) fn pair(one: AnyView, other: AnyView) -> AnyView {
    view! { <div class="pair">{one}{other}</div> }.into_any()
}

/// The HTML of two languages in rows.
pub(super) fn prose(language: &Language, class: &'static str, one: &str, other: &str) -> AnyView {
    let row = |(one, other): (&str, &str)| {
        let lang = language.to_string();
        let (one, other) = (one.to_owned(), other.to_owned());
        let one = (!one.is_empty()).then(|| view! { <div class=class inner_html=one></div> });
        let other = (!other.is_empty()).then(|| view! { <div class=class lang=lang inner_html=other></div> });
        pair(one.into_any(), other.into_any())
    };
    rows(one, other).into_iter().map(row).collect_view().into_any()
}
