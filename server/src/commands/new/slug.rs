//! The name of a new file.

use anyhow::Context as _;
use conference::{Slug, message};

use super::{
    ask::{Question, Questioner},
    fields::Comments,
};
use crate::locale::tell;

/// Asks for a free name unless it was given; on a terminal, until the answer is valid.
pub(super) fn ask_slug(
    questioner: Questioner,
    comments: Comments,
    given: Option<String>,
    suggestion: Option<&str>,
    free: impl Fn(&Slug) -> Result<(), String>,
) -> anyhow::Result<Slug> {
    let prompt = comments
        .pick("ファイル名（URLにも使います: a-z、0-9、ハイフン）", "File name, also in the URL (a-z, 0-9 and hyphens)");
    if let Some(given) = given {
        return parse_slug(&given);
    }
    let valid = |text: &str| free(&parse_slug(text).map_err(|error| error.to_string())?);
    parse_slug(&questioner.valid_text(None, Question { option: "NAME", prompt, default: suggestion }, &valid)?)
}

/// Reads a name. The error suggests a valid one.
pub(super) fn parse_slug(text: &str) -> anyhow::Result<Slug> {
    let fault = || {
        tell(&message!(
            "`{text}` cannot be a file name here; use a–z, 0–9 and hyphens, such as `{such}`",
            "`{text}`はファイル名にできません。a–z、0–9、ハイフンだけを使ってください（例: `{such}`）",
            text = text,
            such = suggested(text).unwrap_or_else(|| "allan-espinosa".to_owned()),
        ))
    };
    // A README is for people and is never loaded.
    Slug::parse(text).filter(|slug| slug.as_str() != "readme").with_context(fault)
}

/// The words of a name or title as a slug, as imports make it; `None` if it has no letters for one.
pub(super) fn suggested(text: &str) -> Option<String> {
    ::import::slug::suggested(text).map(|slug| slug.to_string())
}

#[cfg(test)]
mod tests {
    use super::suggested;

    #[test]
    fn slugs_are_suggested_for_names_that_have_one() {
        assert_eq!(suggested("Allan Espinosa").as_deref(), Some("allan-espinosa"));
        assert_eq!(suggested("It's 2016 — go!").as_deref(), Some("its-2016-go"));
        assert_eq!(suggested("吉田真吾"), None);
        for (name, expected) in [
            ("José", "jose"),
            ("Łukasz Muster", "lukasz-muster"),
            ("Bjørn Example", "bjorn-example"),
            ("Jürgen Groß", "jurgen-gross"),
        ] {
            assert_eq!(suggested(name).as_deref(), Some(expected));
        }
        assert_eq!(suggested("—"), None);
    }
}
