//! All sessions with a box each: the way to a plan without JavaScript, and the sessions that `plan.js` copies.

use conference::{
    plan::{CODES, Plan},
    url::{Page, schedule_anchor},
};
use leptos::prelude::*;

use super::days::{Item, days};
use crate::{context::context, shell::Shell};

#[component]
pub(crate) fn PlanSessionsPage(plan: Plan) -> AnyView {
    let context = context();
    let messages = context.messages;
    let item = |session: &conference::Session| {
        let choice = view! {
            <input
                type="checkbox"
                name=CODES
                value=session.code.to_string()
                checked=plan.contains(&session.code)
                aria-labelledby=schedule_anchor(&session.slug)
            />
        };
        Item { choice: Some(choice.into_any()), notes: None, action: None }
    };
    let sessions = context.conference.sessions.iter();
    let sessions = sessions.filter(|session| session.format != conference::Format::Break);
    // For plans in browsers: a withdrawn session is named there.
    let withdrawn = context.conference.withdrawn_sessions().map(|(slug, one)| {
        let code = context.conference.event.code(slug).to_string();
        view! { <li data-code=code>{messages.withdrawn_from_plan(context.text(&one.facts.title))}</li> }
    });
    let withdrawn: Vec<_> = withdrawn.collect();
    let withdrawn = (!withdrawn.is_empty()).then(|| view! { <ul class="plan-withdrawn" hidden="">{withdrawn}</ul> });
    let main = view! {
        <h1>{messages.choose_sessions}</h1>
        <p>{messages.choose_help}</p>
        <form class="plan-sessions" method="get" autocomplete="off" action=context.url(&Page::Plan(Plan::default()))>
            {days(&context, sessions.map(|session| (session, item(session))))}
            {withdrawn}
            <p class="plan-submit"><button class="button" type="submit">{messages.show_plan}</button></p>
        </form>
    };
    let title = Some(messages.choose_sessions.to_owned());
    let description = messages.choose_help.to_owned();
    view! {
        <Shell title=title description=description kind="plan" sheet=Some("/plan.css")>{main}</Shell>
    }
    .into_any()
}
