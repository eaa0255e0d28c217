//! Explicit ids: `## Title {#id}`, and the same at the end of a question.
//!
//! The parser's own heading attributes are not used, as they take `{proxy+}` at the end of a heading for an attribute.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::{ids, rendering::Rendering, spanned::Spanned};
use crate::message;

/// Moves the ids of all headings from their text into their tags.
pub(super) fn claim(events: &mut [Spanned<'_>], rendering: &mut Rendering<'_>) {
    let mut start = None;
    for place in 0..events.len() {
        match &events[place].0 {
            Event::Start(Tag::Heading { .. }) => start = Some(place),
            Event::End(TagEnd::Heading(_)) => {
                let Some(start) = start.take() else { continue };
                let given = claim_at_end(&mut events[start + 1..place], rendering).map(CowStr::from);
                if let Event::Start(Tag::Heading { id, .. }) = &mut events[start].0 {
                    *id = given;
                }
            }
            _ => {}
        }
    }
}

/// Takes the id from the end of words; `None` if there is none, or it is invalid.
pub(super) fn claim_at_end(words: &mut [Spanned<'_>], rendering: &mut Rendering<'_>) -> Option<String> {
    let Some((id, span)) = take(words, rendering.file) else {
        report_nearly(words, rendering);
        return None;
    };
    if !ids::is_allowed(&id) {
        let message = message!("`{id}` cannot be an id", "`{id}`はidとして使えません");
        rendering.error(
            "bad-id",
            span,
            message,
            message!(
                "use letters, digits and hyphens: `{{#cold-start}}`",
                "文字、数字、ハイフンを使ってください: `{{#cold-start}}`"
            ),
        );
        return None;
    }
    if !rendering.ids.claim(&id) {
        let message =
            message!("the id `{id}` is given twice in this file", "このファイルの中でid`{id}`が2回使われています");
        rendering.error(
            "duplicate-id",
            span,
            message,
            message!(
                "give this one an id of its own: links lead to the first",
                "別のidを付けてください。リンクは最初のものにつながります"
            ),
        );
        return None;
    }
    Some(id)
}

fn take(words: &mut [Spanned<'_>], file: &str) -> Option<(String, Range<usize>)> {
    let (Event::Text(text), span) = words.last_mut()? else { return None };
    let inside = text.trim_end().strip_suffix('}')?;
    let (before, id) = inside.rsplit_once("{#")?;
    if id.contains(['{', '}']) {
        return None;
    }
    let id = id.to_owned();
    let place = file[span.clone()].rfind("{#").map_or(span.clone(), |place| span.start + place..span.end);
    *text = before.trim_end().to_owned().into();
    Some((id, place))
}

/// Reports text at the end of words that looks like an id but is shown as text.
fn report_nearly(words: &[Spanned<'_>], rendering: &mut Rendering<'_>) {
    let Some((Event::Text(text), span)) = words.last() else { return };
    let Some(id) = nearly(text) else { return };
    let place =
        rendering.file[span.clone()].rfind(['{', '｛']).map_or(span.clone(), |place| span.start + place..span.end);
    let message = message!("this looks like an id, but is shown as text", "idのようですが、文字として表示されます");
    rendering.warning("near-id", place, message, message!("write `{{#{id}}}`", "`{{#{id}}}`と書いてください"));
}

/// The intended id at the end of words: with full-width characters, or without the number sign.
pub(crate) fn nearly(words: &str) -> Option<&str> {
    let inside = words.trim_end().strip_suffix(['}', '｝'])?;
    let open = inside.rfind(['{', '｛'])?;
    let (before, inside) = inside.split_at(open);
    let is_wide = words[open..].contains(['｛', '＃', '｝']);
    let inside = inside.trim_start_matches(['{', '｛']);
    let id = inside.strip_prefix(['#', '＃']);
    // `ANY /{proxy}` is an API Gateway path.
    let is_apart = before.ends_with(|last: char| last.is_whitespace() || matches!(last, '？' | '?' | '。'));
    let meant = match id {
        Some(id) => is_wide.then_some(id),
        None => (is_wide || is_apart).then_some(inside),
    };
    meant.map(str::trim).filter(|id| ids::is_allowed(id))
}
