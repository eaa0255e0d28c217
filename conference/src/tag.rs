//! Tags: the words by which sessions, interviews and news are found together.

use std::fmt;

use crate::fold::nfkc;

/// A tag, whatever its case and width: `FaaS` and `ｆａａｓ` are one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(Box<str>);

impl Tag {
    /// The tag of a word or a phrase; `None` where nothing is left of it.
    pub fn of(text: &str) -> Option<Self> {
        let words = nfkc(text).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then(|| Self(words.into()))
    }

    /// As it stands in URLs.
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
