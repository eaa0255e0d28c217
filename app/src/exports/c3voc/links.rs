//! Links to other sites, by the types of the format.

use conference::Link;
use serde::Serialize;

use crate::messages::Messages;

/// A link of a session or a person.
#[derive(Debug, Serialize)]
pub(super) struct Reference {
    pub(super) r#type: &'static str,
    pub(super) title: String,
    pub(super) url: String,
}

/// The links of an item.
pub(super) fn references(links: &[Link], messages: &Messages) -> Vec<Reference> {
    let reference = |link: &Link| Reference {
        r#type: type_of(&link.kind),
        title: messages.link_name(&link.kind).to_owned(),
        url: link.url.clone(),
    };
    links.iter().map(reference).collect()
}

/// The type that is nearest to a kind of link.
fn type_of(kind: &str) -> &'static str {
    match kind {
        "slides" | "speakerdeck" | "slideshare" => "slides",
        "paper" => "paper",
        "video" | "stream" => "media",
        "website" => "web",
        "blog" => "blog",
        "article" | "interview" => "article",
        "mastodon" => "activitypub",
        _ => "related",
    }
}
