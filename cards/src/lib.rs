//! Social cards: the pictures of 1200 × 630 pixels with which link previews show a page.
//!
//! A [`Card`] holds the words and colours of the picture, and its name is a digest of all of them. [`svg`]
//! sets its lines, and [`png()`] draws them. Nothing is read from disk: the fonts are inside of the program.

mod card;
mod draw;
mod font;
mod lines;
mod svg;
mod words;

pub use self::{
    card::{Card, Color, Likeness, Shape, Skyline},
    draw::{Portrait, png},
    font::{is_available, lacks},
    svg::{Disc, Drawing, svg},
};

/// The width of a card in pixels.
pub const WIDTH: u32 = 1200;

/// The height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// The most people whose faces are on a card.
pub const FACES: usize = 3;
