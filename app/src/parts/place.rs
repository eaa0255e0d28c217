//! The place of a session: a room of the event, or a place elsewhere.

use conference::Session;
use leptos::prelude::*;

use super::text::tagged;
use crate::context::context;

/// Which places are named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Places {
    /// Every known place.
    All,
    /// The places that tell sessions apart: a single room of the event is not named.
    Distinct,
}

/// Whether a session has a place that is named.
pub(crate) fn has_place(session: &Session, places: Places) -> bool {
    let several = context().conference.event.rooms.len() > 1;
    session.venue.is_some() || (session.room.is_some() && (several || places == Places::All))
}

/// The name of the place of a session, if it is named.
#[component]
pub(crate) fn Place<'a>(session: &'a Session, places: Places) -> impl IntoView + use<> {
    let context = context();
    let room = session.room.as_ref().and_then(|id| context.conference.event.room(id)).map(|room| &room.name);
    let name = session.venue.as_ref().or(room).filter(|_| has_place(session, places));
    name.map(|name| view! { <span class="room">{tagged(&context, name)}</span> })
}
