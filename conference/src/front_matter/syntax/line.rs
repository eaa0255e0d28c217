//! Finds lines, and quotes values.

use std::ops::Range;

/// A value in YAML quotes.
pub(super) fn quote(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// The line around an offset, without line end.
pub(super) fn line_of(file: &str, place: usize) -> Range<usize> {
    let place = place.min(file.len());
    let start = file[..place].rfind('\n').map_or(0, |end| end + 1);
    let end = file[place..].find('\n').map_or(file.len(), |end| place + end);
    let end = start + file[start..end].trim_end_matches('\r').len();
    start..end.max(place)
}
