//! The items of all kinds, read from their files.

use std::collections::HashMap;

use super::{
    aliases::Former,
    context::Context,
    dated::{Dated, DatedItem},
    files::Kind,
    interview,
    item::{self, Item, Opened, Schema},
    news, removal, series, session, speaker,
};
use crate::{Event, Series, Slug, Speaker, Text, diagnostic::Diagnostic, front_matter::Extent, url::Page};

/// The event and every item that could be read.
pub(super) struct Items<'a> {
    pub(super) event: Option<Opened<'a, Event>>,
    pub(super) speakers: Vec<Opened<'a, Speaker>>,
    pub(super) sessions: Vec<Opened<'a, session::LocatedSession>>,
    pub(super) interviews: Vec<Opened<'a, interview::LocatedInterview>>,
    pub(super) series: Vec<Opened<'a, Series>>,
    pub(super) news: Vec<Opened<'a, news::LocatedArticle>>,
    /// The items that cannot be published, but whose bodies can be checked; without a kind, the event.
    pub(super) unread: Vec<(Option<Kind>, Item<'a>)>,
    /// The pages of removed items, and why they were removed.
    pub(super) removed: HashMap<Page, Text>,
    /// The former names of removed items.
    pub(super) former: Vec<Former<'a>>,
}

impl<'a> Items<'a> {
    /// Reads every item; those that cannot be read are reported and left out.
    pub(super) fn read(
        event: Option<Opened<'a, Event>>,
        unread: Option<Item<'a>>,
        context: &Context<'a>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let unread = unread.map(|item| (None, item)).into_iter().collect();
        let mut reader = ItemReader { context, diagnostics, unread, removed: HashMap::new(), former: Vec::new() };
        let speakers = reader.read_all(Kind::Speaker, &speaker::SCHEMA, speaker::read);
        let sessions = reader.read_all(Kind::Session, &session::SCHEMA, session::read);
        let interviews = reader.read_all(Kind::Interview, &interview::SCHEMA, interview::read);
        let series = reader.read_all(Kind::Series, &series::SCHEMA, series::read);
        let news = reader.read_all(Kind::News, &news::SCHEMA, news::read);
        let ItemReader { unread, removed, former, .. } = reader;
        Self { event, speakers, sessions, interviews, series, news, unread, removed, former }
    }

    /// The interviews and news, which are published at a moment.
    pub(super) fn dated<'e>(&'e self) -> impl Iterator<Item = DatedItem<'e, 'a>> {
        let interviews = self.interviews.iter().map(|Opened { item, value }| (item, value as &dyn Dated));
        interviews.chain(self.news.iter().map(|Opened { item, value }| (item, value as &dyn Dated)))
    }
}

/// Reads the items of one kind after another, and collects those that were removed.
struct ItemReader<'r, 'a> {
    context: &'r Context<'a>,
    diagnostics: &'r mut Vec<Diagnostic>,
    unread: Vec<(Option<Kind>, Item<'a>)>,
    removed: HashMap<Page, Text>,
    former: Vec<Former<'a>>,
}

impl<'a> ItemReader<'_, 'a> {
    /// Opens and reads all items of a kind.
    fn read_all<T>(
        &mut self,
        kind: Kind,
        schema: &'static Schema,
        read: impl Fn(&Slug, &Item<'a>, &Context<'a>) -> Option<T>,
    ) -> Vec<Opened<'a, T>> {
        let all = self.context.files.items(kind);
        let mut opened = Vec::with_capacity(all.len());
        for (slug, versions) in all {
            let Some(item) = item::open(versions, self.context, self.diagnostics, schema) else { continue };
            if item.extent == Extent::Whole && item.fields().place(item::REMOVED).is_some() {
                let page = kind.page(slug.clone());
                if let Some((reason, former)) = removal::read(&item, page.clone(), self.context) {
                    self.removed.insert(page, reason);
                    self.former.push(former);
                }
                continue;
            }
            removal::check_translations(&item);
            match read(slug, &item, self.context).filter(|_| item.extent == Extent::Whole) {
                Some(value) => opened.push(Opened { item, value }),
                None => self.unread.push((Some(kind), item)),
            }
        }
        opened
    }
}
