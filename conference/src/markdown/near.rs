//! Reports text that looks like a broken link or image, with a space in the path or full-width characters, and signs of
//! emphasis that are left in the words.

use std::ops::Range;

use super::rendering::Rendering;
use crate::{fold::is_cjk, message};

/// The longest text and path that are examined, in characters, so that the work stays linear.
const LONGEST: usize = 300;

/// The most reports for a paragraph.
const MOST: usize = 20;

/// Reports broken links in text.
pub(super) fn check(words: &str, span: &Range<usize>, rendering: &mut Rendering<'_>) {
    let brackets = words.match_indices([']', '］']);
    let links = brackets.filter_map(|(place, bracket)| link(words, place..place + bracket.len()));
    for (written, meant) in links.take(MOST) {
        // Text that differs from the file contains escapes by the author.
        let Some(start) = rendering.file[span.clone()].find(written).map(|offset| span.start + offset) else {
            continue;
        };
        if !rendering.file[..start].ends_with('\\') {
            report(start..start + written.len(), &meant, rendering);
        }
    }
}

/// Reports signs of emphasis in text of a script without spaces, in which the parser does not read them as such.
pub(super) fn check_emphasis(words: &str, span: &Range<usize>, rendering: &mut Rendering<'_>) {
    for sign in ["**", "__"] {
        let mut rest = words;
        for _ in 0..MOST {
            let Some((_, after)) = rest.split_once(sign) else { break };
            let Some((inside, next)) = after.split_once(sign) else { break };
            rest = next;
            let beside = words[..words.len() - after.len() - sign.len()].chars().next_back();
            let has_cjk = inside.contains(is_cjk) || beside.is_some_and(is_cjk) || next.starts_with(is_cjk);
            let is_apart =
                inside.is_empty() || inside.starts_with([' ', '*', '_']) || inside.ends_with([' ', '*', '_']);
            if is_apart || !has_cjk || inside.chars().count() > LONGEST {
                continue;
            }
            let written = format!("{sign}{inside}{sign}");
            // Text that differs from the file contains escapes by the author.
            let Some(start) = rendering.file[span.clone()].find(&written).map(|offset| span.start + offset) else {
                continue;
            };
            let meant = if sign == "__" { format!("**{inside}**") } else { format!("<strong>{inside}</strong>") };
            let message = message!(
                "this looks like emphasis, but its signs are shown as text",
                "強調のようですが、記号がそのまま表示されます"
            );
            let help = message!("write `{meant}`", "`{meant}`と書いてください");
            rendering.warning("near-emphasis", start..start + written.len(), message, help);
        }
    }
}

/// Reports an image with a full-width exclamation mark, which is parsed as a link to the picture.
pub(super) fn check_image(destination: &str, span: Range<usize>, rendering: &mut Rendering<'_>) {
    if let (true, Some(link)) = (is_picture(destination), rendering.file[span.clone()].get('！'.len_utf8()..)) {
        report(span, &format!("!{link}"), rendering);
    }
}

fn report(place: Range<usize>, meant: &str, rendering: &mut Rendering<'_>) {
    let message = match meant.starts_with('!') {
        true => message!("this looks like an image, but is none", "画像のようですが、画像として表示されません"),
        false => {
            message!("this looks like a link, but is shown as text", "リンクのようですが、普通の文として表示されます")
        }
    };
    rendering.warning("near-link", place, message, message!("write `{meant}`", "`{meant}`と書いてください"));
}

/// Finds the likely link around a closing bracket: as written, and as intended.
fn link(words: &str, bracket: Range<usize>) -> Option<(&str, String)> {
    let (before, after) = (&words[..bracket.start], &words[bracket.end..]);
    let inside = after.strip_prefix(['(', '（'])?;
    let is_closing = |(_, character): &(usize, char)| matches!(character, ')' | '）');
    let is_opening = |(_, character): &(usize, char)| matches!(character, '[' | '［');
    let (close, closing) = inside.char_indices().take(LONGEST).find(is_closing)?;
    let (open, opening) = before.char_indices().rev().take(LONGEST).find(is_opening)?;
    let label = &before[open + opening.len_utf8()..];
    let end = words.len() - inside.len() + close + closing.len_utf8();
    let (path, title) = match inside[..close].trim().split_once(" \"") {
        Some((path, title)) => (path.trim(), format!(" \"{title}")),
        None => (inside[..close].trim(), String::new()),
    };
    let is_wide = words[open..end].contains(['［', '］', '（', '）']);
    let is_spaced = path.contains(' ');
    // A parenthesis within belongs to a later remark, as the link is not closed.
    let is_unclosed = !is_wide && inside[..close].contains('(');
    if !is_destination(path) || !is_wide && !is_spaced || is_unclosed {
        return None;
    }
    let is_sign = |last: char| last == '!' || last == '！' && is_picture(path);
    let sign = before[..open].chars().next_back().filter(|last| is_sign(*last));
    let start = open - sign.map_or(0, char::len_utf8);
    let path = if is_spaced { format!("<{path}>") } else { path.to_owned() };
    Some((&words[start..end], format!("{}[{label}]({path}{title})", if sign.is_some() { "!" } else { "" })))
}

/// Whether the text in parentheses is a path or URL, and not a remark.
pub(super) fn is_destination(words: &str) -> bool {
    let ending = words.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending = (2..=5).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && ending.bytes().any(|byte| byte.is_ascii_alphabetic());
    is_ending || ["https://", "http://", "mailto:", "#", "./", "../"].iter().any(|start| words.starts_with(start))
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "gif", "svg"].contains(&ending.as_str())
}
