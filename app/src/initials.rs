//! The initials of people, in the place of a portrait.

use conference::fold::is_cjk;

/// Titles before a name, which its initials leave out.
const TITLES: [&str; 8] = ["Dr", "Prof", "Mr", "Mrs", "Ms", "Mx", "Sir", "Dame"];

/// The initials of a name: the first letters of the first and last word; of a Japanese name its first character.
pub(crate) fn initials(name: &str) -> String {
    let words: Vec<_> = name.split([' ', '　', '・', '-']).filter(|word| !word.is_empty()).collect();
    let titles = words.iter().take_while(|word| TITLES.contains(&word.trim_end_matches('.'))).count();
    // A name may be such a word.
    let names = if titles < words.len() { &words[titles..] } else { &words[..] };
    let mut words = names.iter().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    match (words.next(), words.next_back()) {
        (Some(first), _) if is_cjk(first) => first.to_string(),
        (Some(first), Some(last)) => first.to_uppercase().chain(last.to_uppercase()).collect(),
        (Some(first), None) => first.to_uppercase().collect(),
        (None, _) => "?".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_script_of_the_name() {
        for (name, expected) in [
            ("Allan Espinosa", "AE"),
            ("Khawaja S Shams", "KS"),
            ("松本勇気", "松"),
            ("坂部 広大", "坂"),
            ("ytaka", "Y"),
            ("Dr. Andreas Nauerz", "AN"),
            ("Prof. Dr. Ada Lovelace", "AL"),
            ("Sir", "S"),
            ("", "?"),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
