//! Plain texts for terminals, in lines of at most 80 columns.

mod lines;
mod now;
mod parts;
mod schedule;

use conference::url::{PlainText, TextSubject};
use jiff::civil::DateTime;

use self::lines::Lines;
use super::made::Made;
use crate::{
    context::Context,
    site::{Now, Site},
};

/// A plain text that is the same at every moment; `None` if it depends on the moment, or if there is no such language.
pub(super) fn text(site: &Site, asked: &PlainText) -> Option<Made> {
    match &asked.subject {
        TextSubject::Schedule(filter) => {
            let context = context(site, asked, Now::Fixed(DateTime::MIN))?;
            Some(made(schedule::schedule(&context, filter, Lines::new(asked.style))))
        }
        TextSubject::Now => None,
    }
}

/// A plain text at a moment; `None` if there is no such language.
pub(super) fn text_at(site: &Site, asked: &PlainText, now: Now) -> Option<Made> {
    match &asked.subject {
        TextSubject::Schedule(_) => text(site, asked),
        TextSubject::Now => Some(made(now::now(&context(site, asked, now)?, Lines::new(asked.style)))),
    }
}

fn context(site: &Site, asked: &PlainText, now: Now) -> Option<Context> {
    let language = site.conference.event.language(asked.language.as_ref())?;
    Some(Context::new(site.clone(), language.clone(), None, now))
}

fn made(text: String) -> Made {
    Made { media_type: "text/plain; charset=utf-8", body: text.into() }
}
