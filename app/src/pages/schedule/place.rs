//! The places of fragments in a frame.

use leptos::{prelude::*, tachys::html::InertElement};

/// Stands in a [`ScheduleFrame`](super::ScheduleFrame) in the place of fragments. No content can write it: `<` is escaped there.
pub(super) const PLACE: &str = "<!--fragments-->";

pub(super) fn place() -> AnyView {
    InertElement::new(PLACE).into_any()
}
