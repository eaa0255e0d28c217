//! A rendered Markdown body.

use std::sync::Arc;

use conference::{Body, Localized, url::decode_path};
use leptos::prelude::*;

use super::Untranslated;
use crate::context::context;

/// A body as prose, in the page's language or marked with its own; nothing for an empty one.
#[component]
pub(crate) fn Prose<'a>(body: &'a Localized<Arc<Body>>) -> impl IntoView + use<> {
    let language = body.get(&context().language).0;
    block(body, str::to_owned, || view! { <Untranslated original=language/> }.into_any())
}

/// A body on the page of another item: its ids, and the links to them, begin with a prefix so that they do not clash with
/// those of the page. The prefix holds an underscore, as no id from content does.
#[component]
pub(crate) fn EmbeddedProse<'a>(body: &'a Localized<Arc<Body>>, prefix: &'a str) -> impl IntoView + use<> {
    let remark = || view! { <p class="remark">{context().messages.other_language_body}</p> }.into_any();
    block(body, |html| with_prefix(html, prefix, |_| true), remark)
}

fn block(
    body: &Localized<Arc<Body>>,
    html: impl Fn(&str) -> String,
    untranslated: impl Fn() -> AnyView,
) -> Option<AnyView> {
    let context = context();
    let (language, body) = body.get(&context.language);
    if body.html.is_empty() {
        return None;
    }
    let lang = (*language != context.language).then(|| language.to_string());
    let remark = lang.is_some().then(untranslated);
    let html = html(&body.html);
    Some(view! { {remark}<div class="prose" lang=lang inner_html=html></div> }.into_any())
}

/// A part of a body on another page: its ids begin with a prefix, and the links to other parts lead to the page of the whole.
pub(crate) fn excerpted(html: &str, prefix: &str, page: &str) -> String {
    replaced(html, |_| true, prefix, &format!("{page}#"))
}

/// Puts a prefix before those ids of sanitised HTML that are to have it, and before the links to them; its words stay as they
/// are.
pub(crate) fn with_prefix(html: &str, prefix: &str, is_changed: impl Fn(&str) -> bool) -> String {
    replaced(html, is_changed, prefix, &format!("#{prefix}"))
}

/// Puts a text before some of the ids of sanitised HTML, and another one in the place of the `#` of links to them.
fn replaced(html: &str, is_changed: impl Fn(&str) -> bool, before_id: &str, before_link: &str) -> String {
    let mut pieces = html.split('<');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (tag, words) = piece.split_at(piece.find('>').unwrap_or(piece.len()));
        let mut tag = tag.to_owned();
        for (name, mark, before) in [(" id=\"", "", before_id), (" href=\"", "#", before_link)] {
            let Some(start) = tag.find(&format!("{name}{mark}")).map(|place| place + name.len()) else { continue };
            let id = tag[start + mark.len()..].split('"').next().unwrap_or_default();
            if is_changed(&decode_path(id).unwrap_or_else(|| id.to_owned())) {
                tag.replace_range(start..start + mark.len(), before);
            }
        }
        out.extend(["<", &tag, words]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{excerpted, with_prefix};

    #[test]
    fn only_ids_and_links_to_them_get_the_prefix() {
        assert_eq!(
            with_prefix("<h2 id=\"a\">x id=\"y\"</h2><a href=\"#a\">b</a><a href=\"/c#d\">e</a>", "p_", |_| true),
            "<h2 id=\"p_a\">x id=\"y\"</h2><a href=\"#p_a\">b</a><a href=\"/c#d\">e</a>"
        );
        assert_eq!(
            with_prefix("<a href=\"#b\">b</a><sup id=\"c\"><a href=\"#%61\">a</a></sup>", "p_", |id| id != "b"),
            "<a href=\"#b\">b</a><sup id=\"p_c\"><a href=\"#p_%61\">a</a></sup>"
        );
        assert_eq!(
            excerpted("<sup><a href=\"#fn-1\" id=\"ref-1\">1</a></sup>", "taro_", "/interviews/taro"),
            "<sup><a href=\"/interviews/taro#fn-1\" id=\"taro_ref-1\">1</a></sup>"
        );
    }
}
