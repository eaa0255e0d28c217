//! Stars: the way of a session into the plan of an attendee.

use conference::{Format, Session, plan::Plan, url::Page};
use leptos::prelude::*;

use crate::context::context;

/// A link to a plan with the session, which `stars.js` makes a button that keeps it in this browser. Breaks have none.
#[component]
pub(crate) fn Star<'a>(session: &'a Session) -> impl IntoView + use<> {
    let context = context();
    let plan = Plan::new([session.code.clone()]);
    (session.format != Format::Break).then(|| {
        view! {
            <a
                class="star"
                href=context.url(&Page::Plan(plan))
                rel="nofollow"
                data-code=session.code.to_string()
                aria-label=context.messages.star
            ></a>
        }
    })
}

/// The way to the plan of this browser. It is hidden until `stars.js` finds a session in the plan, and announces each change.
#[component]
pub(crate) fn PlanBar() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let is_plan = matches!(context.page, Some(Page::Plan(_)));
    (!is_plan).then(|| {
        view! {
            <div
                class="plan-bar"
                role="status"
                data-failed=messages.storage_failed
                data-newer=messages.storage_newer
            >
                <a href=context.url(&Page::Plan(Plan::default())) hidden="">
                    {messages.plan}" "<span class="plan-count"></span>
                </a>
                <p hidden=""></p>
            </div>
        }
    })
}
