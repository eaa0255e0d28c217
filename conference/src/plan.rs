//! Plans: the sessions that an attendee chose. A plan is its address: it lists the codes of its sessions.

mod code;
mod steps;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use self::{
    code::Code,
    steps::{RoomChange, Step, steps},
};

/// The query parameter of the codes.
pub const CODES: &str = "s";

/// The separator between two codes.
const SEPARATOR: char = '.';

/// The most sessions in a plan; further ones are dropped.
const MOST_CODES: usize = 500;

/// A plan: the codes of its sessions, sorted and distinct.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Plan(Vec<Code>);

impl Plan {
    /// A plan of sessions.
    pub fn new(codes: impl IntoIterator<Item = Code>) -> Self {
        let codes: BTreeSet<_> = codes.into_iter().collect();
        Self(codes.into_iter().take(MOST_CODES).collect())
    }

    /// Parses a query string, with or without `?`. Several parameters `s` are one plan, as a form sends them. Text that has not
    /// the form of a code is ignored, and codes of sessions that do not exist are kept; parsing never fails.
    pub fn parse(query: &str) -> Self {
        let mut codes = BTreeSet::new();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            if name == CODES {
                codes.extend(value.split(SEPARATOR).filter_map(Code::parse).take(MOST_CODES));
            }
            if codes.len() >= MOST_CODES {
                break;
            }
        }
        Self::new(codes)
    }

    /// The canonical query string without `?`; empty for a plan without sessions.
    pub fn query(&self) -> String {
        if self.is_empty() { String::new() } else { format!("{CODES}={}", self.text()) }
    }

    /// The codes as one text, as addresses have them.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.0.len() * 6);
        for code in &self.0 {
            if !text.is_empty() {
                text.push(SEPARATOR);
            }
            text.push_str(code.as_str());
        }
        text
    }

    /// Whether it has no session.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it has a session.
    pub fn contains(&self, code: &Code) -> bool {
        self.0.binary_search(code).is_ok()
    }

    /// The codes, sorted.
    pub fn codes(&self) -> impl ExactSizeIterator<Item = &Code> {
        self.0.iter()
    }

    /// The plan without a session.
    #[must_use]
    pub fn without(&self, code: &Code) -> Self {
        Self(self.0.iter().filter(|other| *other != code).cloned().collect())
    }
}
