//! A card as data: words, people and colours.

use crate::font;

/// A colour in sRGB.
pub type Color = [u8; 3];

/// The words, people and colours with which a link preview shows a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The arrangement.
    pub shape: Shape,
    /// The kind of page: "Talk", "Interview".
    pub kind: String,
    /// The title in phrases, between which its lines break if possible. A text without marked phrases is one phrase.
    pub title: Vec<String>,
    /// A line below the title or the names: the tagline of an event, the affiliation of a person.
    pub subtitle: Option<String>,
    /// The names of the people, in one line.
    pub names: String,
    /// The people, the first ones first.
    pub likenesses: Vec<Likeness>,
    /// The event.
    pub event: String,
    /// Time and place, or the date of publication, in one line.
    pub details: String,
    /// The colour of the track.
    pub accent: Option<Color>,
    /// The picture of the event.
    pub skyline: Option<Skyline>,
}

/// The arrangement of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A title, with people below it.
    Title,
    /// The name of a person beside a large portrait.
    Profile,
    /// The event alone.
    Event,
}

/// The likeness of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// A photograph, by the name of its rendition.
    Portrait(String),
    /// Initials in the colours of the person, the dark one first.
    Initials(String, [Color; 2]),
}

/// Buildings and the lights in them, as path data (SVG, section 9.3) within a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skyline {
    /// The width of the box.
    pub width: u32,
    /// The height of the box.
    pub height: u32,
    /// The buildings.
    pub walls: String,
    /// Their windows.
    pub windows: String,
}

/// Increased when cards of the same content are drawn in another way, so that they get other names.
const VERSION: u8 = 1;

impl Card {
    /// The file name: a digest of everything that is on it and of the font, so that it can be cached for ever.
    pub fn name(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&[VERSION]).update(font::digest());
        // The derived form names every field, and tells every two values apart.
        hasher.update(format!("{self:?}").as_bytes());
        format!("{}.png", &hasher.finalize().to_hex()[..20])
    }

    /// The texts that visitors read on it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let lines = [&self.kind, &self.names, &self.event, &self.details].map(String::as_str);
        self.title.iter().map(String::as_str).chain(self.subtitle.as_deref()).chain(lines)
    }

    /// The names of the renditions that it shows, in the order of the people.
    pub fn portraits(&self) -> impl Iterator<Item = &str> {
        self.likenesses.iter().filter_map(|likeness| match likeness {
            Likeness::Portrait(name) => Some(name.as_str()),
            Likeness::Initials(..) => None,
        })
    }
}
