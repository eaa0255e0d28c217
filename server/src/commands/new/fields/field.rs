//! A field of front matter with its texts.

/// A field of front matter with its explanation in a new file.
pub(in crate::commands::new) struct Field {
    pub(in crate::commands::new) name: &'static str,
    /// A valid value, which a new file shows if no value was given.
    pub(super) example: &'static str,
    pub(super) japanese: &'static str,
    pub(super) english: &'static str,
}
