//! Icons of the event for home screens and lists of programs: its initials in its colour, as PNG.

mod canvas;
mod initials;

use conference::{Conference, url::Icon};

use self::canvas::Canvas;
use super::made::Made;
use crate::{hue::hue_of_name, site::Site};

/// The dark and the light colour of each hue: those of initials in `person.css`, in sRGB.
const COLORS: [[[u8; 3]; 2]; 12] = [
    [[0x54, 0x27, 0x36], [0xff, 0xcf, 0xe2]],
    [[0x57, 0x28, 0x21], [0xff, 0xd1, 0xc5]],
    [[0x52, 0x2e, 0x0b], [0xff, 0xd9, 0xaf]],
    [[0x46, 0x36, 0x00], [0xf9, 0xe3, 0xa7]],
    [[0x33, 0x3d, 0x0d], [0xdd, 0xed, 0xb1]],
    [[0x19, 0x42, 0x24], [0xbf, 0xf4, 0xc9]],
    [[0x00, 0x43, 0x39], [0xa9, 0xf7, 0xe6]],
    [[0x00, 0x41, 0x4c], [0xa4, 0xf4, 0xff]],
    [[0x0b, 0x3c, 0x58], [0xb4, 0xed, 0xff]],
    [[0x2a, 0x35, 0x5c], [0xd0, 0xe3, 0xff]],
    [[0x3e, 0x2f, 0x57], [0xec, 0xd9, 0xff]],
    [[0x4c, 0x2a, 0x49], [0xff, 0xd2, 0xfe]],
];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hue::HUES;

    #[test]
    fn every_hue_has_its_colors_and_their_contrast_is_enough_to_read() {
        assert_eq!(COLORS.len(), HUES as usize);
        // WCAG 2.2, relative luminance.
        let luminance = |color: [u8; 3]| {
            let [red, green, blue] = color.map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        for [dark, light] in COLORS {
            assert!((luminance(light) + 0.05) / (luminance(dark) + 0.05) > 7.0, "{dark:?} {light:?}");
        }
    }
}
