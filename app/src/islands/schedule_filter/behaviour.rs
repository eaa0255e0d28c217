//! The filter at work: events come in; the list, the address and the state of the islands follow.

use std::{rc::Rc, time::Duration};

use conference::filter::{Facet, SessionFilter, TEXT};
use js_sys::JsString;
use leptos::{
    ev::{self, Event, MouseEvent, SubmitEvent},
    html::Div,
    prelude::*,
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, EventTarget, HtmlElement, HtmlFormElement};

use super::{
    address::{self, Entry},
    cards::Cards,
    clock,
    form::{self, Control},
    state::{Chip, FilterState, Words},
};
use crate::islands::dom::{all, first, set_hidden};

/// The page that follows the filter, once every island is awake.
#[derive(Clone, Copy)]
pub(super) struct Behaviour(StoredValue<Option<Rc<Page>>, LocalStorage>);

struct Page {
    root: Element,
    form: HtmlFormElement,
    cards: Cards,
    state: FilterState,
    /// Whether letters are typed: those typed one after another are one step back.
    is_typing: StoredValue<bool>,
}

impl Behaviour {
    /// Gives the islands below the state that their HTML shows, and takes over the form when they are awake.
    pub(super) fn start(root: NodeRef<Div>) -> Self {
        let behaviour = Self(StoredValue::new_local(None));
        let Some(body) = document().body() else { return behaviour };
        let state = shown(&body);
        provide_context(state);
        root.on_load(move |root| {
            // Every island is woken within one task: in the next one, changes of the state reach all of them.
            set_timeout(move || behaviour.take_over(root.into(), state), Duration::ZERO);
        });
        behaviour
    }

    fn take_over(self, root: Element, state: FilterState) {
        let form = first(&root, ".filter-form").and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let Some(form) = form else { return };
        let cards = Cards::find(&root);
        let page = Rc::new(Page { root: root.clone(), form, cards, state, is_typing: StoredValue::new(false) });

        // Words that were typed before the module arrived are kept; otherwise the address says what is shown. Controls are never
        // written while they are used: a space at the end of a word, or a word that is still being composed, must stay.
        let address = address::read();
        let filter = form::take_over(&page.form, address.clone());
        page.show(if filter == address { Entry::None } else { Entry::New }, &filter);
        self.0.set_value(Some(page));

        let handle = window_event_listener(ev::popstate, move |_| {
            self.with(|page| {
                page.is_typing.set_value(false);
                let filter = address::read();
                form::write(&page.form, &filter);
                page.show(Entry::None, &filter);
            });
        });
        on_cleanup(move || handle.remove());
        clock::start(root.clone());
        // For tests, and for styles that only make sense with the island at work.
        let _ = root.set_attribute("data-ready", "");
    }

    /// Does nothing before the islands are awake.
    fn with(self, work: impl FnOnce(&Page)) {
        if let Some(page) = self.0.get_value() {
            work(&page);
        }
    }

    pub(super) fn input(self, event: &Event) {
        let Some(control) = element(event.target()).and_then(Control::of) else { return };
        self.with(|page| {
            let is_text = matches!(control, Control::Text(_));
            let entry = if is_text && page.is_typing.get_value() { Entry::Same } else { Entry::New };
            page.is_typing.set_value(is_text);
            page.show(entry, &control.apply(address::read()));
        });
    }

    pub(super) fn submit(self, event: &SubmitEvent) {
        self.with(|page| {
            event.prevent_default();
            // Everything is filtered already: the keyboard of a phone makes way for the list.
            page.focus_status();
        });
    }

    pub(super) fn click(self, event: &MouseEvent) {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        let link =
            element(event.target()).and_then(|target| target.closest("[data-clear],[data-facet]").ok().flatten());
        let Some(link) = link.filter(|_| !modified) else { return };
        self.with(|page| {
            event.prevent_default();
            page.is_typing.set_value(false);
            let filter = without(&link);
            form::write(&page.form, &filter);
            page.show(Entry::New, &filter);
            // The link is gone, and the focus would be lost with it.
            page.focus_status();
        });
    }
}

impl Page {
    fn show(&self, entry: Entry, filter: &SessionFilter) {
        let shown = self.cards.show(&filter.matcher(nfkc));
        for timetable in all(&self.root, ".timetable.rooms") {
            let _ = timetable.class_list().toggle_with_force("grid", filter.is_empty());
        }
        // It may lead to a time that is hidden.
        if let Some(now) = first(&self.root, ".now-link") {
            set_hidden(&now, !filter.is_empty());
        }
        let words = if filter.is_empty() { "data-all" } else { "data-some" };
        let status = self.form.get_attribute(words).unwrap_or_default().replace("{}", &shown.to_string());
        // Setting the same text again would be announced again.
        if self.state.status.with_untracked(|own| *own != status) {
            self.state.status.set(status);
        }
        self.state.is_empty.set(shown == 0);
        self.state.chips.set(self.chips(filter));
        address::write(entry, filter);
    }

    fn chips(&self, filter: &SessionFilter) -> Vec<Chip> {
        let mut chips: Vec<_> = filter
            .iter()
            .map(|(facet, value)| Chip {
                label: form::label(&self.form, facet, value).unwrap_or_else(|| value.to_owned()),
                facet: facet.name().to_owned(),
                value: value.to_owned(),
                href: address::url(&filter.clone().without(facet, value)),
            })
            .collect();
        if !filter.text().is_empty() {
            let mut rest = filter.clone();
            rest.set_text("");
            let (label, href) = (filter.text().to_owned(), address::url(&rest));
            chips.push(Chip { label, facet: TEXT.to_owned(), value: String::new(), href });
        }
        chips
    }

    fn focus_status(&self) {
        let status = first(&self.root, ".filter-status").and_then(|status| status.dyn_into::<HtmlElement>().ok());
        if let Some(status) = status {
            let _ = status.focus();
        }
    }
}

/// The state that the HTML of the server shows.
fn shown(body: &Element) -> FilterState {
    let text = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
    let form = first(body, ".filter-form");
    let words = |name: &str| form.as_ref().map(|form| text(form, name)).unwrap_or_default();
    let chips = all(body, ".chip").map(|chip| Chip {
        label: chip.text_content().unwrap_or_default(),
        facet: text(&chip, "data-facet"),
        value: text(&chip, "data-value"),
        href: text(&chip, "href"),
    });
    let status = first(body, ".filter-status").and_then(|status| status.text_content());
    FilterState {
        chips: RwSignal::new(chips.collect()),
        status: RwSignal::new(status.unwrap_or_default()),
        is_empty: RwSignal::new(first(body, ".no-match:not([hidden])").is_some()),
        words: StoredValue::new(Words {
            active_filters: words("data-active-filters"),
            remove_filter: words("data-remove-filter"),
        }),
    }
}

/// The filter without the one of a chip; the empty filter for the link that clears all.
fn without(link: &Element) -> SessionFilter {
    let Some(name) = link.get_attribute("data-facet") else { return SessionFilter::default() };
    let mut filter = address::read();
    match Facet::ALL.into_iter().find(|facet| facet.name() == name) {
        Some(facet) => filter.without(facet, &link.get_attribute("data-value").unwrap_or_default()),
        None => {
            filter.set_text("");
            filter
        }
    }
}

fn element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

fn nfkc(text: &str) -> String {
    JsString::from(text).normalize("NFKC").into()
}
