//! The name of an item in files and URLs.

use std::{borrow::Borrow, fmt};

/// The name of an item: the stem of its file or folder, and the last segment of its URL.
///
/// Lower-case ASCII letters, digits and hyphens; never empty, never a hyphen first or last.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(Box<str>);

impl Slug {
    /// Parses a slug; `None` if it is invalid.
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let well_formed = !text.is_empty() && !text.starts_with('-') && !text.ends_with('-');
        (well_formed && text.bytes().all(allowed)).then(|| Self(text.into()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Slug;

    #[test]
    fn accepts_only_lower_case_ascii_digits_and_inner_hyphens() {
        for good in ["a", "allan-espinosa", "2016", "go--serverless"] {
            assert_eq!(Slug::parse(good).map(|slug| slug.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "-a", "a-", "Allan", "a_b", "a b", "受付", "../a", "a.en"] {
            assert_eq!(Slug::parse(bad), None, "{bad}");
        }
    }
}
