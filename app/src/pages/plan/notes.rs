//! The notes before a session of a plan: overlaps, pauses, changes of rooms. `plan.js` writes the same ones.

use conference::plan::{RoomChange, Step};
use jiff::SignedDuration;
use leptos::prelude::*;

use crate::context::Context;

/// The most overlapping sessions that are named.
const MOST_OVERLAPS: usize = 3;

pub(super) fn notes(context: &Context, step: &Step<'_>) -> AnyView {
    let messages = context.messages;
    let mut notes = Vec::new();
    match (&step.change, step.pause) {
        (Some(change), _) => notes.push(room_change(context, change)),
        (None, Some(pause)) => notes.push(("plan-note", fill(messages.pause(), &[&length(context, pause)]))),
        (None, None) => {}
    }
    for other in step.overlaps.iter().take(MOST_OVERLAPS) {
        let text = fill(messages.overlaps_with(), &[context.text(&other.title)]);
        notes.push(("plan-note plan-warning", text));
    }
    if let Some(more) = step.overlaps.len().checked_sub(MOST_OVERLAPS).filter(|more| *more > 0) {
        notes.push(("plan-note plan-warning", fill(messages.more_overlaps(), &[&more.to_string()])));
    }
    notes.into_iter().map(|(class, text)| view! { <p class=class>{text}</p> }).collect_view().into_any()
}

fn room_change(context: &Context, change: &RoomChange) -> (&'static str, String) {
    let messages = context.messages;
    let room = context.conference.event.room(&change.to).map(|room| context.text(&room.name)).unwrap_or_default();
    let mut text = fill(messages.room_change(), &[room, &length(context, change.available)]);
    if let Some(needed) = change.needed {
        text.push_str(&fill(messages.change_needs(), &[&length(context, needed)]));
    }
    match change.is_tight() {
        true => ("plan-note plan-warning", format!("{}{text}", messages.change_is_tight())),
        false => ("plan-note", text),
    }
}

fn length(context: &Context, time: SignedDuration) -> String {
    context.messages.length(time.as_mins())
}

/// A template with its places `{}` filled in, one after the other.
fn fill(template: &str, values: &[&str]) -> String {
    let mut parts = template.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (value, part) in values.iter().zip(parts) {
        text.push_str(value);
        text.push_str(part);
    }
    text
}
