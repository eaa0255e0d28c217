//! Stars: the way of a session into the plan of an attendee.

use conference::{Format, Session, plan::Plan, url::Page};
use leptos::prelude::*;

use crate::context::context;

/// A link to a plan with the session, which `stars.js` makes a button that keeps it in this browser. Breaks have none.
#[component]
pub(crate) fn Star<'a>(
    session: &'a Session,
    /// The text beside the star. Without text `stars.js` adds the title of the session to the name of the star.
    #[prop(default = None)]
    text: Option<&'static str>,
) -> impl IntoView + use<> {
    let context = context();
    let plan = Plan::new([session.code.clone()]);
    let label = text.is_none().then_some(context.messages.star);
    (session.format != Format::Break).then(|| {
        view! {
            <a
                class="star"
                href=context.url(&Page::Plan(plan))
                rel="nofollow"
                aria-label=label
            >
                {text}
            </a>
        }
    })
}

/// The way to the plan of this browser, hidden until `stars.js` finds a session in it, the place for its problems,
/// and the name of the time zone.
#[component]
pub(crate) fn PlanBar() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let href = context.url(&Page::Plan(Plan::default()));
    let zone = context.conference.event.timezone.iana_name().unwrap_or_default().to_owned();
    let is_plan = matches!(context.page, Some(Page::Plan(_)));
    let link = (!is_plan).then(|| {
        view! { <a href=href hidden="">{messages.plan}" "<span class="plan-count"></span></a> }
    });
    view! {
        <aside
            class="plan-bar"
            aria-label=messages.plan
            data-failed=messages.storage_failed
            data-newer=messages.storage_newer
            data-zone=zone
        >
            <p role="alert" hidden=""></p>
            {link}
        </aside>
    }
}
