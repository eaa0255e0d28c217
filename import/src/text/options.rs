//! The options for reading an interview.

use conference::{Language, Slug};

use crate::Named;

/// The options for reading an interview.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The speakers of the present content.
    pub speakers: &'a [Named],
    /// Speakers that earlier imports of the same source brought, with their names in it.
    pub own: &'a [Named],
    /// The first language of the event.
    pub language: Language,
    /// The slug, if the user gives one.
    pub slug: Option<Slug>,
    /// The people who answer, by slug or name, if the user names them.
    pub interviewees: &'a [String],
    /// The file name of the source without extension, from which a name may be derived.
    pub name: Option<&'a str>,
}
