//! `program/event.md`.

#![expect(dead_code, reason = "only described, never made")]

use schemars::JsonSchema;

use super::parts::{Credits, Day, Language, NameOrLink, OneOrMany, Scalar, Slug, Truth, Url, Words};

/// The event.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Event {
    /// The name of the event.
    name: Words,
    /// A short name for exports: letters, digits, hyphens and underscores.
    #[schemars(regex(pattern = r"^[A-Za-z0-9_-]+$"), extend("type" = ["string", "integer", "null"]))]
    acronym: Option<String>,
    /// The event in a phrase.
    tagline: Option<Words>,
    /// The official site.
    url: Option<Url>,
    /// The time zone of all times, by its IANA name, such as Asia/Tokyo.
    timezone: String,
    /// The days of the event.
    days: OneOrMany<Day>,
    /// The languages of the site; the first one is the default, and has no suffix in file names.
    languages: OneOrMany<Language>,
    /// Where it takes place: a name, or that with address, way and position.
    venue: Option<Venue>,
    /// The rooms; sessions name them by id.
    rooms: Option<OneOrMany<Room>>,
    /// The time that a change of rooms takes, such as 5m; plans of attendees warn of shorter pauses.
    changeover: Option<String>,
    /// The changes of rooms that take another time.
    changeovers: Option<OneOrMany<Changeover>>,
    /// The tracks; sessions name them by id.
    tracks: Option<OneOrMany<Track>>,
    /// The hashtag, with or without the number sign.
    hashtag: Option<Scalar>,
    /// Who organises it.
    organizer: Option<NameOrLink>,
    /// Who pays for it.
    sponsors: Option<OneOrMany<NameOrLink>>,
    /// What is to be known wherever times are shown.
    notice: Option<Words>,
    /// Who took the pictures in the text, by the names of their files; it stands under them.
    pictures: Option<Credits>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Venue {
    Name(Scalar),
    Place(Place),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Place {
    /// Its name.
    name: Words,
    /// Its address.
    address: Option<Words>,
    /// How to get there.
    access: Option<Words>,
    /// Latitude and longitude in degrees (WGS 84).
    location: Option<[Degrees; 2]>,
}

/// A number, in quotes as well.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Degrees {
    Number(f64),
    Digits(#[schemars(regex(pattern = r"^[+-]?(\d+\.?\d*|\.\d+)$"))] String),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Room {
    /// By which sessions name it.
    id: Slug,
    /// As it is signposted.
    name: Words,
    /// Whether sessions may overlap in it, as in a foyer.
    shared: Option<Truth>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Changeover {
    /// The ids of two rooms, in either order.
    rooms: [Slug; 2],
    /// The time that the change takes, such as 12m.
    time: String,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Track {
    /// By which sessions name it.
    id: Slug,
    /// As it is printed.
    name: Words,
    /// Its colour, such as "#00664a".
    #[schemars(regex(pattern = r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"))]
    color: Option<String>,
}
