//! A search as an address has it.

use super::document::Kind;
use crate::{Language, filter::TEXT, words::words};

/// The longest text of a search in characters; longer text is cut.
const LONGEST_TEXT: usize = 200;

/// The query parameter of the kind.
pub const KIND: &str = "kind";
/// The query parameter of the language.
pub const LANGUAGE: &str = "language";
/// The query parameter of the place in the results.
const FROM: &str = "from";

/// A search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// What a visitor typed, with single spaces.
    pub text: String,
    /// The kind that results have; all kinds if it is `None`.
    pub kind: Option<Kind>,
    /// The language that results have; all languages if it is `None`.
    pub language: Option<Language>,
    /// How many candidates of the kind earlier pages of results had.
    pub from: usize,
}

impl Query {
    /// Parses a query string. Unknown parameters are ignored; parsing never fails.
    pub fn parse(query: &str) -> Self {
        let mut parsed = Self::default();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            match &*name {
                TEXT => {
                    let text: String = value.chars().take(LONGEST_TEXT).collect();
                    parsed.text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                }
                KIND => parsed.kind = Kind::ALL.into_iter().find(|kind| kind.name() == value),
                LANGUAGE => parsed.language = Language::parse(&value),
                FROM => parsed.from = value.parse().unwrap_or_default(),
                _ => {}
            }
        }
        // Without a text there is nothing to list, and without a kind all kinds are listed from their beginning.
        if parsed.text.is_empty() {
            return Self::default();
        }
        if parsed.kind.is_none() {
            parsed.from = 0;
        }
        parsed
    }

    /// The canonical query string without `?`; empty without a text.
    pub fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if self.text.is_empty() {
            return String::new();
        }
        query.append_pair(TEXT, &self.text);
        if let Some(kind) = self.kind {
            query.append_pair(KIND, kind.name());
        }
        if let Some(language) = &self.language {
            query.append_pair(LANGUAGE, language.as_str());
        }
        if self.from > 0 {
            query.append_pair(FROM, &self.from.to_string());
        }
        query.finish()
    }

    /// The same search for one kind, or for all kinds.
    #[must_use]
    pub fn with_kind(&self, kind: Option<Kind>) -> Self {
        Self { kind, from: 0, ..self.clone() }
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The folded words; all of them must match.
    pub fn words(&self) -> Vec<Box<str>> {
        words(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn the_query_string_is_canonical() {
        for (query, expected) in [
            ("", ""),
            ("?q=&kind=session&from=3", ""),
            ("q=a++b&utm_source=x", "q=a+b"),
            ("from=20&kind=question&q=%E9%81%8B&language=en", "q=%E9%81%8B&kind=question&language=en&from=20"),
            ("q=a&from=20&kind=nothing&language=EN", "q=a"),
            ("q=a&kind=news&from=-1", "q=a&kind=news"),
        ] {
            let canonical = Query::parse(query).query();
            assert_eq!(canonical, expected, "{query}");
            assert_eq!(Query::parse(&canonical).query(), expected, "printing is stable");
        }
    }

    #[test]
    fn hostile_queries_stay_small() {
        let query = Query::parse(&format!("q={}&from={}", "あ".repeat(10_000), "9".repeat(100)));
        assert_eq!(query.text.chars().count(), 200);
        assert_eq!(query.from, 0);
    }
}
