//! The sessions on the page, as the filter sees them.

use std::{borrow::Cow, cell::RefCell};

use conference::filter::{Facet, Faceted, Matcher};
use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, prelude::wasm_bindgen};
use web_sys::Element;

use crate::islands::dom::{all, first, set_hidden};

/// As many cards as a phone shows at once. Those in the slots after them appear once these are painted.
const FIRST: usize = 6;

/// The session cards in their slots in their days.
pub(super) struct Cards {
    days: Vec<Group>,
    /// What appears after the first cards.
    later: RefCell<Vec<Element>>,
}

/// When the cards after the first ones appear.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Rest {
    /// At once: the browser may go back to a place far down.
    Now,
    /// With [`Cards::show_rest`]: laying out a hundred cards takes longer than an answer to a tap may take.
    Later,
}

struct Group {
    element: Element,
    /// The layout of the day, if the event has several rooms.
    timetable: Option<Element>,
    /// The links of its bar, each with the element that it leads to.
    links: Vec<(Element, Element)>,
    slots: Vec<(Element, Vec<Card>)>,
}

struct Card(Element);

#[wasm_bindgen]
extern "C" {
    /// An element whose text JavaScript searches: the texts of a thousand cards are searched at every key, and copying them
    /// would take longer than searching. `session-words.js` gives it the method.
    type WithWords;

    #[wasm_bindgen(method, js_name = hasWords)]
    fn has_words(this: &WithWords, text: &str) -> bool;
}

impl Faceted for Card {
    fn values(&self, facet: Facet) -> Cow<'_, str> {
        self.0.get_attribute(&["data-", facet.name()].concat()).unwrap_or_default().into()
    }

    fn contains(&self, text: &str) -> bool {
        self.0.unchecked_ref::<WithWords>().has_words(text)
    }
}

impl Cards {
    pub(super) fn find(root: &Element) -> Self {
        let slots = |day: &Element| {
            all(day, ".slot").map(|slot| {
                let cards = all(&slot, ".session").map(Card).collect();
                (slot, cards)
            })
        };
        let day = |element: Element| Group {
            timetable: first(&element, ".timetable.rooms"),
            links: all(&element, ".day-bar li").filter_map(|item| Some((target(&item)?, item))).collect(),
            slots: slots(&element).collect(),
            element,
        };
        let days = all(root, ".day").map(day).collect();
        Self { days, later: RefCell::default() }
    }

    /// Shows what matches, hides the rest with the times and days that are left empty, and counts what is shown.
    pub(super) fn show(&self, matcher: &Matcher<'_>, rest: Rest) -> usize {
        let mut later = self.later.borrow_mut();
        later.clear();
        let (mut shown, mut appearing) = (0, 0);
        for day in &self.days {
            let before = shown;
            let (mut room, mut several) = (None, false);
            for (slot, cards) in &day.slots {
                let before = shown;
                let waits = rest == Rest::Later && appearing >= FIRST;
                for card in cards {
                    let matches = matcher.matches(card);
                    let appears = matches && (slot.has_attribute("hidden") || card.0.has_attribute("hidden"));
                    appearing += usize::from(appears);
                    if appears && waits {
                        later.push(card.0.clone());
                    } else {
                        set_hidden(&card.0, !matches);
                    }
                    shown += usize::from(matches);
                    if matches && day.timetable.is_some() {
                        let own = card.0.get_attribute("data-room");
                        several |= own.is_some() && room.is_some() && own != room;
                        room = room.or(own);
                    }
                }
                if waits && shown > before && slot.has_attribute("hidden") {
                    later.push(slot.clone());
                } else {
                    set_hidden(slot, shown == before);
                }
            }
            set_hidden(&day.element, shown == before);
            if let Some(timetable) = &day.timetable {
                let _ = timetable.class_list().toggle_with_force("grid", several);
            }
        }
        self.show_links();
        shown
    }

    /// Shows the cards after the first ones.
    pub(super) fn show_rest(&self) {
        let later = self.later.take();
        if !later.is_empty() {
            later.iter().for_each(|element| set_hidden(element, false));
            self.show_links();
        }
    }

    /// Shows the links of each day to the times and days that are shown.
    fn show_links(&self) {
        for (target, item) in self.days.iter().flat_map(|day| &day.links) {
            set_hidden(item, target.closest("[hidden]").is_ok_and(|hidden| hidden.is_some()));
        }
    }
}

/// The element that the link of an item leads to.
fn target(item: &Element) -> Option<Element> {
    let href = first(item, "a")?.get_attribute("href")?;
    document().get_element_by_id(href.strip_prefix('#')?)
}
