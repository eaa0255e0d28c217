//! The filter of the schedule: one predicate and one query string for server and browser.

use std::borrow::Cow;

/// A property of sessions that can be filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// The day, as `2016-10-01`.
    Day,
    /// The format: keynote, talk, workshop …
    Format,
    /// The slug of the track.
    Track,
    /// The language of the session.
    Language,
    /// The level: introductory, intermediate, advanced.
    Level,
    /// A tag.
    Tag,
    /// The slug of a speaker or the moderator.
    Speaker,
    /// The slug of the room.
    Room,
    /// `yes` if there is an interview about the session.
    Interview,
    /// `yes` if the visitor starred the session. Only the browser knows: the server ignores it.
    Starred,
}

impl Facet {
    /// Every facet, in the order of the canonical query string.
    pub const ALL: [Self; 10] = [
        Self::Day,
        Self::Format,
        Self::Track,
        Self::Language,
        Self::Level,
        Self::Tag,
        Self::Speaker,
        Self::Room,
        Self::Interview,
        Self::Starred,
    ];

    /// The facet of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }

    /// The name of its query parameter, and (after `data-`) of its attribute on a session card.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Format => "format",
            Self::Track => "track",
            Self::Language => "language",
            Self::Level => "level",
            Self::Tag => "tag",
            Self::Speaker => "speaker",
            Self::Room => "room",
            Self::Interview => "interview",
            Self::Starred => "starred",
        }
    }
}

/// The query parameter of the free text.
pub const TEXT: &str = "q";

/// The separator between the values of one facet in [`Faceted::values`]; no value contains it.
pub const SEPARATOR: char = '|';

/// The longest free text in characters; longer text is cut.
const LONGEST_TEXT: usize = 200;
/// The most values, over all facets.
const MOST_VALUES: usize = 32;

/// A session to which filters apply.
pub trait Faceted {
    /// The values of a facet, separated by [`SEPARATOR`].
    fn values(&self, facet: Facet) -> Cow<'_, str>;
    /// Whether a folded word occurs in the title, speakers, organisations, tags or abstract, as `words::contains` says.
    ///
    /// The implementor searches, not the filter: in the browser JavaScript does (`public/search.js`).
    fn contains(&self, word: &str) -> bool;
}

/// The filter that a visitor chose. Values of one facet are alternatives; all facets and words must match.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SessionFilter {
    /// Sorted and distinct.
    values: Vec<(Facet, String)>,
    text: String,
}

impl SessionFilter {
    /// Parses a query string, with or without `?`. Unknown parameters and the stars of the visitor are ignored; parsing never
    /// fails.
    #[cfg(feature = "load")]
    pub fn parse(query: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            filter.add_parameter(&name, &value);
        }
        filter.for_server()
    }

    /// The filter as far as the server knows it: without the stars of the visitor.
    #[must_use]
    pub fn for_server(mut self) -> Self {
        self.values.retain(|(facet, _)| *facet != Facet::Starred);
        self
    }

    /// Adds a parameter of a query string; ignores unknown ones. Browsers split the query themselves.
    pub fn add_parameter(&mut self, name: &str, value: &str) {
        if name == TEXT {
            self.set_text(value);
        } else if let Some(facet) = Facet::named(name) {
            self.add(facet, value);
        }
    }

    /// The parameters of the canonical query string, in a fixed order.
    pub fn parameters(&self) -> impl Iterator<Item = (&str, &str)> {
        let text = (!self.text.is_empty()).then_some((TEXT, self.text.as_str()));
        self.iter().map(|(facet, value)| (facet.name(), value)).chain(text)
    }

    /// The canonical query string without `?`; empty for a filter that matches all sessions.
    #[cfg(feature = "load")]
    pub fn query(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.parameters()).finish()
    }

    /// Adds a value to the alternatives of a facet.
    pub fn add(&mut self, facet: Facet, value: &str) {
        let value = value.trim();
        if value.is_empty() || value.contains(SEPARATOR) || self.values.len() == MOST_VALUES {
            return;
        }
        if let Err(place) = self.values.binary_search_by(|(known, text)| (*known, text.as_str()).cmp(&(facet, value))) {
            self.values.insert(place, (facet, value.to_owned()));
        }
    }

    /// Returns the filter with a value added.
    pub fn with(mut self, facet: Facet, value: &str) -> Self {
        self.add(facet, value);
        self
    }

    /// Returns the filter without a value.
    pub fn without(mut self, facet: Facet, value: &str) -> Self {
        self.values.retain(|(known, text)| (*known, text.as_str()) != (facet, value));
        self
    }

    /// Sets the free text; runs of white space are collapsed.
    pub fn set_text(&mut self, text: &str) {
        let words: String = text.chars().take(LONGEST_TEXT).collect();
        self.text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    }

    /// The free text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the filter contains a value.
    pub fn contains(&self, facet: Facet, value: &str) -> bool {
        self.iter().any(|known| known == (facet, value))
    }

    /// All values in canonical order.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.values.iter().map(|(facet, value)| (*facet, value.as_str()))
    }

    /// Whether the filter matches every session.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.values.is_empty()
    }

    /// Prepares the filter for many sessions by folding its words once.
    #[cfg(feature = "load")]
    pub fn matcher(&self) -> Matcher<'_> {
        Matcher { filter: self, words: crate::words::words(&self.text) }
    }

    /// Prepares the filter for sessions that split the text into words themselves, as those in the browser do.
    pub fn matcher_in_browser(&self) -> Matcher<'_> {
        let text = Some(self.text.as_str()).filter(|text| !text.is_empty());
        Matcher { filter: self, words: text.into_iter().map(Into::into).collect() }
    }
}

