//! The HTML that shows the schedule on another site, for the sessions of a filter.

use conference::{
    Session,
    filter::{SessionFilter, TEXT},
    fold::is_cjk,
    url::{EMBED_SCRIPT, EmbeddedSchedule, FrameHeight, Page},
};
use leptos::prelude::*;
use quick_xml::escape::escape;

use super::schedule::choices;
use crate::{
    context::{Context, context},
    filter_words,
    shell::{Shell, document_title},
};

/// The heights of frames in pixels: a taller one scrolls inside itself.
const LEAST: usize = 200;
const MOST: usize = 1_200;

#[component]
pub(super) fn EmbedPage(filter: SessionFilter) -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let count = messages.shown_of(context.conference.filtered(&filter).len(), context.conference.sessions.len());
    let frame = |height| Page::EmbeddedSchedule(EmbeddedSchedule { filter: filter.clone(), height });
    let preview = context.url(&frame(FrameHeight::Fixed));
    let base = &context.site.urls.base;
    let codes = if base.is_empty() {
        view! { <p class="remark">{messages.embed_without_address}</p> }.into_any()
    } else {
        let fixed = html(&context, &filter, &frame(FrameHeight::Fixed));
        let script = format!("\n<script src=\"{}{EMBED_SCRIPT}\" async></script>", escape(base));
        let fitted = html(&context, &filter, &frame(FrameHeight::Fitted)) + &script;
        view! { {code(messages.embed_code, fixed)}{code(messages.embed_fitted, fitted)} }.into_any()
    };
    let action = context.url(&Page::Embed(SessionFilter::default()));
    let (choices, text) = (choices(&context, &filter), filter.text().to_owned());
    view! {
        <Shell
            title={Some(messages.embed.to_owned())}
            description=messages.embed_help.to_owned()
            kind="embed"
            sheet=Some("/embed.css")
        >
            <h1>{messages.embed}</h1>
            <p>{messages.embed_help}</p>
            <p>{messages.embed_static}</p>
            <form class="filter" action=action>
                <label>{messages.search}<input type="search" name=TEXT value=text/></label>
                {choices}
                <button type="submit" class="button">{messages.apply}</button>
            </form>
            <p role="status">{count}</p>
            {codes}
            <p class="more"><a href=preview>{messages.embed_preview}</a></p>
        </Shell>
    }
}

/// A text to copy, with its label.
fn code(label: &'static str, html: String) -> AnyView {
    // Leptos writes the text of this element as it is.
    let html = escape(&html).into_owned();
    view! { <label class="embed-code">{label}<textarea readonly rows="5" spellcheck="false" autocomplete="off">{html}</textarea></label> }
        .into_any()
}

/// The frame as HTML for the page around it.
fn html(context: &Context, filter: &SessionFilter, frame: &Page) -> String {
    let words = (!filter.is_empty()).then(|| filter_words::in_words(context, filter));
    let title = document_title(context, Some(context.messages.schedule_title(words.as_deref())));
    let address = format!("{}{}", context.site.urls.base, context.url(frame));
    let height = height(context, &context.conference.filtered(filter));
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" style=\"border: 0\"></iframe>",
        escape(address),
        escape(title)
    )
}

/// The height of a frame of 600 pixels with these sessions, as `embed.css` lays them out.
fn height(context: &Context, sessions: &[&Session]) -> usize {
    let days = sessions.chunk_by(|one, other| one.start.date() == other.start.date()).count();
    let notice = context.conference.event.notice.as_ref().map_or(0, |notice| 40 + 24 * lines(context.text(notice), 70));
    let sessions = sessions.iter().map(|session| {
        let people = context.conference.people(session.people()).map(|person| context.text(&person.name));
        let place = if session.room.is_some() || session.venue.is_some() { "a place of twenty" } else { "" };
        let details = people.collect::<Vec<_>>().join(", ") + place;
        18 + 26 * lines(context.text(&session.title), 54) + 22 * lines(&details, 60)
    });
    (72 + notice + 52 * days + sessions.sum::<usize>()).clamp(LEAST, MOST)
}

/// The lines of a text, with so many Latin characters on a line.
fn lines(text: &str, columns: usize) -> usize {
    text.chars().map(|c| if is_cjk(c) { 2 } else { 1 }).sum::<usize>().div_ceil(columns)
}
