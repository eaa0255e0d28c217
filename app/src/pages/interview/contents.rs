//! The questions of an interview as a table of contents.

use conference::{Transcript, bilingual::Pair};
use leptos::prelude::*;

use super::second_side::SecondSide;
use crate::context::context;

/// A question in the table of contents.
pub(super) struct Entry {
    /// The id of the question on the page.
    id: String,
    text: String,
    /// The language of the question, if that is not the language of the page.
    lang: Option<String>,
}

/// The questions of a transcript.
pub(super) fn entries(transcript: &Transcript, lang: Option<&String>) -> Vec<Entry> {
    let entry = |question: &conference::Question| Entry {
        id: question.id.clone(),
        text: question.text.clone(),
        lang: lang.cloned(),
    };
    transcript.questions().map(entry).collect()
}

/// The questions of both sides in the order of the page, each once.
pub(super) fn entries_of_both(pairs: &[Pair<'_>], second: &SecondSide<'_>) -> Vec<Entry> {
    let entry = |pair: &Pair<'_>| match pair {
        Pair::Question(Some(own), _) => Some(Entry { id: own.id.clone(), text: own.text.clone(), lang: None }),
        Pair::Question(None, Some(other)) => {
            let lang = Some(second.language.to_string());
            Some(Entry { id: second.id(&other.id), text: other.text.clone(), lang })
        }
        _ => None,
    };
    pairs.iter().filter_map(entry).collect()
}

/// The questions as a table of contents, if there is more than one.
#[component]
pub(super) fn Contents(entries: Vec<Entry>) -> impl IntoView {
    let label = context().messages.questions;
    (entries.len() > 1).then(|| {
        let items = entries.into_iter().map(|Entry { id, text, lang }| {
            view! { <li lang=lang><a href=format!("#{id}")>{text}</a></li> }
        });
        view! {
            <nav class="contents" aria-labelledby="contents_title">
                <h2 id="contents_title">{label}</h2>
                <ol>{items.collect_view()}</ol>
            </nav>
        }
    })
}
