//! Finds files that people renamed since an import wrote them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Place, likeness::Features};

/// The least number of compared pieces for two texts to count as equal.
const LEAST: usize = 24;

/// The most pairs of texts that are compared by words. More occur only if most files were replaced.
const MOST_PAIRS: usize = 20_000;

/// Maps the places that imports assigned to the present places.
///
/// `lost` are the texts of files that are missing, `others` are files that no import wrote. A file is recognised by its
/// text, then by its title or name, then by most of its words. A file with several matches is not assigned.
pub fn renamed(lost: &[(Place, String)], others: &[(Place, String)]) -> BTreeMap<Place, Place> {
    let lost: Vec<Text<'_>> = lost.iter().map(Text::of).collect();
    let others: Vec<Text<'_>> = others.iter().map(Text::of).collect();
    let mut found = BTreeMap::new();
    for rule in [Rule::Text, Rule::Name, Rule::Words] {
        let taken: BTreeSet<Place> = found.values().cloned().collect();
        let open: Vec<_> = lost.iter().filter(|one| !found.contains_key(one.place)).collect();
        let free: Vec<_> = others.iter().filter(|other| !taken.contains(other.place)).collect();
        if rule == Rule::Words && open.len() * free.len() > MOST_PAIRS {
            break;
        }
        let (mut of_open, mut of_free) = (vec![0_usize; open.len()], vec![0_usize; free.len()]);
        let mut pair = vec![0; open.len()];
        for (one, old) in open.iter().enumerate() {
            for (other, _) in free.iter().enumerate().filter(|(_, new)| old.is(new, rule)) {
                of_open[one] += 1;
                of_free[other] += 1;
                pair[one] = other;
            }
        }
        for (one, old) in open.iter().enumerate().filter(|&(one, _)| of_open[one] == 1 && of_free[pair[one]] == 1) {
            found.insert(old.place.clone(), free[pair[one]].place.clone());
        }
    }
    found
}

/// The rule by which a file is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Text,
    Name,
    Words,
}

/// A file with its features.
struct Text<'t> {
    place: &'t Place,
    text: &'t str,
    name: Option<String>,
    words: Features<'t>,
}

impl<'t> Text<'t> {
    fn of((place, text): &'t (Place, String)) -> Self {
        let mut lines = text.lines().skip_while(|line| !line.starts_with("title:") && !line.starts_with("name:"));
        let first = lines.next().map(str::to_owned);
        let name =
            first.map(|first| lines.take_while(|line| line.starts_with(' ')).fold(first, |name, line| name + line));
        Self { place, text, name, words: Features::of(text) }
    }

    /// Whether two files match by a rule.
    fn is(&self, other: &Self, rule: Rule) -> bool {
        let is_of_kind = std::mem::discriminant(self.place) == std::mem::discriminant(other.place);
        is_of_kind
            && match rule {
                Rule::Text => self.text == other.text,
                Rule::Name => self.name.is_some() && self.name == other.name,
                Rule::Words => {
                    self.words.weight().min(other.words.weight()) >= LEAST && self.words.has_answers_of(&other.words)
                }
            }
    }
}

#[cfg(test)]
mod tests {
    use conference::Slug;

    use super::*;

    fn session(slug: &str, title: &str, body: &str) -> (Place, String) {
        let place = Place::Session(Slug::parse(slug).expect("a slug"));
        (place, format!("---\ntitle: {title}\nformat: talk\n---\n\n{body}\n"))
    }

    #[track_caller]
    fn check(lost: &[(Place, String)], others: &[(Place, String)], expected: &[(&str, &str)]) {
        let path = |slug: &str| Place::Session(Slug::parse(slug).expect("a slug"));
        let expected = expected.iter().map(|(from, to)| (path(from), path(to))).collect();
        assert_eq!(renamed(lost, others), expected);
    }

    #[test]
    fn a_file_is_known_by_its_text_its_title_or_its_words() {
        let lost = [session("a", "Alpha", "Short."), session("b", "Beta", "Words that say how functions sleep.")];
        check(&lost, &[session("x", "Alpha", "Short.")], &[("a", "x")]);
        check(&lost, &[session("x", "Alpha", "Other.")], &[("a", "x")]);
        check(&lost, &[session("x", "Gamma", "More words that say how functions sleep.")], &[("b", "x")]);
        check(&lost, &[session("x", "Gamma", "Short.")], &[]);
        let speaker = (Place::Speaker(Slug::parse("x").expect("a slug")), lost[0].1.clone());
        check(&lost, &[speaker], &[]);
    }

    #[test]
    fn what_fits_several_is_none() {
        let lost = [session("a", "Lunch", "One."), session("b", "Lunch", "Two.")];
        check(&lost, &[session("x", "Lunch", "Three.")], &[]);
        check(&lost[..1], &[session("x", "Lunch", "Three."), session("y", "Lunch", "Four.")], &[]);
        check(&lost, &[session("x", "Lunch", "One."), session("y", "Lunch", "Four.")], &[("a", "x"), ("b", "y")]);
    }
}
