//! The sessions on the page, as the filter sees them.

use std::borrow::Cow;

use conference::filter::{Facet, Faceted, Matcher};
use js_sys::JsString;
use wasm_bindgen::{JsCast as _, prelude::wasm_bindgen};
use web_sys::Element;

use crate::islands::dom::{all, set_hidden};

/// The session cards in their slots in their days.
pub(super) struct Cards {
    days: Vec<Group>,
}

struct Group {
    element: Element,
    slots: Vec<(Element, Vec<Card>)>,
}

struct Card(Element);

#[wasm_bindgen]
extern "C" {
    /// An element whose attributes are read as JavaScript's own strings: the texts of a thousand cards are searched
    /// at every key, and copying them would take longer than searching.
    type WithText;

    #[wasm_bindgen(method, js_name = getAttribute)]
    fn attribute(this: &WithText, name: &str) -> Option<JsString>;
}

impl Faceted for Card {
    fn values(&self, facet: Facet) -> Cow<'_, str> {
        self.0.get_attribute(&format!("data-{}", facet.name())).unwrap_or_default().into()
    }

    fn contains(&self, word: &str) -> bool {
        let text = self.0.unchecked_ref::<WithText>().attribute("data-text");
        text.is_some_and(|text| text.includes(word, 0))
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
        let days = all(root, ".day").map(|element| Group { slots: slots(&element).collect(), element }).collect();
        Self { days }
    }

    /// Shows what matches, hides the rest with the times and days that are left empty, and counts what is shown.
    pub(super) fn show(&self, matcher: &Matcher<'_>) -> usize {
        let mut shown = 0;
        for day in &self.days {
            let before = shown;
            for (slot, cards) in &day.slots {
                let before = shown;
                for card in cards {
                    let matches = matcher.matches(card);
                    set_hidden(&card.0, !matches);
                    shown += usize::from(matches);
                }
                set_hidden(slot, shown == before);
            }
            set_hidden(&day.element, shown == before);
        }
        shown
    }
}
