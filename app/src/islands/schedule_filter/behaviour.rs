//! The filter at work: events come in; the list, the address and the chips follow.

use std::{
    cell::{Cell, RefCell},
    time::Duration,
};

use conference::filter::{Facet, SessionFilter};
use leptos::prelude::{document, request_animation_frame, set_timeout, window};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, Event, HtmlElement, HtmlFormElement, MouseEvent};

use super::{
    address::{self, Entry},
    calendar,
    cards::{Cards, Rest},
    chips, clock,
    form::{self, Control},
};
use crate::islands::dom::{all, filled, first, set_hidden};

/// The page that follows the filter.
struct Page {
    root: Element,
    form: HtmlFormElement,
    cards: Cards,
    /// Whether letters are typed: those typed one after another are one step back.
    is_typing: Cell<bool>,
}

/// Whether the words of the sessions are there, which `session-words.js` loads when somebody begins to type.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    Missing,
    Ready,
    Failed,
}

thread_local! {
    /// A document has one schedule.
    static PAGE: RefCell<Option<Page>> = const { RefCell::new(None) };
    /// One listener for every event: leptos' own (`on:input`) would be 4 kB more of the module. Added again, it is still one.
    static LISTENER: Closure<dyn Fn(Event)> = Closure::new(|event| {
        PAGE.with_borrow(|page| {
            if let Some(page) = page {
                page.handle(&event);
            }
        });
    });
}

/// Takes over the form. Does nothing on a page without one.
pub(super) fn take_over(root: Element) {
    let form = first(&root, ".filter-form").and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form else { return };
    let page = Page { cards: Cards::find(&root), root: root.clone(), form, is_typing: Cell::new(false) };

    // Words that were typed before the module arrived are kept; otherwise the address says what is shown. Controls are never
    // written while they are used: a space at the end of a word, or a word that is still being composed, must stay.
    if let Some(starred) = first(&root, ".starred-choice") {
        set_hidden(&starred, false);
    }
    let address = address::read();
    let filter = form::take_over(&page.form, address.clone());
    page.show(if filter == address { Entry::None } else { Entry::New }, &filter);
    PAGE.set(Some(page));

    LISTENER.with(|listener| {
        let listener = listener.as_ref().unchecked_ref();
        for event in ["input", "submit", "click"] {
            let _ = root.add_event_listener_with_callback(event, listener);
        }
        for event in ["popstate", "stars", "words"] {
            let _ = window().add_event_listener_with_callback(event, listener);
        }
    });
    clock::start(root.clone());
    // For tests, and for styles that only make sense with the island at work.
    let _ = root.set_attribute("data-ready", "");
}

impl Page {
    fn handle(&self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        match (&*event.type_(), target) {
            ("popstate", _) => self.write(Entry::None, &address::read()),
            ("words", _) => self.show(Entry::None, &address::read()),
            ("stars", _) => {
                let filter = address::read();
                if filter.iter().any(|(facet, _)| facet == Facet::Starred) {
                    self.show(Entry::None, &filter);
                    // The focus would be lost with a card that is hidden now.
                    if first(&self.root, "[hidden] :focus").is_some() {
                        self.focus_status();
                    }
                }
            }
            // The server knows the words, too.
            ("submit", _) if self.words() == Words::Failed => {}
            ("submit", _) => {
                event.prevent_default();
                // Everything is filtered already: the keyboard of a phone makes way for the list.
                self.focus_status();
            }
            ("input", Some(target)) => self.input(target),
            ("click", Some(target)) => self.click(event.unchecked_ref(), &target),
            _ => {}
        }
    }

    fn input(&self, target: Element) {
        let Some(control) = Control::of(target) else { return };
        let is_text = matches!(control, Control::Text(_));
        let entry = if self.is_typing.replace(is_text) && is_text { Entry::Same } else { Entry::New };
        self.show(entry, &control.apply(address::read()));
    }

    fn click(&self, event: &MouseEvent, target: &Element) {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        let link = target.closest("[data-clear],[data-facet]").ok().flatten();
        let Some(link) = link.filter(|_| !modified) else { return };
        event.prevent_default();
        self.write(Entry::New, &chips::without(&link));
        // The link is gone, and the focus would be lost with it.
        self.focus_status();
    }

    /// Shows a filter that no control of the form says yet.
    fn write(&self, entry: Entry, filter: &SessionFilter) {
        self.is_typing.set(false);
        form::write(&self.form, filter);
        self.show(entry, filter);
    }

    fn words(&self) -> Words {
        match self.root.get_attribute("data-words").as_deref() {
            Some("ready") => Words::Ready,
            Some(_) => Words::Failed,
            None => Words::Missing,
        }
    }

    fn show(&self, entry: Entry, filter: &SessionFilter) {
        if !filter.text().is_empty() && self.words() != Words::Ready {
            // What is shown stays until they are there.
            address::write(entry, filter);
            let has_failed = self.words() == Words::Failed;
            if has_failed && !self.is_by_server(filter) {
                self.set_status(&self.form.get_attribute("data-failed").unwrap_or_default());
            }
            // They are wanted again when something else is typed.
            if let (true, Ok(wanted)) = (!has_failed || entry != Entry::None, Event::new("wordswanted")) {
                let _ = window().dispatch_event(&wanted);
            }
            return;
        }
        let rest = if entry == Entry::None { Rest::Now } else { Rest::Later };
        let shown = self.cards.show(&filter.matcher_in_browser(), rest);
        // A frame is painted after its callbacks, and before a timeout that one of them sets.
        request_animation_frame(|| {
            set_timeout(
                || PAGE.with_borrow(|page| page.iter().for_each(|page| page.cards.show_rest())),
                Duration::ZERO,
            );
        });
        for timetable in all(&self.root, ".timetable") {
            let _ = timetable.class_list().toggle_with_force("filtered", !filter.is_empty());
        }
        // It may lead to a time that is hidden.
        if let Some(now) = first(&self.root, ".now-link") {
            set_hidden(&now, !filter.is_empty());
        }
        let words = if filter.is_empty() { "data-all" } else { "data-some" };
        self.set_status(&filled(&self.form.get_attribute(words).unwrap_or_default(), &shown.to_string()));
        if let Some(no_match) = first(&self.root, ".no-match") {
            set_hidden(&no_match, shown > 0);
        }
        let words = chips::show(&self.root, &self.form, filter);
        let title = if filter.is_empty() { "data-title" } else { "data-titles" };
        document().set_title(&filled(&self.form.get_attribute(title).unwrap_or_default(), &words));
        address::write(entry, filter);
        calendar::show(filter);
    }

    /// Whether the page came with the sessions that have the words of a filter.
    fn is_by_server(&self, filter: &SessionFilter) -> bool {
        let text = first(&self.form, "#filter-text").and_then(|text| text.get_attribute("value"));
        text.as_deref() == Some(filter.text())
    }

    fn set_status(&self, status: &str) {
        // Setting the same text again would be announced again.
        if let Some(element) = first(&self.root, ".filter-status")
            && element.text_content().as_deref() != Some(status)
        {
            element.set_text_content(Some(status));
        }
    }

    fn focus_status(&self) {
        let status = first(&self.root, ".filter-status").and_then(|status| status.dyn_into::<HtmlElement>().ok());
        if let Some(status) = status {
            let _ = status.focus();
        }
    }
}
