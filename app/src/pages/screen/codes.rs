//! The QR codes on a screen: of the page of the session that runs or comes next.

use conference::url::Page;
use leptos::prelude::*;

use crate::{board::Board, context::Context, interval::Interval, qr_code};

/// A code for each session, with the time for which it is shown; nothing if the address of the site is not known.
pub(super) fn codes(context: &Context, board: &Board<'_>) -> AnyView {
    let subjects = board.subjects().filter(|(_, interval)| interval.is_needed(context));
    let codes = subjects.filter_map(|(session, interval)| {
        code(context, &Page::Session(session.slug.clone()), context.messages.session_details, interval)
    });
    let codes: Vec<_> = codes.collect();
    (!codes.is_empty()).then(|| view! { <div class="codes">{codes}</div> }).into_any()
}

/// One code for all sessions that run at the same time.
pub(super) fn of_all(context: &Context) -> AnyView {
    let code = code(context, &Page::Now, context.messages.now_page, Interval::default());
    code.map(|code| view! { <div class="codes">{code}</div> }).into_any()
}

fn code(context: &Context, page: &Page, name: &'static str, interval: Interval) -> Option<AnyView> {
    let base = &context.site.urls.base;
    if base.is_empty() {
        return None;
    }
    let svg = qr_code::svg(&format!("{base}{}", context.url(page)))?;
    let (from, until, hidden) = interval.attributes(context);
    let code = view! {
        <div class="code" data-from=from data-until=until hidden=hidden>
            <div class="code-image" role="img" aria-label=name inner_html=svg></div>
            <p aria-hidden="true">{name}</p>
        </div>
    };
    Some(code.into_any())
}
