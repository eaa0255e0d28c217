//! The initials of an event.

use conference::Text;

/// The most letters that an icon has room for.
const MOST: usize = 3;

/// The initials of the name in the first language in which it begins with a Latin letter; `None` if there is none.
pub(super) fn initials(name: &Text) -> Option<String> {
    name.iter().map(|(_, text)| of_words(text)).find(|letters| !letters.is_empty())
}

/// The first letters of words, and of words within words: "ServerlessConf Tokyo" has "SCT". Empty for a name that has
/// another first letter than a Latin one: its initials would leave out the words that matter.
fn of_words(name: &str) -> String {
    let is_latin = |letter: char| super::canvas::has_letter(letter.to_uppercase().next().unwrap_or(letter));
    if !name.chars().find(|letter| letter.is_alphabetic()).is_some_and(is_latin) {
        return String::new();
    }
    let letters: Vec<char> = name.chars().collect();
    let begins = |place: usize| {
        let before = place.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(place + 1).copied().unwrap_or(' ');
        match before {
            Some(before) if before.is_alphanumeric() => {
                letters[place].is_uppercase() && (before.is_lowercase() || after.is_lowercase())
            }
            // "Women's" is one word.
            Some('\'' | '’') => false,
            _ => true,
        }
    };
    let first = (0..letters.len()).filter(|&place| letters[place].is_alphabetic() && begins(place));
    let capitals = first.flat_map(|place| letters[place].to_uppercase()).filter(|&letter| is_latin(letter));
    capitals.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_words() {
        for (name, letters) in [
            ("ServerlessConf Tokyo", "SCT"),
            ("ServerlessDays Tokyo 2023", "SDT"),
            ("JSConf JP", "JCJ"),
            ("AWS Summit", "AS"),
            ("FOSDEM 2026", "F"),
            ("re:Invent", "RI"),
            ("Women's Tech Day", "WTD"),
            ("École d’été", "ÉD"),
            ("2016 Kubernetes Day", "KD"),
            ("サーバーレスの会 Tokyo", ""),
            ("Łódź Conf", ""),
            ("2016", ""),
            ("", ""),
        ] {
            assert_eq!(of_words(name), letters, "{name}");
        }
    }
}
