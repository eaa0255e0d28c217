//! The feeds of the site: an explanation, their addresses, and the programs that read them.

use conference::{
    FEED_ENTRIES,
    url::{FeedFormat, FeedSubject},
};
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    parts::{feed, feed_name, has_feeds, tagged_feed_name},
    shell::Shell,
};

/// Programs that read feeds, with the systems on which they run.
const READERS: [(&str, &str); 5] = [
    ("NetNewsWire", "iPhone, iPad, Mac"),
    ("Feeder", "Android"),
    ("Feedly", "Web, iPhone, Android"),
    ("Inoreader", "Web, iPhone, Android"),
    ("Thunderbird", "Windows, Mac, Linux"),
];

#[component]
pub(super) fn FeedsPage() -> AnyView {
    let context = context();
    let messages = context.messages;
    let contents = if has_feeds(&context) {
        lists(&context).into_any()
    } else {
        view! { <p class="remark">{messages.feeds_without_address()}</p> }.into_any()
    };
    let readers = READERS.map(|(name, systems)| view! { <li>{format!("{name} ({systems})")}</li> }).collect_view();
    let main = view! {
        <h1>{messages.feeds()}</h1>
        <p>{messages.feeds_help()}</p>
        <p>{messages.feeds_how()}</p>
        {contents}
        <section>
            <h2>{messages.feed_readers()}</h2>
            <ul>{readers}</ul>
            <p>{messages.feed_formats()}</p>
            <p>{messages.feed_length(FEED_ENTRIES)}</p>
            <p>{messages.feed_in_browser()}</p>
        </section>
    };
    let description = messages.feeds_help().to_owned();
    view! { <Shell title={Some(messages.feeds().to_owned())} description=description kind="feeds">{main}</Shell> }
        .into_any()
}

/// The feeds of whole lists with addresses to copy, then those of series, speakers and tags.
fn lists(context: &Context) -> impl IntoView + use<> {
    let messages = context.messages;
    let (mut whole, mut series, mut speakers, mut tags) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for subject in context.conference.feed_subjects() {
        match &subject {
            FeedSubject::Series(_) => series.push(narrow(context, subject)),
            FeedSubject::Speaker(_) => speakers.push(narrow(context, subject)),
            FeedSubject::Tag(_) => tags.push(narrow(context, subject)),
            _ => whole.push(wide(context, subject)),
        }
    }
    view! {
        <ul class="feed-list">{whole}</ul>
        {section(messages.series(), series)}
        {section(messages.speakers, speakers)}
        {section(messages.tags, tags)}
    }
}

fn section(title: &'static str, items: Vec<AnyView>) -> Option<impl IntoView + use<>> {
    (!items.is_empty()).then(|| view! { <section><h2>{title}</h2><ul>{items}</ul></section> })
}

/// A feed with its address to copy.
fn wide(context: &Context, subject: FeedSubject) -> AnyView {
    let path = feed(context, subject.clone(), FeedFormat::Atom).path();
    let address = format!("{}{path}", context.site.urls.base);
    let name = feed_name(context, &subject);
    view! {
        <li>
            <label>{name}<input type="url" readonly autocomplete="off" value=address/></label>
            <p class="feed-formats">{formats(context, &subject)}</p>
        </li>
    }
    .into_any()
}

/// A feed in one line.
fn narrow(context: &Context, subject: FeedSubject) -> AnyView {
    let (name, lang) = tagged_feed_name(context, &subject);
    view! { <li><span lang=lang>{name}</span>" "<span class="feed-formats">{formats(context, &subject)}</span></li> }
        .into_any()
}

/// The feed in every format.
fn formats(context: &Context, subject: &FeedSubject) -> impl IntoView + use<> {
    let name = feed_name(context, subject);
    let link = |format: FeedFormat| {
        let label = format!("{}: {name}", format.name());
        let href = feed(context, subject.clone(), format).path();
        view! { <a href=href type=format.media_type() aria-label=label>{format.name()}</a>" " }
    };
    FeedFormat::ALL.map(link).collect_view()
}
