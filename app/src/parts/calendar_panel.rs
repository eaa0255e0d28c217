//! The ways to take the sessions of a page into one's own calendar.

use conference::url::{self, Calendar, CalendarSessions, Export, Page};
use leptos::prelude::*;

use crate::context::{Context, context};

/// The page of Google Calendar that offers to subscribe to an address.
const GOOGLE: &str = "https://calendar.google.com/calendar/r";

/// A panel that opens without a script. A page is the same for all devices, so the style sheet hides the link of Apple and
/// Outlook on Android, where no program opens `webcal:`. The island adds its filter to every `data-calendar`, and `plan.js` the
/// codes of the plan.
#[component]
pub(crate) fn CalendarPanel() -> Option<AnyView> {
    let context = context();
    let messages = context.messages;
    calendar(&context).map(|calendar| {
        let path = Export::Calendar(calendar.clone()).path();
        // A script adds the choice of the visitor.
        let is_chosen = matches!(calendar.sessions, CalendarSessions::Schedule(_) | CalendarSessions::Plan(_));
        let whole = |address: &str| is_chosen.then(|| address.split('?').next().unwrap_or_default().to_owned());
        // A site that does not know its own address can only offer the file.
        let subscriptions = context.site.urls.base.split_once("://").map(|(scheme, host)| {
            let (webcal, address) = (format!("webcal://{host}{path}"), format!("{scheme}://{host}{path}"));
            let before = is_chosen.then(|| format!("{GOOGLE}?cid="));
            view! {
                <li>
                    <a
                        href=url::query(GOOGLE, &[("cid", &webcal)])
                        rel="external noopener noreferrer"
                        data-calendar=whole(&webcal)
                        data-before=before
                    >
                        {messages.calendar_google}
                    </a>
                    <p>{messages.calendar_google_help}</p>
                </li>
                <li class="calendar-webcal">
                    <a href=webcal.clone() data-calendar=whole(&webcal)>{messages.calendar_webcal}</a>
                    <p>{messages.calendar_webcal_help}</p>
                </li>
                <li>
                    <label>
                        {messages.calendar_address}
                        <input type="url" readonly autocomplete="off" value=address.clone() data-calendar=whole(&address)/>
                    </label>
                    <p>{messages.calendar_address_help}</p>
                </li>
            }
        });
        let contents = match &calendar.sessions {
            CalendarSessions::Schedule(_) => Some(messages.calendar_contents),
            CalendarSessions::Plan(_) => Some(messages.share_help),
            CalendarSessions::Session(_) | CalendarSessions::Speaker(_) => None,
        };
        let contents = contents.map(|text| view! { <p>{text}</p> });
        let is_plan = matches!(calendar.sessions, CalendarSessions::Plan(_));
        let no_server =
            is_plan.then(|| view! { <p class="plan-no-server" hidden="">{messages.share_no_server}</p> });
        // Only URLs in attributes of HTML are moved below the base path.
        let data = whole(&format!("{}{path}", context.site.urls.base_path));
        // Without codes there is no calendar of a plan: `plan.js` adds them.
        let href = match &calendar.sessions {
            CalendarSessions::Plan(plan) if plan.is_empty() => Export::Calendar(calendar.whole()).path(),
            _ => path,
        };
        let is_empty = matches!(&calendar.sessions, CalendarSessions::Plan(plan) if plan.is_empty());
        view! {
            <details class="calendar-panel" hidden=is_empty>
                <summary>{messages.calendar}</summary>
                {contents}{no_server}
                <ul>
                    {subscriptions}
                    <li>
                        <a href=href data-calendar=data download=is_plan.then_some("plan.ics")>{messages.calendar_file}</a>
                        <p>{messages.calendar_file_help}</p>
                    </li>
                </ul>
            </details>
        }
        .into_any()
    })
}

/// The calendar of the page; `None` if it has no sessions.
fn calendar(context: &Context) -> Option<Calendar> {
    let sessions = match context.page.as_ref()? {
        // The plan of this browser too, which has no calendar on the server.
        Page::Plan(plan) => CalendarSessions::Plan(plan.clone()),
        page => CalendarSessions::of_page(page)?,
    };
    (!context.conference.sessions.is_empty()).then(|| Calendar { language: context.other_language(), sessions })
}
