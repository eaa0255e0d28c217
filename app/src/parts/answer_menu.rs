//! The menu at a question: a link to the answer, and what a script copies for a quotation.

use conference::Question;
use leptos::prelude::*;

use crate::context::context;

/// The script of such menus, for the head of their page.
#[component]
pub(crate) fn AnswerMenuScript() -> impl IntoView {
    view! { <script type="module" src="/answers.js"></script> }
}

/// The menu of a question. Without the script, it is the link alone.
#[component]
pub(crate) fn AnswerMenu<'a>(question: &'a Question) -> AnyView {
    let context = context();
    let messages = context.messages;
    let label = format!("{}: {}", messages.answer_menu(), question.text);
    let href = format!("#{}", question.id);
    let copy = |kind: &'static str, label: &'static str| {
        view! { <li hidden><button type="button" data-copy=kind>{label}</button></li> }
    };
    view! {
        // The answer may be in another language than the page.
        <details class="answer-menu" name="answer_menu" lang=context.language.to_string()>
            <summary class="permalink" aria-label=label>"#"</summary>
            <div>
                <ul>
                    <li><a href=href>{messages.link_to_answer()}</a></li>
                    {copy("link", messages.copy_link())}
                    {copy("quotation", messages.copy_quotation())}
                </ul>
                <output data-copied=messages.share_copied data-failed=messages.not_copied()></output>
            </div>
        </details>
    }
    .into_any()
}
