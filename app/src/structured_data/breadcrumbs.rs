//! The way from the home page to an item: its list, then the item.

use conference::url::Page;

use super::{
    addresses::absolute,
    things::{BreadcrumbList, ListItem, Thing},
};
use crate::context::Context;

/// The way to an item; `None` for a page without a list above it.
pub(super) fn breadcrumbs(context: &Context, page: &Page) -> Option<Thing> {
    let (messages, conference) = (context.messages, &context.conference);
    let (list, list_name, title) = match page {
        Page::Session(slug) => {
            let withdrawn = || conference.withdrawn(slug).map(|withdrawn| &withdrawn.facts.title);
            let title = conference.session(slug).map(|session| &session.title).or_else(withdrawn)?;
            (Page::Schedule(Default::default()), messages.schedule, title)
        }
        Page::Speaker(slug) => (Page::Speakers, messages.speakers, &conference.speaker(slug)?.name),
        Page::Interview(slug) => (Page::Interviews, messages.interviews, &conference.interview(slug)?.title),
        Page::Series(key) => (Page::Interviews, messages.interviews, &conference.series.get(key)?.name),
        Page::Question(id) => (Page::Questions, messages.shared_questions(), &conference.question(id)?.text),
        Page::Article(slug) => (Page::News, messages.news, &conference.article(slug)?.title),
        _ => return None,
    };
    let way = [(&Page::Home, messages.home), (&list, list_name), (page, context.text(title))];
    let item = |(place, (page, name)): (usize, (&Page, &str))| ListItem {
        position: place + 1,
        name: name.to_owned(),
        item: absolute(context, page),
    };
    Some(Thing::BreadcrumbList(BreadcrumbList { item_list_element: way.into_iter().enumerate().map(item).collect() }))
}
