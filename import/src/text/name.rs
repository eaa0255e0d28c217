//! Names of people: their parts, slugs and comparison.

mod kana;

use conference::{
    Slug,
    fold::{fold, is_cjk},
};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The longest slug that is made from words.
const LONGEST: usize = 60;

/// A name in a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// The name.
    pub(super) text: String,
    /// The reading in kana, if given.
    pub(super) reading: Option<String>,
    /// The name in Latin letters, if given.
    pub(super) latin: Option<String>,
}

impl Name {
    /// Parses a name: 例田花子（れいだ はなこ）さん, 例田花子 (Hana Example), Hana Example.
    pub(super) fn read(raw: &str) -> Self {
        let mut name = Self::default();
        let mut text = without_title(raw.trim());
        while let Some(before) = text.strip_suffix([')', '）']) {
            let Some(place) = before.rfind(['(', '（']) else { break };
            let (outer, inner) = before.split_at(place);
            let inner = inner.trim_start_matches(['(', '（']).trim();
            if outer.trim().is_empty() || inner.is_empty() {
                break;
            }
            if inner.chars().all(|character| kana::is_kana(character) || character.is_whitespace()) {
                name.reading = Some(inner.to_owned());
            } else if is_latin(inner) {
                name.latin = Some(inner.to_owned());
            } else {
                break;
            }
            text = without_title(outer.trim());
        }
        if let Some((one, other)) = text.split_once(['/', '／'])
            && is_latin(other.trim())
            && one.contains(is_cjk)
        {
            name.latin.get_or_insert_with(|| other.trim().to_owned());
            text = one.trim();
        }
        name.text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if is_latin(&name.text) {
            name.latin = Some(name.text.clone());
        }
        name
    }

    /// A slug for the name, and whether it was guessed from the reading.
    pub(super) fn slug(&self) -> Option<(Slug, bool)> {
        if let Some(slug) = self.latin.as_deref().and_then(slug_of) {
            return Some((slug, false));
        }
        let kana = self.reading.as_deref().unwrap_or(&self.text);
        slug_of(&kana::latin(kana)?).map(|slug| (slug, true))
    }
}

/// A slug from words in Latin letters; `None` if there are none, or if other words would be lost.
pub(super) fn slug_of(words: &str) -> Option<Slug> {
    let mut slug = String::new();
    for character in words.nfkd().filter(|&character| !is_combining_mark(character)) {
        let letters = match character {
            'ß' => "ss",
            'æ' | 'Æ' => "ae",
            'ø' | 'Ø' => "o",
            'œ' | 'Œ' => "oe",
            'ł' | 'Ł' => "l",
            'đ' | 'Đ' | 'ð' | 'Ð' => "d",
            'þ' | 'Þ' => "th",
            'ı' => "i",
            '\'' | '’' => continue,
            _ if character.is_ascii_alphanumeric() => {
                slug.push(character.to_ascii_lowercase());
                continue;
            }
            _ if character.is_alphanumeric() => return None,
            _ => "-",
        };
        if letters != "-" || !slug.ends_with('-') && !slug.is_empty() {
            slug.push_str(letters);
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    Slug::parse(slug.trim_matches('-')).filter(is_usable)
}

/// Whether a slug is a valid file name: a README is not content, and an index belongs to its folder.
pub(super) fn is_usable(slug: &Slug) -> bool {
    !matches!(slug.as_str(), "readme" | "index")
}

/// The key of a name, without differences of width, case and spaces.
pub(super) fn key(name: &str) -> String {
    fold(name).chars().filter(|character| character.is_alphanumeric()).collect()
}

fn is_latin(text: &str) -> bool {
    text.chars().any(|character| character.is_ascii_alphabetic()) && !text.contains(is_cjk)
}

/// A name without honorifics.
fn without_title(name: &str) -> &str {
    let name = ["さん", "氏", "様", "先生"].iter().find_map(|title| name.strip_suffix(title)).unwrap_or(name);
    name.trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_parts() {
        for (raw, text, reading, latin, slug) in [
            ("例田花子", "例田花子", None, None, None),
            ("例田 花子（れいだ はなこ）さん", "例田 花子", Some("れいだ はなこ"), None, Some("reida-hanako")),
            ("例田花子 (Hana Reida)", "例田花子", None, Some("Hana Reida"), Some("hana-reida")),
            ("例田花子 / Hana Reida", "例田花子", None, Some("Hana Reida"), Some("hana-reida")),
            ("José Example", "José Example", None, Some("José Example"), Some("jose-example")),
            ("サンプル・タロウ", "サンプル・タロウ", None, None, Some("sanpuru-taro")),
            ("../../etc/passwd", "../../etc/passwd", None, Some("../../etc/passwd"), Some("etc-passwd")),
            ("README", "README", None, Some("README"), None),
        ] {
            let name = Name::read(raw);
            assert_eq!((name.text.as_str(), name.reading.as_deref(), name.latin.as_deref()), (text, reading, latin));
            assert_eq!(name.slug().map(|(slug, _)| slug.to_string()).as_deref(), slug, "{raw}");
        }
    }

    #[test]
    fn spaces_and_width_make_no_other_person() {
        assert_eq!(key("例田　花子"), key("例田花子"));
        assert_eq!(key("Ｈａｎａ Example"), key("hana example"));
        assert_ne!(key("例田花子"), key("例田太郎"));
    }
}
