//! The controls of the filter form: read into a filter, and set from one.

use conference::filter::{Facet, SessionFilter, TEXT};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::page::all;

/// One control of the form.
enum Control {
    Text(HtmlInputElement),
    Check(Facet, HtmlInputElement),
    Select(Facet, HtmlSelectElement),
}

fn controls(form: &Element) -> impl Iterator<Item = Control> {
    let facet = |name: String| Facet::ALL.into_iter().find(move |facet| facet.name() == name);
    all(form, "input[name],select[name]").filter_map(move |element| match element.dyn_into::<HtmlInputElement>() {
        Ok(input) if input.name() == TEXT => Some(Control::Text(input)),
        Ok(input) => Some(Control::Check(facet(input.name())?, input)),
        Err(element) => {
            let select: HtmlSelectElement = element.dyn_into().ok()?;
            Some(Control::Select(facet(select.name())?, select))
        }
    })
}

/// What the form says.
pub(super) fn read(form: &Element) -> SessionFilter {
    let mut filter = SessionFilter::default();
    for control in controls(form) {
        match control {
            Control::Text(input) => filter.set_text(&input.value()),
            Control::Check(facet, input) if input.checked() => filter.add(facet, &input.value()),
            Control::Check(..) => {}
            Control::Select(facet, select) => filter.add(facet, &select.value()),
        }
    }
    filter
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
        Control::Check(own, input) if own == facet && input.value() == value => {
            input.parent_element()?.text_content()
        }
        Control::Select(own, select) if own == facet => {
            all(&select, "option").find(|option| option.get_attribute("value").as_deref() == Some(value))?.text_content()
        }
        _ => None,
    })
}
