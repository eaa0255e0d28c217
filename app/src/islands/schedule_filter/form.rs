//! The controls of the filter form: read into a filter, and set from one.

use conference::filter::{Facet, SessionFilter, TEXT};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::page::all;

/// One control of the form.
pub(super) enum Control {
    Text(HtmlInputElement),
    Check(Facet, HtmlInputElement),
    Select(Facet, HtmlSelectElement),
}

impl Control {
    /// The control that an element is, if it is one of the filter.
    pub(super) fn of(element: Element) -> Option<Self> {
        let facet = |name: String| Facet::ALL.into_iter().find(move |facet| facet.name() == name);
        match element.dyn_into::<HtmlInputElement>() {
            Ok(input) if input.name() == TEXT => Some(Self::Text(input)),
            Ok(input) => Some(Self::Check(facet(input.name())?, input)),
            Err(element) => {
                let select: HtmlSelectElement = element.dyn_into().ok()?;
                Some(Self::Select(facet(select.name())?, select))
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

    /// Whether a visitor changed it since the page was made from this filter.
    fn is_changed(&self, filter: &SessionFilter) -> bool {
        match self {
            Self::Text(input) => input.value() != input.default_value(),
            Self::Check(_, input) => input.checked() != input.default_checked(),
            Self::Select(facet, select) => !select.value().is_empty() && !filter.contains(*facet, &select.value()),
        }
    }
}

fn controls(form: &Element) -> impl Iterator<Item = Control> {
    all(form, "input[name],select[name]").filter_map(Control::of)
}

/// The filter with what a visitor changed in the form before the island was there.
pub(super) fn with_changes(form: &Element, filter: SessionFilter) -> SessionFilter {
    controls(form).filter(|control| control.is_changed(&filter)).fold(filter.clone(), |all, control| control.apply(all))
}

/// Makes the form say what the filter says.
pub(super) fn write(form: &Element, filter: &SessionFilter) {
    for control in controls(form) {
        match control {
            Control::Text(input) => input.set_value(filter.text()),
            Control::Check(facet, input) => input.set_checked(filter.contains(facet, &input.value())),
            Control::Select(facet, select) => {
                let chosen = filter.iter().find(|(other, _)| *other == facet);
                select.set_value(chosen.map_or("", |(_, value)| value));
            }
        }
    }
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
