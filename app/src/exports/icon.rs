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
        Icon::Small | Icon::Large | Icon::Favicon => CORNER,
        Icon::Maskable | Icon::Touch => 0.0,
    };
    let png = canvas.png(colors(conference), corner);
    match icon {
        Icon::Favicon => Made { media_type: "image/vnd.microsoft.icon", body: ico(icon.side(), &png).into() },
        _ => Made { media_type: "image/png", body: png.into() },
    }
}

/// A file of the ICO format with one square PNG of at most 255 pixels: a directory of one entry, and the picture
/// ("Evolution of the ICO file format", Microsoft; PNG since Windows Vista).
fn ico(side: u32, png: &[u8]) -> Vec<u8> {
    const HEADER: u32 = 6;
    const ENTRY: u32 = 16;
    // Reserved, the type of icons, the number of pictures.
    let mut file = [0_u16, 1, 1].map(u16::to_le_bytes).concat();
    let side = u8::try_from(side).unwrap_or(0);
    // Width, height, no palette, reserved.
    file.extend([side, side, 0, 0]);
    // One plane of 32 bits for each pixel.
    file.extend([1_u16, 32].map(u16::to_le_bytes).concat());
    let length = u32::try_from(png.len()).unwrap_or(u32::MAX);
    file.extend([length, HEADER + ENTRY].map(u32::to_le_bytes).concat());
    file.extend(png);
    file
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
