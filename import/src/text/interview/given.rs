//! What is known of an interview besides its text.

use conference::Slug;

/// What is known of an interview besides its text.
#[derive(Clone, Debug, Default)]
pub(in crate::text) struct Given<'a> {
    /// The line of the source where it begins.
    pub(in crate::text) line: Option<usize>,
    pub(in crate::text) title: Option<String>,
    /// What to check about the title.
    pub(in crate::text) title_check: Option<String>,
    /// Who wrote the mail.
    pub(in crate::text) author: Option<String>,
    pub(in crate::text) published: Option<String>,
    pub(in crate::text) is_draft: bool,
    pub(in crate::text) summary: Option<String>,
    pub(in crate::text) slug: Option<Slug>,
    /// What to check about the slug.
    pub(in crate::text) slug_check: Option<String>,
    /// A name that the source has for it.
    pub(in crate::text) name: Option<&'a str>,
}

/// A text that may be a guess: what to check about it.
pub(super) type Guess = (String, Option<String>);
