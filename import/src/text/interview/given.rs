//! The data about an interview from outside of its text.

use conference::Slug;

/// The data about an interview from outside of its text.
#[derive(Clone, Debug, Default)]
pub(in crate::text) struct Given<'a> {
    /// Its first line in the source.
    pub(in crate::text) line: Option<usize>,
    pub(in crate::text) title: Option<String>,
    /// The remark on the title.
    pub(in crate::text) title_check: Option<String>,
    /// The author of the mail.
    pub(in crate::text) author: Option<String>,
    pub(in crate::text) published: Option<String>,
    pub(in crate::text) is_draft: bool,
    pub(in crate::text) summary: Option<String>,
    pub(in crate::text) slug: Option<Slug>,
    /// The remark on the slug.
    pub(in crate::text) slug_check: Option<String>,
    /// The people who answer, as the user names them.
    pub(in crate::text) interviewees: &'a [String],
    /// A file name of the source.
    pub(in crate::text) name: Option<&'a str>,
}

/// A text; for a guess, with a remark.
pub(super) type Guess = (String, Option<String>);
