//! Links of a schedule: their kinds, and which of them can be published.

use crate::{Value, slug};

/// The most links of an item.
const MOST: usize = 20;

/// Whether an address is a complete web address. E-mail addresses are private and never imported.
pub(super) fn is_web(address: &str) -> bool {
    let complete = ["https://", "http://"].iter().any(|scheme| {
        address.strip_prefix(scheme).is_some_and(|rest| rest.starts_with(|first: char| first.is_alphanumeric()))
    });
    let parsed = url::Url::parse(address);
    complete && parsed.is_ok_and(|url| url.has_host() && url.username().is_empty() && url.password().is_none())
}

/// The value of `links`, with distinct names; links that cannot be published are added to `checks`.
pub(super) fn value(links: &[(String, String)], checks: &mut Vec<String>) -> Value {
    let mut kinds = slug::Taken::default();
    let mut pairs: Vec<(String, Value)> = Vec::new();
    let mut addresses: Vec<&str> = Vec::new();
    for (name, address) in links {
        let address = address.trim();
        if address.is_empty() || addresses.contains(&address) || address.starts_with("mailto:") {
            continue;
        }
        if pairs.len() + checks.len() >= MOST {
            checks.push(format!("no more than {MOST} links were taken over"));
            break;
        }
        if !is_web(address) {
            checks.push(format!("the link `{address}` was left out, since it is no complete address of the web"));
            continue;
        }
        addresses.push(address);
        let kind = kinds.take(kind(name, address));
        pairs.push((kind.to_string(), Value::Text(address.to_owned())));
    }
    Value::Map(pairs)
}

/// The kind of a link, from its name or host.
fn kind(name: &str, address: &str) -> conference::Slug {
    let text = format!("{name} {address}").to_ascii_lowercase();
    let words = [
        ("slides", "slides"),
        ("folien", "slides"),
        ("スライド", "slides"),
        ("speakerdeck.com", "slides"),
        ("動画", "video"),
        ("recording", "video"),
        ("video", "video"),
        ("youtube.com", "video"),
        ("youtu.be", "video"),
        ("media.ccc.de", "video"),
        ("company_website", "website"),
        ("twitter", "twitter"),
        ("//x.com/", "twitter"),
        ("linkedin", "linkedin"),
        ("github.com", "github"),
        ("facebook", "facebook"),
        ("instagram", "instagram"),
        ("bluesky", "bluesky"),
        ("bsky.app", "bluesky"),
        ("mastodon", "mastodon"),
        ("blog", "blog"),
    ];
    let known = words.iter().find(|(word, _)| text.contains(word)).map(|(_, kind)| *kind);
    let named = slug::suggested(name).filter(|slug| slug.as_str().len() <= 30);
    let kind = known.and_then(conference::Slug::parse).or(named);
    kind.unwrap_or_else(|| slug::from_id("website", ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_published() {
        assert!(is_web("https://example.org/a?b=c") && is_web("http://例.jp/"));
        for bad in [
            "",
            "/a",
            "example.org",
            "mailto:hana@example.org",
            "javascript:x",
            "https://",
            "https:///a",
            "https://a:b@example.org",
        ] {
            assert!(!is_web(bad), "{bad}");
        }
    }

    #[test]
    fn every_link_has_a_name_of_its_own() {
        let link = |name: &str, address: &str| (name.to_owned(), address.to_owned());
        let links = [
            link("Company_Website", "https://example.org"),
            link("資料", "https://example.com/a"),
            link("Slides (PDF)", "https://example.com/b.pdf"),
            link("More slides", "https://example.com/c.pdf"),
            link("mail", "mailto:hana@example.org"),
            link("x", "/relative"),
        ];
        let mut checks = Vec::new();
        let Value::Map(pairs) = value(&links, &mut checks) else { panic!("links are a map") };
        let names: Vec<_> = pairs.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["website", "website-2", "slides", "slides-2"]);
        assert_eq!(checks.len(), 1, "{checks:?}");
    }
}
