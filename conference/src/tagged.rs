//! The pages that share a tag.

use crate::url::Page;

/// The items with a tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagged {
    /// The tag in its first spelling.
    pub name: String,
    /// The pages of sessions, interviews and news, in the order of their lists.
    pub pages: Vec<Page>,
}
