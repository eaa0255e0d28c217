//! `serverlessconf new`: starts a file that is complete and valid, and never writes over one.

mod ask;
mod desk;
mod event;
mod fields;
mod interview;
mod news;
mod people;
mod series;
mod session;
mod slug;
mod speaker;

use std::process::ExitCode;

use self::ask::Questioner;
use crate::arguments::NewItem;

pub(super) fn new(item: NewItem) -> anyhow::Result<ExitCode> {
    let questioner = Questioner::here();
    match item {
        NewItem::Event(options) => event::event(options, questioner),
        NewItem::Interview(options) => interview::interview(options, questioner),
        NewItem::News(options) => news::news(options, questioner),
        NewItem::Series(options) => series::series(options, questioner),
        NewItem::Session(options) => session::session(options, questioner),
        NewItem::Speaker(options) => speaker::speaker(options, questioner),
    }?;
    Ok(ExitCode::SUCCESS)
}
