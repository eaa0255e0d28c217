//! Components that several pages share.

mod article_card;
mod body;
mod calendar_panel;
mod change;
mod heading;
mod interview_card;
mod origin;
mod person;
mod session_card;
mod tags;
mod text;
mod time;

pub(crate) use {
    article_card::ArticleCard,
    body::{EmbeddedProse, Prose},
    calendar_panel::CalendarPanel,
    change::{LastRelease, MovedFrom, day_and_time, local, names, time_and_room},
    heading::{Level, heading},
    interview_card::{InterviewCard, unpublished},
    origin::Origin,
    person::{Avatar, PeopleLinks, PhotoCredit, Portrait, organization_and_role},
    session_card::{NowMark, SessionCard, Shown},
    tags::TagLinks,
    text::{Links, excerpt, named_link, tagged},
    time::{Notice, SessionTime, moment},
};
