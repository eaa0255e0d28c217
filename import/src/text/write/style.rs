//! Writes the signs and tags of marks.

use super::flanking::Form;
use crate::text::{document::Mark, escape};

/// A mark, and how it is written.
pub(super) struct Style<'i> {
    pub(super) mark: &'i Mark,
    pub(super) form: Form,
}

impl Style<'_> {
    fn name(&self) -> &'static str {
        match self.mark {
            Mark::Emphasis => "em",
            Mark::Strong => "strong",
            Mark::Strike | Mark::Link(_) => "del",
        }
    }
}

/// Begins the waiting marks.
pub(super) fn begin<'i>(out: &mut String, waiting: &mut Vec<Style<'i>>, open: &mut Vec<Style<'i>>) {
    for style in waiting.drain(..) {
        match (style.mark, style.form) {
            (Mark::Link(_), _) => out.push('['),
            (_, Form::Tags) => out.push_str(&format!("<{}>", style.name())),
            (Mark::Emphasis, Form::Signs) => out.push('*'),
            (Mark::Strong, Form::Signs) => out.push_str("**"),
            (Mark::Strike, Form::Signs) => out.push_str("~~"),
        }
        open.push(style);
    }
}

/// Ends a mark, with the blanks before its end behind it.
pub(super) fn close(out: &mut String, style: &Style<'_>) {
    let end = out.trim_end().len();
    let blanks = out.split_off(end);
    match (style.mark, style.form) {
        (Mark::Link(address), _) => {
            let address = escape::destination(address);
            // A link whose text is its address.
            match out.strip_suffix(address.as_str()).and_then(|before| before.strip_suffix('[')) {
                Some(before) if !before.ends_with('\\') => {
                    out.truncate(before.len());
                    out.push_str(&format!("<{address}>"));
                }
                _ => out.push_str(&format!("]({address})")),
            }
        }
        (_, Form::Tags) => out.push_str(&format!("</{}>", style.name())),
        (Mark::Emphasis, Form::Signs) => out.push('*'),
        (Mark::Strong, Form::Signs) => out.push_str("**"),
        (Mark::Strike, Form::Signs) => out.push_str("~~"),
    }
    out.push_str(&blanks);
}
