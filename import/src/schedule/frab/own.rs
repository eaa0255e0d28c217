//! The facts that schedules of this program have beyond the format: names of files, and places that are no rooms.

use std::collections::BTreeSet;

use super::schema::Event;

/// The name of the file of a session, from its slug after the acronym.
pub(super) fn slug(slug: &str, acronym: Option<&str>) -> Option<String> {
    slug.strip_prefix(acronym?)?.strip_prefix('-').map(str::to_owned)
}

/// The room and the venue of a session. A session without room is listed under a name that it does not have itself, and
/// the name of a place elsewhere is that of no listed room.
pub(super) fn place(listed: &str, event: &Event, rooms: &BTreeSet<String>) -> (Option<String>, Option<String>) {
    let listed = listed.trim();
    match event.room.first() {
        "" => (None, None),
        _ if rooms.contains(listed) => (Some(listed.to_owned()), None),
        _ => (None, Some(listed.to_owned()).filter(|place| !place.is_empty())),
    }
}
