//! The entries of feeds: interviews, articles and releases.

use conference::{Article, FeedItem, Interview, Text, release::Release, url::Page};
use jiff::Zoned;

use super::{
    content,
    dates::zoned,
    ids::{absolute, id_of_page},
    text::{Words, clean},
};
use crate::{
    context::Context,
    parts::{day_and_time, local, release_anchor},
};

/// An entry of a feed.
pub(super) struct Entry {
    /// A URI that stays when the item gets another name.
    pub(super) id: String,
    /// The address of its page.
    pub(super) address: String,
    pub(super) title: Words,
    /// One or two sentences.
    pub(super) summary: Option<Words>,
    /// The language of its text.
    pub(super) language: String,
    pub(super) published: Zoned,
    pub(super) updated: Zoned,
    pub(super) author: Option<String>,
    pub(super) tags: Vec<String>,
    /// The whole text with absolute addresses.
    pub(super) html: String,
}

/// The entry of an item.
pub(super) fn entry(context: &Context, item: FeedItem<'_>) -> Entry {
    match item {
        FeedItem::Interview(interview) => of_interview(context, interview),
        FeedItem::Article(article) => of_article(context, article),
        FeedItem::Release(number, release) => of_release(context, number, release),
    }
}

fn of_interview(context: &Context, interview: &Interview) -> Entry {
    let event = &context.conference.event;
    let address = absolute(context, &context.url(&Page::Interview(interview.slug.clone())));
    let (language, transcript) = interview.body.get(&context.language);
    let origin = content::origin(context, interview.source.as_ref(), interview.licence.as_deref());
    let html = content::in_language(context, language, &content::transcript(context, transcript)) + &origin;
    Entry {
        id: id_of_page(context, &Page::Interview(interview.identity().clone()), ""),
        title: Words::of(context, &interview.title),
        summary: summary(context, interview.summary.as_ref()),
        language: language.to_string(),
        published: zoned(event, interview.published),
        updated: zoned(event, interview.modified()),
        author: interview.interviewer.as_ref().map(|name| clean(context.text(name))),
        tags: tags(&interview.tags),
        html: finished(context, &html, &address),
        address,
    }
}

fn of_article(context: &Context, article: &Article) -> Entry {
    let event = &context.conference.event;
    let address = absolute(context, &context.url(&Page::Article(article.slug.clone())));
    let (language, body) = article.body.get(&context.language);
    let origin = content::origin(context, article.source.as_ref(), article.licence.as_deref());
    let html = content::in_language(context, language, &body.html) + &origin;
    Entry {
        id: id_of_page(context, &Page::Article(article.identity().clone()), ""),
        title: Words::of(context, &article.title),
        summary: summary(context, article.summary.as_ref()),
        language: language.to_string(),
        published: zoned(event, article.published),
        updated: zoned(event, article.modified()),
        author: article.author.as_ref().map(|name| clean(context.text(name))),
        tags: tags(&article.tags),
        html: finished(context, &html, &address),
        address,
    }
}

/// A release is never changed, so its time and its first change name it: two may have the same second.
fn of_release(context: &Context, number: usize, release: &Release) -> Entry {
    let moment = release.time.to_zoned(context.conference.event.timezone.clone());
    let address = absolute(context, &context.url(&Page::Changes));
    let html = content::release(context, release, number);
    let first = release.changes.first().map(|change| format!("/{}/{}", change.session, change.sequence));
    let first = first.unwrap_or_default();
    let title = format!("{}: {}", context.messages.changes, day_and_time(context, local(context, release.time)));
    Entry {
        id: id_of_page(context, &Page::Changes, &format!("#{}{first}", release.time)),
        title: Words { text: title, language: None },
        summary: summary(context, release.message.as_ref()),
        language: context.language.to_string(),
        published: moment.clone(),
        updated: moment,
        author: None,
        tags: Vec::new(),
        html: finished(context, &html, &address),
        address: format!("{address}#{}", release_anchor(number)),
    }
}

fn summary(context: &Context, summary: Option<&Text>) -> Option<Words> {
    summary.map(|summary| Words::of(context, summary))
}

fn tags(tags: &[String]) -> Vec<String> {
    tags.iter().map(|tag| clean(tag)).collect()
}

fn finished(context: &Context, html: &str, page: &str) -> String {
    content::absolute(&clean(html), &context.site.urls.base, page)
}
