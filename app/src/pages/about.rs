//! About the event: venue, access, organiser.

use conference::Venue;
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    dates,
    parts::{Prose, named_link, tagged},
    shell::Shell,
};

#[component]
pub(super) fn AboutPage() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let event = &context.conference.event;
    let days = event
        .days
        .iter()
        .map(|&day| view! { <dd><time datetime=day.to_string()>{dates::day(messages, day)}</time></dd> })
        .collect_view();
    let organizer = event.organizer.as_ref().map(|organizer| {
        view! { <dt>{messages.organizer}</dt><dd>{named_link(&context, &organizer.name, organizer.url.as_deref())}</dd> }
    });
    let official = event.url.clone().map(|url| {
        let shown = url.split_once("://").map_or(&*url, |(_, rest)| rest).trim_end_matches('/').to_owned();
        view! {
            <dt>{messages.official_site}</dt>
            <dd><a href=url.clone() rel="external noopener noreferrer">{shown}</a></dd>
        }
    });
    let venue = event.venue.as_ref().map(|venue| view! { <VenueSection venue=venue/> });
    let main = view! {
        <h1>{messages.about}</h1>
        <dl class="facts"><dt>{messages.when}</dt>{days}{organizer}{official}</dl>
        <Prose body=&event.body/>
        {venue}
        <Sponsors/>
    };
    let description = event.body.get(&context.language).1.text.clone();
    view! { <Shell title={Some(messages.about.to_owned())} description=description kind="about">{main}</Shell> }
        .into_any()
}

#[component]
fn VenueSection<'a>(venue: &'a Venue) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let address = venue.address.as_ref().map(|address| {
        view! { <dt>{messages.address}</dt><dd><address>{tagged(&context, address)}</address></dd> }
    });
    let access = venue.access.as_ref().map(|access| {
        view! { <dt>{messages.access}</dt><dd>{tagged(&context, access)}</dd> }
    });
    view! {
        <section class="venue" id="event_venue">
            // The text about the event may have a heading of its own for the venue.
            <h2>{tagged(&context, &venue.name)}</h2>
            <dl class="facts">{address}{access}</dl>
            <p><a class="button" href=map_url(&context, venue) rel="external noopener noreferrer">{messages.map}</a></p>
        </section>
    }
}

/// OpenStreetMap: at the place itself if it is known, otherwise a search for the address.
fn map_url(context: &Context, venue: &Venue) -> String {
    match venue.location {
        Some([latitude, longitude]) => {
            format!("https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}")
        }
        None => {
            let place = venue.address.as_ref().unwrap_or(&venue.name);
            let words = place.text(context.conference.event.default_language());
            // A postal mark and code at the head would hide the place from the search.
            let words =
                words.trim_start_matches(|c: char| c == '〒' || c == '-' || c.is_ascii_digit() || c.is_whitespace());
            conference::url::query("https://www.openstreetmap.org/search", &[("query", words)])
        }
    }
}

/// The sponsors of the event, on the home page too.
#[component]
pub(super) fn Sponsors() -> impl IntoView {
    let context = context();
    let sponsors = &context.conference.event.sponsors;
    let items = sponsors
        .iter()
        .map(|sponsor| view! { <li>{named_link(&context, &sponsor.name, sponsor.url.as_deref())}</li> })
        .collect_view();
    let title = context.messages.sponsors;
    (!sponsors.is_empty()).then(|| {
        view! { <section class="sponsors"><h2>{title}</h2><ul class="sponsor-list">{items}</ul></section> }
    })
}
