//! Checks the numbers of round-ups, whose items are numbered by hand across sections: a gap is usually a mistake.

use std::{collections::BTreeMap, ops::Range};

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::{rendering::Rendering, spanned::Spanned};
use crate::message;

/// A numbered series: list items, or the headings of a level.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Series {
    Items,
    Headings(HeadingLevel),
}

/// Reports lists and headings of an article with a number that neither continues the series nor starts it again.
pub(super) fn check(events: &[Spanned<'_>], rendering: &mut Rendering<'_>) {
    let mut expected: BTreeMap<Series, u64> = BTreeMap::new();
    let mut depth = 0_usize;
    // The number of the current outermost list.
    let mut items = 0;
    for (place, (event, span)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::List(Some(first))) if depth == 0 => {
                check_number(Series::Items, *first, span, &expected, rendering);
                items = *first;
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let series = Series::Headings(*level);
                if let Some(number) = events.get(place + 1).and_then(|(event, _)| heading_number(event)) {
                    check_number(series, number, span, &expected, rendering);
                    expected.insert(series, number.saturating_add(1));
                }
            }
            Event::Start(Tag::Item) if depth == 1 && items > 0 => {
                expected.insert(Series::Items, items.saturating_add(1));
                items = items.saturating_add(1);
            }
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                items = if depth == 0 { 0 } else { items };
            }
            _ => {}
        }
    }
}

fn check_number(
    series: Series,
    number: u64,
    span: &Range<usize>,
    expected: &BTreeMap<Series, u64>,
    rendering: &mut Rendering<'_>,
) {
    let Some(&next) = expected.get(&series).filter(|&&next| next != number && number > 1) else { return };
    let source = &rendering.file[span.clone()];
    let start = source.find(|character: char| character.is_ascii_digit()).unwrap_or(0);
    let digits = source[start..].bytes().take_while(u8::is_ascii_digit).count();
    let place = span.start + start..span.start + start + digits;
    let message = message!(
        "the numbers before end with {last}, and this one is {number}",
        "前の番号は{last}までですが、ここは{number}です",
        last = next - 1
    );
    let help = message!("write {next}, or begin anew with 1", "{next}と書いてください。数え直すなら1から始めます");
    rendering.warning("number-gap", place, message, help);
}

/// The number at the start of a heading: `4. Title`.
fn heading_number(first: &Event<'_>) -> Option<u64> {
    let Event::Text(text) = first else { return None };
    let (number, _) = text.split_once(". ")?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| number.parse().ok())?
}
