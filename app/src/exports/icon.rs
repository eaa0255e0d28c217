//! Icons of the event for home screens and lists of programs: its initials in its colour, as PNG.

mod canvas;
mod initials;

use conference::{Conference, url::Icon};

use self::canvas::Canvas;
use super::made::Made;
use crate::{
    hue::{COLORS, hue_of_name},
    site::Site,
};

/// The buildings of `icon.svg` and their windows, in its units: left, top, right, bottom.
const BUILDINGS: [[f32; 4]; 3] = [[4.0, 14.0, 11.0, 28.0], [12.0, 6.0, 20.0, 28.0], [21.0, 17.0, 28.0, 28.0]];
const WINDOWS: [[f32; 4]; 4] =
    [[6.0, 17.0, 9.0, 20.0], [14.0, 9.0, 17.0, 12.0], [14.0, 19.0, 17.0, 22.0], [23.0, 20.0, 26.0, 23.0]];
/// The side of `icon.svg` in its units, and the radius of its corners as a share of the side.
const UNITS: f32 = 32.0;
const CORNER: f32 = 7.0 / UNITS;

pub(super) fn icon(site: &Site, icon: Icon) -> Made {
    let conference = &site.conference;
    let mut canvas = Canvas::new(icon.side());
    // Systems may cut a maskable icon to a circle of four fifths of its side (W3C Manifest, section "Icon masks").
    let size = if icon == Icon::Maskable { 0.8 } else { 1.0 };
    match initials::initials(&conference.event.name) {
        Some(letters) => canvas.draw_letters(&letters, size),
        None => draw_skyline(&mut canvas, size),
    }
    let corner = match icon {
        Icon::Small | Icon::Large => CORNER,
        Icon::Maskable | Icon::Touch => 0.0,
    };
    Made { media_type: "image/png", body: canvas.png(colors(conference), corner).into() }
}

/// The dark and the light colour of the event. Its acronym stays when its name is translated.
fn colors(conference: &Conference) -> [[u8; 3]; 2] {
    COLORS[hue_of_name(&conference.event.acronym) as usize]
}

/// Draws the skyline of `icon.svg`, for names without Latin letters.
fn draw_skyline(canvas: &mut Canvas, size: f32) {
    let place = |unit: f32| 0.5 + (unit / UNITS - 0.5) * size;
    for (rectangles, level) in [(&BUILDINGS[..], 0.2), (&WINDOWS[..], 1.0)] {
        for rectangle in rectangles {
            canvas.fill(rectangle.map(place), level);
        }
    }
}
