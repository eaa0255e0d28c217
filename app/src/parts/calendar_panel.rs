//! The ways to take the sessions of a page into one's own calendar.

use conference::url::{self, Calendar, CalendarSessions, Export};
use leptos::prelude::*;

use crate::context::{Context, context};

/// The page of Google Calendar that offers to subscribe to an address.
const GOOGLE: &str = "https://calendar.google.com/calendar/r";

/// A panel that opens without a script. A page is the same for all devices, so the style sheet hides the link of Apple and
/// Outlook on Android, where no program opens `webcal:`. The island adds its filter to every `data-calendar`.
#[component]
pub(crate) fn CalendarPanel() -> Option<AnyView> {
    let context = context();
    let messages = context.messages;
    calendar(&context).map(|calendar| {
        let path = Export::Calendar(calendar.clone()).path();
        let is_schedule = matches!(calendar.sessions, CalendarSessions::Schedule(_));
        let whole = |address: &str| is_schedule.then(|| address.split('?').next().unwrap_or_default().to_owned());
        // A site that does not know its own address can only offer the file.
        let subscriptions = context.site.urls.base.split_once("://").map(|(scheme, host)| {
            let (webcal, address) = (format!("webcal://{host}{path}"), format!("{scheme}://{host}{path}"));
            let before = is_schedule.then(|| format!("{GOOGLE}?cid="));
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
        let contents = is_schedule.then(|| view! { <p>{messages.calendar_contents}</p> });
        // Only URLs in attributes of HTML are moved below the base path.
        let data = whole(&format!("{}{path}", context.site.urls.base_path));
        view! {
            <details class="calendar-panel">
                <summary>{messages.calendar}</summary>
                {contents}
                <ul>
                    {subscriptions}
                    <li>
                        <a href=path data-calendar=data>{messages.calendar_file}</a>
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
    let sessions = CalendarSessions::of_page(context.page.as_ref()?)?;
    let language = Some(&context.language).filter(|language| *language != context.conference.event.default_language());
    (!context.conference.sessions.is_empty()).then(|| Calendar { language: language.cloned(), sessions })
}
