//! Places: the venue, its rooms, and places elsewhere.

use conference::{Slug, Text};

use super::things::{GeoCoordinates, Place};
use crate::context::Context;

/// The venue of the event.
pub(super) fn venue(context: &Context) -> Option<Place> {
    let venue = context.conference.event.venue.as_ref()?;
    Some(Place {
        name: context.text(&venue.name).to_owned(),
        address: venue.address.as_ref().map(|address| context.text(address).to_owned()),
        geo: venue.location.map(|[latitude, longitude]| GeoCoordinates { latitude, longitude }),
        contained_in_place: None,
    })
}

/// The place of a session: elsewhere, or a room of the venue. If the event has rooms, a session without one may be
/// anywhere.
pub(super) fn of_session(context: &Context, room: Option<&Slug>, elsewhere: Option<&Text>) -> Option<Place> {
    let event = &context.conference.event;
    let named =
        |name: &Text| Place { name: context.text(name).to_owned(), address: None, geo: None, contained_in_place: None };
    if let Some(elsewhere) = elsewhere {
        return Some(named(elsewhere));
    }
    match room.and_then(|id| event.room(id)) {
        Some(room) => {
            let venue = venue(context);
            // Search engines read the address of the place itself.
            let address = venue.as_ref().and_then(|venue| venue.address.clone());
            Some(Place { address, contained_in_place: venue.map(Box::new), ..named(&room.name) })
        }
        None if event.rooms.is_empty() => venue(context),
        None => None,
    }
}
