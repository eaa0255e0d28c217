//! Reads URLs, colours and coordinates.

use super::field_reader::FieldReader;
use crate::{
    Link, NamedLink,
    diagnostic::{Message, Words, words},
    front_matter::{Fields, Node, Value},
    message,
};

const URL_EXAMPLE: &str = "https://example.org/";

/// Checks a URL of another site; returns it in the form to publish, or the problem.
fn external(url: &str) -> Result<String, Message> {
    let form = || {
        message!(
            "write the whole address, such as `https://example.org/`",
            "アドレス全体を書いてください。例: `https://example.org/`"
        )
    };
    let parsed = ::url::Url::parse(url).map_err(|_| form())?;
    let rest = url.split_once(':').map_or("", |(_, rest)| rest);
    match parsed.scheme() {
        "http" | "https" if rest.starts_with("//") && !rest.starts_with("///") => {}
        "http" | "https" => return Err(form()),
        "mailto" if parsed.path().contains('@') => {}
        "mailto" => {
            return Err(message!(
                "write the address of a person, such as `mailto:info@example.org`",
                "宛先のアドレスを書いてください。例: `mailto:info@example.org`"
            ));
        }
        _ => {
            return Err(message!(
                "only addresses that begin with `https:`, `http:` or `mailto:` can be published",
                "公開できるのは`https:`、`http:`、`mailto:`で始まるアドレスだけです"
            ));
        }
    }
    // As written if that is safe to print; otherwise as browsers would send it.
    let plain = url.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'`'));
    Ok(if plain { url.to_owned() } else { parsed.into() })
}

impl<'a> FieldReader<'a> {
    /// Reads a URL of another site.
    pub(crate) fn url(&self, node: &'a Node) -> Option<String> {
        let text = self.scalar(node, words!("an address", "アドレス"), URL_EXAMPLE)?;
        match external(text) {
            Ok(url) => {
                self.problems.add_link(node.span.clone(), &url);
                Some(url)
            }
            Err(help) => {
                self.problems.error(
                    "bad-url",
                    node.span.clone(),
                    message!("`{text}` is no complete address", "`{text}`は完全なアドレスではありません"),
                    help,
                );
                None
            }
        }
    }