/// A filter with its words folded.
#[derive(Debug)]
pub struct Matcher<'a> {
    filter: &'a SessionFilter,
    words: Vec<Box<str>>,
}

impl Matcher<'_> {
    /// The folded words; all of them must match.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }

    /// Whether a session matches.
    pub fn matches(&self, session: &impl Faceted) -> bool {
        let passes = |alternatives: &[(Facet, String)]| {
            let values = session.values(alternatives[0].0);
            alternatives.iter().any(|(_, wanted)| values.split(SEPARATOR).any(|value| value == wanted))
        };
        if !self.filter.values.chunk_by(|(one, _), (other, _)| one == other).all(passes) {
            return false;
        }
        self.words.iter().all(|word| session.contains(word))
    }
}

#[cfg(all(test, feature = "load"))]
mod tests {
    use super::*;

    struct Talk;

    impl Faceted for Talk {
        fn values(&self, facet: Facet) -> Cow<'_, str> {
            match facet {
                Facet::Day => "2016-10-01".into(),
                Facet::Format => "talk".into(),
                Facet::Tag => "aws|iot".into(),
                _ => "".into(),
            }
        }
        fn contains(&self, word: &str) -> bool {
            "iot gps さーばーれす".contains(word)
        }
    }

    fn check(query: &str, expected: bool) {
        let filter = SessionFilter::parse(query);
        assert_eq!(filter.matcher().matches(&Talk), expected, "{query}");
    }

    #[test]
    fn alternatives_within_a_facet_and_conditions_across_facets() {
        check("", true);
        check("format=talk&format=keynote", true);
        check("format=keynote", false);
        check("tag=iot&format=talk", true);
        check("tag=iot&format=panel", false);
        check("tag=io", false);
        check("interview=yes", false);
    }

    #[test]
    fn every_word_must_match() {
        check("q=GPS+IoT", true);
        check("q=サーバー", true);
        check("q=gps+lambda", false);
        check("q=+", true);
    }

    #[test]
    fn the_query_string_is_canonical() {
        for (query, expected) in [
            ("", ""),
            ("?q=&format=&utm_source=x", ""),
            ("q=a++b&tag=z&tag=a&tag=z&day=2016-10-01", "day=2016-10-01&tag=a&tag=z&q=a+b"),
            ("format=%ff%fe&tag=a%7Cb", "format=%EF%BF%BD%EF%BF%BD"),
        ] {
            let canonical = SessionFilter::parse(query).query();
            assert_eq!(canonical, expected);
            assert_eq!(SessionFilter::parse(&canonical).query(), expected, "printing is stable");
        }
    }

    #[test]
    fn only_the_browser_reads_stars() {
        let mut filter = SessionFilter::parse("format=talk&starred=yes");
        assert_eq!(filter.query(), "format=talk");
        filter.add_parameter("starred", "yes");
        assert_eq!(filter.query(), "format=talk&starred=yes");
    }

    #[test]
    fn hostile_queries_stay_small() {
        let many: String = (0..10_000).map(|number| format!("tag={number}&")).collect();
        assert_eq!(SessionFilter::parse(&many).iter().count(), MOST_VALUES);
        let long = format!("q={}", "あ".repeat(10_000));
        assert_eq!(SessionFilter::parse(&long).text().chars().count(), LONGEST_TEXT);
    }

    #[test]
    fn a_value_is_removed_alone() {
        let filter = SessionFilter::parse("format=talk&format=panel&q=x").without(Facet::Format, "talk");
        assert_eq!(filter.query(), "format=panel&q=x");
        assert!(!filter.contains(Facet::Format, "talk"));
    }
}
