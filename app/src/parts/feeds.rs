//! The names of feeds, and the links by which readers find them.

use conference::url::{Export, Feed, FeedFormat, FeedSubject, Page};
use leptos::prelude::*;

use crate::context::{Context, context};

/// The feeds of the page and of the whole site, for the head of the page. One format is enough for every reader; `/feeds` has
/// the others.
#[component]
pub(crate) fn FeedLinks() -> impl IntoView {
    let context = context();
    let own = context.page.as_ref().map(|page| context.conference.feed_of(page));
    // Error pages have no feeds.
    let subjects = own.map(|own| own.into_iter().chain([FeedSubject::Everything])).into_iter().flatten();
    let mut subjects: Vec<_> = subjects.filter(|_| has_feeds(&context)).collect();
    subjects.dedup();
    let link = |subject: FeedSubject| {
        let (title, feed) = (feed_title(&context, &subject), feed(&context, subject, FeedFormat::Atom));
        view! { <link rel="alternate" type=feed.format.media_type() title=title href=feed.path()/> }
    };
    subjects.into_iter().map(link).collect_view()
}

/// A paragraph with the way to the feeds, on pages of a site that has them.
#[component]
pub(crate) fn FeedsLink() -> impl IntoView {
    let context = context();
    let href = context.url(&Page::Feeds);
    has_feeds(&context).then(|| view! { <p class="more"><a href=href>{context.messages.subscribe()}</a></p> })
}

/// Whether the site has feeds: their addresses are absolute.
pub(crate) fn has_feeds(context: &Context) -> bool {
    context.site.has(&Export::Feed(feed(context, FeedSubject::Everything, FeedFormat::Atom)))
}

/// A feed in the language of the page.
pub(crate) fn feed(context: &Context, subject: FeedSubject, format: FeedFormat) -> Feed {
    let language = Some(&context.language).filter(|language| *language != context.conference.event.default_language());
    Feed { language: language.cloned(), subject, format }
}

/// The title of a feed: that of its subject with the event's name.
pub(crate) fn feed_title(context: &Context, subject: &FeedSubject) -> String {
    let event = context.text(&context.conference.event.name);
    match subject {
        FeedSubject::Everything => event.to_owned(),
        subject => format!("{} — {event}", feed_name(context, subject)),
    }
}

/// The name of the subject of a feed.
pub(crate) fn feed_name(context: &Context, subject: &FeedSubject) -> String {
    tagged_feed_name(context, subject).0
}

/// [`feed_name`] with the `lang` it needs if that is not the page's.
pub(crate) fn tagged_feed_name(context: &Context, subject: &FeedSubject) -> (String, Option<String>) {
    let (conference, messages) = (&context.conference, context.messages);
    let own = |name: &str| (name.to_owned(), None);
    match subject {
        FeedSubject::Everything => own(messages.everything()),
        FeedSubject::Interviews => own(messages.interviews),
        FeedSubject::News => own(messages.news),
        FeedSubject::Changes => own(messages.changes),
        FeedSubject::Series(name) => {
            let default = conference.event.default_language();
            let series = conference.interviews.iter().filter_map(|interview| interview.series.as_ref());
            let series = series.map(|series| &series.name).find(|known| known.text(default) == name);
            series.map_or_else(|| own(name), |series| context.tagged(series))
        }
        FeedSubject::Speaker(slug) => match conference.speaker(slug) {
            Some(speaker) => context.tagged(&speaker.name),
            None => own(slug.as_str()),
        },
        FeedSubject::Tag(tag) => match conference.tags.get(tag) {
            Some(tagged) => own(&format!("#{}", tagged.name)),
            None => own(&format!("#{tag}")),
        },
    }
}
