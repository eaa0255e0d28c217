//! The controls of the filter form: read into a filter, and set from one.

use conference::filter::{Facet, SessionFilter, TEXT};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use crate::islands::dom::all;

/// One control of the form.
pub(super) enum Control {
    Text(HtmlInputElement),
    Check(Facet, HtmlInputElement),
    Select(Facet, HtmlSelectElement),
}

impl Control {
    /// The control that an element is, if it is one of the filter.
    pub(super) fn of(element: Element) -> Option<Self> {
        match element.dyn_into::<HtmlInputElement>() {
            Ok(input) if input.name() == TEXT => Some(Self::Text(input)),
            Ok(input) => Some(Self::Check(Facet::named(&input.name())?, input)),
            Err(element) => {
                let select: HtmlSelectElement = element.dyn_into().ok()?;
                Some(Self::Select(Facet::named(&select.name())?, select))
            }
        }
    }

    /// The filter with what this control says; what other controls say, or none, stays.
    pub(super) fn apply(&self, mut filter: SessionFilter) -> SessionFilter {
        match self {
            Self::Text(input) => {
                filter.set_text(&input.value());
                filter
            }
            Self::Check(facet, input) if input.checked() => filter.with(*facet, &input.value()),
            Self::Check(facet, input) => filter.without(*facet, &input.value()),
            Self::Select(facet, select) => {
                let others: Vec<String> =
                    filter.iter().filter(|(own, _)| own == facet).map(|(_, value)| value.to_owned()).collect();
                others.iter().fold(filter, |filter, value| filter.without(*facet, value)).with(*facet, &select.value())
            }
        }
    }

    /// Whether a visitor changed it since the page was made.
    fn is_changed(&self, filter: &SessionFilter) -> bool {
        match self {
            Self::Text(input) => input.value() != input.default_value(),
            Self::Check(_, input) => input.checked() != input.default_checked(),
            Self::Select(facet, select) => !select.value().is_empty() && !filter.contains(*facet, &select.value()),
        }
    }

    /// Says what the filter says.
    fn show(&self, filter: &SessionFilter) {
        match self {
            Self::Text(input) => input.set_value(filter.text()),
            Self::Check(facet, input) => input.set_checked(filter.contains(*facet, &input.value())),
            Self::Select(facet, select) => {
                let chosen = filter.iter().find(|(other, _)| other == facet);
                select.set_value(chosen.map_or("", |(_, value)| value));
            }
        }
    }
}

fn controls(form: &Element) -> impl Iterator<Item = Control> {
    all(form, "input[name],select[name]").filter_map(Control::of)
}

/// The filter of the address with what a visitor changed in the form before the island was there.
///
/// Controls that nobody has touched then say what the address says: a static host gives the same page for every query.
pub(super) fn take_over(form: &Element, filter: SessionFilter) -> SessionFilter {
    let (changed, untouched): (Vec<_>, Vec<_>) = controls(form).partition(|control| control.is_changed(&filter));
    untouched.iter().for_each(|control| control.show(&filter));
    changed.iter().fold(filter, |filter, control| control.apply(filter))
}

/// Makes the form say what the filter says.
pub(super) fn write(form: &Element, filter: &SessionFilter) {
    controls(form).for_each(|control| control.show(filter));
}

/// What the form calls a value.
pub(super) fn label(form: &Element, facet: Facet, value: &str) -> Option<String> {
    controls(form).find_map(|control| match control {
        Control::Check(own, input) if own == facet && input.value() == value => input.parent_element()?.text_content(),
        Control::Select(own, select) if own == facet => all(&select, "option")
            .find(|option| option.get_attribute("value").as_deref() == Some(value))?
            .text_content(),
        _ => None,
    })
}
