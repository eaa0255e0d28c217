//! The colours of initials.

use conference::Slug;

/// How many colours there are for initials; the generated stylesheet names each.
pub(crate) const HUES: u32 = 12;

/// The dark and the light colour of each hue: those of initials in `person.css`, in sRGB.
pub(crate) const COLORS: [[[u8; 3]; 2]; 12] = [
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

/// The colour of a person's initials, the same on every page and in every language.
pub(crate) fn hue(slug: &Slug) -> u32 {
    hue_of_name(slug.as_str())
}

/// The colour that belongs to a short name.
pub(crate) fn hue_of_name(name: &str) -> u32 {
    name.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % HUES
}

#[cfg(test)]
mod tests {
    use super::*;

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
