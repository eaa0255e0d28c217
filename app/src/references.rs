//! The URLs that a document refers to: found in its tags, and moved below a base path.

use std::ops::Range;

use memchr::{memchr, memchr2};

/// The attributes whose value is a URL; of `srcset`, several.
const ATTRIBUTES: [&str; 6] = ["href", "src", "srcset", "action", "poster", "cite"];

/// The places of all URLs in a document, in its order, as they are written there (`&` as `&amp;`).
///
/// The document is one of this program: attribute values stand in double quotes, and no script or style is inline.
pub fn references(html: &str) -> Vec<Range<usize>> {
    let bytes = html.as_bytes();
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(opening) = memchr(b'<', &bytes[place..]) {
        place += opening + 1;
        if !bytes.get(place).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        // The end of the tag or the beginning of a value, whichever comes first.
        while let Some(next) = memchr2(b'>', b'"', &bytes[place..]) {
            let before = &html[place..place + next];
            place += next + 1;
            if bytes[place - 1] == b'>' {
                break;
            }
            let Some(length) = memchr(b'"', &bytes[place..]) else { return found };
            let name = before.trim_end_matches('=').rsplit(|letter: char| letter.is_ascii_whitespace()).next();
            match name.filter(|name| ATTRIBUTES.contains(name)) {
                Some("srcset") => found.extend(candidates(html, place..place + length)),
                Some(_) => found.push(place..place + length),
                None => {}
            }
            place += length + 1;
        }
    }
    found
}

/// The URLs of a `srcset`, each before its width or density. None of this program's URLs holds a comma.
fn candidates(html: &str, list: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut place = list.start;
    html[list].split(',').filter_map(move |candidate| {
        let start = place + candidate.len() - candidate.trim_start().len();
        place += candidate.len() + 1;
        let url = candidate.split_whitespace().next()?;
        Some(start..start + url.len())
    })
}

/// Puts a base path such as `/2016` before every URL of this site.
pub(crate) fn below(base_path: &str, html: String) -> String {
    if base_path.is_empty() {
        return html;
    }
    let mut moved = String::with_capacity(html.len() + html.len() / 8);
    let mut last = 0;
    for Range { start, end } in references(&html) {
        let url = &html[start..end];
        if url.starts_with('/') && !url.starts_with("//") {
            moved.push_str(&html[last..start]);
            moved.push_str(base_path);
            last = start;
        }
    }
    moved.push_str(&html[last..]);
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_found_in_tags_alone() {
        let html = "<!DOCTYPE html><a class=\"x\" href=\"/a?b=1&amp;c\">href=\"/text\"</a><img alt=\"a > b href=\" src=\"/p.jpg\" \
                    srcset=\"/p.jpg 1x, /q.jpg 2x\"><input disabled><form action=\"/s\"></form><p data-href=\"/no\">1 < 2 \"";
        let urls: Vec<_> = references(html).into_iter().map(|place| &html[place]).collect();
        assert_eq!(urls, ["/a?b=1&amp;c", "/p.jpg", "/p.jpg", "/q.jpg", "/s"]);
        assert!(references("<a href=\"/never closed").is_empty());
    }

    #[test]
    fn only_urls_of_this_site_move() {
        let html =
            "<a href=\"/\">/</a><a href=\"#q\"></a><a href=\"https://example.org/\"></a><img srcset=\"/a 1x, /b 2x\">";
        let moved = "<a href=\"/2016/\">/</a><a href=\"#q\"></a><a href=\"https://example.org/\"></a><img srcset=\"/2016/a 1x, \
                     /2016/b 2x\">";
        assert_eq!(below("/2016", html.to_owned()), moved);
        assert_eq!(below("", html.to_owned()), html);
    }
}
