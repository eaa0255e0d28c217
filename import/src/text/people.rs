//! Interviewees: existing speakers, those that a source brings, and guesses.

use std::collections::{HashMap, HashSet};

use conference::Slug;

use super::name::{self, Name};
use crate::{
    Named,
    slug::{self, Taken},
};

/// The speakers of the present content and of the source so far.
#[derive(Debug)]
pub(super) struct People<'a> {
    /// The speakers of the present content.
    all: &'a [Named],
    /// The speakers of the present content with the keys of their names, without those of the source.
    known: Vec<(Vec<String>, &'a Named)>,
    /// The slug for each known spelling.
    spellings: HashMap<String, &'a Slug>,
    /// The slugs of speakers from earlier imports of the source, by the keys of their names.
    own: HashMap<String, &'a Slug>,
    /// The new speakers of the source.
    new: HashMap<String, Slug>,
    taken: Taken,
}

/// The slug of a new speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Invited {
    pub(super) slug: Slug,
    /// The remark on the slug.
    pub(super) check: Option<String>,
}

/// A person that the command line names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) name: Name,
    /// The slug of the speaker's file; `None` if the name is to be looked up like that of a profile.
    pub(super) file: Option<Slug>,
}

/// Shorter spellings are too often parts of other words.
const SHORTEST: usize = 3;

impl<'a> People<'a> {
    /// `own` are the speakers from earlier imports of the source. They belong to it even if their files were renamed;
    /// otherwise the biography of a renamed speaker would be put into the interview.
    pub(super) fn of(all: &'a [Named], own: &'a [Named]) -> Self {
        let mut taken = Taken::default();
        all.iter().chain(own).for_each(|one| taken.insert(one.slug.clone()));
        let keys = |one: &Named| -> Vec<String> { one.names.iter().map(|name| name::key(name)).collect() };
        let named = |one: &'a Named| keys(one).into_iter().map(|key| (key, &one.slug)).collect::<Vec<_>>();
        let slugs: HashSet<&Slug> = own.iter().map(|one| &one.slug).collect();
        let own: HashMap<_, _> = own.iter().flat_map(named).collect();
        let others = all.iter().filter(|one| !slugs.contains(&one.slug)).map(|one| (keys(one), one));
        let known: Vec<_> = others.filter(|(keys, _)| !keys.iter().any(|key| own.contains_key(key))).collect();
        let spellings = known.iter().flat_map(|(keys, one)| keys.iter().map(|key| (key.clone(), &one.slug)));
        let spellings = spellings.filter(|(key, _)| !key.is_empty()).collect();
        Self { all, known, spellings, own, new: HashMap::new(), taken }
    }

    /// The existing speaker with a name.
    pub(super) fn known(&self, name: &Name) -> Option<&'a Slug> {
        let spellings = [Some(&name.text), name.latin.as_ref()];
        spellings.into_iter().flatten().find_map(|spelling| self.spellings.get(&name::key(spelling)).copied())
    }

    /// The speaker with a name from earlier imports of the source.
    pub(super) fn brought(&self, name: &Name) -> Option<&Slug> {
        self.new.get(&name::key(&name.text))
    }

    /// The person that the command line names: a speaker by slug or name, or a new person. `None` if there is no such
    /// slug, as it is rather a mistake than a name, and if the words are no name.
    pub(super) fn asked(&self, words: &str) -> Option<Asked> {
        let words = words.trim();
        if let Some(speaker) = self.all.iter().find(|one| one.slug.as_str() == words) {
            let name = Name::read(speaker.names.first()?);
            return Some(Asked { name, file: Some(speaker.slug.clone()) });
        }
        let name = Some(Name::read(words)).filter(|name| !name::key(&name.text).is_empty())?;
        let is_new = self.known(&name).is_none() && !self.own.contains_key(&name::key(&name.text));
        (!is_new || Slug::parse(words).is_none()).then_some(Asked { name, file: None })
    }

    /// Whether a speaker comes from an earlier import of the source.
    pub(super) fn is_own(&self, slug: &Slug) -> bool {
        self.own.values().any(|own| *own == slug)
    }

    /// The single known speaker whose name contains a family name or first name.
    pub(super) fn meant_by(&self, part: &str) -> Option<Name> {
        let part = name::key(part);
        if self.own.contains_key(&part) {
            return None;
        }
        let mut meant = self.known.iter().filter(|(keys, _)| keys.iter().any(|key| key.contains(&part)));
        let (_, speaker) = meant.next().filter(|_| part.chars().count() > 1 && meant.next().is_none())?;
        speaker.names.first().map(|name| Name::read(name))
    }

    /// Gives a speaker a slug: that of the `file`, that of an earlier import, or a free one.
    pub(super) fn invite(&mut self, name: &Name, file: Option<&Slug>, otherwise: &str) -> Invited {
        let (wanted, check) = match name.slug() {
            Some((slug, false)) => (slug.to_string(), None),
            Some((slug, true)) => {
                (slug.to_string(), Some(format!("the name of this file, `{slug}`, comes from the reading")))
            }
            None => {
                let check = String::from(
                    "nothing says the name in a–z: rename this file, and `speaker` of the interview with it",
                );
                (otherwise.to_owned(), Some(check))
            }
        };
        let key = name::key(&name.text);
        let slug = match file.or(self.own.get(&key).copied()) {
            Some(own) => own.clone(),
            None => self.taken.take(Slug::parse(&wanted).unwrap_or_else(|| placeholder("speaker"))),
        };
        let check = match slug.as_str() != wanted && name.slug().is_some() {
            true => slug::is_numbered(&slug, &wanted)
                .then(|| format!("this may be the speaker of `{wanted}`, whose name is written in another way")),
            false => check,
        };
        self.new.insert(key, slug.clone());
        Invited { slug, check }
    }

    /// The known speakers whose names occur in a text. A name within another one counts only if it also occurs alone.
    pub(super) fn named_in(&self, text: &str) -> Vec<(&'a Slug, &'a str)> {
        let text = name::key(text);
        let mut found: Vec<(String, &Slug, &str)> = Vec::new();
        for (keys, speaker) in &self.known {
            let spelled = keys.iter().zip(&speaker.names);
            let spelled = spelled.filter(|(key, _)| key.chars().count() >= SHORTEST && text.contains(key.as_str()));
            if let Some((key, name)) = spelled.max_by_key(|(key, _)| key.len()) {
                found.push((key.clone(), &speaker.slug, name));
            }
        }
        let is_part = |key: &str| found.iter().any(|(other, ..)| other.len() > key.len() && other.contains(key));
        found.iter().filter(|(key, ..)| !is_part(key)).map(|(_, slug, name)| (*slug, *name)).collect()
    }
}

