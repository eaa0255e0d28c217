//! The colours of initials.

use conference::Slug;

/// How many colours there are for initials; the generated stylesheet names each.
pub(crate) const HUES: u32 = 12;

/// The colour of a person's initials, the same on every page and in every language.
pub(crate) fn hue(slug: &Slug) -> u32 {
    hue_of_name(slug.as_str())
}

/// The colour that belongs to a short name.
pub(crate) fn hue_of_name(name: &str) -> u32 {
    name.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % HUES
}
