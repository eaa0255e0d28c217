//! Collects the tags of all published items.

use std::collections::BTreeMap;

use crate::{Article, Interview, Session, Tag, Tagged, url::Page};

/// Groups the pages of sessions, interviews and articles by their tags.
pub(super) fn collect(sessions: &[Session], interviews: &[Interview], articles: &[Article]) -> BTreeMap<Tag, Tagged> {
    let sessions = sessions.iter().map(|session| (&session.tags, Page::Session(session.slug.clone())));
    let interviews = interviews.iter().map(|interview| (&interview.tags, Page::Interview(interview.slug.clone())));
    let articles = articles.iter().map(|article| (&article.tags, Page::Article(article.slug.clone())));
    let mut all: BTreeMap<Tag, Tagged> = BTreeMap::new();
    for (tags, page) in sessions.chain(interviews).chain(articles) {
        for name in tags {
            let Some(tag) = Tag::of(name) else { continue };
            let tagged = all.entry(tag).or_insert_with(|| Tagged { name: name.clone(), pages: Vec::new() });
            // Two spellings in one item are one tag.
            if tagged.pages.last() != Some(&page) {
                tagged.pages.push(page.clone());
            }
        }
    }
    all
}