/// A slug for an item without a name.
pub(super) fn placeholder(kind: &str) -> Slug {
    #[expect(clippy::expect_used, reason = "letters, a hyphen and a digit are a slug")]
    Slug::parse(&format!("{kind}-1")).expect("a slug")
}

/// The interviewee in a title.
pub(super) fn name_in_title(title: &str) -> Option<Name> {
    const JAPANESE: [&str; 12] = [
        "さんに聞く",
        "さんにきく",
        "さんに聞きました",
        "さんにインタビュー",
        "さんへのインタビュー",
        "さんインタビュー",
        "さんのインタビュー",
        "氏に聞く",
        "氏にインタビュー",
        "氏へのインタビュー",
        "氏インタビュー",
        "氏のインタビュー",
    ];
    let ends = |character: char| {
        character.is_whitespace()
            || matches!(
                character,
                'の' | '、' | '，' | ',' | '「' | '」' | '【' | '】' | ':' | '：' | '|' | '｜' | '『' | '』'
            )
    };
    let japanese = JAPANESE
        .iter()
        .find_map(|end| title.split_once(end))
        .map(|(before, _)| before.rsplit(ends).next().unwrap_or_default());
    let english = || {
        let lower = title.to_ascii_lowercase();
        let place = ["interview with ", "interview: ", "chat with ", "talk with "]
            .iter()
            .find_map(|start| lower.find(start).map(|place| place + start.len()))?;
        let rest = title.get(place..)?;
        let lower = rest.to_ascii_lowercase();
        let end = [" at ", " of ", " from ", " on ", " about ", ",", ":", "(", "|", " - ", " – ", " — "];
        let end = end.iter().filter_map(|end| lower.find(end)).min().unwrap_or(rest.len());
        rest.get(..end)
    };
    let found = japanese.or_else(english)?;
    let name = Name::read(found);
    let length = name.text.chars().count();
    (2..=40).contains(&length).then_some(name)
}

/// The title itself, if it looks like the name of a person: words in capital letters, or a family name and a given name
/// in Chinese characters.
pub(super) fn name_as_title(title: &str) -> Option<Name> {
    let title = title.trim();
    let words: Vec<&str> = title.split([' ', '\u{3000}', '・']).filter(|word| !word.is_empty()).collect();
    let is_capital = |word: &&str| {
        let letters = word.chars().filter(|next| !matches!(next, '-' | '\'' | '’' | '.')).collect::<Vec<_>>();
        letters.first().is_some_and(|first| first.is_uppercase())
            && letters.iter().all(|letter| letter.is_alphabetic())
            && (letters.len() == 1 || letters[1..].iter().any(|letter| letter.is_lowercase()))
    };
    let is_cjk_name = |word: &&str| word.chars().count() <= 5 && word.chars().all(conference::fold::is_cjk);
    let is_name = match words.len() {
        2 => words.iter().all(is_capital) || words.iter().all(is_cjk_name),
        3 | 4 => words.iter().all(is_capital),
        _ => false,
    };
    Some(Name::read(title)).filter(|name| is_name && !name.text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{name_as_title, name_in_title};

    #[test]
    fn a_title_may_be_a_name() {
        for title in ["Hana Example", "José M. Ünsal", "Anne-Marie O’Sample", "例田 花子", "例田・花子", "J. R. Sample"]
        {
            assert!(name_as_title(title).is_some(), "{title}");
        }
        for title in [
            "Serverless at the library",
            "Serverless",
            "AWS Lambda",
            "図書館の 関数について話す",
            "A B C D E",
            "",
            "Why?",
        ] {
            assert_eq!(name_as_title(title), None, "{title}");
        }
    }

    #[test]
    fn titles_say_with_whom_an_interview_is() {
        for (title, expected) in [
            ("例田花子さんに聞くサーバーレス", Some("例田花子")),
            ("【連載】見本社の例田花子さんへのインタビュー", Some("例田花子")),
            ("An interview with Hana Example of Sample Inc.", Some("Hana Example")),
            ("Interview: Hana Example", Some("Hana Example")),
            ("Serverless in practice", None),
            ("さんに聞く", None),
        ] {
            assert_eq!(name_in_title(title).map(|name| name.text).as_deref(), expected, "{title}");
        }
    }
}
