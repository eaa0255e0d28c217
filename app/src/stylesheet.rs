//! The stylesheet that comes from the conference: colours of tracks and initials, and the grids of the schedule.
//!
//! The content security policy forbids `style` attributes, so rules that depend on data stand here, by class and id.

mod grid;
mod rules;

use std::collections::BTreeSet;

use conference::{Conference, picture::Content};

use self::rules::push;
pub(crate) use self::{
    grid::{PRINTED_LANES, SCROLLING_LANES, lanes},
    rules::{day_id, slot_id},
};
use crate::hue::HUES;

/// Writes the rules. The same conference gives the same bytes.
pub(crate) fn css(conference: &Conference) -> String {
    let mut css = String::new();
    for number in 0..HUES {
        push(&mut css, format_args!(".hue-{number}{{--hue:{}}}", number * 360 / HUES));
    }
    for track in &conference.event.tracks {
        if let Some(color) = &track.color {
            push(&mut css, format_args!(".track-{}{{--track:{color}}}", track.id));
        }
    }
    // A photograph's place waits for it in its average colour.
    let tints = conference.assets.values().filter_map(|asset| match &asset.content {
        Content::Picture(picture) => Some((picture.tint()?, picture.color)),
        _ => None,
    });
    for (class, color) in tints.collect::<BTreeSet<_>>() {
        push(&mut css, format_args!(".{class}{{background:#{color}}}"));
    }
    if conference.event.rooms.len() > 1 {
        for sessions in conference.sessions.chunk_by(|a, b| a.start.date() == b.start.date()) {
            grid::day(&mut css, conference, sessions);
        }
    }
    css
}
