//! The clock of the schedule: marks what runs and what is over, and keeps the way to it right in a tab left open.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::set_interval;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Element;

use crate::islands::dom::{all, first, set_hidden};

const INTERVAL: Duration = Duration::from_secs(20);
/// The length of `2016-10-01`, and of `2016-10-01T10:30`.
const DATE: usize = 10;
const MINUTE: usize = 16;

/// Starts the clock, unless the page shows the site as of a given moment.
pub(super) fn start(root: Element) {
    let Some(link) = first(&root, ".now-link[data-ticks]") else { return };
    tick(&root, &link);
    set_interval(move || tick(&root, &link), INTERVAL);
}

fn tick(root: &Element, link: &Element) {
    let now = Date::now();
    let model = first(link, ".now-mark");
    let mut target = None;
    for day in all(root, ".day") {
        let times = first(&day, ".times time");
        let Some(local) = times.and_then(|time| local(&time.get_attribute("datetime")?, now)) else { continue };
        if day.id().strip_prefix("day-") != local.get(..DATE) {
            all(&day, ".is-past,.is-now").for_each(|card| mark(&card, "", model.as_ref()));
            continue;
        }
        for slot in all(&day, ".slot") {
            for card in all(&slot, ".session") {
                let mut times = all(&card, ".times time").filter_map(|time| time.get_attribute("datetime"));
                let Some(start) = times.next() else { continue };
                let end = times.next().unwrap_or_else(|| start.clone());
                let before = |time: &str| time.get(..MINUTE).is_some_and(|time| time <= local.as_str());
                let canceled = card.class_list().contains("is-canceled");
                let state = match (before(&end), before(&start)) {
                    (true, _) => "is-past",
                    (false, true) if !canceled => "is-now",
                    (false, _) => "",
                };
                if state != "is-past" && !canceled && target.is_none() {
                    target = first(&slot, ".slot-time").map(|heading| heading.id());
                }
                mark(&card, state, model.as_ref());
            }
        }
    }
    let Some(anchor) = first(link, "a") else { return };
    set_hidden(&anchor, target.is_none());
    if let Some(id) = target {
        let _ = anchor.set_attribute("href", &["#", &id].concat());
    }
}

/// The minute in the event's time zone, whose offset is that of a time of the event: `2016-10-01T10:30`.
fn local(time: &str, now: f64) -> Option<String> {
    let offset = Date::parse(&[time.get(..MINUTE)?, "Z"].concat()) - Date::parse(time);
    // An invalid date would throw.
    let local = now + offset;
    let local = local.is_finite().then(|| String::from(Date::new(&JsValue::from_f64(local)).to_iso_string()))?;
    local.get(..MINUTE).map(str::to_owned)
}

/// Marks a card; the words are those of the model that the server rendered.
fn mark(card: &Element, state: &str, model: Option<&Element>) {
    let classes = card.class_list();
    for class in ["is-past", "is-now"] {
        let _ = classes.toggle_with_force(class, class == state);
    }
    match (first(card, ".now-mark"), state == "is-now") {
        (Some(mark), false) => mark.remove(),
        (None, true) => {
            let marks = first(card, ".session-marks");
            let mark = model.and_then(|model| model.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok());
            let (Some(marks), Some(mark)) = (marks, mark) else { return };
            set_hidden(&mark, false);
            let _ = marks.prepend_with_node_1(&mark);
        }
        _ => {}
    }
}
