//! The island at work: events come in, the list, the address and the chips follow.

use std::rc::Rc;

use conference::filter::{Facet, SessionFilter, TEXT};
use js_sys::JsString;
use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDivElement, HtmlElement, HtmlFormElement};

use super::{
    cards::{Cards, set_hidden},
    clock,
    form::{self, Control},
};

/// The parts of the page that follow the filter.
struct Page {
    root: Element,
    form: HtmlFormElement,
    cards: Cards,
}

/// How a change of the filter is kept in the history of the browser.
#[derive(Clone, Copy, PartialEq)]
enum Entry {
    /// A new entry: back undoes the change.
    New,
    /// The change of the entry before goes on, as in typing.
    Same,
    /// The address already says it.
    None,
}

/// Takes over the form. Does nothing on a page without one.
pub(super) fn start(root: HtmlDivElement) {
    let root: Element = root.into();
    let Some(form) = first(&root, ".filter-form").and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
        return;
    };
    let page = Rc::new(Page { cards: Cards::find(&root), root: root.clone(), form });

    // What was typed before the module arrived is kept; otherwise the address says what is shown. Controls are never
    // written while they are used: a space at the end of a word, or a word that is still being composed, must stay.
    let address = address();
    let filter = form::take_over(&page.form, address.clone());
    page.show(if filter == address { Entry::None } else { Entry::New }, filter);

    // Letters typed one after another are one step back.
    let typing = StoredValue::new(false);
    listen(&page, ev::input, move |page, event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(control) = target.and_then(Control::of) else { return };
        let is_text = matches!(control, Control::Text(_));
        let entry = if is_text && typing.get_value() { Entry::Same } else { Entry::New };
        typing.set_value(is_text);
        page.show(entry, control.apply(self::address()));
    });
    listen(&page, ev::submit, |page, event| {
        event.prevent_default();
        // Everything is filtered already: out of the way of the list, with the keyboard of a phone.
        page.focus_status();
    });
    listen(&page, ev::click, move |page, event| {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("[data-clear],[data-facet]").ok().flatten());
        let Some(link) = link.filter(|_| !modified) else { return };
        event.prevent_default();
        typing.set_value(false);
        let filter = page.without(&link);
        form::write(&page.form, &filter);
        page.show(Entry::New, filter);
        // The link is gone, and the focus would be lost with it.
        page.focus_status();
    });
    let handle = window_event_listener(ev::popstate, move |_| {
        typing.set_value(false);
        let filter = self::address();
        form::write(&page.form, &filter);
        page.show(Entry::None, filter);
    });
    on_cleanup(move || handle.remove());
    clock::start(root.clone());
    // For tests, and for styles that only make sense with the island at work.
    let _ = root.set_attribute("data-ready", "");
}

impl Page {
    fn show(&self, entry: Entry, filter: SessionFilter) {
        let shown = self.cards.show(&filter.matcher(nfkc));
        for timetable in all(&self.root, ".timetable.rooms") {
            let _ = timetable.class_list().toggle_with_force("grid", filter.is_empty());
        }
        if let Some(no_match) = first(&self.root, ".no-match") {
            set_hidden(&no_match, shown > 0);
        }
        // It may lead to a time that is hidden.
        if let Some(now) = first(&self.root, ".now-link") {
            set_hidden(&now, !filter.is_empty());
        }
        self.announce(&filter, shown);
        self.show_chips(&filter);
        remember(entry, &filter);
    }

    fn announce(&self, filter: &SessionFilter, shown: usize) {
        let Some(status) = first(&self.root, ".filter-status") else { return };
        let name = if filter.is_empty() { "data-all" } else { "data-some" };
        let text = status.get_attribute(name).unwrap_or_default().replace("{}", &shown.to_string());
        // Setting the same text again would be announced again.
        if status.text_content().as_deref() != Some(&text) {
            status.set_text_content(Some(&text));
        }
    }