    /// Reads links by kind.
    pub(crate) fn links(&self, node: &'a Node) -> Option<Vec<Link>> {
        let Value::Map(map) = &node.value else {
            self.problems.error(
                "wrong-type",
                node.span.clone(),
                message!(
                    "links must each have a name, but this is {found}",
                    "リンクにはそれぞれ名前を付けますが、ここは{found}になっています",
                    found = node.value.name()
                ),
                message!(
                    "write them below `links:`, indented, one a line: `slides: https://example.org/slides`",
                    "`links:`の下に、字下げして1行に1つずつ書いてください: `slides: https://example.org/slides`"
                ),
            );
            return None;
        };
        let read = |entry: &'a crate::front_matter::Entry| {
            let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            let named = entry.name.bytes().all(allowed);
            if !named {
                self.problems.error(
                    "bad-slug",
                    entry.place.clone(),
                    message!(
                        "`{name}` cannot be the name of a link",
                        "`{name}`はリンクの名前として使えません",
                        name = entry.name
                    ),
                    message!(
                        "use only a–z, 0–9 and hyphens, such as `slides` or `video`",
                        "a〜z、0〜9、ハイフンだけを使ってください。例: `slides`、`video`"
                    ),
                );
            }
            let url = (entry.node.value != Value::Empty).then(|| self.url(&entry.node))??;
            named.then(|| Link { kind: entry.name.clone(), url })
        };
        Some(map.0.iter().filter_map(read).collect())
    }

    /// Reads a name with optional URL, or only a name.
    pub(crate) fn named_link(&self, node: &'a Node, owner: Words) -> Option<NamedLink> {
        let Value::Map(map) = &node.value else {
            return self.text(node).map(|name| NamedLink { name, url: None });
        };
        // A name may also be given for each language.
        let is_language =
            |name: &str| self.languages.is_some_and(|all| all.iter().any(|language| language.as_str() == name));
        if map.0.iter().any(|entry| is_language(&entry.name)) {
            return self.text(node).map(|name| NamedLink { name, url: None });
        }
        let mut fields = Fields::of(map, owner, node.span.clone(), self.problems);
        let name = fields.required("name", "Example Ltd.", |node| self.text(node));
        let url = fields.optional("url", |node| self.url(node));
        fields.finish(self.search);
        Some(NamedLink { name: name?, url })
    }

    /// Reads a colour, and returns it as `#rrggbb` in lower case.
    pub(crate) fn color(&self, node: &'a Node) -> Option<String> {
        let text = self.scalar(node, words!("a colour", "色"), "\"#0b6e4f\"")?;
        let color = parse_color(text);
        if color.is_none() {
            self.problems.error(
                "bad-color",
                node.span.clone(),
                message!("`{text}` is no colour", "`{text}`は色ではありません"),
                message!(
                    "write it as `\"#0b6e4f\"` or `\"#0b6\"`, in quotes",
                    "引用符を付けて`\"#0b6e4f\"`か`\"#0b6\"`のように書いてください"
                ),
            );
        }
        color
    }

    /// Reads latitude and longitude.
    pub(crate) fn location(&self, node: &'a Node) -> Option<[f64; 2]> {
        let number = |node: &Node, most: f64| match &node.value {
            Value::Text(text) => text.parse::<f64>().ok().filter(|degrees| degrees.abs() <= most),
            _ => None,
        };
        let location = match &node.value {
            Value::List(nodes) => match nodes.as_slice() {
                [latitude, longitude] => number(latitude, 90.0).zip(number(longitude, 180.0)),
                _ => None,
            },
            _ => None,
        };
        if location.is_none() {
            self.problems.error(
                "bad-location",
                node.span.clone(),
                message!("this is no place on the map", "地図上の位置として読めません"),
                message!(
                    "write latitude and longitude in degrees: `location: [35.6531, 139.7625]`",
                    "緯度と経度を度で書いてください: `location: [35.6531, 139.7625]`"
                ),
            );
        }
        location.map(|(latitude, longitude)| [latitude, longitude])
    }
}

fn parse_color(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#')?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let digits = digits.to_ascii_lowercase();
    match digits.len() {
        3 => Some(digits.chars().fold(String::from("#"), |color, digit| color + &digit.to_string().repeat(2))),
        6 => Some(format!("#{digits}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{external, parse_color};

    #[test]
    fn colors_are_normalised() {
        for (text, expected) in [
            ("#0b6", Some("#00bb66")),
            ("#0B6E4F", Some("#0b6e4f")),
            ("0b6e4f", None),
            ("#0b6e", None),
            ("#ggg", None),
            ("#受付", None),
            ("red", None),
        ] {
            assert_eq!(parse_color(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn only_complete_addresses_of_the_web_and_mail_are_published() {
        for good in [
            "https://example.org",
            "http://example.org/a?b=c#d",
            "mailto:info@example.org",
            "https://speakerdeck.com/kazutomo/saharesutomaikurosahisutebian-warukemusahakai-fa",
        ] {
            assert_eq!(external(good).as_deref(), Ok(good));
        }
        for bad in [
            "",
            "example.org",
            "www.example.org/a",
            "//example.org",
            "https:",
            "https://",
            "https:example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.org",
            "mailto:",
            "C:\\a",
            "https:///a",
            "/a",
        ] {
            assert!(external(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_address_that_is_not_ascii_is_encoded() {
        assert_eq!(external("https://example.org/受付").as_deref(), Ok("https://example.org/%E5%8F%97%E4%BB%98"));
        assert_eq!(external("https://example.org/\"><b>").as_deref(), Ok("https://example.org/%22%3E%3Cb%3E"));
    }
}
