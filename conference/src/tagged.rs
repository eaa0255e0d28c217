//! The pages that share a tag.

use crate::url::Page;

/// Everything with one tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagged {
    /// The tag as it is spelled first.
    pub name: String,
    /// The pages of sessions, interviews and news, in the order of their lists.
    pub pages: Vec<Page>,
}