    fn focus_status(&self) {
        let status = first(&self.root, ".filter-status").and_then(|status| status.dyn_into::<HtmlElement>().ok());
        if let Some(status) = status {
            let _ = status.focus();
        }
    }

    fn show_chips(&self, filter: &SessionFilter) {
        if let Some(active) = first(&self.root, ".active-filters") {
            set_hidden(&active, filter.is_empty());
        }
        let Some(list) = first(&self.root, ".chips") else { return };
        list.set_text_content(None);
        for (facet, value) in filter.iter() {
            let label = form::label(&self.form, facet, value).unwrap_or_else(|| value.to_owned());
            add_chip(&list, &label, facet.name(), value, &filter.clone().without(facet, value));
        }
        if !filter.text().is_empty() {
            let mut rest = filter.clone();
            rest.set_text("");
            add_chip(&list, filter.text(), TEXT, "", &rest);
        }
    }

    /// The filter without what a chip stands for; the empty filter for the link that clears all.
    fn without(&self, link: &Element) -> SessionFilter {
        let Some(name) = link.get_attribute("data-facet") else { return SessionFilter::default() };
        let mut filter = address();
        match Facet::ALL.into_iter().find(|facet| facet.name() == name) {
            Some(facet) => filter.without(facet, &link.get_attribute("data-value").unwrap_or_default()),
            None => {
                filter.set_text("");
                filter
            }
        }
    }
}

fn add_chip(list: &Element, label: &str, facet: &str, value: &str, rest: &SessionFilter) {
    let document = document();
    // Creating elements of these names cannot fail; if it did, the chip would be missing and nothing else.
    let (Ok(item), Ok(link)) = (document.create_element("li"), document.create_element("a")) else { return };
    let remove = list.get_attribute("data-remove").unwrap_or_default().replace("{}", label);
    let href = url(rest);
    for (name, text) in
        [("class", "chip"), ("href", &href), ("data-facet", facet), ("data-value", value), ("aria-label", &remove)]
    {
        let _ = link.set_attribute(name, text);
    }
    link.set_text_content(Some(label));
    let _ = item.append_child(&link);
    let _ = list.append_child(&item);
}

/// Keeps the address, and the links to the other languages, in step.
fn remember(entry: Entry, filter: &SessionFilter) {
    if let (Ok(history), true) = (window().history(), entry != Entry::None) {
        let url = url(filter);
        let _ = match entry {
            Entry::New if *filter != address() => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
            _ => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        };
    }
    let Some(body) = document().body() else { return };
    for link in all(&body, ".language-switch a") {
        let href = link.get_attribute("href").unwrap_or_default();
        let path = href.split('?').next().unwrap_or_default();
        let _ = link.set_attribute("href", &with_query(path, filter));
    }
}

fn address() -> SessionFilter {
    SessionFilter::parse(&window().location().search().unwrap_or_default())
}

fn url(filter: &SessionFilter) -> String {
    with_query(&window().location().pathname().unwrap_or_default(), filter)
}

fn with_query(path: &str, filter: &SessionFilter) -> String {
    if filter.is_empty() { path.to_owned() } else { format!("{path}?{}", filter.query()) }
}

fn nfkc(text: &str) -> String {
    JsString::from(text).normalize("NFKC").into()
}

fn listen<E: ev::EventDescriptor + 'static>(page: &Rc<Page>, event: E, handler: impl Fn(&Page, E::EventType) + 'static)
where
    E::EventType: JsCast,
{
    let own = page.clone();
    let closure = wasm_bindgen::closure::Closure::<dyn Fn(JsValue)>::new(move |value: JsValue| {
        handler(&own, value.unchecked_into());
    });
    let _ = page.root.add_event_listener_with_callback(&event.name(), closure.as_ref().unchecked_ref());
    // The island lives as long as its page.
    closure.forget();
}

/// The elements below one that a selector finds, in document order.
pub(super) fn all(element: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let list = element.query_selector_all(selector).ok();
    let length = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |index| list.as_ref()?.item(index)?.dyn_into().ok())
}

pub(super) fn first(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}
