//! Makes slugs from names, titles and identifiers of a source.

use std::collections::HashMap;

use conference::Slug;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The longest slug that is made; file systems allow names of 255 bytes.
const LONGEST: usize = 80;

/// Slugs that cannot be file names: READMEs are not content, and Windows reserves the others for devices.
const RESERVED: [&str; 8] = ["readme", "con", "prn", "aux", "nul", "com1", "lpt1", "index"];

/// Makes a slug from a name or title; `None` if its letters have no counterpart in a–z, as in Japanese.
pub fn suggested(text: &str) -> Option<Slug> {
    let mut slug = String::new();
    let mut gap = false;
    for character in text.chars().take(400).flat_map(latin).nfkd().filter(|character| !is_combining_mark(*character)) {
        if character.is_ascii_alphanumeric() {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push(character.to_ascii_lowercase());
        } else if character.is_alphanumeric() {
            // Only fragments would be left of a text in another script.
            return None;
        } else if !matches!(character, '\'' | '’') {
            gap = true;
        }
    }
    parse_short(&slug)
}

/// The slug that a source has, if it is valid.
pub fn given(text: &str) -> Option<Slug> {
    let text = text.trim().trim_matches('-');
    Slug::parse(text).filter(|_| text.len() <= LONGEST)
}

/// Makes a slug from an identifier: `speaker` and `1A52d-…` give `speaker-1a52d`.
pub fn from_id(kind: &str, id: &str) -> Slug {
    let is_uuid = id.len() == 36 && id.bytes().filter(|byte| *byte == b'-').count() == 4;
    let id = if is_uuid { id.split('-').next().unwrap_or(id) } else { id };
    let words: String = id.chars().take(40).filter(char::is_ascii_alphanumeric).collect();
    let slug = if words.is_empty() { kind.to_owned() } else { format!("{kind}-{}", words.to_ascii_lowercase()) };
    // `kind` is a constant of this crate.
    Slug::parse(&slug).unwrap_or_else(|| unreachable!("{kind} is a slug"))
}

/// Whether a slug is another one with a number: `hana-2` for `hana`.
pub(crate) fn is_numbered(slug: &Slug, wanted: &str) -> bool {
    let number = slug.as_str().strip_prefix(wanted).and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Cuts a slug, at a hyphen if there is one.
fn parse_short(slug: &str) -> Option<Slug> {
    if slug.len() <= LONGEST {
        return Slug::parse(slug);
    }
    let short = &slug[..LONGEST];
    Slug::parse(short.rsplit_once('-').map_or(short, |(whole, _)| whole).trim_end_matches('-'))
}

/// Transliterates letters that normalisation does not decompose.
fn latin(character: char) -> impl Iterator<Item = char> {
    let typed = match character {
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ħ' | 'Ħ' => "h",
        'ı' => "i",
        '&' => "-and-",
        _ => "",
    };
    typed.chars().chain(typed.is_empty().then_some(character))
}

/// The used slugs of a kind, with the next number for each.
#[derive(Debug, Default)]
pub struct Taken(HashMap<Slug, usize>);

impl Taken {
    /// Marks a slug as used.
    pub fn insert(&mut self, slug: Slug) {
        self.0.entry(slug).or_insert(2);
    }

    /// Whether a slug is used.
    pub fn contains(&self, slug: &Slug) -> bool {
        self.0.contains_key(slug)
    }

    /// Takes the wanted slug, or the first free one with a number from 2.
    pub fn take(&mut self, wanted: Slug) -> Slug {
        let reserved = RESERVED.contains(&wanted.as_str());
        if !reserved && !self.contains(&wanted) {
            self.insert(wanted.clone());
            return wanted;
        }
        let mut number = self.0.get(&wanted).copied().unwrap_or(2);
        loop {
            let next = Slug::parse(&format!("{wanted}-{number}"));
            number += 1;
            if let Some(next) = next.filter(|next| !self.contains(next)) {
                self.0.insert(wanted, number);
                self.insert(next.clone());
                return next;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(suggested(text).as_ref().map(Slug::as_str), expected, "{text}");
    }

    #[test]
    fn names_become_slugs() {
        check("Hana Example", Some("hana-example"));
        check("José Ünsal-Łęcki", Some("jose-unsal-lecki"));
        check("Grüße & Kekse", Some("grusse-and-kekse"));
        check("It’s 2016 — go!", Some("its-2016-go"));
        check("ＦＵＬＬ　width", Some("full-width"));
        check("例 花子", None);
        check("AWSの話", None);
        check("—", None);
        check("", None);
        check(
            &"long words ".repeat(30),
            Some("long-words-long-words-long-words-long-words-long-words-long-words-long-words"),
        );
        check(&"x".repeat(9_000), Some(&"x".repeat(80)));
    }

    #[test]
    fn no_name_is_a_path() {
        check("../../etc/passwd", Some("etc-passwd"));
        check("C:\\Windows\\a.md", Some("c-windows-a-md"));
        check("a\u{0}/b", Some("a-b"));
        for path in ["../a", "a/b", ".a", "a.md", "/a", "A", ""] {
            assert_eq!(given(path), None, "{path}");
        }
    }

    #[test]
    fn identifiers_make_slugs_where_names_do_not() {
        assert_eq!(from_id("speaker", "ABC12").as_str(), "speaker-abc12");
        assert_eq!(from_id("speaker", "1a52d15a-4015-4169-8d86-51a6870d53a0").as_str(), "speaker-1a52d15a");
        assert_eq!(from_id("session", "../例").as_str(), "session");
    }

    #[test]
    fn a_slug_is_given_once() {
        let mut taken = Taken::default();
        let slug = |text: &str| Slug::parse(text).expect("a slug");
        taken.insert(slug("lunch-3"));
        let got: Vec<_> = (0..4).map(|_| taken.take(slug("lunch")).to_string()).collect();
        assert_eq!(got, ["lunch", "lunch-2", "lunch-4", "lunch-5"]);
        assert_eq!(taken.take(slug("readme")).as_str(), "readme-2");
    }
}
