//! On the server nothing happens to the filter: it renders one state.

use leptos::{
    ev::{Event, MouseEvent, SubmitEvent},
    html::Div,
    prelude::NodeRef,
};

#[derive(Clone, Copy)]
pub(super) struct Behaviour;

impl Behaviour {
    pub(super) fn start(_: NodeRef<Div>) -> Self {
        Self
    }

    pub(super) fn input(self, _: &Event) {}

    pub(super) fn submit(self, _: &SubmitEvent) {}

    pub(super) fn click(self, _: &MouseEvent) {}
}
