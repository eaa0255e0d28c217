//! The screens of the rooms, for organisers who set up displays.

use conference::url::Page;
use leptos::prelude::*;

use crate::{context::context, parts::tagged, shell::Shell};

#[component]
pub(super) fn ScreensPage() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let event = &context.conference.event;
    let screens = context.conference.screens().map(|id| {
        let name = tagged(&context, event.room(&id).map_or(&event.name, |room| &room.name));
        view! { <li><a href=context.url(&Page::Screen(id))>{name}</a></li> }
    });
    let missing = context.site.urls.base.is_empty().then(|| {
        view! { <p class="remark">{messages.screens_without_address}</p> }
    });
    let screens = screens.collect_view();
    view! {
        <Shell
            title={Some(messages.screens.to_owned())}
            description=messages.screens_help.to_owned()
            kind="screens"
            sheet=Some("/live.css")
        >
            <h1>{messages.screens}</h1>
            <p class="screens-help">{messages.screens_help}</p>
            {missing}
            <ul class="screen-list">{screens}</ul>
        </Shell>
    }
}
