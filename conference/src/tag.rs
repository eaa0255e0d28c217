//! Tags, by which sessions, interviews and news are grouped.

use std::fmt;

use crate::fold::nfkc;

/// A tag, independent of case and width: `FaaS` and `ｆａａｓ` are the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(Box<str>);

impl Tag {
    /// The tag for a word or phrase; `None` if nothing visible is left.
    pub fn of(text: &str) -> Option<Self> {
        let words = nfkc(text).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then(|| Self(words.into()))
    }

    /// The tag in URLs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Tag;

    #[test]
    fn spellings_of_one_word_are_one_tag() {
        for (text, expected) in [
            ("FaaS", Some("faas")),
            ("ＦａａＳ", Some("faas")),
            ("  API  Gateway ", Some("api gateway")),
            ("ｻｰﾊﾞｰﾚｽ", Some("サーバーレス")),
            ("C++", Some("c++")),
            ("　", None),
        ] {
            assert_eq!(Tag::of(text).as_ref().map(Tag::as_str), expected, "{text}");
        }
    }
}
