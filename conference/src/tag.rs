//! Tags: the words by which sessions, interviews and news are found together.

use std::{collections::BTreeMap, fmt};

use crate::{Conference, fold::nfkc, url::Page};

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

/// Everything with one tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagged {
    /// The tag as it is spelled first.
    pub name: String,
    /// The pages of sessions, interviews and news, in the order of their lists.
    pub pages: Vec<Page>,
}

/// Finds the tags of everything that is published.
pub(crate) fn collect(conference: &Conference) -> BTreeMap<Tag, Tagged> {
    let sessions = conference.sessions.iter().map(|session| (&session.tags, Page::Session(session.slug.clone())));
    let interviews =
        conference.interviews.iter().map(|interview| (&interview.tags, Page::Interview(interview.slug.clone())));
    let articles = conference.articles.iter().map(|article| (&article.tags, Page::Article(article.slug.clone())));
    let mut all: BTreeMap<Tag, Tagged> = BTreeMap::new();
    for (tags, page) in sessions.chain(interviews).chain(articles) {
        for name in tags {
            let Some(tag) = Tag::of(name) else { continue };
            let tagged = all.entry(tag).or_insert_with(|| Tagged { name: name.clone(), pages: Vec::new() });
            // Of two spellings in one item it is one tag all the same.
            if tagged.pages.last() != Some(&page) {
                tagged.pages.push(page.clone());
            }
        }
    }
    all
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
