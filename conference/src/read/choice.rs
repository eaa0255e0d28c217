//! Reads values from fixed sets: formats, levels, languages, booleans.

use super::field_reader::FieldReader;
use crate::{
    Language,
    diagnostic::{Words, words},
    front_matter::Node,
    message,
    nearest::list_of,
};

/// The possible values of a field.
pub(crate) struct Choice<T: 'static> {
    /// The code of the diagnostic for other values.
    pub(crate) code: &'static str,
    /// The kind of value, with its article: "a format".
    pub(crate) what: Words,
    /// The possible values.
    pub(crate) all: &'static [T],
    /// Their names in files.
    pub(crate) name: fn(T) -> &'static str,
}

impl<'a> FieldReader<'a> {
    /// Reads one of the possible values.
    pub(crate) fn choice<T: Copy>(&self, node: &'a Node, choice: &Choice<T>) -> Option<T> {
        let names: Vec<_> = choice.all.iter().map(|&value| (choice.name)(value)).collect();
        let text = self.scalar(node, choice.what, names[0])?;
        let found = choice.all.iter().copied().find(|&value| (choice.name)(value) == text);
        if found.is_none() {
            let help = match self.search.nearest(text, names.iter().copied()) {
                Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
                None => message!("use one of {names}", "{names}のどれかを使ってください", names = list_of(&names)),
            };
            let message = message!("`{text}` is not {what}", "`{text}`は{what}ではありません", what = choice.what);
            self.problems.error(choice.code, node.span.clone(), message, help);
        }
        found
    }

    /// Reads `true` or `false`.
    pub(crate) fn truth(&self, node: &'a Node) -> Option<bool> {
        let text = self.scalar(node, words!("`true` or `false`", "`true`か`false`"), "true")?;
        match text {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                self.problems.error(
                    "wrong-type",
                    node.span.clone(),
                    message!(
                        "this must be `true` or `false`, but is `{text}`",
                        "`true`か`false`を書きますが、`{text}`になっています"
                    ),
                    message!("write `true`, or remove the field", "`true`と書くか、フィールドを消してください"),
                );
                None
            }
        }
    }

    /// Reads an ordinal number, from 1.
    pub(crate) fn ordinal(&self, node: &'a Node) -> Option<u32> {
        let text = self.scalar(node, words!("a number", "数"), "5")?;
        let number = text.parse().ok().filter(|number| (1..=1_000_000).contains(number));
        if number.is_none() {
            let message = message!("`{text}` is not a number from 1", "`{text}`は1以上の数ではありません");
            self.problems.error(
                "bad-number",
                node.span.clone(),
                message,
                message!("write it in digits, such as `5`", "数字で書いてください。例: `5`"),
            );
        }
        number
    }

    /// Reads a language code: of the site, or of a session.
    pub(crate) fn language(&self, node: &'a Node) -> Option<Language> {
        let text = self.scalar(node, words!("the code of a language", "言語のコード"), "ja")?;
        let language = Language::parse(text).filter(|_| is_code(text));
        if language.is_none() {
            let help = match language_meant(text) {
                Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
                None => message!(
                    "write its code of two letters in lower case, such as `ja` or `en`",
                    "2文字の小文字のコードで書いてください。例: `ja`、`en`"
                ),
            };
            let message = message!("`{text}` is not the code of a language", "`{text}`は言語のコードではありません");
            self.problems.error("unknown-language", node.span.clone(), message, help);
        }
        language
    }
}

/// The language codes of ISO 639-1.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd \
    ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st \
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether a tag begins with an existing code of two letters. Codes of three letters are not checked.
fn is_code(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    primary.len() != 2 || CODES.split_ascii_whitespace().any(|code| code == primary)
}

/// The code of a language that is given by name.
pub(super) fn language_meant(text: &str) -> Option<&'static str> {
    let meant = match text.to_lowercase().as_str() {
        "jp" | "jpn" | "ja-jp" | "ja_jp" | "ja" | "japanese" | "日本語" => "ja",
        "us" | "uk" | "gb" | "eng" | "en-us" | "en_us" | "en-gb" | "en_gb" | "en" | "english" | "英語" => "en",
        "cn" | "zh" | "zh-cn" | "zh_cn" | "chinese" | "中国語" => "zh",
        "kr" | "ko" | "ko-kr" | "ko_kr" | "korean" | "韓国語" => "ko",
        "de" | "german" | "deutsch" => "de",
        "fr" | "french" | "français" => "fr",
        "es" | "spanish" | "español" => "es",
        _ => return None,
    };
    Some(meant)
}

#[cfg(test)]
mod tests {
    use super::{CODES, is_code, language_meant};

    #[test]
    fn knows_which_codes_exist() {
        assert_eq!(CODES.split_ascii_whitespace().count(), 183);
        for (tag, expected) in [("ja", true), ("jp", false), ("pt-br", true), ("xx", false), ("yue", true)] {
            assert_eq!(is_code(tag), expected, "{tag}");
        }
    }

    #[test]
    fn knows_what_countries_and_names_mean() {
        for (text, expected) in [("jp", Some("ja")), ("English", Some("en")), ("日本語", Some("ja")), ("xx", None)] {
            assert_eq!(language_meant(text), expected, "{text}");
        }
    }
}
