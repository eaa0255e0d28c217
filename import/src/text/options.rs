//! The options of reading an interview.

use conference::{Language, Slug};

use crate::Named;

/// What is known before an interview is read.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The speakers of the content that it joins.
    pub speakers: &'a [Named],
    /// Speakers whom earlier imports of the same source brought, with their names in it: it brings them again.
    pub own: &'a [Named],
    /// The first language of the event.
    pub language: Language,
    /// The name that the interview is to have in URLs, where the user gives one.
    pub slug: Option<Slug>,
    /// The name of the source's file without its ending, which may help to find a name.
    pub name: Option<&'a str>,
}
