//! Lists, quotations and tables.

use html5ever::Attribute;

use super::{HtmlReader, Open, attribute};
use crate::text::{document::Kind, html::elements::Order};

/// The most containers that may be open at once; further ones are ignored.
const DEEPEST: usize = 200;

impl HtmlReader<'_> {
    pub(super) fn list(&mut self, order: Order, attributes: &[Attribute]) {
        self.builder.end_paragraph();
        // Editors put the inner list beside the item that it belongs to.
        if let Some(Open::List(_, _, Some(last))) = self.open.last() {
            let last = *last;
            if self.open.len() < DEEPEST {
                self.builder.resume(last);
                self.open.push(Open::Resumed);
            }
        }
        let number = self.builder.number();
        let first = attribute(attributes, "start").parse().unwrap_or(1);
        self.enter_container(Open::List(number, (order == Order::Ordered).then_some(first), None), None);
    }

    pub(super) fn item(&mut self, attributes: &[Attribute]) {
        self.builder.end_paragraph();
        // The list of the item; an item without list gets one of its own.
        match self.open.iter().rposition(|open| matches!(open, Open::List(..))) {
            Some(list) => {
                while self.open.len() > list + 1 {
                    self.leave();
                }
            }
            None => {
                let number = self.builder.number();
                self.enter_container(Open::List(number, None, None), None);
            }
        }
        let kind = match self.open.last_mut() {
            Some(Open::List(number, next, _)) => {
                let value = attribute(attributes, "value").parse().ok();
                let place = next.map(|next| value.unwrap_or(next));
                *next = place.map(|place| place.saturating_add(1));
                Kind::Item(*number, place)
            }
            _ => return,
        };
        if self.open.len() < DEEPEST {
            let container = self.builder.enter(kind);
            if let Some(Open::List(_, _, last)) = self.open.last_mut() {
                *last = container;
            }
            self.open.push(Open::Item);
        }
    }

    pub(super) fn enter_container(&mut self, open: Open, kind: Option<Kind>) {
        if self.open.len() < DEEPEST {
            self.open.push(open);
            kind.into_iter().for_each(|kind| _ = self.builder.enter(kind));
        }
    }

    /// Leaves the innermost container; `false` if there is none.
    pub(super) fn leave(&mut self) -> bool {
        match self.open.pop() {
            Some(Open::List(..)) => self.builder.end_paragraph(),
            Some(_) => self.builder.leave(),
            None => return false,
        }
        true
    }

    pub(super) fn leave_to(&mut self, is_meant: impl Fn(&Open) -> bool) {
        if let Some(place) = self.open.iter().rposition(is_meant) {
            while self.open.len() > place {
                self.leave();
            }
        }
        if matches!(self.open.last(), Some(Open::Resumed)) {
            self.leave();
        }
    }

    /// Begins a row; the table begins with its first one, below its caption.
    pub(super) fn row(&mut self) {
        if !self.builder.in_table() {
            self.builder.start_table();
        }
        self.builder.start_row();
    }

    pub(super) fn end_table(&mut self) {
        self.tables = self.tables.saturating_sub(1);
        match self.tables {
            0 if self.builder.in_table() => self.builder.end_table(),
            _ => self.builder.end_paragraph(),
        }
    }
}
