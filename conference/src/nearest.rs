//! Suggests the known name that an unknown one probably means.

use std::cell::Cell;

use crate::{diagnostic::Message, message};

/// The longest name for which suggestions are made, in characters.
const LONGEST: usize = 80;
/// The budget of character comparisons for one load: suggestions must not take long.
const MOST: usize = 20_000_000;

/// Fields by the names that other tools or people use.
const OTHER_NAMES: [(&str, &str); 25] = [
    ("affiliation", "organization"),
    ("author", "speaker"),
    ("avatar", "photo"),
    ("begin", "start"),
    ("company", "organization"),
    ("date", "start"),
    ("date", "published"),
    ("description", "summary"),
    ("finish", "end"),
    ("host", "moderator"),
    ("image", "photo"),
    ("kana", "reading"),
    ("lang", "language"),
    ("last_modified_at", "updated"),
    ("lastmod", "updated"),
    ("length", "duration"),
    ("location", "room"),
    ("modified", "updated"),
    ("name", "title"),
    ("position", "role"),
    ("time", "start"),
    ("title", "name"),
    ("type", "format"),
    ("website", "links"),
    ("yomi", "reading"),
];

/// Finds the nearest known name, within a budget.
#[derive(Debug)]
pub(crate) struct Search {
    remaining: Cell<usize>,
}

impl Default for Search {
    fn default() -> Self {
        Self { remaining: Cell::new(MOST) }
    }
}

impl Search {
    /// The nearest candidate, if one is near enough; of equally near ones, the first.
    pub(crate) fn nearest<'c>(&self, wanted: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        let wanted = wanted.to_lowercase();
        let length = wanted.chars().count();
        if length == 0 || length > LONGEST {
            return None;
        }
        let allowed = (length / 3).max(1);
        let mut best: Option<(usize, &str)> = None;
        for candidate in candidates {
            let Some(remaining) = self.remaining.get().checked_sub(length * candidate.len()) else { break };
            self.remaining.set(remaining);
            let bound = best.map_or(allowed + 1, |(distance, _)| distance);
            let distance = if candidate.len().abs_diff(wanted.len()) > LONGEST {
                continue;
            } else if length >= 4 && contains_part(candidate, &wanted) {
                1
            } else if candidate.chars().count().abs_diff(length) >= bound {
                continue;
            } else {
                strsim::osa_distance(&wanted, candidate)
            };
            if distance < bound {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }

    /// The known field that an unknown one probably means.
    pub(crate) fn nearest_field(&self, wanted: &str, known: &[&'static str]) -> Option<&'static str> {
        let other = |(name, field): &(&str, &str)| wanted.eq_ignore_ascii_case(name) && known.contains(field);
        self.nearest(wanted, known.iter().copied())
            .or_else(|| OTHER_NAMES.iter().find(|pair| other(pair)).map(|(_, field)| *field))
    }
}

/// Whether one slug is part of the other, split at hyphens: `espinosa` of `allan-espinosa`.
fn contains_part(candidate: &str, wanted: &str) -> bool {
    let parts = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-'))
            || long.strip_suffix(short).is_some_and(|rest| rest.ends_with('-'))
    };
    parts(candidate, wanted) || parts(wanted, candidate)
}

/// Formats names as a list: "`a`, `b` and `c`".
pub(crate) fn list_of(names: &[&str]) -> Message {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    let japanese = quoted.join("、");
    match quoted.split_last() {
        None => message!("none", "なし"),
        Some((last, [])) => message!("{last}", "{last}"),
        Some((last, others)) => {
            let others = others.join(", ");
            message!("{others} and {last}", "{japanese}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Search, list_of};

    fn check(wanted: &str, candidates: &[&str], expected: Option<&str>) {
        assert_eq!(Search::default().nearest(wanted, candidates.iter().copied()), expected, "{wanted}");
    }

    #[test]
    fn finds_what_is_one_slip_away() {
        check("spaekers", &["start", "speakers", "speaker"], Some("speakers"));
        check("Talk", &["talk", "panel"], Some("talk"));
        check("espinosa", &["alex-casalboni", "allan-espinosa"], Some("allan-espinosa"));
        check("hal", &["hall"], Some("hall"));
    }

    #[test]
    fn finds_nothing_far_away() {
        check("foo", &["start", "speakers"], None);
        check("", &["a"], None);
        check(&"a".repeat(10_000), &["a"], None);
    }

    #[test]
    fn knows_the_names_of_other_tools() {
        assert_eq!(Search::default().nearest_field("company", &["name", "organization"]), Some("organization"));
        assert_eq!(Search::default().nearest_field("company", &["name"]), None);
    }

    #[test]
    fn stops_when_the_budget_is_spent() {
        let search = Search { remaining: std::cell::Cell::new(7) };
        assert_eq!(search.nearest("ab", ["xy", "ac"]), None);
        assert_eq!(Search::default().nearest("ab", ["xy", "ac"]), Some("ac"));
    }

    #[test]
    fn lists_names_in_a_sentence() {
        let list = list_of(&["a", "b", "c"]);
        assert_eq!((list.english.as_str(), list.japanese.as_str()), ("`a`, `b` and `c`", "`a`、`b`、`c`"));
        assert_eq!(list_of(&["a"]).english, "`a`");
    }
}
