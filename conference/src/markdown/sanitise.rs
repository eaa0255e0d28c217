//! The allow-list as a sanitiser: it makes HTML from authors well-formed and harmless.
//!
//! Raw HTML was already parsed tag by tag ([`super::raw`]). The sanitiser sees it together with our own markup, closes
//! open elements, and is the second line of defence. Text without raw HTML skips it: our own markup is a fixed point of
//! it, as the tests check.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::raw::{CONTENT_IS_NO_TEXT, ELEMENTS, EVERYWHERE};

/// Elements and attributes that only our own markup uses.
const OURS: &[(&str, &[&str])] = &[
    ("a", &["aria-label", "class", "id", "rel", "role"]),
    ("code", &["class"]),
    ("div", &["aria-label", "class", "role", "tabindex"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("img", &["class", "decoding", "height", "loading", "sizes", "srcset", "width"]),
    ("input", &["aria-label", "checked", "disabled"]),
    ("li", &["class", "id"]),
    ("p", &["class"]),
    ("picture", &[]),
    ("pre", &["data-language", "tabindex"]),
    ("source", &["sizes", "srcset", "type"]),
    ("span", &["class"]),
    ("sup", &["class"]),
    ("td", &["class"]),
    ("th", &["class"]),
];

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut tags: HashSet<&str> = ELEMENTS.iter().map(|element| element.name).collect();
    let mut attributes: HashMap<&str, HashSet<&str>> =
        ELEMENTS.iter().map(|element| (element.name, element.attributes.iter().copied().collect())).collect();
    for (name, ours) in OURS {
        tags.insert(name);
        attributes.entry(name).or_default().extend(ours.iter());
    }
    let checkbox = HashMap::from([("input", HashMap::from([("type", HashSet::from(["checkbox"]))]))]);
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(tags)
        .tag_attributes(attributes)
        .clean_content_tags(HashSet::from(CONTENT_IS_NO_TEXT))
        .tag_attribute_values(checkbox)
        .generic_attributes(HashSet::from(EVERYWHERE))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(None);
    builder
});

/// Sanitises a fragment.
pub(super) fn clean(html: &str) -> String {
    SANITISER.clean(html).to_string()
}

#[cfg(test)]
mod tests {
    use super::clean;

    /// The tokeniser of raw HTML already stops all of this; the sanitiser must stop it as well.
    #[test]
    fn nothing_harmful_passes() {
        for (html, expected) in [
            ("<script>alert(1)</script>a", "a"),
            ("<p onclick=\"x()\" style=\"color:red\">a</p>", "<p>a</p>"),
            ("<a href=\"javascript:x()\">a</a>", "<a>a</a>"),
            ("<a href=\"data:text/html,x\">a</a>", "<a>a</a>"),
            ("<img src=\"x.png\" onerror=\"x()\" alt=\"a\">", "<img src=\"x.png\" alt=\"a\">"),
            ("<iframe src=\"https://example.org\"></iframe>a", "a"),
            ("<form action=\"/x\"><input type=\"text\" name=\"a\"><button>b</button></form>", "<input>b"),
            ("<div>a", "<div>a</div>"),
            ("a</div></main>b", "ab"),
            ("a<!-- b", "a"),
            ("<svg><style>a</style></svg>b", "b"),
        ] {
            assert_eq!(clean(html), expected, "{html}");
        }
    }
}
